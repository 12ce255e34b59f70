-- The listed agreements of a mission, each with its parties.
SELECT a.title, a.status, a.city_id, a.first_day, a.last_day, a.source_id,
       coalesce(l.every_day, 0) AS certain,
       (SELECT group_concat(p.party || coalesce(' (' || p.country || ')', ''), char(10) ORDER BY p.party)
        FROM   agreement_parties AS p
        WHERE  p.mission_id = a.mission_id AND p.agreement_id = a.agreement_id) AS parties
FROM   agreements        AS a
JOIN   listed_agreements AS l USING (mission_id, agreement_id)
WHERE  a.mission_id = :mission
ORDER  BY a.first_day IS NULL, a.first_day, a.last_day, a.agreement_id;

-- The listed agreements of a mission, with the categories and regions of those parties that are listed
-- participants: the agreement has at least these.
SELECT 1                                           AS number,
       a.status <> 'planned'                       AS certain,
       0                                           AS exact,
       (SELECT group_concat(DISTINCT o.category_id)
        FROM   agreement_parties AS p
        JOIN   participants AS o USING (mission_id, participant_id)
        WHERE  p.mission_id = a.mission_id
        AND    p.agreement_id = a.agreement_id)    AS category,
       (SELECT group_concat(DISTINCT o.region_id)
        FROM   agreement_parties AS p
        JOIN   participants AS o USING (mission_id, participant_id)
        WHERE  p.mission_id = a.mission_id
        AND    p.agreement_id = a.agreement_id)    AS region,
       a.city_id                                   AS city,
       a.first_day,
       a.last_day,
       a.date_basis = 'stated'                     AS stated
FROM   agreements AS a
WHERE  a.mission_id = :mission
ORDER  BY a.agreement_id;

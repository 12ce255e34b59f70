-- The agreements that certainly or possibly fall in the scope of a claim.
WITH places AS (
    SELECT p.mission_id, p.agreement_id, o.category_id, o.region_id
    FROM   agreement_parties AS p
    JOIN   participants AS o USING (mission_id, participant_id)
)
SELECT a.agreement_id AS row, a.title,
       iif(a.status <> 'planned'
           AND (c.city_id IS NULL OR a.city_id IS NOT NULL)
           AND (c.day IS NULL OR ifnull(a.date_basis = 'stated' OR a.first_day = a.last_day, 0))
           AND (c.category_id IS NULL OR EXISTS (SELECT 1 FROM places AS p
                                                 WHERE  p.mission_id = a.mission_id
                                                 AND    p.agreement_id = a.agreement_id
                                                 AND    p.category_id = c.category_id))
           AND (c.region_id IS NULL OR EXISTS (SELECT 1 FROM places AS p
                                               WHERE  p.mission_id = a.mission_id
                                               AND    p.agreement_id = a.agreement_id
                                               AND    p.region_id = c.region_id)),
           'certain', 'possible') AS counts
FROM   agreements AS a
JOIN   claims AS c USING (mission_id)
WHERE  c.mission_id = :mission
AND    c.claim_id = :claim
AND    (c.city_id IS NULL OR a.city_id IS NULL OR a.city_id = c.city_id)
AND    (c.day IS NULL OR a.first_day IS NULL OR c.day BETWEEN a.first_day AND a.last_day)
ORDER  BY counts, a.agreement_id;

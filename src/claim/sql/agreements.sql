-- The listed agreements of a mission, with the categories and regions of those parties that are listed
-- participants: the agreement has at least these.
WITH places AS (
    SELECT p.agreement_id,
           group_concat(DISTINCT o.category_id) AS category,
           group_concat(DISTINCT o.region_id)   AS region
    FROM   agreement_parties AS p
    JOIN   participants AS o ON o.mission_id = p.mission_id AND o.participant_id = p.participant_id
    WHERE  p.mission_id = :mission
    GROUP  BY p.agreement_id
)
SELECT 1                     AS number,
       a.status <> 'planned' AS certain,
       0                     AS exact,
       p.category            AS category,
       p.region              AS region,
       a.city_id             AS city,
       a.first_day,
       a.last_day,
       a.date_basis = 'stated' AS stated
FROM   agreements AS a
LEFT   JOIN places AS p USING (agreement_id)
WHERE  a.mission_id = :mission
ORDER  BY a.agreement_id;

-- The listed participants of a mission; those that are alike here are drawn together.
SELECT listed      AS number,
       1           AS certain,
       1           AS exact,
       category_id AS category,
       region_id   AS region,
       NULL        AS city,
       NULL        AS first_day,
       NULL        AS last_day,
       NULL        AS stated
FROM   listed_participants
WHERE  mission_id = :mission
ORDER  BY category_id, region_id;

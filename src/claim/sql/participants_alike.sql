-- The listed participants of a mission, those with the same category and region drawn together.
SELECT listed AS number, 1 AS certain, category_id, region_id,
       NULL AS city_id, NULL AS first_day, NULL AS last_day, NULL AS every_day
FROM   listed_participants
WHERE  mission_id = :mission
ORDER  BY category_id, region_id;

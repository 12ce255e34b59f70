-- The listed participants of a mission, those with the same category and region drawn together.
SELECT listed_min, listed_max, category_id, region_id
FROM   listed_participants
WHERE  mission_id = :mission
ORDER  BY category_id, region_id;

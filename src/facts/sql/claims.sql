-- The published counts of a mission.
SELECT claim_id, subject, category_id, region_id, city_id, day, count,
       coalesce(stage = 'expected', 0) AS expected, origin, source_id
FROM   claims
WHERE  mission_id = :mission
ORDER  BY claim_id;

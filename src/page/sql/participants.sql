-- The listed participants of a mission.
SELECT name, category_id, region_id, source_id
FROM   participants
WHERE  mission_id = :mission
ORDER  BY category_id, region_id IS NULL, region_id, participant_id;

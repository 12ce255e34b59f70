-- The lists of a mission that are declared complete.
SELECT subject, region_id, source_id
FROM   complete_lists
WHERE  mission_id = :mission
ORDER  BY subject, region_id;

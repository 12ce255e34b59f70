-- The sources that a mission rests on.
SELECT source_id, title, publisher, url, published_on
FROM   sources
WHERE  source_id IN (SELECT source_id FROM missions       WHERE mission_id = :mission
                     UNION
                     SELECT source_id FROM participants   WHERE mission_id = :mission
                     UNION
                     SELECT source_id FROM agreements     WHERE mission_id = :mission
                     UNION
                     SELECT source_id FROM events         WHERE mission_id = :mission
                     UNION
                     SELECT source_id FROM claims         WHERE mission_id = :mission
                     UNION
                     SELECT source_id FROM complete_lists WHERE mission_id = :mission)
ORDER  BY source_id;

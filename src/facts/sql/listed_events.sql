-- The events that a mission lists, row by row.
SELECT event_id AS row_id, title, NULL AS number, certain, in_mission, NULL AS category_id, NULL AS region_id,
       city_id, first_day, last_day, every_day
FROM   listed_events
WHERE  mission_id = :mission
ORDER  BY row_id;

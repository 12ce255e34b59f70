-- The events of a mission in the order of their days; those whose day is not known come after those of their first possible day.
SELECT e.title, e.city_id, e.venue, e.host, e.first_day, e.last_day, e.start_time, e.end_time,
       coalesce(l.every_day, 0) AS certain
FROM   events        AS e
JOIN   listed_events AS l USING (mission_id, event_id)
WHERE  e.mission_id = :mission
ORDER  BY e.first_day IS NULL, e.first_day, certain DESC, e.last_day, e.start_time, e.event_id;

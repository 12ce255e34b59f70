-- The events of a mission. One that takes place on one of several days, not known which, has no day.
SELECT e.title, e.venue, e.host, c.name AS city, c.state, c.country, c.latitude, c.longitude,
       CASE l.every_day WHEN 1 THEN e.first_day || coalesce('T' || e.start_time, '') END AS starts,
       CASE l.every_day WHEN 1 THEN e.last_day  || coalesce('T' || e.end_time,   '') END AS ends
FROM   events        AS e
JOIN   listed_events AS l USING (mission_id, event_id)
LEFT   JOIN cities   AS c ON c.city_id = e.city_id
WHERE  e.mission_id = :mission
ORDER  BY e.event_id;

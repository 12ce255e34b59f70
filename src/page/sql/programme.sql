-- The events of a mission in the order of their days; those whose day is not known come after those of their first possible day.
SELECT e.title, c.name AS city, e.venue, e.host, e.first_day, e.last_day,
       ifnull(e.date_basis = 'stated' OR e.first_day = e.last_day, 0) AS certain
FROM   events AS e
LEFT   JOIN cities AS c USING (city_id)
WHERE  e.mission_id = :mission
ORDER  BY e.first_day IS NULL, e.first_day, certain DESC, e.last_day, e.event_id;

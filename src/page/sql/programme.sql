-- The events of a mission in the order of their days; those whose day is not known come after those of their first possible day.
SELECT title, city_id, venue, host, first_day, last_day,
       coalesce(date_basis = 'stated' OR first_day = last_day, 0) AS certain
FROM   events
WHERE  mission_id = :mission
ORDER  BY first_day IS NULL, first_day, certain DESC, last_day, event_id;

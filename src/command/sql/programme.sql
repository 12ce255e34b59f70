-- The events of the programme as entries of a calendar. A possible one spans the days on which it may have been.
WITH placed AS (
    SELECT e.*, m.name AS mission,
           l.certain = 1 AND coalesce(l.every_day, 0) = 1 AS certain,
           coalesce(l.first_day, m.first_day)             AS from_day,
           coalesce(l.last_day, m.last_day)               AS to_day
    FROM   events        AS e
    JOIN   listed_events AS l USING (mission_id, event_id)
    JOIN   missions      AS m USING (mission_id)
    WHERE  :mission IS NULL OR e.mission_id = :mission
)
SELECT p.event_id || '.' || p.mission_id || '@mission' AS uid,
       :stamp                                          AS stamp,
       p.title                                         AS title,
       p.from_day                                      AS first_day,
       date(p.to_day, '+1 day')                        AS end_day,
       CASE WHEN p.certain AND p.from_day = p.to_day THEN p.start_time END AS start_time,
       CASE WHEN p.certain AND p.from_day = p.to_day THEN p.end_time END   AS end_time,
       CASE WHEN p.certain THEN 'certain' ELSE 'possible' END AS status,
       concat_ws(', ', p.venue, c.name, c.state)       AS location,
       c.latitude                                      AS latitude,
       c.longitude                                     AS longitude,
       p.kind                                          AS category,
       concat_ws(char(10), p.mission,
                 'Host: ' || p.host,
                 CASE
                     WHEN p.certain                             THEN NULL
                     WHEN p.first_day IS NULL                   THEN 'On a day of the mission, not known which.'
                     ELSE 'On one day from ' || p.from_day || ' to ' || p.to_day || ', not known which.'
                 END,
                 'Source: ' || s.title || coalesce(' (' || p.locator || ')', '')) AS description,
       s.url                                           AS url
FROM   placed  AS p
JOIN   sources AS s USING (source_id)
LEFT   JOIN cities AS c USING (city_id)
WHERE  p.from_day IS NOT NULL AND p.to_day IS NOT NULL
AND    (p.certain OR :possible)
ORDER  BY p.from_day, p.to_day, p.start_time, p.mission_id, p.event_id;

-- The listed events of a mission.
SELECT 1                     AS number,
       1                     AS certain,
       0                     AS exact,
       NULL                  AS category,
       NULL                  AS region,
       city_id               AS city,
       first_day,
       last_day,
       date_basis = 'stated' AS stated
FROM   events
WHERE  mission_id = :mission
ORDER  BY event_id;

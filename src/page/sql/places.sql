-- The cities in which something of a mission certainly took place.
SELECT NULL AS venue, name AS city, state, country, latitude, longitude
FROM   cities
WHERE  city_id IN (SELECT city_id FROM listed_agreements WHERE mission_id = :mission AND certain = 1 AND in_mission = 1
                   UNION
                   SELECT city_id FROM listed_events     WHERE mission_id = :mission AND certain = 1 AND in_mission = 1)
ORDER  BY city_id;

-- The cities in which something of a mission certainly took place, in the words of schema.org.
SELECT 'Place' AS "@type", name,
       'PostalAddress'  AS "address.@type", name AS "address.addressLocality", state AS "address.addressRegion",
       country AS "address.addressCountry",
       'GeoCoordinates' AS "geo.@type", latitude AS "geo.latitude", longitude AS "geo.longitude"
FROM   cities
WHERE  city_id IN (SELECT city_id FROM listed_agreements WHERE mission_id = :mission AND certain = 1 AND in_mission = 1
                   UNION
                   SELECT city_id FROM listed_events     WHERE mission_id = :mission AND certain = 1 AND in_mission = 1)
ORDER  BY city_id;

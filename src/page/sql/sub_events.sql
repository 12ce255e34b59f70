-- The events of a mission in the words of schema.org. One that takes place on one of several days, not known which, has no
-- day; where a venue lies within its city is not known.
SELECT 'Event' AS "@type", '#mission' AS "superEvent.@id", e.title AS name, e.host AS "organizer.name",
       CASE l.every_day WHEN 1 THEN e.first_day || coalesce('T' || e.start_time, '') END AS "startDate",
       CASE l.every_day WHEN 1 THEN e.last_day  || coalesce('T' || e.end_time,   '') END AS "endDate",
       'Place'          AS "location.@type", coalesce(e.venue, c.name) AS "location.name",
       'PostalAddress'  AS "location.address.@type", c.name AS "location.address.addressLocality",
       c.state AS "location.address.addressRegion", c.country AS "location.address.addressCountry",
       'GeoCoordinates' AS "location.geo.@type",
       CASE WHEN e.venue IS NULL THEN c.latitude  END AS "location.geo.latitude",
       CASE WHEN e.venue IS NULL THEN c.longitude END AS "location.geo.longitude"
FROM   events        AS e
JOIN   listed_events AS l USING (mission_id, event_id)
LEFT   JOIN cities   AS c ON c.city_id = e.city_id
WHERE  e.mission_id = :mission
ORDER  BY e.event_id;

-- The events that certainly or possibly fall in the scope of a claim.
SELECT e.event_id AS row, e.title,
       iif((c.city_id IS NULL OR e.city_id IS NOT NULL)
           AND c.category_id IS NULL
           AND c.region_id IS NULL
           AND (c.day IS NULL OR ifnull(e.date_basis = 'stated' OR e.first_day = e.last_day, 0)),
           'certain', 'possible') AS counts
FROM   events AS e
JOIN   claims AS c USING (mission_id)
WHERE  c.mission_id = :mission
AND    c.claim_id = :claim
AND    (c.city_id IS NULL OR e.city_id IS NULL OR e.city_id = c.city_id)
AND    (c.day IS NULL OR e.first_day IS NULL OR c.day BETWEEN e.first_day AND e.last_day)
ORDER  BY counts, e.event_id;

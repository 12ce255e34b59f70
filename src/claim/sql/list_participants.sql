-- The participants that certainly or possibly fall in the scope of a claim.
SELECT p.participant_id AS row, p.name AS title,
       iif((c.region_id IS NULL OR p.region_id IS NOT NULL) AND c.city_id IS NULL AND c.day IS NULL,
           'certain', 'possible') AS counts
FROM   participants AS p
JOIN   claims AS c USING (mission_id)
WHERE  c.mission_id = :mission
AND    c.claim_id = :claim
AND    (c.category_id IS NULL OR p.category_id = c.category_id)
AND    (c.region_id IS NULL OR p.region_id IS NULL OR p.region_id = c.region_id)
ORDER  BY counts, p.participant_id;

-- The report agreements. The label is NULL where the city is not known, and * for the whole mission.
SELECT NULL AS band, iif(city_id = '*', city_id, city) AS label,
       listed_min, listed_max, stated, stated_min, stated_max, verdict
FROM   agreements_per_city
WHERE  mission_id = :mission
ORDER  BY ifnull(city_id = '*', 0), city_id IS NULL, city_id;

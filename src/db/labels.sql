-- What regions, categories and cities are called.
SELECT 'region' AS kind, region_id AS key,
       CASE :language WHEN 'nl' THEN label_nl WHEN 'fr' THEN label_fr ELSE label_en END AS label
FROM   regions
UNION ALL
SELECT 'category', category_id, CASE :language WHEN 'nl' THEN label_nl WHEN 'fr' THEN label_fr ELSE label_en END
FROM   categories
UNION ALL
SELECT 'city', city_id, name FROM cities
ORDER BY kind, key;

-- What evidence calls regions, categories and cities.
SELECT 'region'   AS kind, region_id   AS key, label_en AS label FROM regions
UNION ALL
SELECT 'category' AS kind, category_id AS key, label_en AS label FROM categories
UNION ALL
SELECT 'city'     AS kind, city_id     AS key, name     AS label FROM cities
ORDER BY kind, key;

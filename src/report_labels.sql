-- What regions and categories are called.
SELECT 1 AS is_region, region_id AS key,
       CASE :language WHEN 'nl' THEN label_nl WHEN 'fr' THEN label_fr ELSE label_en END AS label
FROM   regions
UNION ALL
SELECT 0, category_id, CASE :language WHEN 'nl' THEN label_nl WHEN 'fr' THEN label_fr ELSE label_en END
FROM   categories
ORDER BY is_region, key;

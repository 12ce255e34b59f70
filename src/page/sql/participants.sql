-- The report participants with the names of regions and categories. NULL = all of them.
SELECT CASE :language WHEN 'nl' THEN r.label_nl WHEN 'fr' THEN r.label_fr ELSE r.label_en END AS band,
       CASE :language WHEN 'nl' THEN c.label_nl WHEN 'fr' THEN c.label_fr ELSE c.label_en END AS label,
       p.listed AS listed_min, p.listed AS listed_max, p.stated, p.stated_min, p.stated_max, p.verdict
FROM   participants_by_category AS p
LEFT   JOIN regions AS r USING (region_id)
LEFT   JOIN categories AS c USING (category_id)
WHERE  p.mission_id = :mission
ORDER  BY p.region_id IS NULL, p.region_id, p.category_id IS NULL, p.category_id;

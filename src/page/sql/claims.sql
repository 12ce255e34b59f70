-- Every published count of a mission with its verdict, the worst first.
SELECT v.claim_id, v.subject,
       CASE :language WHEN 'nl' THEN g.label_nl WHEN 'fr' THEN g.label_fr ELSE g.label_en END AS category,
       CASE :language WHEN 'nl' THEN r.label_nl WHEN 'fr' THEN r.label_fr ELSE r.label_en END AS region,
       c.name AS city, v.day, v.stage, v.count, v.count_min, v.count_max, v.listed_min, v.listed_max,
       v.verdict, v.evidence, v.source_id
FROM   claim_verdicts AS v
LEFT   JOIN categories AS g USING (category_id)
LEFT   JOIN regions AS r USING (region_id)
LEFT   JOIN cities AS c USING (city_id)
WHERE  v.mission_id = :mission
ORDER  BY CASE v.verdict WHEN 'refuted' THEN 1 WHEN 'disputed' THEN 2 WHEN 'unverified' THEN 3 ELSE 4 END,
          CASE v.subject WHEN 'people' THEN 1 WHEN 'participants' THEN 2 WHEN 'agreements' THEN 3 WHEN 'events' THEN 4 ELSE 5 END,
          v.subject, v.category_id, v.region_id, v.city_id, v.day, v.stage DESC, v.claim_id;

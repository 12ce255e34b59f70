-- A claim with what was found of it.
SELECT c.claim_id, c.subject, c.category_id, c.region_id, c.city_id, c.day, c.count,
       coalesce(c.stage = 'expected', 0) AS expected, c.origin, c.source_id,
       v.verdict, v.listed_min, v.listed_max, v.implied_min, v.implied_max,
       CASE :language WHEN 'nl' THEN v.findings_nl WHEN 'fr' THEN v.findings_fr ELSE v.findings_en END AS findings
FROM   claims   AS c
JOIN   verdicts AS v USING (mission_id, claim_id)
WHERE  c.mission_id = :mission
AND    c.claim_id = :claim;

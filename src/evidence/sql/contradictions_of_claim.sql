-- The contradictions that a claim is in.
SELECT f.kind, f.laws,
       CASE :language WHEN 'nl' THEN f.arithmetic_nl WHEN 'fr' THEN f.arithmetic_fr ELSE f.arithmetic_en END AS arithmetic,
       CASE :language WHEN 'nl' THEN f.condition_nl WHEN 'fr' THEN f.condition_fr ELSE f.condition_en END    AS condition
FROM   contradicted_claims  AS c
JOIN   found_contradictions AS f USING (mission_id, contradiction_id)
WHERE  c.mission_id = :mission
AND    c.claim_id = :claim
ORDER  BY f.contradiction_id
LIMIT  :most;

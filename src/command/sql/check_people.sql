-- Verdicts as people read them: by mission, the worst first.
SELECT mission_id, verdict, claim_id, count, listed_min, listed_max,
       CASE WHEN implied_min = count_min AND implied_max IS NOT DISTINCT FROM count_max THEN NULL ELSE implied_min END AS implied_min,
       CASE WHEN implied_min = count_min AND implied_max IS NOT DISTINCT FROM count_max THEN NULL ELSE implied_max END AS implied_max,
       source_id
FROM   claim_verdicts
WHERE  (:mission IS NULL OR mission_id = :mission)
AND    (:claims = '[]' OR claim_id IN (SELECT value FROM json_each(:claims)))
ORDER  BY mission_id,
          CASE verdict
              WHEN 'refuted'      THEN 1
              WHEN 'inconsistent' THEN 2
              WHEN 'conflicting'  THEN 3
              WHEN 'conditional'  THEN 4
              WHEN 'unverified'   THEN 5
              ELSE 6
          END,
          claim_id;

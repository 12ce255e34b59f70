-- Verdicts as people read them: by mission, the worst first.
SELECT mission_id, verdict, claim_id, count, listed_min, listed_max
FROM   claim_verdicts
WHERE  (:mission IS NULL OR mission_id = :mission)
AND    (:claims = '[]' OR claim_id IN (SELECT value FROM json_each(:claims)))
ORDER  BY mission_id,
          CASE verdict WHEN 'refuted' THEN 1 WHEN 'disputed' THEN 2 WHEN 'unverified' THEN 3 ELSE 4 END,
          claim_id;

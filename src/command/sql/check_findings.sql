-- Verdicts as findings, for the forms that CI reads.
SELECT mission_id, claim_id,
       CASE verdict
           WHEN 'refuted'      THEN 'error'
           WHEN 'inconsistent' THEN 'error'
           WHEN 'conflicting'  THEN CASE WHEN :strict THEN 'error' ELSE 'warning' END
           WHEN 'conditional'  THEN 'notice'
           WHEN 'unverified'   THEN 'open'
           ELSE 'pass'
       END                                            AS level,
       verdict                                        AS rule,
       mission_id || '/' || claim_id                  AS title,
       count || ' is ' || verdict || ': ' || evidence AS message
FROM   claim_verdicts
WHERE  (:mission IS NULL OR mission_id = :mission)
AND    (:claims = '[]' OR claim_id IN (SELECT value FROM json_each(:claims)))
ORDER  BY mission_id, claim_id;

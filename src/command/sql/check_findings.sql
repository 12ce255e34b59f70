-- Verdicts as findings with their place, for the forms that CI reads.
SELECT CASE v.verdict
           WHEN 'refuted'    THEN 'error'
           WHEN 'disputed'   THEN iif(:strict, 'error', 'warning')
           WHEN 'unverified' THEN 'open'
           ELSE 'pass'
       END                                             AS level,
       v.verdict                                       AS rule,
       :file                                           AS file,
       w.line,
       v.mission_id || '/' || v.claim_id               AS title,
       v.count || ' is ' || v.verdict || ': ' || v.evidence AS message
FROM   claim_verdicts AS v
JOIN   verdicts AS w USING (mission_id, claim_id)
WHERE  (:mission IS NULL OR mission_id = :mission)
AND    (:claims = '[]' OR claim_id IN (SELECT value FROM json_each(:claims)))
ORDER  BY mission_id, claim_id;

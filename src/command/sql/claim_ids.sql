-- The claims there are.
SELECT DISTINCT claim_id
FROM   claims
WHERE  (:mission IS NULL OR mission_id = :mission)
ORDER  BY claim_id;

-- The missions that have one of some claims.
SELECT DISTINCT mission_id
FROM   claims
WHERE  (:mission IS NULL OR mission_id = :mission)
AND    claim_id IN (SELECT value FROM json_each(:claims))
ORDER  BY mission_id;

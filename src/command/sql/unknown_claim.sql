-- The first of some claims that there is not. Each is looked up by the key, in one mission after the other.
SELECT value
FROM   json_each(:claims)
WHERE  NOT EXISTS (SELECT *
                   FROM   missions CROSS JOIN claims USING (mission_id)
                   WHERE  claim_id = value
                   AND    (:mission IS NULL OR mission_id = :mission))
ORDER  BY key
LIMIT  1;

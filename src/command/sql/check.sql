-- Verdicts, with the columns of the contract.
SELECT mission_id, claim_id, subject, category_id, region_id, city_id, day, stage, count, count_min, count_max,
       listed_min, listed_max, implied_min, implied_max, verdict, evidence, origin, source_id
FROM   claim_verdicts
WHERE  (:mission IS NULL OR mission_id = :mission)
AND    (:claims = '[]' OR claim_id IN (SELECT value FROM json_each(:claims)))
ORDER  BY mission_id, claim_id;

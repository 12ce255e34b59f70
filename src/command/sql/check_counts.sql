-- How many claims have which verdict.
SELECT count(*)                                   AS claims,
       count(*) FILTER (WHERE verdict = 'refuted')    AS refuted,
       count(*) FILTER (WHERE verdict = 'disputed')   AS disputed,
       count(*) FILTER (WHERE verdict = 'unverified') AS unverified,
       count(*) FILTER (WHERE verdict = 'supported')  AS supported
FROM   verdicts
WHERE  (:mission IS NULL OR mission_id = :mission)
AND    (:claims = '[]' OR claim_id IN (SELECT value FROM json_each(:claims)));

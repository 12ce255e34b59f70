-- How many claims there are and have which verdict, in the order of the sentence, and how many numbers are wrong at least.
SELECT count(*)                                         AS claims,
       count(*) FILTER (WHERE verdict = 'refuted')      AS refuted,
       count(*) FILTER (WHERE verdict = 'inconsistent') AS inconsistent,
       count(*) FILTER (WHERE verdict = 'conflicting')  AS conflicting,
       count(*) FILTER (WHERE verdict = 'conditional')  AS conditional,
       count(*) FILTER (WHERE verdict = 'supported')    AS supported,
       count(*) FILTER (WHERE verdict = 'unverified')   AS unverified,
       (SELECT coalesce(sum(wrong_min), 0)
        FROM   wrong_counts
        WHERE  (:mission IS NULL OR mission_id = :mission)
        AND    :claims = '[]')                          AS wrong_min,
       (SELECT coalesce(max(cut), 0)
        FROM   wrong_counts
        WHERE  :mission IS NULL OR mission_id = :mission) AS cut
FROM   verdicts
WHERE  (:mission IS NULL OR mission_id = :mission)
AND    (:claims = '[]' OR claim_id IN (SELECT value FROM json_each(:claims)));

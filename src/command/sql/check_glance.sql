-- What is ruled out, the worst first: one row per subject and scope, with every count that was published of it.
WITH ruled_out AS (
    SELECT mission_id, verdict, subject, category_id, region_id, city_id, day, count, count_min, count(*) AS claims
    FROM   claim_verdicts
    WHERE  (:mission IS NULL OR mission_id = :mission)
    AND    verdict IN ('refuted', 'disputed')
    GROUP  BY mission_id, verdict, subject, category_id, region_id, city_id, day, count, count_min
)
SELECT mission_id, verdict, subject, category_id, region_id, city_id, day,
       group_concat(count, ' / ' ORDER BY count_min, count) AS published, sum(claims) AS claims
FROM   ruled_out
GROUP  BY mission_id, verdict, subject, category_id, region_id, city_id, day
ORDER  BY mission_id, verdict DESC, subject, category_id, region_id, city_id, day;

-- What was published of each subject and scope, all claims together; expected counts only where none is reported.
INSERT INTO stated_counts
WITH ranked AS (
    SELECT mission_id, subject, category_id, region_id, city_id, day,
           count, count_min, count_max,
           CASE verdict WHEN 'supported' THEN 1 WHEN 'unverified' THEN 2 WHEN 'disputed' THEN 3 ELSE 4 END AS badness,
           rank() OVER (PARTITION BY mission_id, subject, category_id, region_id, city_id, day
                        ORDER BY stage = 'expected')                                                       AS choice
    FROM   claim_verdicts
),
distinct_counts AS (
    SELECT mission_id, subject, category_id, region_id, city_id, day,
           count, count_min, count_max, max(badness) AS badness
    FROM   ranked
    WHERE  choice = 1
    GROUP  BY mission_id, subject, category_id, region_id, city_id, day, count, count_min, count_max
)
SELECT mission_id, subject, category_id, region_id, city_id, day,
       group_concat(count, ' / ' ORDER BY count_min, count_max, count),
       min(count_min),
       CASE WHEN count(*) = count(count_max) THEN max(count_max) END,
       CASE max(badness) WHEN 1 THEN 'supported' WHEN 2 THEN 'unverified' WHEN 3 THEN 'disputed' ELSE 'refuted' END
FROM   distinct_counts
GROUP  BY mission_id, subject, category_id, region_id, city_id, day
ORDER  BY mission_id, subject, category_id, region_id, city_id, day;

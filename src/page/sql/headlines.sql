-- What was published of the things that missions are compared by: people, companies, agreements.
SELECT mission_id,
       CASE subject WHEN 'people' THEN 0 WHEN 'participants' THEN 1 ELSE 2 END AS compared,
       stated, stated_min, stated_max, verdict
FROM   headline_counts
WHERE  stated IS NOT NULL
AND    (   subject IN ('people', 'agreements') AND category_id IS NULL
        OR subject = 'participants' AND category_id = 'company');

-- Every published count of a mission with its verdict, the worst first.
SELECT claim_id, subject, category_id, region_id, city_id, day, stage, count, count_min, count_max, listed_min, listed_max,
       verdict, evidence, source_id
FROM   claim_verdicts
WHERE  mission_id = :mission
ORDER  BY CASE verdict WHEN 'refuted' THEN 1 WHEN 'disputed' THEN 2 WHEN 'unverified' THEN 3 ELSE 4 END,
          CASE subject WHEN 'people' THEN 1 WHEN 'participants' THEN 2 WHEN 'agreements' THEN 3 WHEN 'events' THEN 4 ELSE 5 END,
          subject, category_id, region_id, city_id, day, stage DESC, claim_id;

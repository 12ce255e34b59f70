-- Every published count of a mission with its verdict, the worst first.
SELECT c.claim_id, c.subject, c.category_id, c.region_id, c.city_id, c.day, c.stage, c.count, c.count_min, c.count_max,
       c.listed_min, c.listed_max, c.implied_min, c.implied_max, c.verdict, v.findings_en, v.findings_nl, v.findings_fr,
       c.origin, c.source_id
FROM   claim_verdicts AS c
JOIN   verdicts       AS v USING (mission_id, claim_id)
WHERE  c.mission_id = :mission
ORDER  BY CASE c.verdict
              WHEN 'refuted'      THEN 1
              WHEN 'inconsistent' THEN 2
              WHEN 'conflicting'  THEN 3
              WHEN 'conditional'  THEN 4
              WHEN 'unverified'   THEN 5
              ELSE 6
          END,
          CASE c.subject WHEN 'people' THEN 1 WHEN 'participants' THEN 2 WHEN 'agreements' THEN 3 WHEN 'events' THEN 4 ELSE 5 END,
          c.subject, c.category_id, c.region_id, c.city_id, c.day, c.stage DESC, c.claim_id;

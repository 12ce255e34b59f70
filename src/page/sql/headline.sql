-- What was published of a mission as a whole, and what is listed of the same; also what is listed without a word published.
WITH whole AS (
    SELECT subject, category_id, stated, stated_min, stated_max, verdict
    FROM   stated_counts
    WHERE  mission_id = :mission
    AND    subject IN ('people', 'participants', 'agreements', 'events')
    AND    region_id IS NULL
    AND    city_id IS NULL
    AND    day IS NULL
),
listed (subject, category_id, listed_min, listed_max) AS (
    SELECT 'participants', NULL, ifnull(sum(listed), 0), ifnull(sum(listed), 0)
    FROM   listed_participants
    WHERE  mission_id = :mission
    UNION ALL
    SELECT 'participants', category_id, sum(listed), sum(listed)
    FROM   listed_participants
    WHERE  mission_id = :mission
    GROUP  BY category_id
    UNION ALL
    SELECT 'agreements', NULL, count(*) FILTER (WHERE status <> 'planned'), count(*)
    FROM   agreements
    WHERE  mission_id = :mission
    UNION ALL
    SELECT 'events', NULL, count(*), count(*) FROM events WHERE mission_id = :mission
),
lines AS (
    SELECT w.subject,
           CASE :language WHEN 'nl' THEN c.label_nl WHEN 'fr' THEN c.label_fr ELSE c.label_en END AS category,
           w.stated, w.stated_min, w.stated_max, w.verdict,
           iif(w.subject = 'people', NULL, ifnull(l.listed_min, 0)) AS listed_min,
           iif(w.subject = 'people', NULL, ifnull(l.listed_max, 0)) AS listed_max
    FROM   whole AS w
    LEFT   JOIN listed AS l ON l.subject = w.subject AND l.category_id IS w.category_id
    LEFT   JOIN categories AS c ON c.category_id = w.category_id
    UNION ALL
    SELECT subject, NULL, NULL, NULL, NULL, NULL, listed_min, listed_max
    FROM   listed
    WHERE  category_id IS NULL
    AND    listed_max > 0
    AND    subject NOT IN (SELECT subject FROM whole)
)
SELECT subject, category, stated, stated_min, stated_max, verdict, listed_min, listed_max
FROM   lines
ORDER  BY CASE subject WHEN 'people' THEN 1 WHEN 'participants' THEN 2 WHEN 'agreements' THEN 3 ELSE 4 END,
          category IS NOT NULL, stated_min DESC, category;

-- Every mission, and what was published of it as a whole.
WITH whole AS (
    SELECT mission_id, subject, stated, stated_min, stated_max, verdict
    FROM   stated_counts
    WHERE  region_id IS NULL
    AND    city_id IS NULL
    AND    day IS NULL
    AND    (category_id IS NULL AND subject IN ('people', 'agreements')
            OR category_id = 'company' AND subject = 'participants')
)
SELECT m.mission_id, m.name, m.first_day, m.last_day,
       p.stated AS people,     p.stated_min AS people_min,     p.stated_max AS people_max,     p.verdict AS people_verdict,
       c.stated AS companies,  c.stated_min AS companies_min,  c.stated_max AS companies_max,  c.verdict AS companies_verdict,
       a.stated AS agreements, a.stated_min AS agreements_min, a.stated_max AS agreements_max, a.verdict AS agreements_verdict,
       m.claims, m.refuted + m.disputed AS ruled_out
FROM   missions_overview AS m
LEFT   JOIN whole AS p ON p.mission_id = m.mission_id AND p.subject = 'people'
LEFT   JOIN whole AS c ON c.mission_id = m.mission_id AND c.subject = 'participants'
LEFT   JOIN whole AS a ON a.mission_id = m.mission_id AND a.subject = 'agreements'
ORDER  BY m.first_day IS NULL, m.first_day DESC, m.mission_id;

-- The cities, each with what is listed and stated there: a row per mission that has something there, or one without a
-- mission. What is listed in no known city is possible in every one.
WITH scopes AS (
    SELECT mission_id, city_id FROM agreements    WHERE city_id IS NOT NULL
    UNION
    SELECT mission_id, city_id FROM events        WHERE city_id IS NOT NULL
    UNION
    SELECT mission_id, city_id FROM stated_counts WHERE city_id IS NOT NULL
),
wanted AS (
    SELECT s.mission_id, c.city_id
    FROM   cities AS c
    LEFT   JOIN scopes AS s USING (city_id)
    WHERE  :mission IS NULL OR s.mission_id = :mission
),
stated AS (
    SELECT * FROM stated_counts WHERE category_id IS NULL AND region_id IS NULL AND day IS NULL
),
agreements_nowhere AS (
    SELECT mission_id, count(*) AS listed_max FROM listed_agreements WHERE city_id IS NULL GROUP BY mission_id
),
events_nowhere AS (
    SELECT mission_id, count(*) AS listed_max FROM listed_events WHERE city_id IS NULL GROUP BY mission_id
),
events_there AS (
    SELECT mission_id, city_id, count(*) AS listed_max,
           count(DISTINCT CASE WHEN in_mission = 1 THEN unit_id END) AS listed_min
    FROM   listed_events
    WHERE  city_id IS NOT NULL
    GROUP  BY mission_id, city_id
),
participants AS (
    SELECT mission_id, sum(listed_max) AS listed_max FROM listed_participants GROUP BY mission_id
)
SELECT coalesce(w.mission_id || '/', '') || w.city_id AS id,
       c.longitude, c.latitude, c.city_id, c.name, c.state, c.country, w.mission_id,
       coalesce(ag.listed_min, 0) AS agreements_listed_min,
       coalesce(ag.listed_max, an.listed_max, 0) AS agreements_listed_max,
       ag.stated AS agreements_stated, ag.stated_min AS agreements_stated_min, ag.stated_max AS agreements_stated_max,
       ag.verdict AS agreements_verdict,
       coalesce(et.listed_min, 0) AS events_listed_min,
       coalesce(et.listed_max, 0) + coalesce(en.listed_max, 0) AS events_listed_max,
       ev.stated AS events_stated, ev.stated_min AS events_stated_min, ev.stated_max AS events_stated_max,
       ev.verdict AS events_verdict,
       0 AS participants_listed_min,
       coalesce(pn.listed_max, 0) AS participants_listed_max,
       pa.stated AS participants_stated, pa.stated_min AS participants_stated_min, pa.stated_max AS participants_stated_max,
       pa.verdict AS participants_verdict
FROM   wanted AS w
JOIN   cities AS c USING (city_id)
LEFT   JOIN agreements_per_city AS ag ON ag.mission_id = w.mission_id AND ag.city_id = w.city_id
LEFT   JOIN agreements_nowhere  AS an ON an.mission_id = w.mission_id
LEFT   JOIN events_there        AS et ON et.mission_id = w.mission_id AND et.city_id = w.city_id
LEFT   JOIN events_nowhere      AS en ON en.mission_id = w.mission_id
LEFT   JOIN participants        AS pn ON pn.mission_id = w.mission_id
LEFT   JOIN stated AS ev ON ev.mission_id = w.mission_id AND ev.city_id = w.city_id AND ev.subject = 'events'
LEFT   JOIN stated AS pa ON pa.mission_id = w.mission_id AND pa.city_id = w.city_id AND pa.subject = 'participants'
ORDER  BY w.city_id, w.mission_id;

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
)
SELECT coalesce(w.mission_id || '/', '') || w.city_id AS id,
       c.longitude, c.latitude, c.city_id, c.name, c.state, c.country, w.mission_id,
       coalesce(ag.listed_min, 0) AS agreements_listed_min,
       coalesce(ag.listed_max, (SELECT count(*) FROM listed_agreements AS a WHERE a.mission_id = w.mission_id
                                                                             AND   a.city_id IS NULL)) AS agreements_listed_max,
       ag.stated AS agreements_stated, ag.stated_min AS agreements_stated_min, ag.stated_max AS agreements_stated_max,
       ag.verdict AS agreements_verdict,
       (SELECT count(DISTINCT e.unit_id) FROM listed_events AS e WHERE e.mission_id = w.mission_id AND e.city_id = w.city_id
                                                                 AND   e.in_mission = 1)               AS events_listed_min,
       (SELECT count(*) FROM listed_events AS e WHERE e.mission_id = w.mission_id
                                                AND   coalesce(e.city_id, w.city_id) = w.city_id)      AS events_listed_max,
       ev.stated AS events_stated, ev.stated_min AS events_stated_min, ev.stated_max AS events_stated_max,
       ev.verdict AS events_verdict,
       0 AS participants_listed_min,
       (SELECT coalesce(sum(listed_max), 0) FROM listed_participants AS p WHERE p.mission_id = w.mission_id) AS participants_listed_max,
       pa.stated AS participants_stated, pa.stated_min AS participants_stated_min, pa.stated_max AS participants_stated_max,
       pa.verdict AS participants_verdict
FROM   wanted AS w
JOIN   cities AS c USING (city_id)
LEFT   JOIN agreements_per_city AS ag ON ag.mission_id = w.mission_id AND ag.city_id = w.city_id
LEFT   JOIN stated AS ev ON ev.mission_id = w.mission_id AND ev.city_id = w.city_id AND ev.subject = 'events'
LEFT   JOIN stated AS pa ON pa.mission_id = w.mission_id AND pa.city_id = w.city_id AND pa.subject = 'participants'
ORDER  BY w.city_id, w.mission_id;

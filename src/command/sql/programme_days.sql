-- What a programme is called; how many events there are, and how many of them are on a known day, and on no day at all.
SELECT (SELECT CASE count(*) WHEN 1 THEN max(name) ELSE 'Economic missions' END
        FROM   missions
        WHERE  :mission IS NULL OR mission_id = :mission)                     AS title,
       count(*)                                                               AS events,
       count(*) FILTER (WHERE e.certain = 1 AND e.every_day = 1)              AS certain,
       count(*) FILTER (WHERE coalesce(e.first_day, m.first_day) IS NULL
                        OR    coalesce(e.last_day, m.last_day) IS NULL)       AS nowhere
FROM   listed_events AS e
JOIN   missions      AS m USING (mission_id)
WHERE  :mission IS NULL OR e.mission_id = :mission;

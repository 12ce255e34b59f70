-- How many events there are, and how many of them are on a known day, on one of several, and on no day at all.
SELECT count(*)                                                                           AS events,
       ifnull(sum(e.date_basis = 'stated' OR e.first_day = e.last_day), 0)                AS certain,
       ifnull(sum(ifnull(e.first_day, m.first_day) IS NULL
                  OR ifnull(e.last_day, m.last_day) IS NULL), 0)                          AS nowhere
FROM   events   AS e
JOIN   missions AS m USING (mission_id)
WHERE  :mission IS NULL OR e.mission_id = :mission;

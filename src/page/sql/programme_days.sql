-- The first and the last day of all events of a mission whose days are known.
SELECT min(first_day) AS first_day, max(last_day) AS last_day
FROM   events
WHERE  mission_id = :mission
AND    first_day IS NOT NULL AND last_day IS NOT NULL;

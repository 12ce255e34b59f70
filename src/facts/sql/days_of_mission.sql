-- The first and the last day of a mission.
SELECT first_day, last_day
FROM   missions
WHERE  mission_id = :mission;

-- The report of missions, the latest first.
SELECT mission_id, name, first_day, last_day, claims, refuted, inconsistent, wrong_min
FROM   missions_overview
ORDER  BY first_day IS NULL, first_day DESC, mission_id;

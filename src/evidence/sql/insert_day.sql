INSERT INTO mission_days (mission_id, day, weekday)
VALUES (:mission_id, :day, :weekday);

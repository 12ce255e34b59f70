INSERT INTO mission_days (mission_id, day, weekday)
VALUES (?1, ?2, ?3);

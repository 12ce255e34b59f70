INSERT INTO likely_same (mission_id, subject, row_id, unit_id)
VALUES (?1, ?2, ?3, ?4);

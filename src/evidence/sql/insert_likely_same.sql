INSERT INTO likely_same (mission_id, subject, row_id, unit_id)
VALUES (:mission_id, :subject, :row_id, :unit_id);

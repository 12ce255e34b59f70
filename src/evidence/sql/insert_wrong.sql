INSERT INTO wrong_counts (mission_id, wrong_min, exact, contradictions, cut)
VALUES (?1, ?2, ?3, ?4, ?5);

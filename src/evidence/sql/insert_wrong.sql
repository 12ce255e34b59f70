INSERT INTO wrong_counts (mission_id, wrong_min, exact, contradictions, cut)
VALUES (:mission_id, :wrong_min, :exact, :contradictions, :cut);

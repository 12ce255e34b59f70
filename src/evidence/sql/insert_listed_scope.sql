INSERT INTO listed_scopes (mission_id, region_id, category_id, listed_min, listed_max)
VALUES (?1, ?2, ?3, ?4, ?5);

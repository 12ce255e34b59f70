INSERT INTO listed_counts (mission_id, subject, scope, category_id, region_id, city_id, day, listed_min, listed_max)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

INSERT INTO stated_counts (mission_id, subject, scope, category_id, region_id, city_id, day, stated, stated_min, stated_max, verdict)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);

INSERT INTO listed_counts (mission_id, subject, scope, category_id, region_id, city_id, day,
                           listed_min, listed_max)
VALUES (:mission_id, :subject, :scope, :category_id, :region_id, :city_id, :day, :listed_min,
        :listed_max);

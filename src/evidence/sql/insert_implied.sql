INSERT INTO implied_counts (mission_id, subject, scope, category_id, region_id, city_id, day,
                            implied_min, implied_max)
VALUES (:mission_id, :subject, :scope, :category_id, :region_id, :city_id, :day, :implied_min,
        :implied_max);

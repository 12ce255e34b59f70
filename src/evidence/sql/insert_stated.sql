INSERT INTO stated_counts (mission_id, subject, scope, category_id, region_id, city_id, day, stated,
                           stated_min, stated_max, verdict)
VALUES (:mission_id, :subject, :scope, :category_id, :region_id, :city_id, :day, :stated,
        :stated_min, :stated_max, :verdict);

INSERT INTO listed_participants (mission_id, region_id, category_id, listed_min, listed_max)
VALUES (:mission, :region, :category, :min, :max);

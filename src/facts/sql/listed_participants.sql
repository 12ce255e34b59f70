-- The participants that a mission lists, row by row.
SELECT row_id, title, number, certain, in_mission, category_id, region_id, city_id, first_day, last_day, every_day
FROM   listed_rows
WHERE  mission_id = :mission
AND    subject = 'participants'
ORDER  BY row_id;

-- What a mission lists of a subject, row by row.
SELECT row_id, title, number, certain, in_mission, category_id, region_id, city_id, first_day, last_day, every_day
FROM   listed_rows
WHERE  mission_id = :mission
AND    subject = :subject
ORDER  BY row_id;

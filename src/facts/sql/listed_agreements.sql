-- The agreements that a mission lists, row by row; what else they have is told from their parties.
SELECT agreement_id AS row_id, title, NULL AS number, certain, in_mission, NULL AS category_id, NULL AS region_id,
       city_id, first_day, last_day, every_day
FROM   listed_agreements
WHERE  mission_id = :mission
ORDER  BY row_id;

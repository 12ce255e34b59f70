-- The report events: the label is a day (ISO 8601).
SELECT NULL AS band, day AS label, certain AS listed_min, certain + possible AS listed_max,
       NULL AS stated, NULL AS stated_min, NULL AS stated_max, NULL AS verdict
FROM   events_per_day
WHERE  mission_id = :mission
ORDER  BY day;

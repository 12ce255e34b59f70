-- The remarks below a report on one mission.
SELECT NULL AS mission, note, n
FROM   report_notes
WHERE  report = :report
AND    mission_id = :mission
ORDER  BY note;

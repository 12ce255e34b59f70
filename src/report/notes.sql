-- The remarks below a report, each with its mission where there are several.
SELECT CASE WHEN (SELECT count(*) FROM missions) > 1 THEN mission_id END AS mission, note, n
FROM   report_notes
WHERE  report = :report
ORDER  BY mission_id, note;

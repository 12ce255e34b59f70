-- The remarks below a report; the mission is named where there are several.
SELECT CASE WHEN (SELECT count(*) FROM missions) > 1 THEN mission_id || ': ' ELSE '' END || note
FROM   report_notes
WHERE  report = :report
ORDER  BY mission_id, note;

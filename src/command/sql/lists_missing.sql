-- Whether something is listed, and nothing is declared to be listed completely.
SELECT NOT EXISTS (SELECT 1 FROM complete_lists WHERE :mission IS NULL OR mission_id = :mission)
AND    EXISTS (SELECT 1 FROM listed_rows WHERE :mission IS NULL OR mission_id = :mission);

-- How many contradictions were found.
SELECT coalesce(sum(contradictions), 0)
FROM   wrong_counts
WHERE  :mission IS NULL OR mission_id = :mission;

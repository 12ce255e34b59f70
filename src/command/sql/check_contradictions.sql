-- The first contradictions, the hard ones before the others, in the language of the reader.
SELECT mission_id, kind AS contradiction, subject, stage,
       CASE :language
           WHEN 'nl' THEN arithmetic_nl || coalesce(': ' || condition_nl, '')
           WHEN 'fr' THEN arithmetic_fr || coalesce(' : ' || condition_fr, '')
           ELSE arithmetic_en || coalesce(': ' || condition_en, '')
       END AS finding
FROM   found_contradictions
WHERE  (:mission IS NULL OR mission_id = :mission)
ORDER  BY mission_id, contradiction_id
LIMIT  :most;

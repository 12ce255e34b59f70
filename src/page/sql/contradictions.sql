-- The contradictions of a mission, the hard ones of each subject before the others.
SELECT kind, subject, stage, claims,
       arithmetic_en, arithmetic_nl, arithmetic_fr, condition_en, condition_nl, condition_fr
FROM   found_contradictions
WHERE  mission_id = :mission
ORDER  BY contradiction_id;

-- The contradictions of a mission, or of all, those of the latest first; the hard ones of each subject before the others.
SELECT m.mission_id, m.name, c.kind, c.subject, c.stage, c.claims,
       c.arithmetic_en, c.arithmetic_nl, c.arithmetic_fr, c.condition_en, c.condition_nl, c.condition_fr
FROM   found_contradictions AS c
JOIN   missions             AS m USING (mission_id)
WHERE  m.mission_id = coalesce(:mission, m.mission_id)
ORDER  BY m.first_day IS NULL, m.first_day DESC, m.mission_id, c.contradiction_id;

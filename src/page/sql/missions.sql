-- What the missions are compared by, the latest first.
SELECT o.mission_id, o.name, m.lead, o.first_day, o.last_day, o.claims, o.wrong_min,
       coalesce(w.contradictions, 0) AS contradictions
FROM   missions_overview AS o
JOIN   missions          AS m USING (mission_id)
LEFT   JOIN wrong_counts AS w USING (mission_id)
ORDER  BY o.first_day IS NULL, o.first_day DESC, o.mission_id;

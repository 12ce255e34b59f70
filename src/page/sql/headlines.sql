-- What was published of the things that missions are compared by, people, participants, companies and agreements, and what
-- follows of them, also where nothing was published.
SELECT mission_id,
       CASE subject WHEN 'people' THEN 0 WHEN 'agreements' THEN 3 ELSE CASE scope WHEN '*/*/*/*' THEN 1 ELSE 2 END END AS compared,
       s.stated, s.stated_min, s.stated_max, s.verdict, i.implied_min, i.implied_max
FROM   stated_counts       AS s
FULL   JOIN implied_counts AS i USING (mission_id, subject, scope)
WHERE  subject IN ('people', 'participants', 'agreements') AND scope = '*/*/*/*'
OR     subject = 'participants'                            AND scope = 'company/*/*/*'
ORDER  BY mission_id, compared;

-- Every claim with its subject and verdict.
SELECT c.mission_id, c.claim_id, c.subject, v.verdict
FROM   claims AS c
JOIN   verdicts AS v USING (mission_id, claim_id)
ORDER  BY c.mission_id, c.claim_id;

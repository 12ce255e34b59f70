INSERT INTO contradicted_claims (mission_id, claim_id, contradiction_id)
VALUES (?1, ?2, ?3);

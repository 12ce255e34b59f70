INSERT INTO contradicted_claims (mission_id, claim_id, contradiction_id)
VALUES (:mission_id, :claim_id, :contradiction_id);

INSERT INTO verdicts (mission_id, claim_id, count_min, count_max, listed_min, listed_max, implied_min, implied_max, verdict,
                      findings_en, findings_nl, findings_fr)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

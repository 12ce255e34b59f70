INSERT INTO found_contradictions (mission_id, contradiction_id, kind, subject, stage, claims, laws,
                                  arithmetic_en, arithmetic_nl, arithmetic_fr, condition_en, condition_nl, condition_fr)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);

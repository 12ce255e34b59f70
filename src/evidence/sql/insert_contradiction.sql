INSERT INTO found_contradictions (mission_id, contradiction_id, kind, subject, stage, claims, laws,
                                  arithmetic_en, arithmetic_nl, arithmetic_fr, condition_en,
                                  condition_nl, condition_fr)
VALUES (:mission_id, :contradiction_id, :kind, :subject, :stage, :claims, :laws, :arithmetic_en,
        :arithmetic_nl, :arithmetic_fr, :condition_en, :condition_nl, :condition_fr);

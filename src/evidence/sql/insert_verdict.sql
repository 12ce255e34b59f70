INSERT INTO verdicts (mission_id, claim_id, count_min, count_max, listed_min, listed_max,
                      implied_min, implied_max, verdict, findings_en, findings_nl, findings_fr)
VALUES (:mission_id, :claim_id, :count_min, :count_max, :listed_min, :listed_max, :implied_min,
        :implied_max, :verdict, :findings_en, :findings_nl, :findings_fr);

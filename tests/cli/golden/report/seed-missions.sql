BEGIN;
INSERT INTO "missions_overview" ("mission_id", "name", "first_day", "last_day", "days", "people", "companies", "agreements", "participants_listed", "agreements_listed", "events_listed", "claims", "refuted", "inconsistent", "conflicting", "conditional", "supported", "unverified", "wrong_min") VALUES
('usa-west-2025', 'Belgian Economic Mission to the US West Coast', '2025-10-04', '2025-10-11', 8, '~<500 / 500', '218 / 221', '>30 / 60', 9, 12, 48, 56, 0, 0, 12, 8, 1, 35, 3);
COMMIT;

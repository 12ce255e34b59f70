BEGIN;
INSERT INTO "events_per_day" ("mission_id", "day", "weekday", "certain", "possible") VALUES
('usa-west-2025', '2025-10-04', 'Saturday', 0, 15),
('usa-west-2025', '2025-10-05', 'Sunday', 5, 15),
('usa-west-2025', '2025-10-06', 'Monday', 9, 15),
('usa-west-2025', '2025-10-07', 'Tuesday', 2, 15),
('usa-west-2025', '2025-10-08', 'Wednesday', 1, 29),
('usa-west-2025', '2025-10-09', 'Thursday', 1, 14),
('usa-west-2025', '2025-10-10', 'Friday', 0, 14),
('usa-west-2025', '2025-10-11', 'Saturday', 1, 13);
COMMIT;

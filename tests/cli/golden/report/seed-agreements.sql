BEGIN;
INSERT INTO "agreements_per_city" ("mission_id", "city_id", "city", "listed_min", "listed_max", "stated", "stated_min", "stated_max", "implied_min", "implied_max", "verdict") VALUES
('usa-west-2025', 'san-francisco', 'San Francisco', 1, 18, NULL, NULL, NULL, NULL, NULL, NULL),
('usa-west-2025', 'san-jose', 'San José', 1, 18, NULL, NULL, NULL, NULL, NULL, NULL),
('usa-west-2025', NULL, NULL, 10, 17, NULL, NULL, NULL, NULL, NULL, NULL),
('usa-west-2025', '*', NULL, 12, 19, '>30 / 60', 31, NULL, 31, NULL, 'unverified');
COMMIT;

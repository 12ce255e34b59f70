BEGIN;
INSERT INTO "agreements_per_city" ("mission_id", "city_id", "city", "listed_min", "listed_max", "stated", "stated_min", "stated_max", "verdict") VALUES ('usa-west-2025', 'san-francisco', 'San Francisco', 1, 16, '>30', 31, NULL, 'unverified');
INSERT INTO "agreements_per_city" ("mission_id", "city_id", "city", "listed_min", "listed_max", "stated", "stated_min", "stated_max", "verdict") VALUES ('usa-west-2025', NULL, NULL, 8, 15, NULL, NULL, NULL, NULL);
INSERT INTO "agreements_per_city" ("mission_id", "city_id", "city", "listed_min", "listed_max", "stated", "stated_min", "stated_max", "verdict") VALUES ('usa-west-2025', '*', NULL, 9, 16, '60', 60, 60, 'unverified');
COMMIT;

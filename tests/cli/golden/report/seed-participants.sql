BEGIN;
INSERT INTO "participants_by_category" ("mission_id", "region_id", "category_id", "listed_min", "listed_max", "stated", "stated_min", "stated_max", "implied_min", "implied_max", "verdict") VALUES
('usa-west-2025', 'brussels', 'company', 2, 4, '37', 37, 37, 37, 37, 'conditional'),
('usa-west-2025', 'brussels', NULL, 2, 6, NULL, NULL, NULL, 37, NULL, NULL),
('usa-west-2025', 'flanders', 'company', 2, 5, '112', 112, 112, 112, 112, 'conditional'),
('usa-west-2025', 'flanders', 'organisation', 1, 2, '8', 8, 8, 8, 8, 'unverified'),
('usa-west-2025', 'flanders', 'university', 1, 3, '10', 10, 10, 9, 11, 'unverified'),
('usa-west-2025', 'flanders', NULL, 4, 11, '130', 130, 130, 129, 135, 'unverified'),
('usa-west-2025', 'wallonia', 'company', 2, 7, '>=74', 74, NULL, 74, 221, 'conditional'),
('usa-west-2025', 'wallonia', 'organisation', 0, 4, NULL, NULL, NULL, NULL, NULL, NULL),
('usa-west-2025', 'wallonia', 'university', 0, 1, NULL, NULL, NULL, 0, 15, NULL),
('usa-west-2025', 'wallonia', NULL, 2, 13, NULL, NULL, NULL, 74, NULL, NULL),
('usa-west-2025', NULL, 'company', 6, 12, '218 / 221', 218, 221, 218, 221, 'conflicting'),
('usa-west-2025', NULL, 'federation', 1, 1, '17', 17, 17, 17, 17, 'unverified'),
('usa-west-2025', NULL, 'organisation', 1, 5, NULL, NULL, NULL, 8, NULL, NULL),
('usa-west-2025', NULL, 'university', 1, 4, '15', 15, 15, 15, 15, 'unverified'),
('usa-west-2025', NULL, NULL, 9, 22, NULL, NULL, NULL, 258, NULL, NULL);
COMMIT;

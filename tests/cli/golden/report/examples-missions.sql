BEGIN;
INSERT INTO "missions_overview" ("mission_id", "name", "first_day", "last_day", "days", "people", "companies", "agreements", "participants_listed", "agreements_listed", "events_listed", "claims", "refuted", "inconsistent", "conflicting", "conditional", "supported", "unverified", "wrong_min") VALUES
('argentina-uruguay-2018', 'Belgian Economic Mission to Argentina and Uruguay', '2018-06-23', '2018-06-30', 8, '~<200', '94', NULL, 0, 1, 0, 10, 0, 0, 0, 0, 0, 10, 0),
('australia-2023', 'Belgian Economic Mission to Australia', '2023-10-23', '2023-10-27', 5, '315', NULL, '25', 0, 0, 0, 9, 0, 0, 0, 0, 0, 9, 0),
('chile-2025', 'State Visit to Chile', '2025-06-24', '2025-06-26', 3, '127', NULL, NULL, 0, 0, 0, 4, 0, 0, 0, 0, 0, 4, 0),
('gulf-2015', 'Belgian Economic Mission to Qatar and the United Arab Emirates', '2015-03-21', NULL, NULL, '>450 / 453', '223', '~30', 0, 0, 0, 15, 0, 0, 2, 0, 0, 13, 1),
('india-2013', 'Belgian Economic Mission to India', NULL, NULL, NULL, '~340', '160', NULL, 0, 0, 0, 4, 0, 0, 0, 0, 0, 4, 0),
('indonesia-2016', 'Belgian Economic Mission to Indonesia', '2016-03-12', '2016-03-19', 8, '>300 / 301 / 350', '~130 / 127', '~25', 0, 0, 0, 11, 0, 0, 6, 0, 0, 5, 2),
('japan-2022', 'Belgian Economic Mission to Japan', '2022-12-05', '2022-12-09', 5, '575 / >600', '210', NULL, 0, 1, 0, 9, 0, 0, 2, 0, 0, 7, 1),
('malaysia-singapore-2014', 'Belgian Economic Mission to Malaysia and Singapore', '2014-11-22', '2014-11-28', 7, '~300', '215', NULL, 0, 0, 0, 5, 0, 0, 0, 0, 0, 5, 0),
('morocco-2018', 'Belgian Economic Mission to Morocco', '2018-11-25', '2018-11-30', 6, '~450', '251', '21', 0, 0, 0, 11, 0, 0, 0, 0, 0, 11, 0),
('norway-2024', 'Belgian Economic Mission to Norway', '2024-06-16', '2024-06-19', 4, '>450', '260', '18', 0, 0, 0, 3, 0, 0, 0, 0, 0, 3, 0),
('peru-colombia-2014', 'Belgian Economic Mission to Peru and Colombia', '2014-10-18', '2014-10-25', 8, '>=300', NULL, NULL, 0, 0, 0, 5, 0, 0, 2, 0, 0, 3, 1),
('saudi-arabia-oman-2014', 'Belgian Economic Mission to Saudi Arabia and Oman', NULL, NULL, NULL, '350 / 353', '~170 / 170', NULL, 0, 0, 0, 9, 0, 0, 0, 2, 0, 7, 0),
('senegal-2023', 'Belgian Economic Mission to Senegal', '2023-05-21', '2023-05-25', 5, '~360 / ~<400 / 367', '~>150', '38', 0, 0, 0, 12, 0, 0, 4, 0, 0, 8, 1),
('texas-2016', 'Belgian Economic Mission to Texas', '2016-12-03', '2016-12-11', 9, '240', '98 / 117', NULL, 0, 0, 0, 5, 0, 0, 2, 0, 0, 3, 1),
('thailand-2013', 'Belgian Economic Mission to Thailand', '2013-03-16', '2013-03-23', 8, '~200 / 200', '>100 / 105', '~10', 0, 1, 0, 10, 0, 0, 0, 2, 0, 8, 0),
('uk-2022', 'Belgian Economic Mission to the United Kingdom', '2022-05-08', '2022-05-12', 5, '>400', NULL, '9', 0, 1, 0, 11, 0, 0, 0, 0, 0, 11, 0),
('usa-east-2022', 'Belgian Economic Mission to the United States (Atlanta, New York, Boston)', '2022-06-04', '2022-06-11', 8, '541', '>200', NULL, 0, 0, 0, 13, 0, 0, 0, 0, 0, 13, 0),
('western-canada-2015', 'Belgian Economic Mission to Western Canada', '2015-10-25', NULL, NULL, '>200 / 228 / 231', '>100', NULL, 0, 0, 0, 10, 0, 0, 2, 0, 0, 8, 1);
COMMIT;

BEGIN;
INSERT INTO "result" ("level", "rule", "file", "line", "column", "title", "message", "nearest") VALUES
('error', 'E101', 'data/event.csv', NULL, NULL, 'a file or sheet that is no table', 'no table goes by this name', 'events.csv'),
('error', 'E209', 'data/sources.csv', 3, 224, 'no language', 'language: `EN` is not a language code of two lower-case letters (ISO 639-1), such as nl', 'en'),
('error', 'E201', 'data/regions.csv', 4, 1, 'an empty cell that must not be empty', 'region_id is empty, and must not be', NULL),
('error', 'E211', 'data/cities.csv', 8, 10, 'a character that is none', 'name: `San\tJos\u{7}é` is not text without control characters and without lost ones', NULL),
('error', 'E204', 'data/claims.csv', 11, 80, 'no count', 'count: `ca. 218` is not a count: 112, 500=, >30, >=30, 30+, <500, <=500, 10-15, ~500, ~<500 or ~>500', NULL),
('error', 'E205', 'data/claims.csv', 11, 88, 'none of the words', 'stage: `expcted` is not one of: expected, reported', 'expected'),
('notice', 'N301', 'data/events.csv', 41, 77, 'an event outside its mission', 'this event lies wholly or partly outside the days of its mission, 2025-10-04 to 2025-10-11', NULL),
('notice', 'N301', 'data/events.csv', 43, 68, 'an event outside its mission', 'this event lies wholly or partly outside the days of its mission, 2025-10-04 to 2025-10-11', NULL);
COMMIT;

-- The database of `mission`: a build product of a data folder.
-- Edit the CSV files and run `mission init` again; nothing writes to a finished file.
--
-- Tables are stored in the order of their keys. What is worked out while the file is built (verdicts, stated_counts,
-- listed_participants) cannot go stale: a finished file refuses every change.
--
-- The views are in SQL that SQLite, DuckDB, PostgreSQL and Spark SQL share, and the checks in what the first three do: what
-- holds here holds there (mission export -o all.sql).
--
-- Conventions: keys are slugs (a-z 0-9 -); days are ISO 8601 (YYYY-MM-DD); NULL means "not known",
-- never zero; a count is stored as published and as its two bounds, *_max NULL meaning "no upper bound".

PRAGMA application_id = 0x4D495353;  -- "MISS"
PRAGMA user_version   = 2;

-- Where a fact was found.
CREATE TABLE sources (
    source_id    TEXT NOT NULL PRIMARY KEY CHECK (trim(source_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),  -- Key, a slug
    title        TEXT NOT NULL,                                                                                    -- Title; in square brackets where the source has none of its own
    publisher    TEXT,                                                                                             -- Who published it; NULL = not known
    url          TEXT CHECK (substr(url, 1, 7) = 'http://' OR substr(url, 1, 8) = 'https://'),                     -- Address on the web; NULL = not on the web, or not known
    published_on TEXT CHECK (published_on IS date(published_on, '+0 days')),                                       -- Day of publication (ISO 8601); NULL = not known
    language     TEXT CHECK (length(language) = 2 AND trim(language, 'abcdefghijklmnopqrstuvwxyz') = '')           -- Language (ISO 639-1); NULL = not known
) STRICT, WITHOUT ROWID;

-- The missions: delegations of companies, organisations and universities abroad.
CREATE TABLE missions (
    mission_id TEXT NOT NULL PRIMARY KEY CHECK (trim(mission_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),  -- Key, a slug
    name       TEXT NOT NULL,                                                                                     -- Full name
    kind       TEXT CHECK (kind IN ('economic-mission', 'state-visit')),                                          -- Kind of mission; NULL = not known
    lead       TEXT,                                                                                              -- Who led it; NULL = not known
    first_day  TEXT CHECK (first_day IS date(first_day, '+0 days')),                                              -- First day (ISO 8601); NULL = not known
    last_day   TEXT CHECK (last_day IS date(last_day, '+0 days')),                                                -- Last day (ISO 8601); NULL = not known
    source_id  TEXT NOT NULL REFERENCES sources (source_id),                                                      -- Source of this row
    CHECK (first_day <= last_day)
) STRICT, WITHOUT ROWID;

-- The regions, which together make the whole country.
CREATE TABLE regions (
    region_id TEXT NOT NULL PRIMARY KEY CHECK (trim(region_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),  -- Key, a slug
    label_en  TEXT NOT NULL,                                                                                    -- Name in English
    label_nl  TEXT NOT NULL,                                                                                    -- Name in Dutch
    label_fr  TEXT NOT NULL                                                                                     -- Name in French
) STRICT, WITHOUT ROWID;

-- The categories of participants; no participant belongs to two of them.
CREATE TABLE categories (
    category_id TEXT NOT NULL PRIMARY KEY CHECK (trim(category_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),  -- Key, a slug
    label_en    TEXT NOT NULL,                                                                                      -- Name in English, plural
    label_nl    TEXT NOT NULL,                                                                                      -- Name in Dutch, plural
    label_fr    TEXT NOT NULL                                                                                       -- Name in French, plural
) STRICT, WITHOUT ROWID;

-- The cities in which something took place.
CREATE TABLE cities (
    city_id   TEXT NOT NULL PRIMARY KEY CHECK (trim(city_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),   -- Key, a slug
    name      TEXT NOT NULL,                                                                                   -- Name
    state     TEXT,                                                                                            -- State or province; NULL = none, or not known
    country   TEXT NOT NULL CHECK (length(country) = 2 AND trim(country, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ''),  -- Country (ISO 3166-1 alpha-2)
    latitude  REAL CHECK (latitude BETWEEN -90 AND 90),                                                        -- Degrees north (WGS 84); NULL = not known
    longitude REAL CHECK (longitude BETWEEN -180 AND 180)                                                      -- Degrees east (WGS 84); NULL = not known
) STRICT, WITHOUT ROWID;

-- The participating organisations, never persons. A list may be partial: see complete_lists.
CREATE TABLE participants (
    mission_id     TEXT NOT NULL REFERENCES missions (mission_id),                                            -- Mission
    participant_id TEXT NOT NULL CHECK (trim(participant_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),  -- Key within the mission, a slug
    name           TEXT NOT NULL,                                                                             -- Name of the organisation
    category_id    TEXT NOT NULL REFERENCES categories (category_id),                                         -- Category
    region_id      TEXT REFERENCES regions (region_id),                                                       -- Region; NULL = not known
    status         TEXT CHECK (status IN ('announced')),                                                      -- announced = named beforehand only, which counts as possible; NULL = took part
    enterprise_number TEXT,                                                                                   -- Belgian enterprise number (KBO/BCE), ten digits, dots between them or not; NULL = not known
    source_id      TEXT NOT NULL REFERENCES sources (source_id),                                              -- Source of this row
    locator        TEXT,                                                                                      -- Where in the source; NULL = not said
    PRIMARY KEY (mission_id, participant_id)
) STRICT, WITHOUT ROWID;

-- Contracts, memoranda, partnerships and announced investments.
CREATE TABLE agreements (
    mission_id   TEXT NOT NULL REFERENCES missions (mission_id),                                                      -- Mission
    agreement_id TEXT NOT NULL CHECK (trim(agreement_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),              -- Key within the mission, a slug
    title        TEXT NOT NULL,                                                                                       -- What was agreed
    kind         TEXT NOT NULL CHECK (kind IN ('contract', 'memorandum', 'partnership', 'investment', 'agreement')),  -- Kind; agreement = not said more precisely
    status       TEXT NOT NULL CHECK (status IN ('signed', 'announced', 'planned')),                                  -- signed and announced count as certain, planned as possible
    city_id      TEXT REFERENCES cities (city_id),                                                                    -- City; NULL = not known
    first_day    TEXT CHECK (first_day IS date(first_day, '+0 days')),                                                -- First day (ISO 8601); NULL = not known
    last_day     TEXT CHECK (last_day IS date(last_day, '+0 days')),                                                  -- Last day (ISO 8601); NULL = not known
    date_basis   TEXT CHECK (date_basis IN ('stated', 'window')),                                                     -- stated = on every day from first to last; window = on one of them, not known which; NULL = no days known
    amount       TEXT,                                                                                                -- Amount as published, in whole units of the currency; NULL = not known
    amount_min   INTEGER CHECK (amount_min >= 0),                                                                     -- Lower bound of the amount, from amount
    amount_max   INTEGER CHECK (amount_max >= amount_min),                                                            -- Upper bound of the amount, from amount; NULL = none
    currency     TEXT CHECK (length(currency) = 3 AND trim(currency, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ''),             -- Currency of the amount (ISO 4217); NULL = no amount
    source_id    TEXT NOT NULL REFERENCES sources (source_id),                                                        -- Source of this row
    locator      TEXT,                                                                                                -- Where in the source; NULL = not said
    PRIMARY KEY (mission_id, agreement_id),
    CHECK (first_day <= last_day),
    CHECK ((first_day IS NULL) = (last_day IS NULL) AND (first_day IS NULL) = (date_basis IS NULL)),
    CHECK ((amount IS NULL) = (amount_min IS NULL) AND (amount IS NULL) = (currency IS NULL))
) STRICT, WITHOUT ROWID;

-- The parties of an agreement.
CREATE TABLE agreement_parties (
    mission_id     TEXT NOT NULL,                                                                          -- Mission
    agreement_id   TEXT NOT NULL,                                                                          -- Agreement
    party          TEXT NOT NULL,                                                                          -- Name of the party
    country        TEXT CHECK (length(country) = 2 AND trim(country, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ''),  -- Its country (ISO 3166-1 alpha-2); NULL = not known
    participant_id TEXT,                                                                                   -- The participant that it is; NULL = not a listed participant
    PRIMARY KEY (mission_id, agreement_id, party),
    FOREIGN KEY (mission_id, agreement_id) REFERENCES agreements (mission_id, agreement_id),
    FOREIGN KEY (mission_id, participant_id) REFERENCES participants (mission_id, participant_id)
) STRICT, WITHOUT ROWID;

-- The programme: visits, receptions, seminars, meetings and so on.
CREATE TABLE events (
    mission_id TEXT NOT NULL REFERENCES missions (mission_id),                                                                                                                            -- Mission
    event_id   TEXT NOT NULL CHECK (trim(event_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),                                                                                        -- Key within the mission, a slug
    title      TEXT NOT NULL,                                                                                                                                                             -- What took place
    kind       TEXT NOT NULL CHECK (kind IN ('visit', 'speech', 'reception', 'meeting',
                                             'seminar', 'meal', 'panel', 'award', 'journey',
                                             'networking', 'opening', 'culture', 'press',
                                             'signing', 'briefing', 'pitch')),                                                                                                            -- Kind
    city_id    TEXT REFERENCES cities (city_id),                                                                                                                                          -- City; NULL = not known
    venue      TEXT,                                                                                                                                                                      -- Place within the city; NULL = not known
    host       TEXT,                                                                                                                                                                      -- Who received or organised; NULL = not known
    first_day  TEXT CHECK (first_day IS date(first_day, '+0 days')),                                                                                                                      -- First day (ISO 8601); NULL = not known
    last_day   TEXT CHECK (last_day IS date(last_day, '+0 days')),                                                                                                                        -- Last day (ISO 8601); NULL = not known
    date_basis TEXT CHECK (date_basis IN ('stated', 'window')),                                                                                                                           -- stated = on every day from first to last; window = on one of them, not known which; NULL = no days known
    start_time TEXT CHECK (length(start_time) = 5 AND trim(start_time, '0123456789') = ':' AND substr(start_time, 3, 1) = ':' AND start_time < '24' AND substr(start_time, 4, 1) < '6'),  -- When it begins, local time (ISO 8601); NULL = not known
    end_time   TEXT CHECK (length(end_time) = 5 AND trim(end_time, '0123456789') = ':' AND substr(end_time, 3, 1) = ':' AND end_time < '24' AND substr(end_time, 4, 1) < '6'),            -- When it ends, local time (ISO 8601); NULL = not known
    source_id  TEXT NOT NULL REFERENCES sources (source_id),                                                                                                                              -- Source of this row
    locator    TEXT,                                                                                                                                                                      -- Where in the source; NULL = not said
    PRIMARY KEY (mission_id, event_id),
    CHECK (first_day <= last_day),
    CHECK ((first_day IS NULL) = (last_day IS NULL) AND (first_day IS NULL) = (date_basis IS NULL)),
    CHECK ((start_time IS NULL AND end_time IS NULL) OR (first_day IS NOT NULL AND first_day = last_day))
) STRICT, WITHOUT ROWID;

-- Published counts: each says that a source counted a subject in a scope. A scope column that is NULL does not narrow the scope.
CREATE TABLE claims (
    mission_id  TEXT NOT NULL REFERENCES missions (mission_id),                                      -- Mission
    claim_id    TEXT NOT NULL CHECK (trim(claim_id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),  -- Key within the mission, a slug
    subject     TEXT NOT NULL CHECK (trim(subject, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),   -- What is counted: participants, people, agreements, events, or another word that no table lists
    category_id TEXT REFERENCES categories (category_id),                                            -- Only this category; NULL = all
    region_id   TEXT REFERENCES regions (region_id),                                                 -- Only this region; NULL = the whole country
    city_id     TEXT REFERENCES cities (city_id),                                                    -- Only in this city; NULL = everywhere
    day         TEXT CHECK (day IS date(day, '+0 days')),                                            -- Only on this day (ISO 8601); NULL = the whole mission
    count       TEXT NOT NULL,                                                                       -- The count as published: 112, 500=, >30, >=30, 30+, <500, <=500, 10-15, ~500, ~<500, ~>500
    count_min   INTEGER NOT NULL CHECK (count_min >= 0),                                             -- Lower bound, read strictly, from count
    count_max   INTEGER CHECK (count_max >= count_min),                                              -- Upper bound, read strictly, from count; NULL = none
    stage       TEXT CHECK (stage IN ('expected', 'reported')),                                      -- expected = published beforehand; NULL = reported
    origin      TEXT CHECK (trim(origin, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''),             -- Who did the counting, a slug; NULL = not known
    source_id   TEXT NOT NULL REFERENCES sources (source_id),                                        -- Source of this row
    locator     TEXT,                                                                                -- Where in the source; NULL = not said
    PRIMARY KEY (mission_id, claim_id)
) STRICT, WITHOUT ROWID;

-- Declarations that the rows of a subject are all there are.
CREATE TABLE complete_lists (
    mission_id TEXT NOT NULL REFERENCES missions (mission_id),               -- Mission
    subject    TEXT NOT NULL
               CHECK (subject IN ('participants', 'agreements', 'events')),  -- What is listed completely
    region_id  TEXT REFERENCES regions (region_id),                          -- Complete for this region only; NULL = for the whole mission
    source_id  TEXT NOT NULL REFERENCES sources (source_id)                  -- Who declares it
) STRICT;

-- A table of the data folder has its key checked by its PRIMARY KEY; here a part of the key may be NULL.
CREATE UNIQUE INDEX complete_lists_key ON complete_lists (mission_id, subject, coalesce(region_id, ''));

-- What `mission init` worked out of every claim; read it through the view claim_verdicts. The findings are sentences, each
-- on a line of its own, in English, Dutch and French.
CREATE TABLE verdicts (
    mission_id  TEXT NOT NULL,                                                                                            -- Mission
    claim_id    TEXT NOT NULL,                                                                                            -- Claim
    count_min   INTEGER NOT NULL,                                                                                         -- Lower bound of the published count, read strictly, as in claims
    count_max   INTEGER,                                                                                                  -- Upper bound of the same; NULL = none
    listed_min  INTEGER,                                                                                                  -- Rows that certainly fall in the scope; NULL = nothing of the subject is listed
    listed_max  INTEGER,                                                                                                  -- Rows that certainly or possibly fall in it; NULL = nothing of the subject is listed
    implied_min INTEGER,                                                                                                  -- Lower bound that follows for the scope; NULL = nothing follows
    implied_max INTEGER,                                                                                                  -- Upper bound that follows for the scope; NULL = none
    verdict     TEXT NOT NULL
                CHECK (verdict IN ('refuted', 'inconsistent', 'conflicting', 'conditional', 'supported', 'unverified')),  -- Verdict
    findings_en TEXT NOT NULL,                                                                                            -- Everything found for and against, in English
    findings_nl TEXT NOT NULL,                                                                                            -- The same in Dutch
    findings_fr TEXT NOT NULL,                                                                                            -- The same in French
    PRIMARY KEY (mission_id, claim_id),
    FOREIGN KEY (mission_id, claim_id) REFERENCES claims (mission_id, claim_id)
) STRICT, WITHOUT ROWID;

-- Smallest sets of published numbers that cannot all be right, found by `mission init`; read them through the view
-- contradictions.
CREATE TABLE found_contradictions (
    mission_id       TEXT NOT NULL REFERENCES missions (mission_id),           -- Mission
    contradiction_id INTEGER NOT NULL,                                         -- Key within the mission: 1, 2, ...
    kind             TEXT NOT NULL CHECK (kind IN ('hard', 'conditional')),    -- hard = in every world; conditional = only by an assumption
    subject          TEXT NOT NULL,                                            -- What is counted
    stage            TEXT NOT NULL CHECK (stage IN ('expected', 'reported')),  -- When it was published
    claims           TEXT NOT NULL,                                            -- The claims of its numbers, a blank between
    laws             TEXT NOT NULL,                                            -- The laws that it rests on, a blank between
    arithmetic_en    TEXT NOT NULL,                                            -- The sum that shows it, in English
    arithmetic_nl    TEXT NOT NULL,                                            -- The same in Dutch
    arithmetic_fr    TEXT NOT NULL,                                            -- The same in French
    condition_en     TEXT,                                                     -- What would make it fit, in English; NULL = nothing would
    condition_nl     TEXT,                                                     -- The same in Dutch
    condition_fr     TEXT,                                                     -- The same in French
    PRIMARY KEY (mission_id, contradiction_id)
) STRICT, WITHOUT ROWID;

-- Which claims are in which contradiction.
CREATE TABLE contradicted_claims (
    mission_id       TEXT NOT NULL,     -- Mission
    claim_id         TEXT NOT NULL,     -- Claim
    contradiction_id INTEGER NOT NULL,  -- Contradiction of the mission
    PRIMARY KEY (mission_id, claim_id, contradiction_id),
    FOREIGN KEY (mission_id, claim_id) REFERENCES claims (mission_id, claim_id),
    FOREIGN KEY (mission_id, contradiction_id) REFERENCES found_contradictions (mission_id, contradiction_id)
) STRICT, WITHOUT ROWID;

-- How many of the published numbers of a mission are wrong at least.
CREATE TABLE wrong_counts (
    mission_id     TEXT NOT NULL PRIMARY KEY REFERENCES missions (mission_id),  -- Mission
    wrong_min      INTEGER NOT NULL,                                            -- At least so many numbers are wrong
    exact          INTEGER NOT NULL,                                            -- 1 = without so many, all others can be right; 0 = more may have to be wrong
    contradictions INTEGER NOT NULL,                                            -- How many contradictions were found; of each subject the first ones are stored
    cut            INTEGER NOT NULL                                             -- 1 = not every combination of numbers was searched
) STRICT, WITHOUT ROWID;

-- What follows for each scope if the published numbers are right, as far as they can be together. Worked out by
-- `mission init`.
CREATE TABLE implied_counts (
    mission_id  TEXT NOT NULL,                             -- Mission
    subject     TEXT NOT NULL,                             -- What is counted
    scope       TEXT NOT NULL,                             -- Key of the scope: category, region, city and day, with slashes between them; * = all of them
    category_id TEXT,                                      -- Only this category; NULL = all
    region_id   TEXT,                                      -- Only this region; NULL = the whole country
    city_id     TEXT,                                      -- Only in this city; NULL = everywhere
    day         TEXT CHECK (day IS date(day, '+0 days')),  -- Only on this day; NULL = the whole mission
    implied_min INTEGER NOT NULL,                          -- Lower bound that follows
    implied_max INTEGER,                                   -- Upper bound that follows; NULL = none
    PRIMARY KEY (mission_id, subject, scope)
) STRICT, WITHOUT ROWID;

-- Agreements and events that are likely the same thing, noted twice: titles equal but for case, accents and signs, and
-- no known city or day that differs. Found by `mission init`.
CREATE TABLE likely_same (
    mission_id TEXT NOT NULL,                                              -- Mission
    subject    TEXT NOT NULL CHECK (subject IN ('agreements', 'events')),  -- What is listed
    row_id     TEXT NOT NULL,                                              -- Key of the row
    unit_id    TEXT NOT NULL,                                              -- The key of the first row of the same thing
    PRIMARY KEY (mission_id, subject, row_id)
) STRICT, WITHOUT ROWID;

-- How many participants are listed of each region and category. Counted by `mission init`; rows that are likely the same
-- organisation (no two known enterprise numbers differ) count once in listed_min, and each in listed_max.
CREATE TABLE listed_participants (
    mission_id  TEXT NOT NULL,                             -- Mission
    region_id   TEXT,                                      -- Region; NULL = not known, or likely the same organisation in several
    category_id TEXT,                                      -- Category; NULL = likely the same organisation in several
    listed_min  INTEGER NOT NULL CHECK (listed_min >= 0),  -- Participants that certainly took part
    listed_max  INTEGER NOT NULL CHECK (listed_max >= 0)   -- Rows of participants
) STRICT;

CREATE INDEX listed_participants_mission ON listed_participants (mission_id);

-- How many rows are listed in each scope that a report has a row of: participants by region and category, agreements by city,
-- events by day, and each of the whole mission. Counted by `mission init`; rows that are likely the same count once in
-- listed_min, and each in listed_max.
CREATE TABLE listed_counts (
    mission_id  TEXT NOT NULL,                                                              -- Mission
    subject     TEXT NOT NULL CHECK (subject IN ('participants', 'agreements', 'events')),  -- What is listed
    scope       TEXT NOT NULL,                                                              -- Key of the scope: category, region, city and day, with slashes between them; * = all of them
    category_id TEXT,                                                                       -- Only this category; NULL = all
    region_id   TEXT,                                                                       -- Only this region; NULL = the whole country
    city_id     TEXT,                                                                       -- Only in this city; NULL = everywhere; ? = in no known city
    day         TEXT CHECK (day IS date(day, '+0 days')),                                   -- Only on this day; NULL = the whole mission
    listed_min  INTEGER NOT NULL,                                                           -- Rows that certainly fall in it
    listed_max  INTEGER NOT NULL,                                                           -- The same and those that possibly do
    PRIMARY KEY (mission_id, subject, scope)
) STRICT, WITHOUT ROWID;

-- The days of every mission whose first and last day are known. Worked out by `mission init`.
CREATE TABLE mission_days (
    mission_id TEXT NOT NULL,                                      -- Mission
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days')),  -- Day (ISO 8601)
    weekday    TEXT NOT NULL,                                      -- Its weekday, in English
    PRIMARY KEY (mission_id, day)
) STRICT, WITHOUT ROWID;

-- What was published of each subject and scope, all claims together; expected counts only where none is reported.
-- Worked out by `mission init`.
CREATE TABLE stated_counts (
    mission_id  TEXT NOT NULL,                                                                                                          -- Mission
    subject     TEXT NOT NULL,                                                                                                          -- What is counted
    scope       TEXT NOT NULL,                                                                                                          -- Key of the scope: category, region, city and day, with slashes between them; * = all of them
    category_id TEXT,                                                                                                                   -- Only this category; NULL = all
    region_id   TEXT,                                                                                                                   -- Only this region; NULL = the whole country
    city_id     TEXT,                                                                                                                   -- Only in this city; NULL = everywhere
    day         TEXT CHECK (day IS date(day, '+0 days')),                                                                               -- Only on this day; NULL = the whole mission
    stated      TEXT NOT NULL,                                                                                                          -- The different counts as published, with slashes between them
    stated_min  INTEGER NOT NULL,                                                                                                       -- The lowest of their lower bounds
    stated_max  INTEGER,                                                                                                                -- The highest of their upper bounds; NULL = none
    verdict     TEXT NOT NULL CHECK (verdict IN ('refuted', 'inconsistent', 'conflicting', 'conditional', 'supported', 'unverified')),  -- The worst of their verdicts
    PRIMARY KEY (mission_id, subject, scope)
) STRICT, WITHOUT ROWID;

-- What of every listed agreement is certain and what is only possible; whatever counts agreements reads this.
CREATE VIEW listed_agreements AS
SELECT r.mission_id,                                               -- Mission
       r.agreement_id,                                             -- Key within the mission
       coalesce(s.unit_id, r.agreement_id) AS unit_id,             -- Rows with the same are likely the same thing, and count once for certain
       r.title,                                                    -- What was agreed
       CASE r.status WHEN 'planned' THEN 0 ELSE 1 END AS certain,  -- 1 = counts for certain: signed or announced; 0 = possibly: only planned
       CASE
           WHEN r.first_day IS NULL OR m.first_day IS NULL OR m.last_day IS NULL THEN 1
           WHEN r.first_day >= m.first_day AND r.last_day <= m.last_day           THEN 1
           WHEN r.first_day > m.last_day OR r.last_day < m.first_day              THEN 0
           WHEN r.date_basis = 'stated'                                           THEN 1
           ELSE 0
       END AS in_mission,                                          -- 1 = certainly on the days of the mission, or its days are not known; 0 = it lies, or may lie, outside them
       r.city_id,                                                  -- City; NULL = not known
       r.first_day,                                                -- First day (ISO 8601); NULL = not known
       r.last_day,                                                 -- Last day (ISO 8601); NULL = not known
       CASE
           WHEN r.date_basis = 'stated' OR r.first_day = r.last_day THEN 1
           WHEN r.date_basis = 'window'                             THEN 0
       END AS every_day                                            -- 1 = on every day from first to last; 0 = on one of them, not known which; NULL = no days known
FROM   agreements AS r
JOIN   missions AS m ON m.mission_id = r.mission_id
LEFT   JOIN likely_same AS s ON s.mission_id = r.mission_id AND s.subject = 'agreements' AND s.row_id = r.agreement_id;

-- What of every listed event is certain and what is only possible; whatever counts events reads this.
CREATE VIEW listed_events AS
SELECT r.mission_id,                                -- Mission
       r.event_id,                                  -- Key within the mission
       coalesce(s.unit_id, r.event_id) AS unit_id,  -- Rows with the same are likely the same thing, and count once for certain
       r.title,                                     -- What took place
       1 AS certain,                                -- 1 = counts for certain, as every event does
       CASE
           WHEN r.first_day IS NULL OR m.first_day IS NULL OR m.last_day IS NULL THEN 1
           WHEN r.first_day >= m.first_day AND r.last_day <= m.last_day           THEN 1
           WHEN r.first_day > m.last_day OR r.last_day < m.first_day              THEN 0
           WHEN r.date_basis = 'stated'                                           THEN 1
           ELSE 0
       END AS in_mission,                           -- 1 = certainly on the days of the mission, or its days are not known; 0 = it lies, or may lie, outside them
       r.city_id,                                   -- City; NULL = not known
       r.first_day,                                 -- First day (ISO 8601); NULL = not known
       r.last_day,                                  -- Last day (ISO 8601); NULL = not known
       CASE
           WHEN r.date_basis = 'stated' OR r.first_day = r.last_day THEN 1
           WHEN r.date_basis = 'window'                             THEN 0
       END AS every_day                             -- 1 = on every day from first to last; 0 = on one of them, not known which; NULL = no days known
FROM   events AS r
JOIN   missions AS m ON m.mission_id = r.mission_id
LEFT   JOIN likely_same AS s ON s.mission_id = r.mission_id AND s.subject = 'events' AND s.row_id = r.event_id;

-- A report on one subject reads the view of that subject: only in a view without UNION does SQLite, told the mission, look
-- at the rows of that mission alone.
-- Every listed row, whatever it is of: what falls in the scope of a claim, and whether for certain, is told from this.
CREATE VIEW listed_rows AS
SELECT mission_id,                                             -- Mission
       'participants' AS subject,                              -- participants, agreements or events
       participant_id AS row_id,                               -- Key of the row within the mission and the subject
       participant_id AS unit_id,                              -- Rows with the same are likely the same thing; of participants see listed_participants
       name AS title,                                          -- Its title or name
       replace(enterprise_number, '.', '') AS number,          -- Enterprise number of a participant, without dots; NULL = not known
       CASE WHEN status IS NULL THEN 1 ELSE 0 END AS certain,  -- 1 = counts for certain; 0 = possibly: an agreement that is only planned, a participant that is only announced
       1 AS in_mission,                                        -- 1 = certainly on the days of the mission, or its days are not known; 0 = it lies, or may lie, outside them
       category_id,                                            -- Category; NULL = not known; of an agreement see listed_parties
       region_id,                                              -- Region; NULL = not known; of an agreement see listed_parties
       NULL AS city_id,                                        -- City; NULL = not known
       NULL AS first_day,                                      -- First day (ISO 8601); NULL = not known
       NULL AS last_day,                                       -- Last day (ISO 8601); NULL = not known
       NULL AS every_day                                       -- 1 = on every day from first to last; 0 = on one of them, not known which; NULL = no days known
FROM   participants
UNION ALL
SELECT mission_id, 'agreements', agreement_id, unit_id, title, NULL, certain, in_mission, NULL, NULL,
       city_id, first_day, last_day, every_day
FROM   listed_agreements
UNION ALL
SELECT mission_id, 'events', event_id, unit_id, title, NULL, certain, in_mission, NULL, NULL,
       city_id, first_day, last_day, every_day
FROM   listed_events;

-- The parties of agreements that are listed participants: an agreement has at least their categories and regions.
CREATE VIEW listed_parties AS
SELECT a.mission_id,      -- Mission
       a.agreement_id,    -- Agreement
       a.participant_id,  -- The participant that is a party of it
       p.category_id,     -- Its category
       p.region_id        -- Its region; NULL = not known
FROM   agreement_parties AS a
JOIN   participants AS p ON p.mission_id = a.mission_id AND p.participant_id = a.participant_id;

-- Every claim with its verdict and evidence.
CREATE VIEW claim_verdicts AS
SELECT c.mission_id,                            -- Mission
       c.claim_id,                              -- Claim
       c.subject,                               -- What is counted
       c.category_id,                           -- Only this category; NULL = all
       c.region_id,                             -- Only this region; NULL = the whole country
       c.city_id,                               -- Only in this city; NULL = everywhere
       c.day,                                   -- Only on this day; NULL = the whole mission
       coalesce(c.stage, 'reported') AS stage,  -- expected = published beforehand, or reported
       c.count,                                 -- The count as published
       v.count_min,                             -- Its lower bound, read strictly
       v.count_max,                             -- Its upper bound, read strictly; NULL = none
       v.listed_min,                            -- Rows that certainly fall in the scope; NULL = nothing of the subject is listed
       v.listed_max,                            -- Rows that certainly or possibly fall in it; NULL = nothing of the subject is listed
       v.implied_min,                           -- Lower bound that follows for the scope; NULL = nothing follows
       v.implied_max,                           -- Upper bound that follows for the scope; NULL = none
       v.verdict,                               -- refuted, inconsistent, conflicting, conditional, supported or unverified
       replace(v.findings_en, '
', '; ') AS evidence,                           -- Everything found for and against
       c.origin,                                -- Who did the counting; NULL = not known
       c.source_id                              -- Who published the count
FROM   claims AS c
JOIN   verdicts AS v USING (mission_id, claim_id)
ORDER  BY c.mission_id, c.claim_id;

-- Smallest sets of published numbers that cannot all be right; of a subject with many, the first ones (see wrong_counts).
CREATE VIEW contradictions AS
SELECT mission_id,                   -- Mission
       contradiction_id,             -- Key within the mission: 1, 2, ...
       kind,                         -- hard = in every world; conditional = only by an assumption
       subject,                      -- What is counted
       arithmetic_en AS arithmetic,  -- The sum that shows it
       condition_en AS condition,    -- What would make it fit; NULL = nothing would
       claims                        -- The claims of its numbers, a blank between
FROM   found_contradictions
ORDER  BY mission_id, contradiction_id;

-- Report: participating organisations by region and category, listed, stated and implied.
CREATE VIEW participants_by_category AS
SELECT s.mission_id,   -- Mission
       s.region_id,    -- Region; NULL = the whole country, also participants whose region is not known
       s.category_id,  -- Category; NULL = all categories
       s.listed_min,   -- Participants listed that certainly fall in this row
       s.listed_max,   -- The same and those that possibly do: announced, of a region not known, or likely one that is listed already
       c.stated,       -- What was published, as given; NULL = nothing
       c.stated_min,   -- Lower bound of what was published
       c.stated_max,   -- Upper bound of what was published; NULL = none
       i.implied_min,  -- Lower bound that follows from what was published; NULL = nothing follows
       i.implied_max,  -- Upper bound that follows from what was published; NULL = none
       c.verdict       -- Worst verdict on what was published; NULL = nothing was
FROM   listed_counts AS s
LEFT   JOIN stated_counts  AS c ON c.mission_id = s.mission_id AND c.subject = s.subject AND c.scope = s.scope
LEFT   JOIN implied_counts AS i ON i.mission_id = s.mission_id AND i.subject = s.subject AND i.scope = s.scope
WHERE  s.subject = 'participants'
ORDER  BY s.mission_id, s.region_id IS NULL, s.region_id, s.category_id IS NULL, s.category_id;

-- Report: agreements per city, listed, stated and implied.
CREATE VIEW agreements_per_city AS
SELECT l.mission_id,                                                                     -- Mission
       CASE WHEN l.city_id IS NULL THEN '*' ELSE nullif(l.city_id, '?') END AS city_id,  -- City; NULL = the agreements whose city is not known; * = the whole mission
       t.name AS city,                                                                   -- Name of the city; NULL where there is none
       l.listed_min,                                                                     -- Agreements listed that certainly belong to this row: signed or announced
       l.listed_max,                                                                     -- The same and those that possibly do: planned, outside the days of the mission, likely one that is listed already, or (in the row of a city) of no known city
       c.stated,                                                                         -- What was published, as given; NULL = nothing
       c.stated_min,                                                                     -- Lower bound of what was published
       c.stated_max,                                                                     -- Upper bound of what was published; NULL = none
       i.implied_min,                                                                    -- Lower bound that follows from what was published; NULL = nothing follows
       i.implied_max,                                                                    -- Upper bound that follows from what was published; NULL = none
       c.verdict                                                                         -- Worst verdict on what was published; NULL = nothing was
FROM   listed_counts AS l
LEFT   JOIN cities         AS t ON t.city_id = l.city_id
LEFT   JOIN stated_counts  AS c ON c.mission_id = l.mission_id AND c.subject = l.subject AND c.scope = l.scope
LEFT   JOIN implied_counts AS i ON i.mission_id = l.mission_id AND i.subject = l.subject AND i.scope = l.scope
WHERE  l.subject = 'agreements'
ORDER  BY l.mission_id, CASE WHEN l.city_id IS NULL THEN 3 WHEN l.city_id = '?' THEN 2 ELSE 1 END, l.city_id;

-- Report: events per day of the mission, days without any included.
CREATE VIEW events_per_day AS
SELECT d.mission_id,                            -- Mission
       d.day,                                   -- Day (ISO 8601)
       d.weekday,                               -- Its weekday, in English
       l.listed_min AS certain,                 -- Events that certainly took place on this day
       l.listed_max - l.listed_min AS possible  -- Further events that may have: on one day of a window that holds this one, or on a day of the mission not known which
FROM   mission_days  AS d
JOIN   listed_counts AS l ON l.mission_id = d.mission_id AND l.subject = 'events' AND l.day = d.day
ORDER  BY d.mission_id, d.day;

-- Report: one line per mission.
CREATE VIEW missions_overview AS
WITH stated AS (
    SELECT mission_id,
           max(CASE WHEN subject = 'people'       AND category_id IS NULL      THEN stated END) AS people,
           max(CASE WHEN subject = 'participants' AND category_id = 'company'  THEN stated END) AS companies,
           max(CASE WHEN subject = 'agreements'   AND category_id IS NULL      THEN stated END) AS agreements
    FROM   stated_counts
    WHERE  region_id IS NULL AND city_id IS NULL AND day IS NULL
    GROUP  BY mission_id
),
listed AS (
    SELECT mission_id,
           max(CASE subject WHEN 'participants' THEN listed_min END) AS participants,
           max(CASE subject WHEN 'agreements'   THEN listed_min END) AS agreements,
           max(CASE subject WHEN 'events'       THEN listed_min END) AS events
    FROM   listed_counts
    WHERE  category_id IS NULL AND region_id IS NULL AND city_id IS NULL AND day IS NULL
    GROUP  BY mission_id
),
days AS (
    SELECT mission_id, count(*) AS number
    FROM   mission_days
    GROUP  BY mission_id
),
judged AS (
    SELECT mission_id, count(*) AS claims,
           count(*) FILTER (WHERE verdict = 'refuted')      AS refuted,
           count(*) FILTER (WHERE verdict = 'inconsistent') AS inconsistent,
           count(*) FILTER (WHERE verdict = 'conflicting')  AS conflicting,
           count(*) FILTER (WHERE verdict = 'conditional')  AS conditional,
           count(*) FILTER (WHERE verdict = 'supported')    AS supported,
           count(*) FILTER (WHERE verdict = 'unverified')   AS unverified
    FROM   verdicts
    GROUP  BY mission_id
)
SELECT m.mission_id,                                        -- Mission
       m.name,                                              -- Full name
       m.first_day,                                         -- First day (ISO 8601); NULL = not known
       m.last_day,                                          -- Last day (ISO 8601); NULL = not known
       d.number AS days,                                    -- Number of days, both ends included; NULL = not known
       s.people,                                            -- People of the delegation, as stated; NULL = nothing published
       s.companies,                                         -- Participants of the category company, as stated; NULL = nothing published
       s.agreements,                                        -- Agreements, as stated; NULL = nothing published
       coalesce(l.participants, 0) AS participants_listed,  -- Participants that certainly took part
       coalesce(l.agreements, 0)   AS agreements_listed,    -- Agreements listed as signed or announced
       coalesce(l.events, 0)       AS events_listed,        -- Events listed that certainly took place on the days of the mission
       coalesce(r.claims, 0)       AS claims,               -- Published counts
       coalesce(r.refuted, 0)      AS refuted,              -- Published counts that the rows refute
       coalesce(r.inconsistent, 0) AS inconsistent,         -- Published counts that contradict others of their own source
       coalesce(r.conflicting, 0)  AS conflicting,          -- Published counts that contradict those of other sources
       coalesce(r.conditional, 0)  AS conditional,          -- Published counts that fit the others only under a condition
       coalesce(r.supported, 0)    AS supported,            -- Published counts that are supported
       coalesce(r.unverified, 0)   AS unverified,           -- Published counts of which nothing decides
       coalesce(w.wrong_min, 0)    AS wrong_min             -- At least so many published numbers are wrong, a number that is repeated counted once
FROM   missions AS m
LEFT   JOIN stated       AS s ON s.mission_id = m.mission_id
LEFT   JOIN listed       AS l ON l.mission_id = m.mission_id
LEFT   JOIN days         AS d ON d.mission_id = m.mission_id
LEFT   JOIN judged       AS r ON r.mission_id = m.mission_id
LEFT   JOIN wrong_counts AS w ON w.mission_id = m.mission_id
ORDER  BY m.mission_id;

-- What was published of a mission as a whole, and what is listed of the same; also what is listed without a word published.
CREATE VIEW headline_counts AS
WITH whole AS (
    SELECT mission_id, subject, scope, category_id, stated, stated_min, stated_max, verdict
    FROM   stated_counts
    WHERE  subject IN ('people', 'participants', 'agreements', 'events')
    AND    region_id IS NULL
    AND    city_id IS NULL
    AND    day IS NULL
),
listed AS (
    SELECT mission_id, subject, scope, category_id, listed_min, listed_max
    FROM   listed_counts
    WHERE  region_id IS NULL AND city_id IS NULL AND day IS NULL
),
lines AS (
    SELECT w.mission_id, w.subject, w.category_id,
           CASE WHEN w.subject <> 'people' THEN coalesce(l.listed_min, 0) END AS listed_min,
           CASE WHEN w.subject <> 'people' THEN coalesce(l.listed_max, 0) END AS listed_max,
           w.stated, w.stated_min, w.stated_max, w.verdict
    FROM   whole AS w
    LEFT   JOIN listed AS l ON l.mission_id = w.mission_id AND l.subject = w.subject AND l.scope = w.scope
    UNION ALL
    SELECT l.mission_id, l.subject, NULL, l.listed_min, l.listed_max, NULL, NULL, NULL, NULL
    FROM   listed AS l
    WHERE  l.category_id IS NULL
    AND    l.listed_max > 0
    AND    NOT EXISTS (SELECT 1 FROM whole AS w WHERE w.mission_id = l.mission_id AND w.subject = l.subject)
)
SELECT mission_id,   -- Mission
       subject,      -- participants, people, agreements or events
       category_id,  -- Only this category; NULL = all
       listed_min,   -- Rows that certainly count; NULL = no table lists the subject
       listed_max,   -- Rows that certainly or possibly count; NULL = no table lists the subject
       stated,       -- What was published, as given; NULL = nothing
       stated_min,   -- Lower bound of what was published
       stated_max,   -- Upper bound of what was published; NULL = none
       verdict       -- Worst verdict on what was published; NULL = nothing was
FROM   lines
ORDER  BY mission_id,
          CASE subject WHEN 'people' THEN 1 WHEN 'participants' THEN 2 WHEN 'agreements' THEN 3 ELSE 4 END,
          category_id IS NOT NULL, stated_min DESC, category_id;

-- What a reader must know beside the rows of a report: the name of a sentence, and the number in it.
CREATE VIEW report_notes AS
WITH found AS (
    SELECT 'participants' AS report, mission_id, 'region_not_known' AS one, 'regions_not_known' AS several,
           CAST(sum(listed_max) AS BIGINT) AS number
    FROM   listed_participants
    WHERE  region_id IS NULL AND listed_max > 0
    GROUP  BY mission_id
    UNION ALL
    SELECT 'events', e.mission_id, 'event_outside', 'events_outside', count(*)
    FROM   listed_events AS e
    JOIN   missions AS m ON m.mission_id = e.mission_id
    WHERE  e.first_day < m.first_day OR e.last_day > m.last_day
    GROUP  BY e.mission_id
    UNION ALL
    SELECT 'events', e.mission_id, 'event_undated', 'events_undated', count(*)
    FROM   listed_events AS e
    JOIN   missions AS m ON m.mission_id = e.mission_id
    WHERE  m.first_day IS NULL OR m.last_day IS NULL
    GROUP  BY e.mission_id
    UNION ALL
    SELECT 'events', e.mission_id, 'event_somewhen', 'events_somewhen', count(*)
    FROM   listed_events AS e
    JOIN   missions AS m ON m.mission_id = e.mission_id
    WHERE  coalesce(e.every_day, 0) = 0 AND m.first_day IS NOT NULL AND m.last_day IS NOT NULL
    GROUP  BY e.mission_id
)
SELECT report,                                                -- Report
       mission_id,                                            -- Mission
       CASE number WHEN 1 THEN one ELSE several END AS note,  -- Name of the sentence, which `mission` has in each language
       number AS n                                            -- The number in it
FROM found;

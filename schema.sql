-- The database of `mission`: a build product of a data folder.
-- Edit the CSV files and run `mission init` again; nothing writes to a finished file.
--
-- Tables are stored in the order of their keys. What is worked out while the file is built (verdicts, stated_counts,
-- listed_participants) cannot go stale: a finished file refuses every change.
--
-- Conventions: keys are slugs (a-z 0-9 -); days are ISO 8601 (YYYY-MM-DD); NULL means "not known",
-- never zero; a count is stored as published and as its two bounds, *_max NULL meaning "no upper bound".

PRAGMA application_id = 0x4D495353;  -- "MISS"
PRAGMA user_version   = 2;

-- Where a fact was found.
CREATE TABLE sources (
    source_id    TEXT NOT NULL PRIMARY KEY CHECK (source_id NOT GLOB '*[^a-z0-9-]*'),  -- Key, a slug
    title        TEXT NOT NULL,                                                        -- Title; in square brackets where the source has none of its own
    publisher    TEXT,                                                                 -- Who published it; NULL = not known
    url          TEXT CHECK (url GLOB 'http://*' OR url GLOB 'https://*'),             -- Address on the web; NULL = not on the web, or not known
    published_on TEXT CHECK (published_on IS date(published_on, '+0 days')),           -- Day of publication (ISO 8601); NULL = not known
    language     TEXT CHECK (language GLOB '[a-z][a-z]')                               -- Language (ISO 639-1); NULL = not known
) STRICT, WITHOUT ROWID;

-- The missions: delegations of companies, organisations and universities abroad.
CREATE TABLE missions (
    mission_id TEXT NOT NULL PRIMARY KEY CHECK (mission_id NOT GLOB '*[^a-z0-9-]*'),  -- Key, a slug
    name       TEXT NOT NULL,                                                         -- Full name
    kind       TEXT CHECK (kind IN ('economic-mission', 'state-visit')),              -- Kind of mission; NULL = not known
    lead       TEXT,                                                                  -- Who led it; NULL = not known
    first_day  TEXT CHECK (first_day IS date(first_day, '+0 days')),                  -- First day (ISO 8601); NULL = not known
    last_day   TEXT CHECK (last_day IS date(last_day, '+0 days')),                    -- Last day (ISO 8601); NULL = not known
    source_id  TEXT NOT NULL REFERENCES sources (source_id),                          -- Source of this row
    CHECK (first_day <= last_day)
) STRICT, WITHOUT ROWID;

-- The regions, which together make the whole country.
CREATE TABLE regions (
    region_id TEXT NOT NULL PRIMARY KEY CHECK (region_id NOT GLOB '*[^a-z0-9-]*'),  -- Key, a slug
    label_en  TEXT NOT NULL,                                                        -- Name in English
    label_nl  TEXT NOT NULL,                                                        -- Name in Dutch
    label_fr  TEXT NOT NULL                                                         -- Name in French
) STRICT, WITHOUT ROWID;

-- The categories of participants; no participant belongs to two of them.
CREATE TABLE categories (
    category_id TEXT NOT NULL PRIMARY KEY CHECK (category_id NOT GLOB '*[^a-z0-9-]*'),  -- Key, a slug
    label_en    TEXT NOT NULL,                                                          -- Name in English, plural
    label_nl    TEXT NOT NULL,                                                          -- Name in Dutch, plural
    label_fr    TEXT NOT NULL                                                           -- Name in French, plural
) STRICT, WITHOUT ROWID;

-- The cities in which something took place.
CREATE TABLE cities (
    city_id   TEXT NOT NULL PRIMARY KEY CHECK (city_id NOT GLOB '*[^a-z0-9-]*'),  -- Key, a slug
    name      TEXT NOT NULL,                                                      -- Name
    state     TEXT,                                                               -- State or province; NULL = none, or not known
    country   TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),                    -- Country (ISO 3166-1 alpha-2)
    latitude  REAL CHECK (latitude BETWEEN -90 AND 90),                           -- Degrees north (WGS 84); NULL = not known
    longitude REAL CHECK (longitude BETWEEN -180 AND 180)                         -- Degrees east (WGS 84); NULL = not known
) STRICT, WITHOUT ROWID;

-- The participating organisations, never persons. A list may be partial: see complete_lists.
CREATE TABLE participants (
    mission_id     TEXT NOT NULL REFERENCES missions (mission_id),                       -- Mission
    participant_id TEXT NOT NULL CHECK (participant_id NOT GLOB '*[^a-z0-9-]*'),         -- Key within the mission, a slug
    name           TEXT NOT NULL,                                                        -- Name of the organisation
    category_id    TEXT NOT NULL REFERENCES categories (category_id),                    -- Category
    region_id      TEXT REFERENCES regions (region_id),                                  -- Region; NULL = not known
    source_id      TEXT NOT NULL REFERENCES sources (source_id),                         -- Source of this row
    locator        TEXT,                                                                 -- Where in the source; NULL = not said
    PRIMARY KEY (mission_id, participant_id)
) STRICT, WITHOUT ROWID;

-- Contracts, memoranda, partnerships and announced investments.
CREATE TABLE agreements (
    mission_id   TEXT NOT NULL REFERENCES missions (mission_id),                                                  -- Mission
    agreement_id TEXT NOT NULL CHECK (agreement_id NOT GLOB '*[^a-z0-9-]*'),                                      -- Key within the mission, a slug
    title        TEXT NOT NULL,                                                                                   -- What was agreed
    kind         TEXT NOT NULL CHECK (kind IN ('contract', 'memorandum', 'partnership', 'investment', 'agreement')),  -- Kind; agreement = not said more precisely
    status       TEXT NOT NULL CHECK (status IN ('signed', 'announced', 'planned')),                              -- signed and announced count as certain, planned as possible
    city_id      TEXT REFERENCES cities (city_id),                                                                -- City; NULL = not known
    first_day    TEXT CHECK (first_day IS date(first_day, '+0 days')),                                            -- First day (ISO 8601); NULL = not known
    last_day     TEXT CHECK (last_day IS date(last_day, '+0 days')),                                              -- Last day (ISO 8601); NULL = not known
    date_basis   TEXT CHECK (date_basis IN ('stated', 'window')),                                                 -- stated = on every day from first to last; window = on one of them, not known which; NULL = no days known
    amount       TEXT,                                                                                            -- Amount as published, in whole units of the currency; NULL = not known
    amount_min   INTEGER CHECK (amount_min >= 0),                                                                 -- Lower bound of the amount, from amount
    amount_max   INTEGER CHECK (amount_max >= amount_min),                                                        -- Upper bound of the amount, from amount; NULL = none
    currency     TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),                                                    -- Currency of the amount (ISO 4217); NULL = no amount
    source_id    TEXT NOT NULL REFERENCES sources (source_id),                                                    -- Source of this row
    locator      TEXT,                                                                                            -- Where in the source; NULL = not said
    PRIMARY KEY (mission_id, agreement_id),
    CHECK (first_day <= last_day),
    CHECK ((first_day IS NULL) = (last_day IS NULL) AND (first_day IS NULL) = (date_basis IS NULL)),
    CHECK ((amount IS NULL) = (amount_min IS NULL) AND (amount IS NULL) = (currency IS NULL))
) STRICT, WITHOUT ROWID;

-- The parties of an agreement.
CREATE TABLE agreement_parties (
    mission_id     TEXT NOT NULL,                                                      -- Mission
    agreement_id   TEXT NOT NULL,                                                      -- Agreement
    party          TEXT NOT NULL,                                                      -- Name of the party
    country        TEXT CHECK (country GLOB '[A-Z][A-Z]'),                             -- Its country (ISO 3166-1 alpha-2); NULL = not known
    participant_id TEXT,                                                               -- The participant that it is; NULL = not a listed participant
    PRIMARY KEY (mission_id, agreement_id, party),
    FOREIGN KEY (mission_id, agreement_id) REFERENCES agreements (mission_id, agreement_id),
    FOREIGN KEY (mission_id, participant_id) REFERENCES participants (mission_id, participant_id)
) STRICT, WITHOUT ROWID;

-- The programme: visits, receptions, seminars, meetings and so on.
CREATE TABLE events (
    mission_id TEXT NOT NULL REFERENCES missions (mission_id),                             -- Mission
    event_id   TEXT NOT NULL CHECK (event_id NOT GLOB '*[^a-z0-9-]*'),                     -- Key within the mission, a slug
    title      TEXT NOT NULL,                                                              -- What took place
    kind       TEXT NOT NULL CHECK (kind IN ('visit', 'speech', 'reception', 'meeting',
                                             'seminar', 'meal', 'panel', 'award', 'journey',
                                             'networking', 'opening', 'culture', 'press',
                                             'signing', 'briefing', 'pitch')),             -- Kind
    city_id    TEXT REFERENCES cities (city_id),                                           -- City; NULL = not known
    venue      TEXT,                                                                       -- Place within the city; NULL = not known
    host       TEXT,                                                                       -- Who received or organised; NULL = not known
    first_day  TEXT CHECK (first_day IS date(first_day, '+0 days')),                       -- First day (ISO 8601); NULL = not known
    last_day   TEXT CHECK (last_day IS date(last_day, '+0 days')),                         -- Last day (ISO 8601); NULL = not known
    date_basis TEXT CHECK (date_basis IN ('stated', 'window')),                            -- stated = on every day from first to last; window = on one of them, not known which; NULL = no days known
    source_id  TEXT NOT NULL REFERENCES sources (source_id),                               -- Source of this row
    locator    TEXT,                                                                       -- Where in the source; NULL = not said
    PRIMARY KEY (mission_id, event_id),
    CHECK (first_day <= last_day),
    CHECK ((first_day IS NULL) = (last_day IS NULL) AND (first_day IS NULL) = (date_basis IS NULL))
) STRICT, WITHOUT ROWID;

-- Published counts: each says that a source counted a subject in a scope. A scope column that is NULL does not narrow the scope.
CREATE TABLE claims (
    mission_id  TEXT NOT NULL REFERENCES missions (mission_id),                  -- Mission
    claim_id    TEXT NOT NULL CHECK (claim_id NOT GLOB '*[^a-z0-9-]*'),          -- Key within the mission, a slug
    subject     TEXT NOT NULL CHECK (subject NOT GLOB '*[^a-z0-9-]*'),           -- What is counted: participants, people, agreements, events, or another word that no table lists
    category_id TEXT REFERENCES categories (category_id),                        -- Only this category; NULL = all
    region_id   TEXT REFERENCES regions (region_id),                             -- Only this region; NULL = the whole country
    city_id     TEXT REFERENCES cities (city_id),                                -- Only in this city; NULL = everywhere
    day         TEXT CHECK (day IS date(day, '+0 days')),                        -- Only on this day (ISO 8601); NULL = the whole mission
    count       TEXT NOT NULL,                                                   -- The count as published: 112, >30, >=30, 30+, <500, <=500, 10-15, ~500
    count_min   INTEGER NOT NULL CHECK (count_min >= 0),                         -- Lower bound, from count
    count_max   INTEGER CHECK (count_max >= count_min),                          -- Upper bound, from count; NULL = none
    stage       TEXT CHECK (stage IN ('expected', 'reported')),                  -- expected = published beforehand; NULL = reported
    source_id   TEXT NOT NULL REFERENCES sources (source_id),                    -- Source of this row
    locator     TEXT,                                                            -- Where in the source; NULL = not said
    PRIMARY KEY (mission_id, claim_id)
) STRICT, WITHOUT ROWID;

-- Declarations that the rows of a subject are all there are.
CREATE TABLE complete_lists (
    mission_id TEXT NOT NULL REFERENCES missions (mission_id),                   -- Mission
    subject    TEXT NOT NULL
               CHECK (subject IN ('participants', 'agreements', 'events')),      -- What is listed completely
    region_id  TEXT REFERENCES regions (region_id),                              -- Complete for this region only; NULL = for the whole mission
    source_id  TEXT NOT NULL REFERENCES sources (source_id)                      -- Who declares it
) STRICT;

-- A table of the data folder has its key checked by its PRIMARY KEY; here a part of the key may be NULL.
CREATE UNIQUE INDEX complete_lists_key ON complete_lists (mission_id, subject, ifnull(region_id, ''));

-- What `mission init` worked out of every claim; read it through the view claim_verdicts.
CREATE TABLE verdicts (
    mission_id TEXT NOT NULL,                                                                            -- Mission
    claim_id   TEXT NOT NULL,                                                                            -- Claim
    listed_min INTEGER,                                                                                  -- Rows that certainly fall in the scope; NULL = no table lists the subject
    listed_max INTEGER,                                                                                  -- Rows that certainly or possibly fall in it; NULL = no table lists the subject
    verdict    TEXT NOT NULL CHECK (verdict IN ('supported', 'refuted', 'disputed', 'unverified')),      -- Verdict
    evidence   TEXT NOT NULL,                                                                            -- Everything found for and against, in sentences
    PRIMARY KEY (mission_id, claim_id),
    FOREIGN KEY (mission_id, claim_id) REFERENCES claims (mission_id, claim_id)
) STRICT, WITHOUT ROWID;

-- How many participants are listed of each region and category. Counted by `mission init`.
CREATE TABLE listed_participants (
    mission_id  TEXT NOT NULL,                       -- Mission
    region_id   TEXT,                                -- Region; NULL = not known
    category_id TEXT NOT NULL,                       -- Category
    listed      INTEGER NOT NULL CHECK (listed > 0)  -- Participants of the mission that have both
) STRICT;

CREATE INDEX listed_participants_mission ON listed_participants (mission_id);

-- What was published of each subject and scope, all claims together; expected counts only where none is reported.
-- Worked out by `mission init`.
CREATE TABLE stated_counts (
    mission_id  TEXT NOT NULL,                                                                       -- Mission
    subject     TEXT NOT NULL,                                                                       -- What is counted
    category_id TEXT,                                                                                -- Only this category; NULL = all
    region_id   TEXT,                                                                                -- Only this region; NULL = the whole country
    city_id     TEXT,                                                                                -- Only in this city; NULL = everywhere
    day         TEXT,                                                                                -- Only on this day; NULL = the whole mission
    stated      TEXT NOT NULL,                                                                       -- The different counts as published, with slashes between them
    stated_min  INTEGER NOT NULL,                                                                    -- The lowest of their lower bounds
    stated_max  INTEGER,                                                                             -- The highest of their upper bounds; NULL = none
    verdict     TEXT NOT NULL CHECK (verdict IN ('supported', 'refuted', 'disputed', 'unverified'))  -- The worst of their verdicts
) STRICT;

CREATE INDEX stated_counts_scope ON stated_counts (mission_id, subject, region_id, category_id, city_id, day);

-- What of every listed agreement is certain and what is only possible; whatever counts agreements reads this.
CREATE VIEW listed_agreements (
    mission_id,    -- Mission
    agreement_id,  -- Key within the mission
    title,         -- What was agreed
    certain,       -- 1 = counts for certain: signed or announced; 0 = possibly: only planned
    city_id,       -- City; NULL = not known
    first_day,     -- First day (ISO 8601); NULL = not known
    last_day,      -- Last day (ISO 8601); NULL = not known
    every_day      -- 1 = on every day from first to last; 0 = on one of them, not known which; NULL = no days known
) AS
SELECT mission_id, agreement_id, title,
       CASE status WHEN 'planned' THEN 0 ELSE 1 END,
       city_id, first_day, last_day,
       CASE WHEN date_basis = 'stated' OR first_day = last_day THEN 1 WHEN date_basis = 'window' THEN 0 END
FROM   agreements;

-- What of every listed event is certain and what is only possible; whatever counts events reads this.
CREATE VIEW listed_events (
    mission_id,  -- Mission
    event_id,    -- Key within the mission
    title,       -- What took place
    certain,     -- 1 = counts for certain, as every event does
    city_id,     -- City; NULL = not known
    first_day,   -- First day (ISO 8601); NULL = not known
    last_day,    -- Last day (ISO 8601); NULL = not known
    every_day    -- 1 = on every day from first to last; 0 = on one of them, not known which; NULL = no days known
) AS
SELECT mission_id, event_id, title, 1, city_id, first_day, last_day,
       CASE WHEN date_basis = 'stated' OR first_day = last_day THEN 1 WHEN date_basis = 'window' THEN 0 END
FROM   events;

-- A report on one subject reads the view of that subject: only in a view without UNION does SQLite, told the mission, look
-- at the rows of that mission alone.
-- Every listed row, whatever it is of: what falls in the scope of a claim, and whether for certain, is told from this.
CREATE VIEW listed_rows (
    mission_id,   -- Mission
    subject,      -- participants, agreements or events
    row_id,       -- Key of the row within the mission and the subject
    title,        -- Its title or name
    certain,      -- 1 = counts for certain; 0 = possibly: an agreement that is only planned
    category_id,  -- Category; NULL = not known; of an agreement see listed_parties
    region_id,    -- Region; NULL = not known; of an agreement see listed_parties
    city_id,      -- City; NULL = not known
    first_day,    -- First day (ISO 8601); NULL = not known
    last_day,     -- Last day (ISO 8601); NULL = not known
    every_day     -- 1 = on every day from first to last; 0 = on one of them, not known which; NULL = no days known
) AS
SELECT mission_id, 'participants', participant_id, name, 1, category_id, region_id,
       CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), NULL
FROM   participants
UNION ALL
SELECT mission_id, 'agreements', agreement_id, title, certain, CAST(NULL AS TEXT), CAST(NULL AS TEXT),
       city_id, first_day, last_day, every_day
FROM   listed_agreements
UNION ALL
SELECT mission_id, 'events', event_id, title, certain, CAST(NULL AS TEXT), CAST(NULL AS TEXT),
       city_id, first_day, last_day, every_day
FROM   listed_events;

-- The parties of agreements that are listed participants: an agreement has at least their categories and regions.
CREATE VIEW listed_parties (
    mission_id,      -- Mission
    agreement_id,    -- Agreement
    participant_id,  -- The participant that is a party of it
    category_id,     -- Its category
    region_id        -- Its region; NULL = not known
) AS
SELECT a.mission_id, a.agreement_id, a.participant_id, p.category_id, p.region_id
FROM   agreement_parties AS a
JOIN   participants AS p ON p.mission_id = a.mission_id AND p.participant_id = a.participant_id;

-- Every claim with its verdict and evidence.
CREATE VIEW claim_verdicts (
    mission_id,   -- Mission
    claim_id,     -- Claim
    subject,      -- What is counted
    category_id,  -- Only this category; NULL = all
    region_id,    -- Only this region; NULL = the whole country
    city_id,      -- Only in this city; NULL = everywhere
    day,          -- Only on this day; NULL = the whole mission
    stage,        -- expected = published beforehand, or reported
    count,        -- The count as published
    count_min,    -- Its lower bound
    count_max,    -- Its upper bound; NULL = none
    listed_min,   -- Rows that certainly fall in the scope; NULL = no table lists the subject
    listed_max,   -- Rows that certainly or possibly fall in it; NULL = no table lists the subject
    verdict,      -- supported, refuted, disputed or unverified
    evidence,     -- Everything found for and against
    source_id     -- Who published the count
) AS
SELECT c.mission_id, c.claim_id, c.subject, c.category_id, c.region_id, c.city_id, c.day,
       coalesce(c.stage, 'reported'), c.count, c.count_min, c.count_max,
       v.listed_min, v.listed_max, v.verdict, v.evidence, c.source_id
FROM   claims AS c
JOIN   verdicts AS v USING (mission_id, claim_id)
ORDER  BY c.mission_id, c.claim_id;

-- Report: participating organisations by region and category, listed and stated.
CREATE VIEW participants_by_category (
    mission_id,   -- Mission
    region_id,    -- Region; NULL = the whole country, also participants whose region is not known
    category_id,  -- Category; NULL = all categories
    listed,       -- Participants listed that certainly fall in this row
    stated,       -- What was published, as given; NULL = nothing
    stated_min,   -- Lower bound of what was published
    stated_max,   -- Upper bound of what was published; NULL = none
    verdict       -- Worst verdict on what was published; NULL = nothing was
) AS
WITH scopes AS (
    SELECT mission_id, region_id, category_id, listed FROM listed_participants WHERE region_id IS NOT NULL
    UNION ALL
    SELECT mission_id, region_id, NULL, sum(listed)
    FROM   listed_participants
    WHERE  region_id IS NOT NULL
    GROUP  BY mission_id, region_id
    UNION ALL
    SELECT mission_id, NULL, category_id, sum(listed) FROM listed_participants GROUP BY mission_id, category_id
    UNION ALL
    SELECT mission_id, NULL, NULL, sum(listed) FROM listed_participants GROUP BY mission_id
    UNION ALL
    SELECT mission_id, region_id, category_id, 0
    FROM   stated_counts AS c
    WHERE  subject = 'participants' AND city_id IS NULL AND day IS NULL
    AND    NOT EXISTS (SELECT 1
                       FROM   listed_participants AS p
                       WHERE  p.mission_id = c.mission_id
                       AND    (c.region_id IS NULL OR p.region_id = c.region_id)
                       AND    (c.category_id IS NULL OR p.category_id = c.category_id))
)
SELECT s.mission_id, s.region_id, s.category_id, s.listed, c.stated, c.stated_min, c.stated_max, c.verdict
FROM   scopes AS s
LEFT   JOIN stated_counts AS c ON  c.mission_id = s.mission_id
                               AND c.subject = 'participants'
                               AND c.region_id IS s.region_id
                               AND c.category_id IS s.category_id
                               AND c.city_id IS NULL
                               AND c.day IS NULL
ORDER  BY s.mission_id, s.region_id IS NULL, s.region_id, s.category_id IS NULL, s.category_id;

-- Report: agreements per city, listed and stated.
CREATE VIEW agreements_per_city (
    mission_id,  -- Mission
    city_id,     -- City; NULL = the agreements whose city is not known; * = the whole mission
    city,        -- Name of the city; NULL where there is none
    listed_min,  -- Agreements listed that certainly belong to this row: signed or announced
    listed_max,  -- The same and those that possibly do: planned, or (in the row of a city) of no known city
    stated,      -- What was published, as given; NULL = nothing
    stated_min,  -- Lower bound of what was published
    stated_max,  -- Upper bound of what was published; NULL = none
    verdict      -- Worst verdict on what was published; NULL = nothing was
) AS
WITH counted AS (
    SELECT mission_id, city_id, sum(certain) AS certain, count(*) AS listed
    FROM   listed_agreements
    GROUP  BY mission_id, city_id
),
scopes AS (
    SELECT mission_id, city_id FROM counted WHERE city_id IS NOT NULL
    UNION
    SELECT mission_id, city_id
    FROM   claims
    WHERE  subject = 'agreements' AND city_id IS NOT NULL AND category_id IS NULL AND region_id IS NULL AND day IS NULL
),
lines AS (
    SELECT s.mission_id, 1 AS part, s.city_id,
           coalesce(k.certain, 0)                         AS listed_min,
           coalesce(k.listed, 0) + coalesce(u.listed, 0)  AS listed_max
    FROM   scopes AS s
    LEFT   JOIN counted AS k ON k.mission_id = s.mission_id AND k.city_id = s.city_id
    LEFT   JOIN counted AS u ON u.mission_id = s.mission_id AND u.city_id IS NULL
    UNION ALL
    SELECT mission_id, 2, NULL, certain, listed FROM counted WHERE city_id IS NULL
    UNION ALL
    SELECT m.mission_id, 3, '*', coalesce(sum(k.certain), 0), coalesce(sum(k.listed), 0)
    FROM   missions AS m
    LEFT   JOIN counted AS k USING (mission_id)
    GROUP  BY m.mission_id
)
SELECT l.mission_id, l.city_id, t.name, l.listed_min, l.listed_max, c.stated, c.stated_min, c.stated_max, c.verdict
FROM   lines AS l
LEFT   JOIN cities AS t ON t.city_id = l.city_id
LEFT   JOIN stated_counts AS c ON  c.mission_id = l.mission_id
                               AND c.subject = 'agreements'
                               AND c.city_id IS nullif(l.city_id, '*')
                               AND c.category_id IS NULL
                               AND c.region_id IS NULL
                               AND c.day IS NULL
                               AND l.part <> 2
ORDER  BY l.mission_id, l.part, l.city_id;

-- The days of every mission whose first and last day are known.
CREATE VIEW mission_days (
    mission_id,  -- Mission
    day          -- Day (ISO 8601)
) AS
WITH RECURSIVE days (mission_id, day, last_day) AS (
    SELECT mission_id, first_day, last_day
    FROM   missions
    WHERE  first_day IS NOT NULL AND last_day IS NOT NULL
    UNION ALL
    SELECT mission_id, date(day, '+1 day'), last_day
    FROM   days
    WHERE  day < last_day
)
SELECT mission_id, day FROM days;

-- Report: events per day of the mission, days without any included.
CREATE VIEW events_per_day (
    mission_id,  -- Mission
    day,         -- Day (ISO 8601)
    weekday,     -- Its weekday, in English
    certain,     -- Events that certainly took place on this day
    possible     -- Further events that may have: on one day of a window that holds this one, or on a day of the mission not known which
) AS
SELECT d.mission_id, d.day,
       CASE strftime('%w', d.day)
           WHEN '0' THEN 'Sunday'   WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday' WHEN '3' THEN 'Wednesday'
           WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday'
       END,
       count(e.event_id) FILTER (WHERE e.certain = 1 AND e.every_day = 1),
       count(e.event_id) - count(e.event_id) FILTER (WHERE e.certain = 1 AND e.every_day = 1)
FROM   mission_days AS d
LEFT   JOIN listed_events AS e ON  e.mission_id = d.mission_id
                               AND (e.first_day IS NULL OR d.day BETWEEN e.first_day AND e.last_day)
GROUP  BY d.mission_id, d.day
ORDER  BY d.mission_id, d.day;

-- Report: one line per mission.
CREATE VIEW missions_overview (
    mission_id,           -- Mission
    name,                 -- Full name
    first_day,            -- First day (ISO 8601); NULL = not known
    last_day,             -- Last day (ISO 8601); NULL = not known
    days,                 -- Number of days, both ends included; NULL = not known
    people,               -- People of the delegation, as stated; NULL = nothing published
    companies,            -- Participants of the category company, as stated; NULL = nothing published
    agreements,           -- Agreements, as stated; NULL = nothing published
    participants_listed,  -- Participants listed
    agreements_listed,    -- Agreements listed as signed or announced
    events_listed,        -- Events listed
    claims,               -- Published counts
    refuted,              -- Published counts that are refuted
    disputed              -- Published counts that are disputed
) AS
WITH stated AS (
    SELECT mission_id, subject, category_id, stated
    FROM   stated_counts
    WHERE  region_id IS NULL AND city_id IS NULL AND day IS NULL
),
ruled_out AS (
    SELECT mission_id, count(*) AS claims, sum(verdict = 'refuted') AS refuted, sum(verdict = 'disputed') AS disputed
    FROM   verdicts
    GROUP  BY mission_id
)
SELECT m.mission_id, m.name, m.first_day, m.last_day,
       CAST(julianday(m.last_day) - julianday(m.first_day) AS INTEGER) + 1,
       (SELECT stated FROM stated AS s WHERE s.mission_id = m.mission_id AND s.subject = 'people'       AND s.category_id IS NULL),
       (SELECT stated FROM stated AS s WHERE s.mission_id = m.mission_id AND s.subject = 'participants' AND s.category_id = 'company'),
       (SELECT stated FROM stated AS s WHERE s.mission_id = m.mission_id AND s.subject = 'agreements'   AND s.category_id IS NULL),
       (SELECT coalesce(sum(listed), 0) FROM listed_participants AS p WHERE p.mission_id = m.mission_id),
       (SELECT count(*) FROM listed_agreements AS a WHERE a.mission_id = m.mission_id AND a.certain = 1),
       (SELECT count(*) FROM listed_events     AS e WHERE e.mission_id = m.mission_id),
       coalesce(r.claims, 0), coalesce(r.refuted, 0), coalesce(r.disputed, 0)
FROM   missions AS m
LEFT   JOIN ruled_out AS r USING (mission_id)
ORDER  BY m.mission_id;

-- What was published of a mission as a whole, and what is listed of the same; also what is listed without a word published.
CREATE VIEW headline_counts (
    mission_id,   -- Mission
    subject,      -- participants, people, agreements or events
    category_id,  -- Only this category; NULL = all
    listed_min,   -- Rows that certainly count; NULL = no table lists the subject
    listed_max,   -- Rows that certainly or possibly count; NULL = no table lists the subject
    stated,       -- What was published, as given; NULL = nothing
    stated_min,   -- Lower bound of what was published
    stated_max,   -- Upper bound of what was published; NULL = none
    verdict       -- Worst verdict on what was published; NULL = nothing was
) AS
WITH whole AS (
    SELECT mission_id, subject, category_id, stated, stated_min, stated_max, verdict
    FROM   stated_counts
    WHERE  subject IN ('people', 'participants', 'agreements', 'events')
    AND    region_id IS NULL
    AND    city_id IS NULL
    AND    day IS NULL
),
listed (mission_id, subject, category_id, listed_min, listed_max) AS (
    SELECT mission_id, 'participants', NULL, sum(listed), sum(listed) FROM listed_participants GROUP BY mission_id
    UNION ALL
    SELECT mission_id, 'participants', category_id, sum(listed), sum(listed)
    FROM   listed_participants
    GROUP  BY mission_id, category_id
    UNION ALL
    SELECT mission_id, 'agreements', NULL, sum(certain), count(*) FROM listed_agreements GROUP BY mission_id
    UNION ALL
    SELECT mission_id, 'events', NULL, sum(certain), count(*) FROM listed_events GROUP BY mission_id
),
lines AS (
    SELECT w.mission_id, w.subject, w.category_id,
           CASE WHEN w.subject <> 'people' THEN coalesce(l.listed_min, 0) END AS listed_min,
           CASE WHEN w.subject <> 'people' THEN coalesce(l.listed_max, 0) END AS listed_max,
           w.stated, w.stated_min, w.stated_max, w.verdict
    FROM   whole AS w
    LEFT   JOIN listed AS l ON  l.mission_id = w.mission_id
                            AND l.subject = w.subject
                            AND l.category_id IS NOT DISTINCT FROM w.category_id
    UNION ALL
    SELECT l.mission_id, l.subject, NULL, l.listed_min, l.listed_max, NULL, NULL, NULL, NULL
    FROM   listed AS l
    WHERE  l.category_id IS NULL
    AND    NOT EXISTS (SELECT 1 FROM whole AS w WHERE w.mission_id = l.mission_id AND w.subject = l.subject)
)
SELECT mission_id, subject, category_id, listed_min, listed_max, stated, stated_min, stated_max, verdict
FROM   lines
ORDER  BY mission_id,
          CASE subject WHEN 'people' THEN 1 WHEN 'participants' THEN 2 WHEN 'agreements' THEN 3 ELSE 4 END,
          category_id IS NOT NULL, stated_min DESC, category_id;

-- What a reader must know beside the rows of a report: the name of a sentence, and the number in it.
CREATE VIEW report_notes (
    report,      -- Report
    mission_id,  -- Mission
    note,        -- Name of the sentence, which `mission` has in each language
    n            -- The number in it
) AS
WITH found (report, mission_id, one, several, n) AS (
    SELECT 'participants', mission_id, 'region_not_known', 'regions_not_known', sum(listed)
    FROM   listed_participants
    WHERE  region_id IS NULL
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
SELECT report, mission_id, CASE n WHEN 1 THEN one ELSE several END, n FROM found;

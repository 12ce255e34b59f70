//! Statements that would write, leak or run for ever, if queries could do more than read within limits.

use crate::harness::Place;
use mission::model::Table;
use std::fs;

/// What would change a file, make one, or switch a protection off.
const WRITES: &[&str] = &[
    "DELETE FROM claims",
    "DELETE FROM claims RETURNING claim_id",
    "UPDATE claims SET count = '1'",
    "UPDATE claims SET count = '1' RETURNING *",
    "INSERT INTO regions VALUES ('x', 'x', 'x', 'x')",
    "INSERT INTO regions VALUES ('x', 'x', 'x', 'x') RETURNING *",
    "REPLACE INTO regions VALUES ('x', 'x', 'x', 'x')",
    "INSERT INTO regions SELECT 'x', 'x', 'x', 'x' ON CONFLICT DO UPDATE SET label_en = 'x' RETURNING *",
    "WITH w AS (SELECT 1) DELETE FROM claims WHERE 1 IN w RETURNING *",
    "DROP TABLE claims",
    "DROP VIEW claim_verdicts",
    "DROP INDEX listed_participants_mission",
    "ALTER TABLE claims RENAME TO gone",
    "ALTER TABLE claims ADD COLUMN x",
    "CREATE TABLE t (x)",
    "CREATE TABLE t AS SELECT * FROM claims",
    "CREATE TEMP TABLE t (x)",
    "CREATE TEMP TABLE t AS SELECT * FROM claims",
    "CREATE TEMP VIEW v AS SELECT 1",
    "CREATE INDEX i ON claims (count)",
    "CREATE TRIGGER t AFTER INSERT ON claims BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER t AFTER INSERT ON claims BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE t USING fts5(x)",
    "CREATE VIRTUAL TABLE temp.t USING fts5(x)",
    "CREATE VIRTUAL TABLE t USING fts3(x)",
    "CREATE VIRTUAL TABLE t USING rtree(id, a, b)",
    "ATTACH 'other.db' AS other",
    "ATTACH DATABASE 'file:other.db?mode=rwc' AS other",
    "ATTACH ':memory:' AS other",
    "ATTACH '' AS other",
    "DETACH main",
    "VACUUM",
    "VACUUM INTO 'other.db'",
    "REINDEX",
    "ANALYZE",
    "BEGIN",
    "BEGIN IMMEDIATE",
    "BEGIN EXCLUSIVE",
    "COMMIT",
    "ROLLBACK",
    "SAVEPOINT s",
    "RELEASE s",
    "PRAGMA query_only = OFF",
    "PRAGMA user_version = 2",
    "PRAGMA application_id = 2",
    "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA temp_store_directory = '.'",
    "PRAGMA data_store_directory = '.'",
    "PRAGMA temp_store = FILE",
    "PRAGMA hard_heap_limit = 0",
    "PRAGMA soft_heap_limit = 0",
    "PRAGMA trusted_schema = ON",
    "PRAGMA mmap_size = 1000000000",
    "PRAGMA cache_spill = 1",
    "PRAGMA incremental_vacuum",
    "PRAGMA optimize",
    "PRAGMA wal_checkpoint",
    "PRAGMA integrity_check",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA threads = 8",
    "SELECT load_extension('x')",
    "SELECT LOAD_EXTENSION('x', 'y')",
    "SELECT * FROM (SELECT load_extension('x'))",
    "SELECT fts3_tokenizer('simple')",
    "SELECT fts3_tokenizer('simple', x'00')",
];

/// What would show other files.
const LEAKS: &[&str] = &[
    "SELECT readfile('/etc/passwd')",
    "SELECT writefile('out', 'x')",
    "SELECT edit('x')",
    "SELECT * FROM fsdir('/')",
    "SELECT * FROM csv('/etc/passwd')",
    "SELECT * FROM other.claims",
    "SELECT * FROM pragma_database_list",
    "SELECT * FROM pragma_query_only",
    "PRAGMA database_list",
    "SELECT * FROM zipfile('x.zip')",
];

/// What would run for ever, or take all memory.
const BOMBS: &[&str] = &[
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT n + 1 FROM r) SELECT max(n) FROM r",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT group_concat(n) FROM r",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r WHERE n < 0",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r ORDER BY random()",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT median(n) FROM r",
    "WITH RECURSIVE r(t) AS (SELECT 'a' UNION ALL SELECT t || t FROM r) SELECT max(length(t)) FROM r",
    "WITH RECURSIVE r(t) AS (SELECT zeroblob(10000000) UNION ALL SELECT randomblob(10000000) FROM r) SELECT count(*) FROM (SELECT DISTINCT t FROM r)",
    "SELECT count(*) FROM events a, events b, events c, events d, events e, events f, events g",
    "SELECT sum(length(a.title || b.title)) FROM events a, events b, events c, events d, events e, events f",
    "SELECT zeroblob(1000000000)",
    "SELECT randomblob(1000000000)",
    "SELECT printf('%1000000000d', 1)",
    "SELECT printf('%.*c', 1000000000, 'x')",
    "SELECT hex(zeroblob(16000000))",
    "SELECT replace(hex(zeroblob(4000000)), '0', 'xxxxxxxxxx')",
    "SELECT quote(zeroblob(16000000))",
    "SELECT 'a' REGEXP '((((((((((a{99}){99}){99}){99}){99}){99}){99}){99}){99}){99})'",
];

#[test]
fn no_statement_writes_leaks_or_runs_for_ever() {
    let place = Place::with_seed();
    let before = fs::read(place.path("mission.db")).unwrap();
    assert!(WRITES.len() + LEAKS.len() + BOMBS.len() >= 60);
    let refused = |sql: &str, said: &[&str]| {
        let ran = place.run(&["query", sql, "--timeout", "0.3", "-f", "csv"]);
        let rows = ran.stdout.lines().skip(1).count();
        assert_eq!((ran.code, rows), (Some(2), 0), "{sql}: {}", ran.stderr);
        let told = ran.stderr.starts_with("error: ") && said.iter().any(|said| ran.stderr.contains(said));
        assert!(told, "{sql}: {}", ran.stderr);
    };
    let build_product = ["hint: the database is a build product"];
    WRITES.iter().for_each(|sql| refused(sql, &build_product));
    Table::ALL.iter().for_each(|table| refused(&format!("DELETE FROM {}", table.name()), &build_product));
    LEAKS.iter().for_each(|sql| refused(sql, &["no such", "only SELECT is allowed"]));
    BOMBS.iter().for_each(|sql| refused(sql, &["the statement was stopped", "size limit"]));
    assert_eq!(fs::read(place.path("mission.db")).unwrap(), before);
    let files: Vec<_> = place.path(".").read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["mission.db"]);
}

#[test]
fn the_schema_may_be_asked_for() {
    let place = Place::with_seed();
    for sql in [
        "PRAGMA table_info(claims)",
        "PRAGMA index_list(claims)",
        "SELECT * FROM pragma_table_xinfo('claims')",
        "SELECT * FROM pragma_foreign_key_list('claims')",
        "SELECT name FROM sqlite_schema",
        "EXPLAIN QUERY PLAN SELECT * FROM claims",
    ] {
        let ran = place.run(&["query", sql, "-f", "csv"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{sql}");
    }
}

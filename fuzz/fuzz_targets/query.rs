//! The guard of ad-hoc SQL: nothing that is asked changes the file, and everything ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mission::db::{Question, open_any, run_guarded};
use mission::error::Error;
use mission::result_set::{Caption, Sink, Value};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;

/// A small database, made once: the tables of the schema with a few rows.
static DATABASE: LazyLock<(tempfile::TempDir, PathBuf, Vec<u8>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mission.db");
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(mission::db::SCHEMA).unwrap();
    conn.execute_batch("INSERT INTO sources (source_id, title) VALUES ('a', 'A'), ('b', 'B');").unwrap();
    conn.execute_batch("INSERT INTO missions (mission_id, name, source_id) VALUES ('m', 'M', 'a');").unwrap();
    drop(conn);
    let bytes = std::fs::read(&path).unwrap();
    (folder, path, bytes)
});

/// Takes every row.
struct All;

impl Sink for All {
    fn begin(&mut self, _: &Caption, _: &[String]) -> Result<(), Error> {
        Ok(())
    }

    fn row(&mut self, _: &[Value]) -> Result<(), Error> {
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

fuzz_target!(|sql: &str| {
    let (_, path, bytes) = &*DATABASE;
    let mut conn = open_any(path).unwrap();
    let parameters = vec![("a".to_owned(), rusqlite::types::Value::Text("x".to_owned()))];
    let time = Duration::from_millis(200);
    let question = Question { sql: sql.to_owned(), parameters, time, rows: Some(100), memory: 256 << 20, kept_of_cell: None };
    let _ = run_guarded(&mut conn, &question, &mut All);
    drop(conn);
    assert_eq!(&std::fs::read(path).unwrap(), bytes, "the file was changed");
});

//! Loads a data folder the way `mission init` does.
#![allow(dead_code, reason = "a target uses some of it")]

use mission::dataset::DataFolder;
use mission::display::Group;
use mission::error::Error;
use mission::load::{Loaded, Progress, load};
use mission::model::Table;
use std::path::Path;

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: u64) {}
    fn read(&self, _: Table, _: u64) {}
    fn stored(&self, _: Table, _: u64, _: u64) {}
}

/// Fills a draft with the built-in seed, and judges its claims.
pub fn fill(conn: &rusqlite::Connection, scratch: &Path) {
    let loaded = load(&[DataFolder::Seed], conn, scratch, None, &Silent).unwrap();
    assert!(loaded.defects.is_empty());
    mission::evidence::judge_all(conn).unwrap();
}

/// Loads, and checks what must hold of everything that is loaded or refused; whether nothing is wrong with it.
pub fn check(data: &Path, scratch: &Path) -> bool {
    let Ok(folder) = DataFolder::at(Some(data)) else { return false };
    let conn = rusqlite::Connection::open_in_memory().unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;").unwrap();
    conn.execute_batch(mission::db::SCHEMA).unwrap();
    match load(std::slice::from_ref(&folder), &conn, scratch, None, &Silent) {
        Ok(Loaded { defects, notices, .. }) => {
            for group in Group::of_identical(&defects).iter().chain(&Group::of_each(&notices)) {
                assert!(!group.with_excerpt(false).is_empty());
            }
            if defects.is_empty() {
                let sound: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
                assert_eq!(sound, "ok", "a row breaks a constraint");
                assert!(!conn.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
            }
            defects.is_empty()
        }
        Err(Error::Sql(error)) => panic!("SQLite refuses what was checked: {error}"),
        Err(Error::RowsLost { .. }) => panic!("rows were lost"),
        Err(_) => false,
    }
}

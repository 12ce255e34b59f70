//! The names of a database: offered by a shell where one is expected, and held against those that are given.

use crate::db::{self, Extent};
use crate::error::{Error, named};
use crate::language::Language;
use crate::model::Table;
use crate::report::REPORTS;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use rusqlite::Connection;
use std::path::PathBuf;

pub(crate) const MISSIONS: &str = "SELECT mission_id FROM missions ORDER BY mission_id";
pub(crate) const CLAIMS: &str = "SELECT DISTINCT claim_id FROM claims ORDER BY claim_id";
pub(crate) const REGIONS: &str = "SELECT region_id FROM regions ORDER BY region_id";
pub(crate) const CITIES: &str = "SELECT city_id FROM cities ORDER BY city_id";
pub(crate) const DAYS: &str = "SELECT DISTINCT day FROM mission_days ORDER BY day";

/// The names that a statement yields from the database of this folder, or that of `MISSION_DB`; nothing where there is
/// none.
pub(crate) fn offered(sql: &'static str) -> ArgValueCandidates {
    ArgValueCandidates::new(move || {
        let path = std::env::var_os("MISSION_DB").map_or_else(|| PathBuf::from("mission.db"), PathBuf::from);
        let names = db::open(&path, Extent::Small).and_then(|conn| db::texts(&conn, sql, [])).unwrap_or_default();
        names.into_iter().map(CompletionCandidate::new).collect()
    })
}

pub(crate) fn offered_reports() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let title = |title| Language::En.heading(title).into();
        REPORTS.iter().map(|it| CompletionCandidate::new(it.name).help(Some(title(it.title)))).collect()
    })
}

pub(crate) fn offered_tables() -> ArgValueCandidates {
    ArgValueCandidates::new(|| Table::ALL.iter().map(|table| CompletionCandidate::new(table.name())).collect())
}

/// That the name is one of those that a statement yields.
///
/// # Errors
/// It is none; the nearest of them is told.
pub(crate) fn known(conn: &Connection, what: &str, name: &str, sql: &str, listed_by: &str) -> Result<(), Error> {
    named(what, name, &db::texts(conn, sql, [])?, |valid| valid, listed_by).map(drop)
}

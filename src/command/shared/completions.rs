//! What a shell is offered where a name is expected: names from the database, if there is one.

use crate::db;
use crate::language::Language;
use crate::model::Table;
use crate::report::REPORTS;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use std::path::PathBuf;

pub(crate) fn reports() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        REPORTS
            .iter()
            .map(|it| CompletionCandidate::new(it.name).help(Some(Language::En.heading(it.title).into())))
            .collect()
    })
}

pub(crate) fn tables() -> ArgValueCandidates {
    ArgValueCandidates::new(|| Table::ALL.iter().map(|table| CompletionCandidate::new(table.name())).collect())
}

pub(crate) fn relations() -> ArgValueCandidates {
    ArgValueCandidates::new(|| names("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"))
}

pub(crate) fn missions() -> ArgValueCandidates {
    ArgValueCandidates::new(|| names("SELECT mission_id FROM missions ORDER BY mission_id"))
}

pub(crate) fn claims() -> ArgValueCandidates {
    ArgValueCandidates::new(|| names("SELECT DISTINCT claim_id FROM claims ORDER BY claim_id"))
}

pub(crate) fn regions() -> ArgValueCandidates {
    ArgValueCandidates::new(|| names("SELECT region_id FROM regions ORDER BY region_id"))
}

pub(crate) fn cities() -> ArgValueCandidates {
    ArgValueCandidates::new(|| names("SELECT city_id FROM cities ORDER BY city_id"))
}

pub(crate) fn days() -> ArgValueCandidates {
    ArgValueCandidates::new(|| names("SELECT DISTINCT day FROM mission_days ORDER BY day"))
}

/// What a statement yields from the database of this folder, or that of `MISSION_DB`; nothing where there is none.
fn names(sql: &str) -> Vec<CompletionCandidate> {
    let path = std::env::var_os("MISSION_DB").map_or_else(|| PathBuf::from("mission.db"), PathBuf::from);
    let names = db::open(&path).and_then(|conn| db::texts(&conn, sql)).unwrap_or_default();
    names.into_iter().map(CompletionCandidate::new).collect()
}

//! Every claim of a mission in the database judged: once for all while it is built, and again for another language.

use super::evidence::evidence;
use super::judge::{Judgement, judge};
use super::read::{facts, names};
use super::stated_count::insert_stated_counts;
use crate::db;
use crate::error::Error;
use crate::language::Language;
use rusqlite::{Connection, params};
use std::collections::HashMap;

/// Judges every claim of every mission, and stores the verdicts and what is stated of each scope.
pub fn judge_all(conn: &Connection) -> Result<(), Error> {
    let names = names(conn, Language::En)?;
    for mission in db::texts(conn, "SELECT DISTINCT mission_id FROM claims ORDER BY mission_id")? {
        let facts = facts(conn, &mission)?;
        let judgements = judge(&facts, &names);
        for Judgement { claim, listed, arguments, verdict } in &judgements {
            let (listed_min, listed_max) = listed.map(|listed| (listed.min, listed.max)).unzip();
            let evidence = evidence(claim, arguments, &names);
            conn.prepare_cached("INSERT INTO verdicts VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
                mission,
                claim.id,
                listed_min,
                listed_max,
                verdict.word(),
                evidence
            ])?;
        }
        insert_stated_counts(conn, &mission, &judgements)?;
    }
    Ok(())
}

/// The evidence on every claim of a mission in a language, by the key of the claim.
pub fn evidence_in(conn: &Connection, mission: &str, language: Language) -> Result<HashMap<String, String>, Error> {
    let (facts, names) = (facts(conn, mission)?, names(conn, language)?);
    let judged = judge(&facts, &names);
    Ok(judged.iter().map(|it| (it.claim.id.clone(), evidence(it.claim, &it.arguments, &names))).collect())
}

//! Every claim of a mission in the database judged: once for all while it is built, and again for another language.

use super::evidence::evidence;
use super::judge::judge;
use super::read::{facts, names};
use super::scope::Scope;
use super::stated_count::{StatedCount, stated_counts};
use crate::db::{self, StoredVerdict};
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
        for judged in &judgements {
            let verdict = StoredVerdict {
                mission: &mission,
                claim: &judged.claim.id,
                listed: judged.listed.map(|listed| (listed.min, listed.max)),
                verdict: judged.verdict.word(),
                evidence: &evidence(judged.claim, &judged.arguments, &names),
            };
            db::insert_verdict(conn, &verdict)?;
        }
        for stated in stated_counts(&judgements) {
            insert_stated(conn, &mission, &stated)?;
        }
    }
    Ok(())
}

fn insert_stated(conn: &Connection, mission: &str, stated: &StatedCount<'_>) -> Result<(), Error> {
    let StatedCount { counts, hull, verdict, subject, scope } = stated;
    let Scope { category, region, city, day } = scope;
    let subject = subject.to_string();
    conn.prepare_cached("INSERT INTO stated_counts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
        .execute(params![mission, subject, category, region, city, day, counts, hull.min, hull.max, verdict.word()])?;
    Ok(())
}

/// The evidence on every claim of a mission in a language, by the key of the claim.
pub fn evidence_in(conn: &Connection, mission: &str, language: Language) -> Result<HashMap<String, String>, Error> {
    let (facts, names) = (facts(conn, mission)?, names(conn, language)?);
    let judged = judge(&facts, &names);
    Ok(judged.iter().map(|it| (it.claim.id.clone(), evidence(it.claim, &it.arguments, &names))).collect())
}

//! Every claim of a mission in the database judged: once for all while it is built, and again for another language.

use super::evidence::evidence;
use super::judge::{Judgement, judge};
use super::read::{facts, names};
use super::scope::{Scope, Subject};
use super::verdict::Verdict;
use crate::db;
use crate::error::Error;
use crate::language::Language;
use crate::words::Stage;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Judges every claim of every mission, and stores the verdicts and what is stated of each scope.
pub fn judge_all(conn: &Connection) -> Result<(), Error> {
    let names = names(conn, Language::En)?;
    for mission in db::texts(conn, "SELECT DISTINCT mission_id FROM claims ORDER BY mission_id", [])? {
        let facts = facts(conn, &mission)?;
        let judgements = judge(&facts, &names);
        for Judgement { claim, listed, arguments, verdict } in &judgements {
            let (min, max) = listed.map(|listed| (listed.min, listed.max)).unzip();
            let evidence = evidence(claim, arguments, &names);
            conn.prepare_cached("INSERT INTO verdicts VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
                mission,
                claim.id,
                min,
                max,
                verdict.word(),
                evidence
            ])?;
        }
        insert_stated_counts(conn, &mission, &judgements)?;
    }
    Ok(())
}

/// Stores what was published of each subject and scope of a mission; expected counts only where none is reported.
fn insert_stated_counts(conn: &Connection, mission: &str, judged: &[Judgement<'_>]) -> Result<(), Error> {
    let mut groups: BTreeMap<(&Subject, &Scope), Vec<&Judgement<'_>>> = BTreeMap::new();
    for judged in judged {
        groups.entry((&judged.claim.subject, &judged.claim.scope)).or_default().push(judged);
    }
    for ((subject, scope), group) in groups {
        let Scope { category, region, city, day } = scope;
        let any_reported = group.iter().any(|judged| judged.claim.stage == Stage::Reported);
        let chosen = || group.iter().filter(|judged| !any_reported || judged.claim.stage == Stage::Reported);
        let worst = chosen().map(|judged| judged.verdict).min().map(Verdict::word);
        let counts: BTreeSet<(i64, Option<i64>, &str)> = chosen()
            .map(|judged| (judged.claim.count.min, judged.claim.count.max, judged.claim.notation.as_str()))
            .collect();
        let notations = counts.iter().map(|(_, _, notation)| *notation).collect::<Vec<_>>().join(" / ");
        let lowest = counts.iter().map(|(min, _, _)| *min).min();
        // One count without an upper bound leaves all of them without.
        let highest = counts.iter().try_fold(0, |highest, (_, max, _)| max.map(|max| max.max(highest)));
        let subject = subject.to_string();
        conn.prepare_cached("INSERT INTO stated_counts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
            .execute(params![mission, subject, category, region, city, day, notations, lowest, highest, worst])?;
    }
    Ok(())
}

/// The evidence on every claim of a mission in a language, by the key of the claim.
pub fn evidence_in(conn: &Connection, mission: &str, language: Language) -> Result<HashMap<String, String>, Error> {
    let (facts, names) = (facts(conn, mission)?, names(conn, language)?);
    let judged = judge(&facts, &names);
    Ok(judged.iter().map(|it| (it.claim.id.clone(), evidence(it.claim, &it.arguments, &names))).collect())
}

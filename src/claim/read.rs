//! The facts of each mission out of the database, and the verdicts back into it.

use super::facts::{Claim, CompleteList, Facts, Names};
use super::finding::evidence;
use super::judge::judge;
use super::listing::{Attribute, ListedRow, Period};
use super::scope::{Scope, Subject};
use super::stated::{Stated, stated};
use crate::count::Interval;
use crate::db::{self, StoredVerdict};
use crate::error::Error;
use crate::language::Language;
use crate::words::{DateBasis, Stage};
use rusqlite::{Connection, Row, params};
use std::collections::{BTreeSet, HashMap};

/// Judges every claim of every mission, and stores the verdicts and what is stated of each scope; `lines` holds
/// the line of each claim in its file, in the order of their keys.
pub fn judge_all(conn: &Connection, lines: &[u64]) -> Result<(), Error> {
    let names = names(conn, Language::En)?;
    let mut lines = lines.iter().copied();
    for mission in db::texts(conn, "SELECT DISTINCT mission_id FROM claims ORDER BY mission_id")? {
        let facts = facts(conn, &mission)?;
        let judgements = judge(&facts, &names);
        for judged in &judgements {
            let listed = judged.listed.map(|listed| (listed.min, listed.max));
            let evidence = evidence(judged.claim, &judged.findings, &names);
            let verdict = StoredVerdict {
                mission: &mission,
                claim: &judged.claim.id,
                listed,
                verdict: judged.verdict.word(),
                evidence: &evidence,
                line: lines.next().unwrap_or_default(),
            };
            db::insert_verdict(conn, &verdict)?;
        }
        for stated in stated(&judgements) {
            insert_stated(conn, &mission, &stated)?;
        }
    }
    Ok(())
}

fn insert_stated(conn: &Connection, mission: &str, stated: &Stated<'_>) -> Result<(), Error> {
    let Stated { counts, hull, verdict, subject, scope } = stated;
    let Scope { category, region, city, day } = scope;
    let subject = subject.to_string();
    conn.prepare_cached("INSERT INTO stated_counts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
        .execute(params![mission, subject, category, region, city, day, counts, hull.min, hull.max, verdict.word()])?;
    Ok(())
}

/// What all missions share; evidence is worded in the language.
pub fn names(conn: &Connection, language: Language) -> Result<Names, Error> {
    let labels = db::labels(conn, language)?.into_iter().map(|(kind, key, label)| ((kind, key), label)).collect();
    let regions = BTreeSet::from_iter(db::texts(conn, "SELECT region_id FROM regions ORDER BY region_id")?);
    Ok(Names { language, regions, labels })
}

/// The evidence on every claim of a mission in a language, by the key of the claim.
pub fn evidence_in(conn: &Connection, mission: &str, language: Language) -> Result<HashMap<String, String>, Error> {
    let (facts, names) = (facts(conn, mission)?, names(conn, language)?);
    let judged = judge(&facts, &names);
    Ok(judged.iter().map(|it| (it.claim.id.clone(), evidence(it.claim, &it.findings, &names))).collect())
}

/// Everything known of one mission.
pub fn facts(conn: &Connection, mission: &str) -> Result<Facts, Error> {
    Ok(Facts {
        claims: all(conn, include_str!("sql/claims.sql"), mission, claim)?,
        participants: all(conn, include_str!("sql/participants.sql"), mission, listed_row)?,
        agreements: all(conn, include_str!("sql/agreements.sql"), mission, listed_row)?,
        events: all(conn, include_str!("sql/events.sql"), mission, listed_row)?,
        complete: all(conn, include_str!("sql/complete_lists.sql"), mission, complete_list)?,
    })
}

fn all<T>(
    conn: &Connection,
    sql: &str,
    mission: &str,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(rusqlite::named_params! { ":mission": mission }, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn claim(row: &Row<'_>) -> rusqlite::Result<Claim> {
    let expected: bool = row.get("expected")?;
    Ok(Claim {
        id: row.get("claim_id")?,
        subject: Subject::of(&row.get::<_, String>("subject")?),
        scope: Scope {
            category: row.get("category_id")?,
            region: row.get("region_id")?,
            city: row.get("city_id")?,
            day: row.get("day")?,
        },
        notation: row.get("count")?,
        count: Interval { min: row.get("count_min")?, max: row.get("count_max")? },
        stage: if expected { Stage::Expected } else { Stage::Reported },
        source: row.get("source_id")?,
    })
}

/// Several values that a row has at least are separated by commas, which no slug holds.
fn listed_row(row: &Row<'_>) -> rusqlite::Result<ListedRow> {
    let is = |value: Option<String>| value.map_or(Attribute::Unknown, Attribute::Is);
    let at_least = |values: Option<String>| {
        values.map_or(Attribute::Unknown, |values| Attribute::AtLeast(values.split(',').map(str::to_owned).collect()))
    };
    let exact: bool = row.get("exact")?;
    let (category, region) = (row.get("category")?, row.get("region")?);
    let first: Option<String> = row.get("first_day")?;
    let last: Option<String> = row.get("last_day")?;
    let stated: Option<bool> = row.get("stated")?;
    let basis = if stated == Some(true) { DateBasis::Stated } else { DateBasis::Window };
    Ok(ListedRow {
        number: row.get("number")?,
        certain: row.get("certain")?,
        category: if exact { is(category) } else { at_least(category) },
        region: if exact { is(region) } else { at_least(region) },
        city: is(row.get("city")?),
        period: first.zip(last).map(|(first, last)| Period { first, last, basis }),
    })
}

fn complete_list(row: &Row<'_>) -> rusqlite::Result<CompleteList> {
    Ok(CompleteList {
        subject: Subject::of(&row.get::<_, String>("subject")?),
        region: row.get("region_id")?,
        source: row.get("source_id")?,
    })
}

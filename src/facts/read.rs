//! The facts of one mission, out of the database.

use super::falls_in::{Attribute, FallsIn, ListedRow, NamedRow, Period};
use super::known::{Claim, CompleteList, Facts, Names};
use super::scope::{Scope, Subject};
use super::units::{counted, units};
use crate::count::Count;
use crate::db;
use crate::error::Error;
use crate::language::Language;
use crate::words::Stage;
use rusqlite::{Connection, Row, ToSql, named_params};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What all missions share; evidence is worded in the language.
pub fn names(conn: &Connection, language: Language) -> Result<Names, Error> {
    let regions = BTreeSet::from_iter(db::texts(conn, "SELECT region_id FROM regions ORDER BY region_id", [])?);
    Ok(Names { language, regions, labels: db::labels(conn, language)? })
}

/// A row of which others are likely the same thing.
pub(crate) struct SameRow {
    pub(crate) subject: Subject,
    pub(crate) id: String,
    /// The first row of the same thing.
    pub(crate) unit: String,
}

/// The facts of a mission, and its rows that are likely the same thing as others.
pub(crate) fn facts(conn: &Connection, mission: &str) -> Result<(Facts, Vec<SameRow>), Error> {
    let of_mission = named_params! { ":mission": mission };
    let days = all(conn, include_str!("sql/days_of_mission.sql"), of_mission, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut same = Vec::new();
    let mut listed = |subject| {
        let rows = named_rows(conn, mission, &subject)?;
        let units = units(&rows);
        same.extend(shared(&rows, &units, &subject));
        Ok::<_, Error>(counted(rows, &units))
    };
    let facts = Facts {
        claims: all(conn, include_str!("sql/claims.sql"), of_mission, claim)?,
        // There may be millions of them; the loader has counted those that are alike.
        participants: all(conn, include_str!("sql/participants_alike.sql"), of_mission, participants_alike)?,
        agreements: listed(Subject::Agreements)?,
        events: listed(Subject::Events)?,
        complete: all(conn, include_str!("sql/complete_lists.sql"), of_mission, complete_list)?,
        days: days.into_iter().find_map(|(first, last): (Option<String>, Option<String>)| first.zip(last)),
    };
    Ok((facts, same))
}

fn shared<'r>(rows: &'r [NamedRow], units: &'r [usize], subject: &'r Subject) -> impl Iterator<Item = SameRow> + 'r {
    let apart = units.iter().enumerate().filter(|(row, unit)| row != *unit);
    let shared: HashSet<usize> = apart.map(|(_, unit)| *unit).collect();
    let of_unit = rows.iter().zip(units).filter(move |(_, unit)| shared.contains(unit));
    of_unit.map(|(named, unit)| SameRow {
        subject: subject.clone(),
        id: named.id.clone(),
        unit: rows[*unit].id.clone(),
    })
}

/// The rows that fall in the scope of a claim, the certain ones first; none where no table lists its subject.
pub fn rows_of_claim(conn: &Connection, mission: &str, claim: &Claim) -> Result<Vec<(FallsIn, NamedRow)>, Error> {
    let mut rows = named_rows(conn, mission, &claim.subject)?;
    for (row, unit) in units(&rows).into_iter().enumerate().filter(|(row, unit)| row != unit) {
        rows[row].same_as = Some(rows[unit].id.clone());
    }
    let answered = rows.into_iter().map(|named| (named.row.falls_in(&claim.scope), named));
    let mut within: Vec<_> = answered.filter(|(falls_in, _)| *falls_in != FallsIn::Not).collect();
    within.sort_by_key(|(falls_in, _)| *falls_in);
    Ok(within)
}

fn named_rows(conn: &Connection, mission: &str, subject: &Subject) -> Result<Vec<NamedRow>, Error> {
    let parameters = named_params! { ":mission": mission, ":subject": subject.to_string() };
    let mut rows = all(conn, include_str!("sql/listed_rows.sql"), parameters, named_row)?;
    if *subject == Subject::Agreements {
        let mut parties: HashMap<String, (Vec<String>, Vec<String>)> = HashMap::new();
        let listed = all(conn, include_str!("sql/listed_parties.sql"), named_params! { ":mission": mission }, party)?;
        for (agreement, category, region) in listed {
            let (categories, regions) = parties.entry(agreement).or_default();
            categories.push(category);
            regions.extend(region);
        }
        for NamedRow { id, row, .. } in &mut rows {
            if let Some((categories, regions)) = parties.remove(id) {
                row.category = Attribute::AtLeast(categories);
                row.region = Attribute::AtLeast(regions);
            }
        }
    }
    Ok(rows)
}

fn all<T>(
    conn: &Connection,
    sql: &str,
    parameters: &[(&str, &dyn ToSql)],
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(parameters, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn claim(row: &Row<'_>) -> rusqlite::Result<Claim> {
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
        count: row.get::<_, String>("count")?.parse::<Count>().map_err(|_| rusqlite::Error::InvalidQuery)?,
        origin: row.get("origin")?,
        stage: if expected { Stage::Expected } else { Stage::Reported },
        source: row.get("source_id")?,
    })
}

fn participants_alike(row: &Row<'_>) -> rusqlite::Result<ListedRow> {
    Ok(ListedRow {
        min: row.get("listed_min")?,
        max: row.get("listed_max")?,
        category: row.get::<_, Option<String>>("category_id")?.into(),
        region: row.get::<_, Option<String>>("region_id")?.into(),
        city: Attribute::Unknown,
        period: None,
        in_mission: true,
    })
}

fn listed_row(row: &Row<'_>) -> rusqlite::Result<ListedRow> {
    let first: Option<String> = row.get("first_day")?;
    let last: Option<String> = row.get("last_day")?;
    let every_day = row.get::<_, Option<bool>>("every_day")? == Some(true);
    Ok(ListedRow {
        min: row.get("certain")?,
        max: 1,
        in_mission: row.get("in_mission")?,
        category: row.get::<_, Option<String>>("category_id")?.into(),
        region: row.get::<_, Option<String>>("region_id")?.into(),
        city: row.get::<_, Option<String>>("city_id")?.into(),
        period: first.zip(last).map(|(first, last)| Period { first, last, every_day }),
    })
}

fn named_row(row: &Row<'_>) -> rusqlite::Result<NamedRow> {
    Ok(NamedRow {
        id: row.get("row_id")?,
        title: row.get("title")?,
        number: row.get("number")?,
        same_as: None,
        row: listed_row(row)?,
    })
}

fn party(row: &Row<'_>) -> rusqlite::Result<(String, String, Option<String>)> {
    Ok((row.get("agreement_id")?, row.get("category_id")?, row.get("region_id")?))
}

fn complete_list(row: &Row<'_>) -> rusqlite::Result<CompleteList> {
    Ok(CompleteList {
        subject: Subject::of(&row.get::<_, String>("subject")?),
        region: row.get("region_id")?,
        source: row.get("source_id")?,
    })
}

//! The facts of one mission, out of the database.

use super::falls_in::{Attribute, FallsIn, ListedRow, NamedRow, Period};
use super::known::{Claim, CompleteList, Facts, Names};
use super::scope::{Key, Scope, Subject};
use super::units::{counted, units};
use crate::count::Count;
use crate::db;
use crate::error::Error;
use crate::language::Language;
use crate::words::Stage;
use rusqlite::{Connection, Row, RowIndex, ToSql, named_params};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What all missions share; evidence is worded in the language.
pub fn names(conn: &Connection, language: Language) -> Result<Names, Error> {
    let regions = BTreeSet::from_iter(db::texts(conn, "SELECT region_id FROM regions ORDER BY region_id", [])?);
    Ok(Names { language, regions, labels: db::labels(conn, language)? })
}

/// A row of which others are likely the same thing.
pub(crate) struct SameRow {
    pub(crate) subject: Subject,
    pub(crate) id: Key,
    /// The first row of the same thing.
    pub(crate) unit: Key,
}

/// What is known of a mission, and its rows that are likely the same thing as others.
pub(crate) fn facts_of(conn: &Connection, mission: &str) -> Result<(Facts, Vec<SameRow>), Error> {
    let of_mission = named_params! { ":mission": mission };
    let days = all(conn, include_str!("sql/days_of_mission.sql"), of_mission, |row| {
        Ok(key(row, "first_day")?.zip(key(row, "last_day")?))
    })?;
    let mut same = Vec::new();
    let mut listed = |subject| {
        let rows = named_rows(conn, mission, &subject)?;
        let units = units(&rows);
        same.extend(shared(&rows, &units, &subject));
        Ok::<_, Error>(counted(rows, &units))
    };
    let facts = Facts {
        agreements: listed(Subject::Agreements)?,
        events: listed(Subject::Events)?,
        claims: all(conn, include_str!("sql/claims.sql"), of_mission, claim)?,
        // There may be millions of them; the loader has counted those that are alike.
        participants: all(conn, include_str!("sql/participants_alike.sql"), of_mission, participants_alike)?,
        complete: all(conn, include_str!("sql/complete_lists.sql"), of_mission, complete_list)?,
        days: days.into_iter().flatten().next(),
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
    // Each of them has a view of its own, which takes half the time of the one of all three.
    let mut statement = conn.prepare_cached(match subject {
        Subject::Participants => include_str!("sql/listed_participants.sql"),
        Subject::Agreements => include_str!("sql/listed_agreements.sql"),
        Subject::Events => include_str!("sql/listed_events.sql"),
        Subject::People | Subject::Other(_) => return Ok(Vec::new()),
    })?;
    let column = |name| statement.column_index(name);
    let columns = NamedColumns {
        id: column("row_id")?,
        title: column("title")?,
        number: column("number")?,
        certain: column("certain")?,
        in_mission: column("in_mission")?,
        category: column("category_id")?,
        region: column("region_id")?,
        city: column("city_id")?,
        first_day: column("first_day")?,
        last_day: column("last_day")?,
        every_day: column("every_day")?,
    };
    let of_mission = named_params! { ":mission": mission };
    let rows = statement.query_map(of_mission, |row| named_row(row, &columns))?;
    let mut rows = rows.collect::<Result<Vec<_>, _>>()?;
    if *subject == Subject::Agreements {
        let mut parties: HashMap<Key, (Vec<Key>, Vec<Key>)> = HashMap::new();
        let listed = all(conn, include_str!("sql/listed_parties.sql"), of_mission, party)?;
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

/// A key or a day; `None` = NULL.
fn key(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<Key>> {
    Ok(row.get_ref(column)?.as_str_or_null()?.map(Key::from))
}

pub(crate) fn claim(row: &Row<'_>) -> rusqlite::Result<Claim> {
    let expected: bool = row.get("expected")?;
    Ok(Claim {
        id: row.get("claim_id")?,
        subject: Subject::of(&row.get::<_, String>("subject")?),
        scope: Scope {
            category: key(row, "category_id")?,
            region: key(row, "region_id")?,
            city: key(row, "city_id")?,
            day: key(row, "day")?,
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
        category: key(row, "category_id")?.into(),
        region: key(row, "region_id")?.into(),
        city: Attribute::Unknown,
        period: None,
        in_mission: true,
    })
}

/// The positions of the columns of listed rows: there are too many rows to look up each cell by name.
struct NamedColumns {
    id: usize,
    title: usize,
    number: usize,
    certain: usize,
    in_mission: usize,
    category: usize,
    region: usize,
    city: usize,
    first_day: usize,
    last_day: usize,
    every_day: usize,
}

fn named_row(row: &Row<'_>, at: &NamedColumns) -> rusqlite::Result<NamedRow> {
    let days = key(row, at.first_day)?.zip(key(row, at.last_day)?);
    let every_day = row.get::<_, Option<bool>>(at.every_day)? == Some(true);
    let listed = ListedRow {
        min: row.get(at.certain)?,
        max: 1,
        in_mission: row.get(at.in_mission)?,
        category: key(row, at.category)?.into(),
        region: key(row, at.region)?.into(),
        city: key(row, at.city)?.into(),
        period: days.map(|(first, last)| Period { first, last, every_day }),
    };
    let (id, title, number) = (row.get_ref(at.id)?.as_str()?.into(), row.get(at.title)?, key(row, at.number)?);
    Ok(NamedRow { id, title, number, same_as: None, row: listed })
}

fn party(row: &Row<'_>) -> rusqlite::Result<(Key, Key, Option<Key>)> {
    let text = |column| Ok::<_, rusqlite::Error>(Key::from(row.get_ref(column)?.as_str()?));
    Ok((text("agreement_id")?, text("category_id")?, key(row, "region_id")?))
}

fn complete_list(row: &Row<'_>) -> rusqlite::Result<CompleteList> {
    Ok(CompleteList {
        subject: Subject::of(&row.get::<_, String>("subject")?),
        region: key(row, "region_id")?,
        source: row.get("source_id")?,
    })
}

//! What differing rows mean: the figures of reports and the verdicts that changed.

use super::touched::{Origin, Touched};
use super::{Difference, Out};
use crate::error::Error;
use crate::report::{REPORTS, Report};
use crate::result_set::{Caption, ResultSet, Value};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// The columns that say which figure a figure is.
const SCOPES: [&str; 5] = ["mission_id", "region_id", "category_id", "city_id", "day"];

/// Columns of reports that are no figures: names, and the verdicts that are told by themselves.
const NO_FIGURES: [&str; 6] = ["name", "city", "weekday", "verdict", "first_day", "last_day"];

/// Figures by their scope (the mission first) and their column.
type Figures = BTreeMap<(Vec<String>, String), Value>;

/// The figures that changed; yields how many.
pub(super) fn figures(old: &Connection, new: &Connection, touched: &Touched, out: &mut Out<'_>) -> Result<u64, Error> {
    let mut number = 0;
    for report in REPORTS {
        let (old, new) = (figures_of(old, report)?, figures_of(new, report)?);
        for place in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            let value = |figures: &Figures| figures.get(place).cloned().unwrap_or(Value::Null);
            let (old, new) = (value(&old), value(&new));
            if old != new {
                number += 1;
                let ((scope, column), mission) = (place, place.0[0].as_str());
                let (subject, origin) = comes_from(report, column);
                out.write(Difference {
                    change: "figure",
                    table: report.view,
                    mission: Some(mission),
                    key: scope[1..].join(" / "),
                    column: Some(column),
                    old,
                    new,
                    because: touched.because(mission, subject, origin, out.language),
                })?;
            }
        }
    }
    Ok(number)
}

/// The subject of a figure (`None` = every one), and which rows it comes from.
fn comes_from<'c>(report: &Report, column: &'c str) -> (Option<&'c str>, Origin) {
    match column {
        "stated" => (Some(report.name), Origin::Published),
        "people" | "agreements" => (Some(column), Origin::Published),
        "companies" => (Some("participants"), Origin::Published),
        "claims" => (None, Origin::Published),
        "listed" | "listed_min" | "listed_max" | "certain" | "possible" => (Some(report.name), Origin::Listed),
        other => match other.strip_suffix("_listed") {
            Some(subject) => (Some(subject), Origin::Listed),
            None => (None, Origin::Both),
        },
    }
}

fn figures_of(conn: &Connection, report: &Report) -> Result<Figures, Error> {
    let mut result = ResultSet::default();
    crate::db::each_row(&mut report.statement(conn, &[])?, &Caption::default(), &mut result)?;
    let scopes: Vec<usize> = SCOPES.iter().filter_map(|name| result.position(name)).collect();
    let mut figures = Figures::new();
    for row in &result.rows {
        let name = |&index: &usize| match &row[index] {
            Value::Null => "all".to_owned(),
            other => other.to_text(),
        };
        let scope: Vec<String> = scopes.iter().map(name).collect();
        for (index, column) in result.columns.iter().enumerate() {
            if !scopes.contains(&index) && !NO_FIGURES.contains(&column.as_str()) && !result.is_derived_bound(column) {
                figures.insert((scope.clone(), column.clone()), row[index].clone());
            }
        }
    }
    Ok(figures)
}

/// The claims of both databases whose verdict changed; yields how many.
pub(super) fn verdicts(old: &Connection, new: &Connection, touched: &Touched, out: &mut Out<'_>) -> Result<u64, Error> {
    let (old, new) = (verdicts_of(old)?, verdicts_of(new)?);
    let mut number = 0;
    for (place, (subject, verdict)) in &new {
        let Some((_, before)) = old.get(place).filter(|(_, before)| before != verdict) else { continue };
        number += 1;
        let (mission, claim) = place;
        out.write(Difference {
            change: "verdict",
            table: "claims",
            mission: Some(mission),
            key: claim.clone(),
            column: Some("verdict"),
            old: Value::Text(out.language.word(before)),
            new: Value::Text(out.language.word(verdict)),
            because: touched.because(mission, Some(subject), Origin::Both, out.language),
        })?;
    }
    Ok(number)
}

/// Subject and verdict, by mission and claim.
type Verdicts = BTreeMap<(String, String), (String, String)>;

/// Subject and verdict of every claim.
fn verdicts_of(conn: &Connection) -> Result<Verdicts, Error> {
    let mut statement = conn.prepare(include_str!("verdicts.sql"))?;
    let verdicts = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?))))?;
    Ok(verdicts.collect::<Result<_, _>>()?)
}

//! What differing rows mean: the figures of reports and the verdicts that changed.

use super::{Change, Difference, Out};
use crate::column::{Counts, Origin, known};
use crate::db;
use crate::error::Error;
use crate::facts::Subject;
use crate::language::Phrase;
use crate::report::{REPORTS, Report};
use crate::result_set::{Caption, ResultSet, Value};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// The values of the key of a report, the mission first; `None` = NULL, which no slug is taken for.
type Scope = Vec<Option<String>>;

type Figures = BTreeMap<(Scope, String), Value>;

pub(super) fn figures(old: &Connection, new: &Connection, out: &mut Out<'_>) -> Result<u64, Error> {
    let mut number = 0;
    for report in REPORTS {
        let (old, new) = (figures_of(old, report)?, figures_of(new, report)?);
        for place in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            let (old, new) = (old.get(place), new.get(place));
            // A line of a report may come and go with a claim or a mission alone, whatever its figures count.
            let line_stays = old.is_some() && new.is_some();
            let (old, new) = [old, new].map(|value| value.cloned().unwrap_or(Value::Null)).into();
            if old != new {
                number += 1;
                let (scope, column) = place;
                let mission = scope[0].as_deref().unwrap_or_default();
                let parts = report.key.iter().zip(scope).skip(1);
                let key: Vec<&str> = parts.map(|(name, part)| in_words(report, name, part.as_deref(), out)).collect();
                let (subject, origin) = comes_from(report, column);
                let origin = if line_stays { origin } else { Origin::Everything };
                out.write(Difference {
                    change: Change::Figure,
                    table: report.view,
                    mission: Some(mission),
                    key: key.join(" / "),
                    column: Some(column),
                    old,
                    new,
                    because: out.touched.because(mission, subject.as_ref(), origin, out.language),
                })?;
            }
        }
    }
    Ok(number)
}

/// A part of the key of a report as its table shows it: what has no key of its own is put into words.
fn in_words<'p>(report: &Report, name: &str, part: Option<&'p str>, out: &Out<'_>) -> &'p str {
    let null = || report.nulls.iter().find(|(column, _)| *column == name).map(|(_, phrase)| *phrase);
    match part {
        None => null().map_or("", |phrase| out.language.say(phrase)),
        Some("*") => out.language.say(Phrase::WholeMission),
        Some(key) => key,
    }
}

/// The subject of a figure (`None` = every one), and which rows it comes from.
fn comes_from(report: &Report, column: &str) -> (Option<Subject>, Origin) {
    let figure = known(column).and_then(|column| column.figure);
    let (origin, counts) = figure.unwrap_or((Origin::Everything, Counts::Anything));
    match counts {
        Counts::SubjectOfReport => {
            (Some(Subject::of(report.name)).filter(|subject| !matches!(subject, Subject::Other(_))), origin)
        }
        Counts::Subject(subject) => (Some(Subject::of(subject)), origin),
        Counts::Anything => (None, origin),
    }
}

/// The figures of a report. A column that this program has no name for is one as well, so that nothing is left out.
fn figures_of(conn: &Connection, report: &Report) -> Result<Figures, Error> {
    let mut result = ResultSet::default();
    db::each_row(&mut report.statement(conn, &[])?, &Caption::default(), &mut result)?;
    let position = |name: &&str| {
        result.position(name).ok_or_else(|| Error::unknown("column", name, &result.columns, "mission schema"))
    };
    let key: Vec<usize> = report.key.iter().map(position).collect::<Result<_, _>>()?;
    let is_figure = |name: &String| known(name).is_none_or(|column| column.figure.is_some());
    let mut figures = Figures::new();
    for row in &result.rows {
        let scope: Scope =
            key.iter().map(|index| Some(row[*index].to_text().into_owned()).filter(|text| !text.is_empty())).collect();
        for (index, column) in result.columns.iter().enumerate() {
            if !key.contains(&index) && is_figure(column) {
                figures.insert((scope.clone(), column.clone()), row[index].clone());
            }
        }
    }
    Ok(figures)
}

pub(super) fn verdicts(old: &Connection, new: &Connection, out: &mut Out<'_>) -> Result<u64, Error> {
    let (old, new) = (verdicts_of(old)?, verdicts_of(new)?);
    let mut number = 0;
    for (place, (subject, verdict)) in &new {
        let Some((_, before)) = old.get(place).filter(|(_, before)| before != verdict) else { continue };
        number += 1;
        let (mission, claim) = place;
        out.write(Difference {
            change: Change::Verdict,
            table: "claims",
            mission: Some(mission),
            key: claim.clone(),
            column: Some("verdict"),
            old: Value::Text(out.language.word(before)),
            new: Value::Text(out.language.word(verdict)),
            because: out.touched.because(mission, Some(&Subject::of(subject)), Origin::Everything, out.language),
        })?;
    }
    Ok(number)
}

/// Subject and verdict of every claim, by mission and claim.
type Verdicts = BTreeMap<(String, String), (String, String)>;

fn verdicts_of(conn: &Connection) -> Result<Verdicts, Error> {
    let sql = include_str!("verdicts.sql");
    db::rows(conn, sql, [], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?))))
}

//! What differing rows mean: the figures of reports and the verdicts that changed.

use super::rows::side_by_side;
use super::{Change, Difference, Out};
use crate::column::{Counts, Origin, known};
use crate::error::Error;
use crate::facts::Subject;
use crate::language::Phrase;
use crate::report::{REPORTS, Report};
use crate::result_set::Value;
use rusqlite::Connection;

/// The value of a figure in a line that is not there.
static NULL: Value = Value::Null;

pub(super) fn figures(databases: [&Connection; 2], out: &mut Out<'_>) -> Result<(), Error> {
    for report in REPORTS {
        let (key, view) = (report.key, report.view);
        let statement = report.statement(databases[0], &[])?;
        let mut figures: Vec<&str> = statement.column_names().filter(|name| is_figure(report, name)).collect();
        figures.sort_unstable();
        let columns = [key, &figures].concat().join(", ");
        let sql = format!("SELECT {columns} FROM {view} ORDER BY {}", key.join(", "));
        side_by_side(databases, &sql, key.len(), |old, new| {
            for (index, column) in (key.len()..).zip(&figures) {
                let [was, is] = [old, new].map(|row| row.map_or(&NULL, |row| &row[index]));
                let Some(scope) = new.or(old).filter(|_| was != is) else { continue };
                let mission = scope[0].text().unwrap_or_default();
                let parts = key.iter().zip(scope).skip(1);
                let parts: Vec<&str> = parts.map(|(name, part)| in_words(report, name, part.text(), out)).collect();
                let row = Difference::of(Change::Figure, view, Some(mission), parts.join(" / "));
                let (subject, origin) = comes_from(report, column);
                // A line of a report may come and go with a claim or a mission alone, whatever its figures count.
                let origin = if old.is_some() && new.is_some() { origin } else { Origin::Everything };
                let because = out.because(mission, subject.as_ref(), origin);
                out.differences.figures += 1;
                out.write(Difference { column: Some(column), old: was.clone(), new: is.clone(), because, ..row })?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Whether a column of a report is a figure: so is one that this program has no name for, so that nothing is left out.
fn is_figure(report: &Report, name: &str) -> bool {
    !report.key.contains(&name) && known(name).is_none_or(|column| column.figure.is_some())
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

pub(super) fn verdicts(databases: [&Connection; 2], out: &mut Out<'_>) -> Result<(), Error> {
    side_by_side(databases, include_str!("verdicts.sql"), 2, |old, new| {
        let Some((old, new)) = old.zip(new) else { return Ok(()) };
        let [mission, claim, subject, verdict] = [0, 1, 2, 3].map(|index| new[index].text().unwrap_or_default());
        let before = old[3].text().unwrap_or_default();
        if before == verdict {
            return Ok(());
        }
        let row = Difference::of(Change::Verdict, "claims", Some(mission), claim.to_owned());
        let [old, new] = [before, verdict].map(|word| Value::Text(out.language.word(word)));
        let because = out.because(mission, Some(&Subject::of(subject)), Origin::Everything);
        out.differences.verdicts += 1;
        out.write(Difference { column: Some("verdict"), old, new, because, ..row })
    })
}

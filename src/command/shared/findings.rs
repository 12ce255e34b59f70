//! What is found in the data, as several commands tell it: where, and how many claims have which verdict.

use crate::dataset::DataFolder;
use crate::db::stream;
use crate::defect::Place;
use crate::error::Error;
use crate::language::{Language, Phrase};
use crate::result_set::{Caption, Sink, Value};
use crate::system::slashed;
use rusqlite::{Connection, named_params};
use std::path::Path;

/// The cells of a finding in a form for findings: file, line, column and message; NULL = not known. In a workbook, the
/// message tells the cell, as no such form knows cells.
pub(crate) fn located(place: Option<(&DataFolder, &Place)>, message: String) -> [Value; 4] {
    let Some((folder, place)) = place else { return [Value::Null, Value::Null, Value::Null, Value::Text(message)] };
    let number = |n| if n == 0 { Value::Null } else { Value::Integer(i64::try_from(n).unwrap_or(i64::MAX)) };
    let in_file = |path: &Path| Value::Text(String::from_utf8_lossy(&slashed(path)).into_owned());
    let file = match folder {
        DataFolder::Workbook(path) => {
            return [in_file(path), Value::Null, Value::Null, Value::Text(format!("{place}: {message}"))];
        }
        DataFolder::Folder(path) => in_file(&path.join(&place.file)),
        DataFolder::Seed => Value::from(place.file.as_str()),
    };
    [file, number(place.line), number(place.column), Value::Text(message)]
}

/// What the verdicts on claims come to.
pub(crate) struct VerdictCounts {
    /// `43 claims: 0 refuted, …; at least 2 of the numbers are wrong`.
    pub(crate) sentence: String,
    /// Whether a claim is refuted or inconsistent.
    pub(crate) any_wrong: bool,
    pub(crate) any_conflicting: bool,
}

impl VerdictCounts {
    /// Of one mission, or of all; `claims` is a JSON array of the only claims to count, or empty.
    pub(crate) fn of(
        conn: &Connection,
        mission: Option<&str>,
        claims: &str,
        language: Language,
    ) -> Result<Self, Error> {
        let parameters = named_params! { ":mission": mission, ":claims": claims };
        Ok(conn.query_row(include_str!("../sql/check_counts.sql"), parameters, |row| {
            let counts = (0..7).map(|index| row.get(index)).collect::<rusqlite::Result<Vec<i64>>>()?;
            let numbers: Vec<String> = counts.iter().map(|n| language.number(*n)).collect();
            let phrase = if counts[0] == 1 { Phrase::ClaimByVerdict } else { Phrase::ClaimsByVerdict };
            let mut sentence = language.fill_all(phrase, &numbers);
            match row.get("wrong_min")? {
                0 => {}
                1 => sentence += language.say(Phrase::OneIsWrong),
                wrong => sentence += &language.fill(Phrase::NAreWrong, &language.number(wrong)),
            }
            if row.get("cut")? {
                sentence = sentence + "; " + language.say(Phrase::NotAllSearched);
            }
            Ok(Self { sentence, any_wrong: counts[1] + counts[2] > 0, any_conflicting: counts[3] > 0 })
        })?)
    }
}

/// So many contradictions are shown to people; the rest is counted.
const MOST_CONTRADICTIONS: i64 = 20;

/// What does not fit together, the hard contradictions first; nothing where everything does.
pub(crate) fn contradictions(
    conn: &Connection,
    mission: Option<&str>,
    mut notes: Vec<String>,
    language: Language,
    sink: &mut dyn Sink,
) -> Result<(), Error> {
    let of_mission = named_params! { ":mission": mission };
    let number: i64 = conn.query_row(include_str!("../sql/contradictions_number.sql"), of_mission, |row| row.get(0))?;
    if number == 0 && notes.is_empty() {
        return Ok(());
    }
    let more = number - MOST_CONTRADICTIONS;
    if more > 0 {
        notes.insert(0, language.fill(Phrase::MoreContradictions, &language.number(more)));
    }
    let caption = Caption { title: Some(Phrase::DoNotFitTogether), notes, ..Caption::default() };
    let parameters = named_params! { ":mission": mission, ":language": language.code(), ":most": MOST_CONTRADICTIONS };
    stream(conn, include_str!("../sql/check_contradictions.sql"), parameters, &caption, sink)
}

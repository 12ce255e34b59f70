//! What is found in the data, as several commands tell it: where, and how many claims have which verdict.

use crate::dataset::DataFolder;
use crate::defect::Place;
use crate::error::Error;
use crate::language::{Language, Phrase};
use crate::result_set::Value;
use rusqlite::{Connection, named_params};
use std::path::Path;

/// The cells of a finding in a form for findings: file, line, column and message; NULL = not known. In a workbook, the
/// message tells the cell, as no such form knows cells.
pub(crate) fn located(place: Option<(&DataFolder, &Place)>, message: String) -> [Value; 4] {
    let Some((folder, place)) = place else {
        return [Value::Null, Value::Null, Value::Null, Value::Text(message)];
    };
    let number = |n| if n == 0 { Value::Null } else { Value::Integer(i64::try_from(n).unwrap_or(i64::MAX)) };
    let in_file = |path: &Path| Value::Text(path.to_string_lossy().into_owned());
    let file = match folder {
        DataFolder::Workbook(path) => {
            return [in_file(path), Value::Null, Value::Null, Value::Text(format!("{place}: {message}"))];
        }
        DataFolder::Folder(path) => in_file(&path.join(&place.file)),
        DataFolder::Seed => Value::from(place.file.as_str()),
    };
    [file, number(place.line), number(place.column), Value::Text(message)]
}

pub(crate) struct VerdictCounts {
    claims: i64,
    pub(crate) refuted: i64,
    pub(crate) disputed: i64,
    unverified: i64,
    supported: i64,
}

impl VerdictCounts {
    /// Of one mission, or of all; `claims` is a JSON array of the only claims to count, or empty.
    pub(crate) fn of(conn: &Connection, mission: Option<&str>, claims: &str) -> Result<Self, Error> {
        let parameters = named_params! { ":mission": mission, ":claims": claims };
        Ok(conn.query_row(include_str!("../sql/check_counts.sql"), parameters, |row| {
            Ok(Self {
                claims: row.get("claims")?,
                refuted: row.get("refuted")?,
                disputed: row.get("disputed")?,
                unverified: row.get("unverified")?,
                supported: row.get("supported")?,
            })
        })?)
    }

    pub(crate) fn sentence(&self, language: Language) -> String {
        let phrase = if self.claims == 1 { Phrase::ClaimByVerdict } else { Phrase::ClaimsByVerdict };
        let numbers = [self.claims, self.refuted, self.disputed, self.unverified, self.supported];
        let numbers = numbers.map(|n| language.number(n));
        language.fill_all(phrase, &numbers.each_ref().map(String::as_str))
    }
}

//! Encoding and delimiter of a CSV file: Excel saves other things than RFC 4180 and UTF-8.

use super::header::named_columns;
use super::survey::Survey;
use crate::model::Column;
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, WINDOWS_1252};
use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// How its characters are encoded.
    pub charset: &'static Encoding,
    /// Stands between its cells.
    pub delimiter: u8,
}

/// How many records of a list tell what separates its cells.
const LOOKED_AT: usize = 100;

impl Dialect {
    /// UTF-8 and commas.
    pub const PLAIN: Self = Self { charset: UTF_8, delimiter: b',' };

    /// The delimiters that are tried; the first that fits best is taken.
    pub const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

    /// The dialect of a file with these columns: its delimiter is the one that yields the most of them, first the one
    /// that a line `sep=;` names. Of somebody's own list, no column is known: its delimiter is the named one, or the
    /// one that yields the most cells in rows of equal length. Yields also how many bytes come before the header
    /// because of such a line.
    pub(super) fn of(survey: &Survey, columns: &[Column]) -> (Self, u64) {
        let charset = survey.charset;
        let beginning = match charset {
            // Its byte order mark is not taken away by whoever reads it.
            utf8 if utf8 == UTF_8 => String::from_utf8_lossy(&survey.beginning),
            other => other.decode(&survey.beginning).0,
        };
        let named = Self::named(&beginning);
        let (first, lead) = named.unwrap_or((Self::PLAIN.delimiter, 0));
        let text = &beginning[lead..];
        // At a tie the earlier one is taken, and the first one where nothing tells.
        let candidates = [first].into_iter().chain(Self::DELIMITERS);
        let best = if !columns.is_empty() {
            let header = |delimiter| records(text, delimiter).next().unwrap_or_default();
            candidates.rev().max_by_key(|delimiter| named_columns(columns, &header(*delimiter)))
        } else if named.is_none() {
            candidates.chain([b'|']).rev().max_by_key(|delimiter| cells_alike(text, *delimiter))
        } else {
            None
        };
        (Self { charset, delimiter: best.unwrap_or(first) }, lead as u64)
    }

    /// The delimiter that a first line `sep=;` names, which is for Excel and no part of the table, and how many bytes
    /// come before the header because of it. `None` if the file begins with something else.
    fn named(beginning: &str) -> Option<(u8, usize)> {
        let text = beginning.strip_prefix('\u{feff}').unwrap_or(beginning);
        let (line, rest) = text.split_at(text.find(['\n', '\r'])?);
        let rest = rest.strip_prefix("\r\n").unwrap_or(&rest[1..]);
        let line = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
        let (_, delimiter) = line.split_at_checked(4).filter(|(name, _)| name.eq_ignore_ascii_case("sep="))?;
        let delimiter = Self::DELIMITERS.into_iter().find(|known| delimiter.as_bytes() == [*known])?;
        Some((delimiter, beginning.len() - rest.len()))
    }
}

/// The records of the beginning of a file, read as CSV, as cells may stand in quotes.
fn records(beginning: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true);
    builder.from_reader(beginning.as_bytes()).into_records().map_while(Result::ok)
}

/// How many delimiters stand in the first records that have the length of most of them, if this is the delimiter.
fn cells_alike(beginning: &str, delimiter: u8) -> usize {
    let mut of_width: BTreeMap<usize, usize> = BTreeMap::new();
    for record in records(beginning, delimiter).take(LOOKED_AT) {
        *of_width.entry(record.len() - 1).or_default() += 1;
    }
    of_width.into_iter().map(|(delimiters, records)| delimiters * records).max().unwrap_or_default()
}

/// For people: `Windows-1252, separated by semicolons`.
impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let charset = match self.charset {
            utf8 if utf8 == UTF_8 => "UTF-8",
            mac if mac == MACINTOSH => "Mac OS Roman",
            windows if windows == WINDOWS_1252 => "Windows-1252",
            _ => "UTF-16",
        };
        let delimiter = match self.delimiter {
            b';' => "semicolons",
            b'\t' => "tabs",
            b'|' => "bars",
            _ => "commas",
        };
        write!(f, "{charset}, separated by {delimiter}")
    }
}

#[cfg(test)]
#[path = "../../tests/unit/dataset_dialect.rs"]
mod tests;

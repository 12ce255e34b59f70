//! Encoding and delimiter of a CSV file: Excel saves other things than RFC 4180 and UTF-8.

use super::charset::Charset;
use super::survey::Survey;
use crate::model::Column;
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    pub charset: Charset,
    /// Stands between its cells.
    pub delimiter: u8,
}

/// How many records of a list tell what separates its cells.
const LOOKED_AT: usize = 100;

impl Dialect {
    /// UTF-8 and commas.
    pub const PLAIN: Self = Self { charset: Charset::Utf8, delimiter: b',' };

    /// The delimiters that are tried; the first that fits best is taken.
    pub const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

    /// The dialect of a file: its delimiter is the one that yields the most of the columns, first the one that a line
    /// `sep=;` names. Yields also how many bytes come before the header because of such a line.
    pub(super) fn of(survey: &Survey, columns: &[Column]) -> (Self, u64) {
        let charset = survey.charset;
        let beginning = charset.decode_beginning(&survey.beginning);
        let named = Self::named(&beginning);
        let (mut delimiter, lead) = named.unwrap_or((Self::PLAIN.delimiter, 0));
        let header = usize::try_from(lead).ok().and_then(|lead| beginning.get(lead..)).unwrap_or_default();
        let mut most = 0;
        for candidate in named.map(|(delimiter, _)| delimiter).into_iter().chain(Self::DELIMITERS) {
            let known = known_columns(header, candidate, columns);
            // At a tie the earlier one stays; where nothing is known, so does the line `sep=;`, or else the comma.
            if known > most {
                (most, delimiter) = (known, candidate);
            }
        }
        (Self { charset, delimiter }, lead)
    }

    /// The dialect of somebody's own list, whose columns are not known: its delimiter is the one that yields the most cells
    /// in rows of equal length.
    pub(super) fn of_list(survey: &Survey) -> (Self, u64) {
        let charset = survey.charset;
        let beginning = charset.decode_beginning(&survey.beginning);
        if let Some((delimiter, lead)) = Self::named(&beginning) {
            return (Self { charset, delimiter }, lead);
        }
        let candidates = Self::DELIMITERS.into_iter().chain([b'|']);
        let best = candidates.rev().max_by_key(|delimiter| cells_alike(&beginning, *delimiter));
        (Self { charset, delimiter: best.unwrap_or(Self::PLAIN.delimiter) }, 0)
    }

    /// The delimiter that a first line `sep=;` names, which is for Excel and no part of the table, and how many bytes
    /// come before the header because of it. `None` if the file begins with something else.
    fn named(beginning: &str) -> Option<(u8, u64)> {
        let text = beginning.strip_prefix('\u{feff}').unwrap_or(beginning);
        let (line, rest) = text.split_at(text.find(['\n', '\r'])?);
        let rest = rest.strip_prefix("\r\n").unwrap_or(&rest[1..]);
        let line = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
        let (_, delimiter) = line.split_at_checked(4).filter(|(name, _)| name.eq_ignore_ascii_case("sep="))?;
        let delimiter = Self::DELIMITERS.into_iter().find(|known| delimiter.as_bytes() == [*known])?;
        Some((delimiter, (beginning.len() - rest.len()) as u64))
    }
}

/// How many delimiters stand in the first records that have the length of most of them, if this is the delimiter.
fn cells_alike(beginning: &str, delimiter: u8) -> usize {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true);
    let records = builder.from_reader(beginning.as_bytes()).into_records().take(LOOKED_AT).map_while(Result::ok);
    let mut of_width: BTreeMap<usize, usize> = BTreeMap::new();
    records.for_each(|record| *of_width.entry(record.len() - 1).or_default() += 1);
    of_width.into_iter().map(|(delimiters, records)| delimiters * records).max().unwrap_or_default()
}

/// How many names of the header are those of columns, if this stands between them.
fn known_columns(beginning: &str, delimiter: u8, columns: &[Column]) -> usize {
    // Read as CSV, as names may stand in quotes.
    let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(beginning.as_bytes());
    let mut header = StringRecord::new();
    let is_read = reader.read_record(&mut header).is_ok_and(|is_read| is_read);
    let is_known = |name: &&str| columns.iter().any(|column| column.name == name.trim());
    if is_read { header.iter().filter(is_known).count() } else { 0 }
}

/// For people: `Windows-1252, separated by semicolons`.
impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let charset = match self.charset {
            Charset::Utf8 => "UTF-8",
            Charset::Utf16 | Charset::Utf16Le | Charset::Utf16Be => "UTF-16",
            Charset::MacRoman => "Mac OS Roman",
            Charset::Windows1252 => "Windows-1252",
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

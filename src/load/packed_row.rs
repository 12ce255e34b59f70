//! A row on its way into the database, as one run of bytes.

use crate::dataset::RowStart;
use memchr::memchr;
use rusqlite::types::ValueRef;
use std::io::{self, Read};

/// Stands between the parts of a key. It is lower than every character that a key may hold, so that keys sort as
/// bytes the way SQLite sorts their columns.
const SEPARATOR: u8 = 0;

/// Bytes before the key: where the row begins in its file, the length of the key, the length of the other values.
const HEAD: usize = 16;

const NULL: u8 = 0;
const INTEGER: u8 = 1;
const REAL: u8 = 2;
const TEXT: u8 = 3;

#[derive(Debug, Clone, Copy)]
pub(super) struct PackedRow<'b> {
    /// Where it begins in its file.
    pub(super) start: RowStart,
    /// The values of its key, which come first, separated.
    pub(super) key: &'b [u8],
    /// The other values, each with its type.
    rest: &'b [u8],
}

impl<'b> PackedRow<'b> {
    /// Takes the first row from rows that lie behind each other.
    pub(super) fn take(bytes: &mut &'b [u8]) -> Option<Self> {
        let (start, key, rest, tail) = head(bytes)?;
        let (key, tail) = tail.split_at_checked(key)?;
        let (rest, tail) = tail.split_at_checked(rest)?;
        *bytes = tail;
        Some(Self { start, key, rest })
    }

    pub(super) fn len(self) -> usize {
        HEAD + self.key.len() + self.rest.len()
    }

    /// Its values in the order of the columns of its table. An empty part of the key is NULL.
    pub(super) fn values(self) -> impl Iterator<Item = ValueRef<'b>> {
        let (mut key, mut rest) = (Some(self.key), self.rest);
        std::iter::from_fn(move || {
            let Some(parts) = key else { return value(&mut rest) };
            let end = memchr(SEPARATOR, parts);
            key = end.map(|end| &parts[end + 1..]);
            let part = &parts[..end.unwrap_or(parts.len())];
            Some(if part.is_empty() { ValueRef::Null } else { ValueRef::Text(part) })
        })
    }

    /// Its key for people: `usa-west-2025, odoo`.
    pub(super) fn key_in_words(self) -> String {
        let parts = self.key.split(|byte| *byte == SEPARATOR).filter(|part| !part.is_empty());
        parts.map(String::from_utf8_lossy).collect::<Vec<_>>().join(", ")
    }
}

/// Where a row begins in its file, the lengths of its key and of its other values, and the bytes behind its head.
fn head(bytes: &[u8]) -> Option<(RowStart, usize, usize, &[u8])> {
    let (start, tail) = bytes.split_first_chunk()?;
    let (key, tail) = tail.split_first_chunk()?;
    let (rest, tail) = tail.split_first_chunk()?;
    let length = |bytes| usize::try_from(u32::from_le_bytes(bytes)).ok();
    Some((RowStart(u64::from_le_bytes(*start)), length(*key)?, length(*rest)?, tail))
}

fn value<'b>(bytes: &mut &'b [u8]) -> Option<ValueRef<'b>> {
    let (kind, tail) = bytes.split_first()?;
    let (value, tail) = match *kind {
        NULL => (ValueRef::Null, tail),
        TEXT => {
            let (length, tail) = tail.split_first_chunk::<4>()?;
            let (text, tail) = tail.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
            (ValueRef::Text(text), tail)
        }
        kind => {
            let (number, tail) = tail.split_first_chunk::<8>()?;
            let integer = i64::from_le_bytes(*number);
            (if kind == REAL { ValueRef::Real(f64::from_le_bytes(*number)) } else { ValueRef::Integer(integer) }, tail)
        }
    };
    *bytes = tail;
    Some(value)
}

/// Appends a row whose first values, so many, are its key.
pub(super) fn pack(start: RowStart, key: usize, values: &[ValueRef<'_>], out: &mut Vec<u8>) {
    let begin = out.len();
    out.extend_from_slice(&start.0.to_le_bytes());
    out.extend_from_slice(&[0; HEAD - 8]);
    for (index, value) in values[..key].iter().enumerate() {
        if index > 0 {
            out.push(SEPARATOR);
        }
        if let ValueRef::Text(text) = value {
            out.extend_from_slice(text);
        }
    }
    let rest = out.len();
    for value in &values[key..] {
        match value {
            ValueRef::Null => out.push(NULL),
            ValueRef::Integer(integer) => {
                out.push(INTEGER);
                out.extend_from_slice(&integer.to_le_bytes());
            }
            ValueRef::Real(real) => {
                out.push(REAL);
                out.extend_from_slice(&real.to_le_bytes());
            }
            ValueRef::Text(text) | ValueRef::Blob(text) => {
                out.push(TEXT);
                out.extend_from_slice(&length(text.len()));
                out.extend_from_slice(text);
            }
        }
    }
    let (key_length, rest_length) = (length(rest - begin - HEAD), length(out.len() - rest));
    out[begin + 8..begin + 12].copy_from_slice(&key_length);
    out[begin + 12..begin + 16].copy_from_slice(&rest_length);
}

fn length(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

/// Reads one packed row into a buffer, which is no row at the end.
pub(super) fn read(bytes: &mut impl Read, into: &mut Vec<u8>) -> io::Result<()> {
    into.clear();
    bytes.take(HEAD as u64).read_to_end(into)?;
    if let Some((_, key, rest, _)) = head(into) {
        into.resize(HEAD + key + rest, 0);
        bytes.read_exact(&mut into[HEAD..])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::{Bindings, CellKind};
    use crate::model::{Column, Record, RecordVisitor, Table};

    /// A text that a column takes, and no other column of its table.
    fn sample(index: usize, column: &Column) -> String {
        let name = column.name.replace('_', "-");
        let words = if let CellKind::Word(words) = column.kind { words } else { &[] };
        let of_kinds =
            [format!("https://{name}"), format!("2025-10-{:02}", index + 1), format!("{index}.5"), "10-15".to_owned()];
        let codes = ["BE", "EUR", "nl"].iter().chain(words).map(|text| (*text).to_owned());
        [name].into_iter().chain(of_kinds).chain(codes).find(|text| (column.check)(text).is_ok()).unwrap()
    }

    /// Packs a record of one table whose cells are all different, or whose optional cells are all empty, and reads it
    /// back field by field.
    struct ReadBack(Table, bool);

    impl RecordVisitor for ReadBack {
        type Output = ();

        fn visit<R: Record>(self) {
            let Self(table, sparse) = self;
            let text = |(index, column): (usize, &Column)| {
                if sparse && column.optional { String::new() } else { sample(index, column) }
            };
            let texts: Vec<String> = table.columns().iter().enumerate().map(text).collect();
            let record = R::parse(texts.iter().map(String::as_str)).unwrap();
            let (mut values, mut bytes) = (Bindings::new(), Vec::new());
            record.bind(&mut values);
            pack(RowStart(1), table.key().len(), &values, &mut bytes);

            let packed = PackedRow::take(&mut bytes.as_slice()).unwrap().values().collect::<Vec<_>>();
            assert_eq!(packed, values, "{table:?}");
            let row = table.stored(packed.into_iter()).unwrap();
            for (column, text) in table.columns().iter().zip(&texts) {
                let is_number = matches!(column.kind, CellKind::Degrees(_));
                let expected = Some(text.as_str()).filter(|text| !text.is_empty() && !is_number);
                assert_eq!((column.text)(&row), expected, "{table:?} {}", column.name);
                if is_number && !text.is_empty() {
                    assert!(format!("{row:?}").contains(&format!("{}: Some(Degrees({text}))", column.name)));
                }
            }
        }
    }

    #[test]
    fn every_field_of_every_table_reads_back_what_was_bound_to_it() {
        for table in Table::ALL {
            let samples: Vec<_> = table.columns().iter().enumerate().map(|(i, column)| sample(i, column)).collect();
            assert!((1..samples.len()).all(|n| !samples[..n].contains(&samples[n])), "{table:?}: {samples:?}");
            table.accept(ReadBack(*table, false));
            table.accept(ReadBack(*table, true));
        }
    }

    #[test]
    fn values_that_are_too_few_or_too_many_or_of_another_kind_are_no_row() {
        let values = [ValueRef::Text(b"m"), ValueRef::Text(b"participants"), ValueRef::Null, ValueRef::Text(b"s")];
        let stored = |values: &[ValueRef<'static>]| Table::CompleteList.stored(values.iter().copied()).is_some();
        assert!(stored(&values));
        assert!(!stored(&values[..3]) && !stored(&[values, values].concat()));
        assert!(!stored(&[values[0], values[0], values[2], values[3]]), "no word");
        assert!(!stored(&[values[0], values[1], ValueRef::Integer(1), values[3]]));
    }

    #[test]
    fn a_row_comes_out_as_it_went_in() {
        let values = [
            ValueRef::Text(b"usa"),
            ValueRef::Null,
            ValueRef::Integer(-7),
            ValueRef::Real(37.77),
            ValueRef::Text("Liège".as_bytes()),
            ValueRef::Null,
            ValueRef::Text(b""),
        ];
        let mut bytes = Vec::new();
        pack(RowStart(7), 2, &values, &mut bytes);
        pack(RowStart(8), 1, &values[..1], &mut bytes);

        let mut rest = bytes.as_slice();
        let row = PackedRow::take(&mut rest).unwrap();
        assert_eq!((row.start, row.key), (RowStart(7), &b"usa\0"[..]));
        assert_eq!(row.values().collect::<Vec<_>>(), values);
        let row = PackedRow::take(&mut rest).unwrap();
        assert_eq!((row.start, row.values().count()), (RowStart(8), 1));
        assert!(PackedRow::take(&mut rest).is_none());

        let (mut file, mut into) = (bytes.as_slice(), Vec::new());
        for start in [7, 8] {
            read(&mut file, &mut into).unwrap();
            assert_eq!(PackedRow::take(&mut into.as_slice()).map(|row| row.start), Some(RowStart(start)));
        }
        read(&mut file, &mut into).unwrap();
        assert!(PackedRow::take(&mut into.as_slice()).is_none());
    }
}

//! A row on its way into the database, as one run of bytes.

use crate::dataset::RowStart;
use memchr::memchr;
use rusqlite::types::ValueRef;

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
    pub(super) rest: &'b [u8],
    /// All of it.
    pub(super) bytes: &'b [u8],
}

impl<'b> PackedRow<'b> {
    /// Takes the first row from rows that lie behind each other.
    pub(super) fn take(bytes: &mut &'b [u8]) -> Option<Self> {
        let (start, key, rest, tail) = head(bytes)?;
        let (key, tail) = tail.split_at_checked(key)?;
        let (rest, tail) = tail.split_at_checked(rest)?;
        let (all, _) = bytes.split_at_checked(HEAD + key.len() + rest.len())?;
        *bytes = tail;
        Some(Self { start, key, rest, bytes: all })
    }

    pub(super) fn len(self) -> usize {
        self.bytes.len()
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

#[cfg(test)]
#[path = "../../tests/unit/load_packed_row.rs"]
mod tests;

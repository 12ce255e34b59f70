//! A row on its way into the database, as one run of bytes.

use rusqlite::types::ValueRef;
use std::io::{self, Read};

/// What stands between the parts of a key. It is lower than every character that a key may hold, so that keys
/// sort as bytes the way SQLite sorts their columns.
const SEPARATOR: u8 = 0;

/// Bytes before the key: the number of the row, the length of the key, the length of the other values.
const HEAD: usize = 16;

const NULL: u8 = 0;
const INTEGER: u8 = 1;
const REAL: u8 = 2;
const TEXT: u8 = 3;

/// A packed row, read where it lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct PackedRow<'b> {
    /// The number of its record in the file, the header being 0.
    pub(super) number: u64,
    /// The values of its key, which come first, separated.
    pub(super) key: &'b [u8],
    /// The other values, each with its type.
    rest: &'b [u8],
}

impl<'b> PackedRow<'b> {
    /// Takes the first row from rows that lie behind each other.
    pub(super) fn take(bytes: &mut &'b [u8]) -> Option<Self> {
        let (head, tail) = bytes.split_first_chunk::<HEAD>()?;
        let (number, key, rest) = lengths(head);
        let (key, tail) = tail.split_at_checked(key)?;
        let (rest, tail) = tail.split_at_checked(rest)?;
        *bytes = tail;
        Some(Self { number, key, rest })
    }

    /// Its length in bytes.
    pub(super) fn len(self) -> usize {
        HEAD + self.key.len() + self.rest.len()
    }

    /// Its values in the order of the columns of its table. An empty part of the key is NULL.
    pub(super) fn values(self) -> impl Iterator<Item = ValueRef<'b>> {
        let key = self.key.split(|byte| *byte == SEPARATOR);
        let key = key.map(|part| if part.is_empty() { ValueRef::Null } else { ValueRef::Text(part) });
        let mut rest = self.rest;
        key.chain(std::iter::from_fn(move || value(&mut rest)))
    }

    /// Its key for people: `usa-west-2025, odoo`.
    pub(super) fn key_in_words(self) -> String {
        let parts = self.key.split(|byte| *byte == SEPARATOR).filter(|part| !part.is_empty());
        parts.map(String::from_utf8_lossy).collect::<Vec<_>>().join(", ")
    }

    /// Its first values, as texts; `None` where one is NULL or no text.
    pub(super) fn texts<const N: usize>(self) -> [Option<&'b str>; N] {
        let mut values = self.values();
        std::array::from_fn(|_| values.next()?.as_str().ok())
    }

    /// One of its values, as text; `None` where it is NULL or none.
    pub(super) fn text(self, index: usize) -> Option<&'b str> {
        self.values().nth(index)?.as_str().ok()
    }
}

fn lengths(head: &[u8; HEAD]) -> (u64, usize, usize) {
    let head = u128::from_le_bytes(*head);
    let length = |shift: u32| usize::try_from((head >> shift) & u128::from(u32::MAX)).unwrap_or(usize::MAX);
    (u64::try_from(head & u128::from(u64::MAX)).unwrap_or(u64::MAX), length(64), length(96))
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
pub(super) fn pack(number: u64, key: usize, values: &[ValueRef<'_>], out: &mut Vec<u8>) {
    let head = out.len();
    out.extend_from_slice(&number.to_le_bytes());
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
    let (key_length, rest_length) = (length(rest - head - HEAD), length(out.len() - rest));
    out[head + 8..head + 12].copy_from_slice(&key_length);
    out[head + 12..head + 16].copy_from_slice(&rest_length);
}

fn length(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

/// Reads one packed row into a buffer; false at the end.
pub(super) fn read(bytes: &mut impl Read, into: &mut Vec<u8>) -> io::Result<bool> {
    let mut head = [0; HEAD];
    match bytes.read_exact(&mut head) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
        Err(error) => return Err(error),
    }
    let (_, key, rest) = lengths(&head);
    into.clear();
    into.extend_from_slice(&head);
    into.resize(HEAD + key + rest, 0);
    bytes.read_exact(&mut into[HEAD..])?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        pack(7, 2, &values, &mut bytes);
        pack(8, 1, &values[..1], &mut bytes);

        let mut rest = bytes.as_slice();
        let row = PackedRow::take(&mut rest).unwrap();
        assert_eq!((row.number, row.key), (7, &b"usa\0"[..]));
        assert_eq!(row.values().collect::<Vec<_>>(), values);
        assert_eq!(row.text(4), Some("Liège"));
        let row = PackedRow::take(&mut rest).unwrap();
        assert_eq!((row.number, row.values().count()), (8, 1));
        assert!(PackedRow::take(&mut rest).is_none());

        let (mut file, mut into) = (bytes.as_slice(), Vec::new());
        assert!(read(&mut file, &mut into).unwrap() && read(&mut file, &mut into).unwrap());
        assert_eq!(PackedRow::take(&mut into.as_slice()).map(|row| row.number), Some(8));
        assert!(!read(&mut file, &mut into).unwrap());
    }
}

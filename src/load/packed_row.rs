//! A row on its way into the database, as one run of bytes.
//!
//! Its texts lie behind each other, those of its key first, so that rows are put in order by their bytes.

use crate::cell::Value;
use crate::dataset::RowStart;
use crate::model::{Record, Table};

/// Ends each part of a key. It is lower than every character that a key may hold, so that keys sort as bytes the way
/// SQLite sorts their columns.
const SEPARATOR: u8 = 0;

/// Bytes that say where a row begins in its file, and those that say how long its key, its texts and its kinds are.
const START: usize = 8;
const LENGTHS: usize = 12;

/// What a value is: a byte for each, with its number or the length of its text behind it.
const NULL: u8 = 0;
const INTEGER: u8 = 1;
const REAL: u8 = 2;
const TEXT: u8 = 3;
/// Added where it is a part of the key.
const KEY: u8 = 4;

#[derive(Debug, Clone, Copy)]
pub(super) struct PackedRow<'b> {
    /// Where it begins in its file.
    pub(super) start: RowStart,
    /// The texts of its key.
    pub(super) key: &'b [u8],
    /// Everything but where it begins: rows are the same whose contents are.
    pub(super) content: &'b [u8],
    /// All of it.
    pub(super) bytes: &'b [u8],
    texts: &'b [u8],
    kinds: &'b [u8],
}

impl<'b> PackedRow<'b> {
    /// Takes the first row from rows that lie behind each other.
    pub(super) fn take(bytes: &mut &'b [u8]) -> Option<Self> {
        let (start, content) = bytes.split_first_chunk::<START>()?;
        let (lengths, tail) = content.split_first_chunk::<LENGTHS>()?;
        let [key, texts, kinds] = *lengths.as_chunks().0 else { return None };
        let [key, texts, kinds] = [key, texts, kinds].map(|length| u32::from_le_bytes(length) as usize);
        let (texts, tail) = tail.split_at_checked(texts)?;
        let (kinds, tail) = tail.split_at_checked(kinds)?;
        let (all, _) = bytes.split_at_checked(bytes.len() - tail.len())?;
        *bytes = tail;
        let start = RowStart(u64::from_le_bytes(*start));
        Some(Self { start, key: texts.get(..key)?, content: all.get(START..)?, bytes: all, texts, kinds })
    }

    pub(super) fn len(self) -> usize {
        self.bytes.len()
    }

    /// Its values in the order of the columns of its table.
    pub(super) fn values(self) -> impl Iterator<Item = Value<&'b [u8]>> {
        values(self.texts, self.kinds, <[u8]>::split_at_checked)
    }

    /// Itself as a row of a table; `None` if it is none.
    pub(super) fn record(self, table: Table) -> Option<Record<'b>> {
        // All texts at once: to look whether a short one is UTF-8 takes nearly as long as a long one.
        table.stored(values(str::from_utf8(self.texts).ok()?, self.kinds, str::split_at_checked))
    }

    /// Its key for people: `usa-west-2025, odoo`.
    pub(super) fn key_in_words(self) -> String {
        let parts = self.key.split(|byte| *byte == SEPARATOR).filter(|part| !part.is_empty());
        parts.map(String::from_utf8_lossy).collect::<Vec<_>>().join(", ")
    }
}

/// The values of these kinds, their texts as bytes or as what they are split into.
fn values<'b, T: ?Sized>(
    mut texts: &'b T,
    mut kinds: &'b [u8],
    split: impl Fn(&'b T, usize) -> Option<(&'b T, &'b T)>,
) -> impl Iterator<Item = Value<&'b T>> {
    std::iter::from_fn(move || {
        let (kind, tail) = kinds.split_first()?;
        let (value, tail) = match kind % KEY {
            NULL => (Value::Null, tail),
            TEXT => {
                let (length, tail) = tail.split_first_chunk()?;
                let (text, behind) = split(texts, u32::from_le_bytes(*length) as usize)?;
                texts = behind;
                (Value::Text(text), tail)
            }
            kind => {
                let (number, tail) = tail.split_first_chunk()?;
                let integer = i64::from_le_bytes(*number);
                (if kind == REAL { Value::Real(f64::from_le_bytes(*number)) } else { Value::Integer(integer) }, tail)
            }
        };
        if *kind >= KEY {
            texts = split(texts, 1)?.1;
        }
        kinds = tail;
        Some(value)
    })
}

/// Packs rows one behind the other.
#[derive(Default)]
pub(super) struct Packer {
    pub(super) rows: Vec<u8>,
    /// What the values of the row at hand are, which stands behind its texts.
    kinds: Vec<u8>,
}

impl Packer {
    /// Begins a row whose first values, so many, are its key: texts, or not known.
    pub(super) fn row(&mut self, start: RowStart, key: usize) -> Packing<'_> {
        self.rows.extend_from_slice(&start.0.to_le_bytes());
        self.rows.extend_from_slice(&[0; LENGTHS]);
        self.kinds.clear();
        let begin = self.rows.len();
        Packing { rows: &mut self.rows, kinds: &mut self.kinds, begin, key, key_end: begin }
    }
}

/// A row to which one value is added after the other.
pub(super) struct Packing<'p> {
    rows: &'p mut Vec<u8>,
    kinds: &'p mut Vec<u8>,
    /// Where its texts begin.
    begin: usize,
    /// How many values of its key are still to come.
    key: usize,
    key_end: usize,
}

impl Packing<'_> {
    pub(super) fn add(&mut self, value: Value<&str>) {
        let part = if self.key > 0 { KEY } else { 0 };
        match value {
            Value::Null => self.kinds.push(NULL + part),
            Value::Integer(integer) => self.kind(INTEGER + part, &integer.to_le_bytes()),
            Value::Real(real) => self.kind(REAL + part, &real.to_le_bytes()),
            Value::Text(text) => {
                self.kind(TEXT + part, &length(text.len()));
                self.rows.extend_from_slice(text.as_bytes());
            }
        }
        if self.key > 0 {
            self.key -= 1;
            self.rows.push(SEPARATOR);
            self.key_end = self.rows.len();
        }
    }

    fn kind(&mut self, kind: u8, number: &[u8]) {
        self.kinds.push(kind);
        self.kinds.extend_from_slice(number);
    }

    pub(super) fn end(self) {
        let parts = [self.key_end - self.begin, self.rows.len() - self.begin, self.kinds.len()];
        for (index, part) in parts.into_iter().enumerate() {
            self.rows[self.begin - LENGTHS + 4 * index..][..4].copy_from_slice(&length(part));
        }
        self.rows.extend_from_slice(self.kinds);
    }
}

fn length(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

#[cfg(test)]
#[path = "../../tests/unit/load_packed_row.rs"]
mod tests;

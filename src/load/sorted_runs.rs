//! Rows by their keys, in bounded memory: sorted runs on the disk, then merged.
//!
//! A table is stored in the order of its key, and appending to it in that order is several times faster than inserting
//! in any other: SQLite then fills one page after the other and never goes back.
//!
//! Keys of one run begin alike (`mission-0`), and differ soon behind that. Sixteen bytes from there, kept as two
//! numbers in an array of their own, decide nearly every comparison; only where they are alike, the rows themselves are
//! looked up and their keys compared as texts.

use super::packed_row::{self, PackedRow};
use crate::dataset::RowStart;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

/// Bytes of rows that are sorted in memory at a time, which bounds the memory of loading. It holds a few hundred
/// thousand rows, so that the runs of many millions are still few enough to be merged all at once.
const RUN: usize = 24 << 20;

/// Bytes of a run that are read or written at a time.
const BUFFER: usize = 1 << 17;

pub(super) struct Sorter {
    folder: PathBuf,
    size: usize,
    rows: Vec<u8>,
    entries: Vec<Entry>,
    /// How many bytes all keys of this run begin with alike.
    alike: usize,
    runs: Vec<File>,
}

/// Where a row lies, and sixteen bytes of its key as a number.
struct Entry {
    high: u64,
    low: u64,
    offset: u32,
}

impl Sorter {
    /// Runs that do not fit into memory lie in the folder, as files that have no name.
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            size: RUN,
            rows: Vec::new(),
            entries: Vec::new(),
            alike: usize::MAX,
            runs: Vec::new(),
        }
    }

    /// Takes packed rows that lie behind each other.
    pub(super) fn push(&mut self, packed: &[u8]) -> io::Result<()> {
        let mut offset = self.rows.len();
        self.rows.extend_from_slice(packed);
        let first = key_at(&self.rows, 0);
        while let Some(row) = row_at(&self.rows, offset) {
            self.entries.push(Entry { high: 0, low: 0, offset: u32::try_from(offset).unwrap_or(u32::MAX) });
            self.alike = first.iter().zip(row.key).take(self.alike).take_while(|(a, b)| a == b).count();
            offset += row.len();
        }
        if self.rows.len() < self.size { Ok(()) } else { self.spill() }
    }

    fn sort(&mut self) {
        let Self { rows, entries, alike, .. } = self;
        // Only now: how much all keys have in common was open until the last row.
        for entry in entries.iter_mut() {
            let tail = key_at(rows, entry.offset as usize).get(*alike..).unwrap_or_default();
            (entry.high, entry.low) = (number(tail), number(tail.get(8..).unwrap_or_default()));
        }
        // No two rows begin at the same place, so that an unstable order is the same every time.
        entries.sort_unstable_by(|a, b| {
            (a.high, a.low).cmp(&(b.high, b.low)).then_with(|| {
                let rank = |entry: &Entry| row_at(rows, entry.offset as usize).map(|row| (row.key, row.start));
                rank(a).cmp(&rank(b))
            })
        });
    }

    fn spill(&mut self) -> io::Result<()> {
        self.sort();
        // A file without a name is gone with the process, even after a kill.
        let mut file = BufWriter::with_capacity(BUFFER, tempfile::tempfile_in(&self.folder)?);
        for entry in &self.entries {
            file.write_all(bytes_at(&self.rows, entry.offset as usize))?;
        }
        let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        self.runs.push(file);
        self.rows.clear();
        self.entries.clear();
        self.alike = usize::MAX;
        Ok(())
    }

    /// The rows in the order of their keys; those with the same key in the order of their file.
    pub(super) fn finish(mut self) -> io::Result<SortedRows> {
        let mut runs = Vec::new();
        if self.runs.is_empty() {
            self.sort();
            runs.push(Run::Memory { rows: self.rows, entries: self.entries.into_iter() });
        } else if !self.entries.is_empty() {
            self.spill()?;
        }
        runs.extend(self.runs.into_iter().map(|file| Run::File(BufReader::with_capacity(BUFFER, file))));
        let mut runs: Vec<_> = runs.into_iter().map(|run| (run, Vec::new())).collect();
        let mut heads = BinaryHeap::with_capacity(runs.len());
        for (index, (run, row)) in runs.iter_mut().enumerate() {
            if let Some(row) = run.read(row)? {
                heads.push(Reverse((row.key.to_owned(), row.start, index)));
            }
        }
        Ok(SortedRows { runs, heads, started: false })
    }
}

/// Sixteen bytes are compared as two numbers.
fn number(bytes: &[u8]) -> u64 {
    let first = bytes.first_chunk().copied().unwrap_or_else(|| {
        // Zeros may make a short key seem equal to another, never larger; where they do, the texts decide.
        let mut padded = [0; 8];
        padded[..bytes.len()].copy_from_slice(bytes);
        padded
    });
    u64::from_be_bytes(first)
}

fn row_at(rows: &[u8], offset: usize) -> Option<PackedRow<'_>> {
    PackedRow::take(&mut rows.get(offset..)?)
}

fn key_at(rows: &[u8], offset: usize) -> &[u8] {
    row_at(rows, offset).map_or(&[], |row| row.key)
}

fn bytes_at(rows: &[u8], offset: usize) -> &[u8] {
    let length = row_at(rows, offset).map_or(0, PackedRow::len);
    rows.get(offset..offset + length).unwrap_or_default()
}

/// Rows in the order of their keys.
pub(super) struct SortedRows {
    /// Each with its next row.
    runs: Vec<(Run, Vec<u8>)>,
    /// The keys of these rows, where they begin in the file, and the numbers of their runs.
    heads: BinaryHeap<Reverse<(Vec<u8>, RowStart, usize)>>,
    started: bool,
}

impl SortedRows {
    pub(super) fn next(&mut self) -> io::Result<Option<&[u8]>> {
        // The row that was handed out last is replaced only now, as the caller still read it.
        if std::mem::replace(&mut self.started, true)
            && let Some(mut top) = self.heads.peek_mut()
        {
            // Changed in its place, the heap is put in order once instead of twice.
            let Reverse((key, start, index)) = &mut *top;
            let (run, row) = &mut self.runs[*index];
            if let Some(row) = run.read(row)? {
                row.key.clone_into(key);
                *start = row.start;
            } else {
                PeekMut::pop(top);
            }
        }
        Ok(self.heads.peek().map(|Reverse((.., index))| self.runs[*index].1.as_slice()))
    }
}

enum Run {
    Memory { rows: Vec<u8>, entries: std::vec::IntoIter<Entry> },
    File(BufReader<File>),
}

impl Run {
    fn read<'b>(&mut self, into: &'b mut Vec<u8>) -> io::Result<Option<PackedRow<'b>>> {
        match self {
            Self::Memory { rows, entries } => {
                let next = entries.next().map(|entry| bytes_at(rows, entry.offset as usize));
                next.unwrap_or_default().clone_into(into);
            }
            Self::File(file) => packed_row::read(file, into)?,
        }
        Ok(row_at(into, 0))
    }
}

#[cfg(test)]
#[path = "../../tests/unit/load_sorted_runs.rs"]
mod tests;

//! Rows by their keys, in bounded memory: sorted runs on the disk, then merged.
//!
//! A table is stored in the order of its key, and appending to it in that order is several times faster than inserting
//! in any other: SQLite then fills one page after the other and never goes back.
//!
//! Keys of one run begin alike (`mission-0`), and differ soon behind that. Sixteen bytes from there, kept as two
//! numbers in an array of their own, decide nearly every comparison; only where they are alike, the rows themselves are
//! looked up and their keys compared as texts.

use super::packed_row::PackedRow;
use crate::dataset::RowStart;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::Path;
use std::sync::mpsc::Sender;

/// Bytes of rows that are sorted in memory at a time, which bounds the memory of loading: three times as many are there
/// at once, one run that is filled, one that is sorted, and one that is written out. It holds a hundred thousand rows,
/// so that the runs of many millions are still few enough to be merged all at once.
pub(super) const RUN: usize = 8 << 20;

/// Bytes of a run that are read or written at a time.
const BUFFER: usize = 1 << 16;

pub(super) struct Sorter<'f> {
    folder: &'f Path,
    /// The last run stays in memory until another one comes.
    last: Option<Sorted>,
    spilt: Vec<File>,
    /// Where the memory of a run goes that was written out.
    spent: Sender<Vec<u8>>,
}

impl<'f> Sorter<'f> {
    /// Runs that do not fit into memory lie in the folder, as files that have no name.
    pub(super) fn new(folder: &'f Path, spent: Sender<Vec<u8>>) -> Self {
        Self { folder, last: None, spilt: Vec::new(), spent }
    }

    /// Takes a run of packed rows that lie behind each other.
    pub(super) fn push(&mut self, rows: Vec<u8>) -> io::Result<()> {
        if let Some(before) = self.last.take() {
            self.spilt.push(before.spill(self.folder)?);
            // Behind the last run nobody fills another one.
            let _ = self.spent.send(before.rows);
        }
        self.last = Some(Sorted::of(rows));
        Ok(())
    }

    /// All rows since it was made or finished last, in the order of their keys; those with the same key in the order of
    /// their file.
    pub(super) fn finish(&mut self) -> io::Result<SortedRows> {
        let mut runs: Vec<Run> = self.spilt.drain(..).map(|file| Run::File(FileRun::of(file))).collect();
        runs.extend(self.last.take().map(|sorted| Run::Memory { sorted, at: 0 }));
        let mut heads = BinaryHeap::with_capacity(runs.len());
        for (index, run) in runs.iter_mut().enumerate() {
            if let Some(row) = run.row()? {
                heads.push(Reverse((row.key.to_owned(), row.start, index)));
            }
        }
        Ok(SortedRows { runs, heads, started: false })
    }
}

/// A run in the order of its keys.
struct Sorted {
    rows: Vec<u8>,
    entries: Vec<Entry>,
}

/// Where a row lies, and sixteen bytes of its key as a number.
struct Entry {
    high: u64,
    low: u64,
    offset: u32,
}

impl Sorted {
    fn of(rows: Vec<u8>) -> Self {
        let (mut entries, mut alike, mut offset) = (Vec::new(), usize::MAX, 0);
        let first = row_at(&rows, 0).map_or(&[][..], |row| row.key);
        while let Some(row) = row_at(&rows, offset) {
            entries.push(Entry { high: 0, low: 0, offset: u32::try_from(offset).unwrap_or(u32::MAX) });
            alike = first.iter().zip(row.key).take(alike).take_while(|(a, b)| a == b).count();
            offset += row.len();
        }
        let rank = |entry: &Entry| row_at(&rows, entry.offset as usize).map(|row| (row.key, row.start));
        // Only now: how much all keys have in common was open until the last row.
        for entry in &mut entries {
            let tail = rank(entry).and_then(|(key, _)| key.get(alike..)).unwrap_or_default();
            (entry.high, entry.low) = (number(tail), number(tail.get(8..).unwrap_or_default()));
        }
        // No two rows begin at the same place, so that an unstable order is the same every time.
        entries.sort_unstable_by(|a, b| (a.high, a.low).cmp(&(b.high, b.low)).then_with(|| rank(a).cmp(&rank(b))));
        Self { rows, entries }
    }

    /// The row at a position in the order.
    fn row(&self, position: usize) -> Option<PackedRow<'_>> {
        row_at(&self.rows, self.entries.get(position)?.offset as usize)
    }

    /// Writes the rows into a file that has no name: it is gone with the process, even after a kill.
    fn spill(&self, folder: &Path) -> io::Result<File> {
        let mut file = BufWriter::with_capacity(BUFFER, tempfile::tempfile_in(folder)?);
        for row in (0..self.entries.len()).map_while(|position| self.row(position)) {
            file.write_all(row.bytes)?;
        }
        let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        Ok(file)
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

/// Rows in the order of their keys.
pub(super) struct SortedRows {
    runs: Vec<Run>,
    /// The keys of the rows at hand of the runs, where they begin in the file, and the numbers of the runs.
    heads: BinaryHeap<Reverse<(Vec<u8>, RowStart, usize)>>,
    started: bool,
}

impl SortedRows {
    pub(super) fn next(&mut self) -> io::Result<Option<PackedRow<'_>>> {
        // The row that was handed out last is left only now, as the caller still read it.
        if std::mem::replace(&mut self.started, true)
            && let Some(mut top) = self.heads.peek_mut()
        {
            // Changed in its place, the heap is put in order once instead of twice.
            let Reverse((key, start, index)) = &mut *top;
            self.runs[*index].leave();
            if let Some(row) = self.runs[*index].row()? {
                row.key.clone_into(key);
                *start = row.start;
            } else {
                PeekMut::pop(top);
            }
        }
        let Some(Reverse((.., index))) = self.heads.peek() else { return Ok(None) };
        self.runs[*index].row()
    }
}

enum Run {
    Memory { sorted: Sorted, at: usize },
    File(FileRun),
}

impl Run {
    /// The row at hand.
    fn row(&mut self) -> io::Result<Option<PackedRow<'_>>> {
        match self {
            Self::Memory { sorted, at } => Ok(sorted.row(*at)),
            Self::File(run) => run.row(),
        }
    }

    /// Goes on to the row behind the one at hand.
    fn leave(&mut self) {
        match self {
            Self::Memory { at, .. } => *at += 1,
            Self::File(run) => run.at += row_at(&run.buffer[..run.end], run.at).map_or(0, PackedRow::len),
        }
    }
}

/// A run in a file, of which a buffer is in memory.
struct FileRun {
    file: File,
    buffer: Vec<u8>,
    /// Where the row at hand begins in the buffer, and where what was read of the file ends.
    at: usize,
    end: usize,
}

impl FileRun {
    fn of(file: File) -> Self {
        Self { file, buffer: vec![0; BUFFER], at: 0, end: 0 }
    }

    fn row(&mut self) -> io::Result<Option<PackedRow<'_>>> {
        while row_at(&self.buffer[..self.end], self.at).is_none() {
            self.buffer.copy_within(self.at..self.end, 0);
            (self.at, self.end) = (0, self.end - self.at);
            if self.end == self.buffer.len() {
                self.buffer.resize(2 * self.end, 0);
            }
            match self.file.read(&mut self.buffer[self.end..])? {
                0 => break,
                read => self.end += read,
            }
        }
        Ok(row_at(&self.buffer[..self.end], self.at))
    }
}

#[cfg(test)]
#[path = "../../tests/unit/load_sorted_runs.rs"]
mod tests;

//! Rows by their keys, in bounded memory: sorted runs on the disk, then merged.
//!
//! A table is stored in the order of its key, and appending to it in that order is several times faster than inserting
//! in any other: SQLite then fills one page after the other and never goes back.
//!
//! Keys begin alike (`mission-0`), and differ soon behind that. Sixteen bytes from there, kept as a number, decide
//! nearly every comparison; only where they are the same, the keys are compared as texts.

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
    /// How all keys begin; `None` = there are none yet.
    beginning: Option<Vec<u8>>,
    /// Where the memory of a run goes that was written out.
    spent: Sender<Vec<u8>>,
}

impl<'f> Sorter<'f> {
    /// Runs that do not fit into memory lie in the folder, as files that have no name.
    pub(super) fn new(folder: &'f Path, spent: Sender<Vec<u8>>) -> Self {
        Self { folder, last: None, spilt: Vec::new(), beginning: None, spent }
    }

    /// Takes a run of packed rows that lie behind each other.
    pub(super) fn push(&mut self, rows: Vec<u8>) -> io::Result<()> {
        if let Some(before) = self.last.take() {
            self.spilt.push(before.spill(self.folder)?);
            // Behind the last run nobody fills another one.
            let _ = self.spent.send(before.rows);
        }
        self.last = Some(Sorted::of(rows, &mut self.beginning));
        Ok(())
    }

    /// All rows since it was made or finished last, in the order of their keys; those with the same key in the order of
    /// their file.
    pub(super) fn finish(&mut self) -> io::Result<SortedRows> {
        let mut runs: Vec<Run> = self.spilt.drain(..).map(|file| Run::File(FileRun::of(file))).collect();
        runs.extend(self.last.take().map(|sorted| Run::Memory { sorted, at: 0 }));
        let alike = self.beginning.take().map_or(0, |beginning| beginning.len());
        let mut heads = BinaryHeap::with_capacity(runs.len());
        for (index, run) in runs.iter_mut().enumerate() {
            if let Some(row) = run.row()? {
                heads.push(Reverse((rank(row.key, alike), row.key.to_owned(), row.start, index)));
            }
        }
        Ok(SortedRows { runs, alike, heads, started: false })
    }
}

/// A run in the order of its keys.
struct Sorted {
    rows: Vec<u8>,
    entries: Vec<Entry>,
}

/// Where a row lies, and how its key ranks.
struct Entry {
    rank: u128,
    offset: u32,
}

impl Sorted {
    /// All keys so far, those of other runs included, begin in one way, which may become shorter.
    fn of(rows: Vec<u8>, beginning: &mut Option<Vec<u8>>) -> Self {
        let (mut entries, mut offset) = (Vec::new(), 0);
        while let Some(row) = row_at(&rows, offset) {
            entries.push(Entry { rank: 0, offset: u32::try_from(offset).unwrap_or(u32::MAX) });
            let beginning = beginning.get_or_insert_with(|| row.key.to_owned());
            beginning.truncate(beginning.iter().zip(row.key).take_while(|(a, b)| a == b).count());
            offset += row.len();
        }
        let alike = beginning.as_ref().map_or(0, Vec::len);
        let row = |entry: &Entry| row_at(&rows, entry.offset as usize).map(|row| (row.key, row.start));
        // Only now: how much all keys have in common was open until the last row.
        for entry in &mut entries {
            entry.rank = row(entry).map_or(0, |(key, _)| rank(key, alike));
        }
        // No two rows begin at the same place, so that an unstable order is the same every time.
        entries.sort_unstable_by(|a, b| a.rank.cmp(&b.rank).then_with(|| row(a).cmp(&row(b))));
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

/// Sixteen bytes of a key that begins like all others for so many bytes, as a number; keys of one rank are compared as
/// texts.
fn rank(key: &[u8], alike: usize) -> u128 {
    let tail = key.get(alike..).unwrap_or_default();
    let first = tail.first_chunk().copied().unwrap_or_else(|| {
        // Zeros may make a short key seem equal to another, never larger; where they do, the texts decide.
        let mut padded = [0; 16];
        padded[..tail.len()].copy_from_slice(tail);
        padded
    });
    u128::from_be_bytes(first)
}

fn row_at(rows: &[u8], offset: usize) -> Option<PackedRow<'_>> {
    PackedRow::take(&mut rows.get(offset..)?)
}

/// The rank and the key of a row, where it begins in its file, and the number of its run.
type Head = (u128, Vec<u8>, RowStart, usize);

/// Rows in the order of their keys.
pub(super) struct SortedRows {
    runs: Vec<Run>,
    /// For so many bytes all keys are alike.
    alike: usize,
    /// The rows at hand of the runs, the next one first.
    heads: BinaryHeap<Reverse<Head>>,
    started: bool,
}

impl SortedRows {
    pub(super) fn next(&mut self) -> io::Result<Option<PackedRow<'_>>> {
        // The row that was handed out last is left only now, as the caller still read it.
        if std::mem::replace(&mut self.started, true)
            && let Some(mut top) = self.heads.peek_mut()
        {
            // Changed in its place, the heap is put in order once instead of twice.
            let Reverse((ranked, key, start, index)) = &mut *top;
            self.runs[*index].leave();
            if let Some(row) = self.runs[*index].row()? {
                *ranked = rank(row.key, self.alike);
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

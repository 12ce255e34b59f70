//! The records of all files, read in a thread of their own: while some are checked, the next ones are read.

use crate::dataset::{Next, Records, RowStart, TableFile};
use crate::error::Error;
use csv::StringRecord;
use std::sync::mpsc::{Receiver, RecvError, Sender, SyncSender, channel, sync_channel};
use std::thread::{Builder, Scope};

/// So many records go to the other thread together, or as many as take so many bytes: enough for the time that a third
/// one may have the processor.
const RECORDS: usize = 1 << 10;
const BYTES: usize = 1 << 19;

/// Records that take more are not kept to be filled again, so that they do not all become as long.
const KEPT: usize = 1 << 12;

/// Batches that may wait to be checked; few, as each may hold a record of any length.
const WAITING: usize = 2;

pub(super) struct Ahead {
    batches: Receiver<Result<Batch, Error>>,
    /// Those that were checked go back to be filled again.
    checked: Sender<Batch>,
    batch: Batch,
    /// How many records of the batch were taken.
    taken: usize,
    /// Whether nothing more is to come of the file at hand: then this stands for each further record.
    is_ended: bool,
    end: ReadRecord,
}

#[derive(Default)]
struct Batch {
    /// Only the first ones were read into.
    records: Vec<ReadRecord>,
    filled: usize,
    longest: usize,
    bytes: u64,
    blank_lines: u64,
}

/// A record as it was read.
#[derive(Default)]
pub(super) struct ReadRecord {
    pub(super) next: Next,
    pub(super) start: RowStart,
    /// Where a cell of it begins that has a quote which does not enclose it.
    pub(super) stray_quote: Option<u64>,
    pub(super) cells: StringRecord,
}

impl ReadRecord {
    /// Whether nothing more can be read of its file.
    fn is_last(&self) -> bool {
        matches!(self.next, Next::End | Next::TooLong)
    }
}

impl Ahead {
    /// Begins to read one file after the other.
    ///
    /// # Errors
    /// No thread can be had.
    pub(super) fn of<'s>(files: Vec<&'s TableFile>, scope: &'s Scope<'s, '_>) -> Result<Self, Error> {
        let (batches, to_check) = sync_channel(WAITING);
        let (checked, to_fill) = channel();
        let reading = Builder::new().spawn_scoped(scope, move || {
            if let Err(error) = files.into_iter().try_for_each(|file| read(file, &batches, &to_fill)) {
                // Nobody takes it only where nobody wants to know any more.
                let _ = batches.send(Err(error));
            }
        });
        reading.map_err(Error::no_thread)?;
        Ok(Self {
            batches: to_check,
            checked,
            batch: Batch::default(),
            taken: 0,
            is_ended: true,
            end: ReadRecord::default(),
        })
    }

    /// Goes on to the first or the next file.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn next_file(&mut self) -> Result<(), Error> {
        while !self.is_ended {
            self.next()?;
        }
        self.is_ended = false;
        Ok(())
    }

    /// The next record of the file; behind the last one, the end again and again.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn next(&mut self) -> Result<&ReadRecord, Error> {
        if self.taken == self.batch.filled && !self.is_ended {
            // Nothing comes where the other thread panicked, which this one will as soon as it has ended.
            match self.batches.recv() {
                Ok(batch) => self.take(batch?),
                Err(RecvError) => self.is_ended = true,
            }
        }
        if self.is_ended {
            return Ok(&self.end);
        }
        let record = &self.batch.records[self.taken];
        self.taken += 1;
        self.is_ended = record.is_last();
        Ok(record)
    }

    fn take(&mut self, batch: Batch) {
        let checked = std::mem::replace(&mut self.batch, batch);
        self.taken = 0;
        if checked.longest <= KEPT {
            let _ = self.checked.send(checked);
        }
    }

    /// Bytes that were read, those of the batch at hand included.
    pub(super) fn bytes(&self) -> u64 {
        self.batch.bytes
    }

    /// Line breaks that stand where rows could be, if there are very many.
    pub(super) fn blank_lines(&self) -> u64 {
        self.batch.blank_lines
    }
}

/// Reads a file to its end, or until nobody takes the batches any more.
fn read(file: &TableFile, batches: &SyncSender<Result<Batch, Error>>, to_fill: &Receiver<Batch>) -> Result<(), Error> {
    let mut records = file.records()?;
    loop {
        let mut batch = to_fill.try_recv().unwrap_or_default();
        let is_last = batch.fill(&mut records)?;
        if batches.send(Ok(batch)).is_err() || is_last {
            return Ok(());
        }
    }
}

impl Batch {
    /// Whether nothing more can be read of the file.
    fn fill(&mut self, records: &mut Records<'_>) -> Result<bool, Error> {
        (self.filled, self.longest) = (0, 0);
        let (mut bytes, mut is_last) = (0, false);
        while self.filled < RECORDS && bytes < BYTES && !is_last {
            if self.filled == self.records.len() {
                self.records.push(ReadRecord::default());
            }
            let read = &mut self.records[self.filled];
            let before = records.bytes();
            read.next = records.next(&mut read.cells)?;
            read.start = records.start();
            read.stray_quote = records.stray_quote();
            is_last = read.is_last();
            // What it takes in memory, also where all of its cells are empty, or it is no text.
            let length = usize::try_from(records.bytes() - before).unwrap_or(usize::MAX);
            let length = length.saturating_add(size_of::<usize>() * read.cells.len());
            (bytes, self.longest) = (bytes.saturating_add(length), self.longest.max(length));
            self.filled += 1;
        }
        (self.bytes, self.blank_lines) = (records.bytes(), records.blank_lines());
        Ok(is_last)
    }
}

#[cfg(test)]
#[path = "../../tests/unit/load_ahead.rs"]
mod tests;

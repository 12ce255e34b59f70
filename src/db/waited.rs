//! A statement in a thread of its own, so that whoever waits for it can stop waiting: a single call of a function may
//! take longer than any limit, and SQLite looks at the clock between steps only.

use super::guard::{Question, run_guarded, timed_out, too_large};
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use rusqlite::Connection;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// How much later than its time a statement is given up, if it was not stopped by then.
const GRACE: Duration = Duration::from_millis(500);

/// Cells and bytes of text that go on together.
const CELLS: usize = 1_000;
const BYTES: usize = 1 << 16;

enum Told {
    Begin(Caption, Vec<String>),
    Rows(Batch),
    Done(Result<bool, Error>),
}

/// Runs one statement that can do nothing but read, and streams its rows into a sink; yields whether there would have
/// been more of them.
///
/// # Errors
/// Those of [`run_guarded`]. Where it was not stopped in time, its thread goes on until the program ends.
pub fn run_waited(conn: Connection, question: Question, sink: &mut dyn Sink) -> Result<bool, Error> {
    let time = question.time;
    let (told, rows) = sync_channel(4);
    let (used, emptied) = channel();
    let work = move || {
        let mut conn = conn;
        let (left, batch) = (question.memory, Batch::default());
        let done =
            run_guarded(&mut conn, &question, &mut Sending { told: &told, emptied, question: &question, left, batch });
        // Nobody listens any more where the wait is over.
        let _ = told.send(Told::Done(done));
    };
    let end = Instant::now() + time + GRACE;
    thread::Builder::new().spawn(work).map_err(Error::no_thread)?;
    let mut width = 0;
    loop {
        match rows.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(Told::Begin(caption, columns)) => {
                width = columns.len();
                sink.begin(&caption, &columns)?;
            }
            Ok(Told::Rows(batch)) => {
                batch.values[..batch.filled].chunks(width).try_for_each(|row| sink.row(row))?;
                // Its thread may be done, and need it no more.
                let _ = used.send(batch);
            }
            Ok(Told::Done(done)) => {
                let more = done?;
                sink.end()?;
                return Ok(more);
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Err(timed_out(time)),
        }
    }
}

/// The values of some rows, row by row. What is behind those that are filled is left from before, for its memory.
#[derive(Default)]
struct Batch {
    values: Vec<Value>,
    filled: usize,
    bytes: usize,
}

impl Batch {
    fn add(&mut self, row: &[Value]) {
        for value in row {
            self.bytes += value.bytes();
            match (self.values.get_mut(self.filled), value) {
                (Some(Value::Text(old)), Value::Text(text)) => old.clone_from(text),
                (Some(old), value) => *old = value.clone(),
                (None, value) => self.values.push(value.clone()),
            }
            self.filled += 1;
        }
    }
}

/// What each byte of a text takes in a form that keeps all rows: it is measured, broken into lines, padded and escaped;
/// those of a text that nobody reads in a table, whose lines may be short, take more time and memory than others.
fn kept_of_text(bytes: u64) -> u64 {
    8 * bytes + 56 * bytes.saturating_sub(1 << 16)
}

/// Rows on their way from the thread of the statement.
struct Sending<'q> {
    told: &'q SyncSender<Told>,
    /// Batches that were read.
    emptied: Receiver<Batch>,
    question: &'q Question,
    /// The memory that the result may still take.
    left: u64,
    batch: Batch,
}

impl Sending<'_> {
    fn send(&self, told: Told) -> Result<(), Error> {
        // Who waited has stopped waiting: as with a pipe that nobody reads, there is nothing more to do.
        let gone = |_| Error::Output(std::io::ErrorKind::BrokenPipe.into());
        self.told.send(told).map_err(gone)
    }

    fn flush(&mut self) -> Result<(), Error> {
        // One with large values gives its memory back.
        let used = self.emptied.try_recv().ok().filter(|batch| batch.bytes < 2 * BYTES).unwrap_or_default();
        let batch = std::mem::replace(&mut self.batch, Batch { values: used.values, filled: 0, bytes: 0 });
        self.send(Told::Rows(batch))
    }
}

impl Sink for Sending<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.send(Told::Begin(caption.clone(), columns.to_vec()))
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        if let Some(of_cell) = self.question.kept_of_cell {
            let needed = row.iter().map(|value| of_cell + kept_of_text(value.bytes() as u64)).sum();
            self.left = self.left.checked_sub(needed).ok_or_else(|| too_large(self.question.memory))?;
        }
        self.batch.add(row);
        if self.batch.filled >= CELLS || self.batch.bytes >= BYTES { self.flush() } else { Ok(()) }
    }

    fn end(&mut self) -> Result<(), Error> {
        if self.batch.filled > 0 { self.flush() } else { Ok(()) }
    }
}

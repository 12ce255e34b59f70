//! A statement in a thread of its own, so that whoever waits for it can stop waiting: a single call of a function may take
//! longer than any limit, and SQLite looks at the clock between steps only.

use super::guard::{Question, run_guarded, timed_out};
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use rusqlite::Connection;
use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// How much later than its time a statement is given up, if it was not stopped by then.
const GRACE: Duration = Duration::from_millis(500);

/// Cells and bytes of text that go on together.
const CELLS: usize = 1_000;
const BYTES: usize = 1 << 16;

enum Told {
    Begin(Caption, Vec<String>),
    Rows(Vec<Vec<Value>>),
    End,
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
    let work = move || {
        let mut conn = conn;
        let mut sending = Sending { told: told.clone(), rows: Vec::new(), cells: 0, bytes: 0 };
        let done = run_guarded(&mut conn, &question, &mut sending);
        // Nobody listens any more where the wait is over.
        let _ = told.send(Told::Done(done));
    };
    let end = Instant::now() + time + GRACE;
    thread::Builder::new().spawn(work).map_err(Error::no_thread)?;
    loop {
        match rows.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(Told::Begin(caption, columns)) => sink.begin(&caption, &columns)?,
            Ok(Told::Rows(rows)) => rows.iter().try_for_each(|row| sink.row(row))?,
            Ok(Told::End) => sink.end()?,
            Ok(Told::Done(done)) => return done,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Err(timed_out(time)),
        }
    }
}

/// Rows on their way from the thread of the statement.
struct Sending {
    told: SyncSender<Told>,
    rows: Vec<Vec<Value>>,
    cells: usize,
    bytes: usize,
}

impl Sending {
    fn send(&self, told: Told) -> Result<(), Error> {
        // Who waited has stopped waiting: as with a pipe that nobody reads, there is nothing more to do.
        let gone = |_| Error::Output(std::io::ErrorKind::BrokenPipe.into());
        self.told.send(told).map_err(gone)
    }

    fn flush(&mut self) -> Result<(), Error> {
        (self.cells, self.bytes) = (0, 0);
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() { Ok(()) } else { self.send(Told::Rows(rows)) }
    }
}

impl Sink for Sending {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.send(Told::Begin(caption.clone(), columns.to_vec()))
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.cells += row.len();
        self.bytes += row.iter().map(Value::bytes).sum::<usize>();
        self.rows.push(row.to_vec());
        if self.cells >= CELLS || self.bytes >= BYTES { self.flush() } else { Ok(()) }
    }

    fn end(&mut self) -> Result<(), Error> {
        self.flush()?;
        self.send(Told::End)
    }
}

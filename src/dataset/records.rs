//! The records of one CSV file, none of them without an end.

use crate::error::Error;
use csv::{Reader, ReaderBuilder, StringRecord};
use std::cell::Cell;
use std::io::{self, Read};
use std::path::PathBuf;
use std::rc::Rc;

/// Bytes of a file that are read at a time.
const BUFFER: usize = 1 << 16;

/// A record of more bytes than this is none.
const LONGEST: usize = 16 << 20;

/// What comes next in a file.
pub(crate) enum Next {
    /// A record.
    Record,
    /// Nothing more.
    End,
    /// A record whose cell of this number is not UTF-8.
    NotUtf8(usize),
    /// A record that does not end within any reason; nothing behind it can be read.
    TooLong,
}

/// The records of a file, the header being the first.
pub(crate) struct Records {
    reader: Reader<Metered>,
    /// Bytes that were read since the last record ended.
    spent: Rc<Cell<usize>>,
    path: PathBuf,
}

impl Records {
    /// What comes out of the file at a path, with this between its cells.
    pub(crate) fn new(path: PathBuf, bytes: Box<dyn Read>, delimiter: u8) -> Self {
        let spent = Rc::new(Cell::new(0));
        let metered = Metered { bytes, spent: Rc::clone(&spent) };
        let mut builder = ReaderBuilder::new();
        builder.delimiter(delimiter).has_headers(false).flexible(true).buffer_capacity(BUFFER);
        Self { reader: builder.from_reader(metered), spent, path }
    }

    /// The byte at which the next record begins.
    pub(crate) fn position(&self) -> u64 {
        self.reader.position().byte()
    }

    /// Reads the next record. The cells keep the blanks around them.
    pub(crate) fn next(&mut self, record: &mut StringRecord) -> Result<Next, Error> {
        self.spent.set(0);
        match self.reader.read_record(record) {
            Ok(true) => Ok(Next::Record),
            Ok(false) => Ok(Next::End),
            Err(error) => match error.kind() {
                csv::ErrorKind::Utf8 { err, .. } => Ok(Next::NotUtf8(err.field())),
                csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => Ok(Next::TooLong),
                _ => Err(self.unreadable(error)),
            },
        }
    }

    /// A `csv::Error` that is about reading the file, not about what it holds.
    fn unreadable(&self, error: csv::Error) -> Error {
        let text = error.to_string();
        let source = match error.into_kind() {
            csv::ErrorKind::Io(source) => source,
            _ => io::Error::other(text),
        };
        Error::File { action: "read", path: self.path.clone(), source }
    }
}

/// Refuses to read on and on for one record, so that none can fill the memory.
struct Metered {
    bytes: Box<dyn Read>,
    spent: Rc<Cell<usize>>,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.spent.get() > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.bytes.read(buffer)?;
        self.spent.set(self.spent.get() + read);
        Ok(read)
    }
}

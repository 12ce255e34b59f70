//! The records of one CSV file, none of them without an end.

use crate::error::{Error, io_error};
use csv::{Position, Reader, ReaderBuilder, StringRecord};
use std::cell::Cell;
use std::io::{self, Read};
use std::path::PathBuf;
use std::rc::Rc;

/// Bytes of a file that are read at a time.
const BUFFER: usize = 1 << 16;

/// A record of more bytes than this is none.
const LONGEST: usize = 16 << 20;

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

/// Where a row begins: in a CSV file its byte, the file taken as UTF-8; in a sheet its number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RowStart(pub(crate) u64);

/// The records of a file, the header being the first.
pub(crate) struct Records<'f> {
    reader: Reader<Metered<'f>>,
    /// Bytes that were read since the last record ended.
    spent: Rc<Cell<usize>>,
    origin: Origin,
    start: RowStart,
    path: PathBuf,
}

/// Where the counting of bytes or rows begins.
#[derive(Debug, Clone, Copy)]
pub(super) enum Origin {
    /// The records begin at this byte of the file.
    Byte(u64),
    /// The records are all rows of a sheet.
    Sheet,
}

impl<'f> Records<'f> {
    /// The bytes are UTF-8, or claim to be; the path is for messages.
    pub(super) fn new(path: PathBuf, bytes: Box<dyn Read + 'f>, delimiter: u8, origin: Origin) -> Self {
        let spent = Rc::new(Cell::new(0));
        let metered = Metered { bytes, spent: Rc::clone(&spent) };
        let mut builder = ReaderBuilder::new();
        builder.delimiter(delimiter).has_headers(false).flexible(true).buffer_capacity(BUFFER);
        let reader = builder.from_reader(metered);
        Self { start: origin.start(reader.position()), reader, spent, origin, path }
    }

    /// Bytes that were read, the last record included.
    pub(crate) fn bytes(&self) -> u64 {
        self.reader.position().byte()
    }

    /// Where the last record begins; before the first one, where that one will.
    pub(crate) fn start(&self) -> RowStart {
        self.start
    }

    /// Reads the next record. The cells keep the blanks around them.
    pub(crate) fn next(&mut self, record: &mut StringRecord) -> Result<Next, Error> {
        let start = self.origin.start(self.reader.position());
        self.spent.set(0);
        let next = match self.reader.read_record(record) {
            Ok(true) => Next::Record,
            Ok(false) => return Ok(Next::End),
            Err(error) => match error.kind() {
                csv::ErrorKind::Utf8 { err, .. } => Next::NotUtf8(err.field()),
                csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => Next::TooLong,
                _ => return Err(Error::file("read", &self.path)(io_error(error))),
            },
        };
        self.start = start;
        Ok(next)
    }
}

impl Origin {
    fn start(self, next: &Position) -> RowStart {
        match self {
            Self::Byte(byte) => RowStart(byte + next.byte()),
            Self::Sheet => RowStart(next.record() + 1),
        }
    }
}

/// Refuses to read on and on for one record: the csv crate keeps a record whole, so that a quote which is never closed
/// would take as much memory as the rest of the file.
struct Metered<'f> {
    bytes: Box<dyn Read + 'f>,
    spent: Rc<Cell<usize>>,
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.spent.get() > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.bytes.read(buffer)?;
        self.spent.set(self.spent.get() + read);
        Ok(read)
    }
}

//! The records of one CSV file, none of them without an end.

use super::quotes::Quotes;
use super::table_file::TableFile;
use crate::error::{Error, io_error};
use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord};
use std::io::Read;

/// Bytes of a file that are read at a time.
const BUFFER: usize = 1 << 16;

/// Bytes that may be read for a record of 16 MiB: the csv crate keeps a record whole, so that a quote which is never
/// closed would take as much memory as the rest of the file.
const LONGEST: u64 = (16 << 20) + BUFFER as u64;

#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Next {
    Record,
    #[default]
    End,
    /// A record whose cell of this number is not UTF-8.
    NotUtf8(usize),
    /// A record that does not end within any reason; nothing behind it can be read.
    TooLong,
}

/// Where a row begins: in a CSV file its byte, the file taken as UTF-8; in a sheet its number, from 1. Where several
/// files are read, the number of the file is in the highest bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RowStart(pub(crate) u64);

const FILE: u32 = 48;

impl RowStart {
    /// The same place in one of several files.
    pub(crate) fn of(self, file: usize) -> Self {
        Self(self.0 | (file as u64) << FILE)
    }

    /// The number of its file, and its place in that file.
    pub(crate) fn in_file(self) -> (usize, Self) {
        ((self.0 >> FILE) as usize, Self(self.0 & ((1 << FILE) - 1)))
    }
}

/// The records of a file, the header being the first.
pub(crate) struct Records<'f> {
    /// Its limit is that of the record at hand.
    reader: Reader<Quotes<Box<dyn Read + 'f>>>,
    file: &'f TableFile,
    start: RowStart,
}

impl<'f> Records<'f> {
    /// The bytes are those of the file behind its lead, and UTF-8, or claim to be.
    pub(super) fn new(file: &'f TableFile, bytes: Box<dyn Read + 'f>) -> Self {
        let mut builder = ReaderBuilder::new();
        // A record of another length is a defect to be told, not the end of reading.
        builder.delimiter(file.dialect.delimiter).has_headers(false).flexible(true).buffer_capacity(BUFFER);
        let reader = builder.from_reader(Quotes::new(bytes, file.dialect.delimiter));
        let mut records = Self { reader, file, start: RowStart::default() };
        records.start = records.next_start();
        records
    }

    /// Where the next record begins.
    fn next_start(&self) -> RowStart {
        let next = self.reader.position();
        RowStart(if self.file.is_sheet() { next.record() + 1 } else { self.file.lead + next.byte() })
    }

    /// Bytes that were read, the last record included.
    pub(crate) fn bytes(&self) -> u64 {
        self.reader.position().byte()
    }

    /// Where the last record begins; before the first one, where that one will.
    pub(crate) fn start(&self) -> RowStart {
        self.start
    }

    /// Where a cell of the last record begins that has a quote which does not enclose it.
    pub(crate) fn stray_quote(&mut self) -> Option<u64> {
        let end = self.reader.position().byte();
        Some(self.file.lead + self.reader.get_mut().stray(end)?)
    }

    /// Line breaks that stand where rows could be, if there are very many.
    pub(crate) fn blank_lines(&self) -> u64 {
        self.reader.get_ref().blank
    }

    /// Reads the next record. The cells keep the blanks around them.
    pub(crate) fn next(&mut self, record: &mut StringRecord) -> Result<Next, Error> {
        // Asked before reading, as behind it only the end of the record is known.
        let start = self.next_start();
        self.reader.get_mut().left = LONGEST;
        let read = self.reader.read_record(record);
        let next = match read {
            _ if self.reader.get_ref().left == 0 => Next::TooLong,
            Ok(true) => Next::Record,
            Ok(false) => return Ok(Next::End),
            Err(error) => match error.kind() {
                ErrorKind::Utf8 { err, .. } => Next::NotUtf8(err.field()),
                _ => return Err(Error::file("read", &self.file.path)(io_error(error))),
            },
        };
        self.start = start;
        Ok(next)
    }

    /// Reads the next record that is UTF-8; false where nothing more can be read.
    pub(crate) fn next_readable(&mut self, record: &mut StringRecord) -> Result<bool, Error> {
        loop {
            match self.next(record)? {
                Next::Record => return Ok(true),
                Next::NotUtf8(_) => {}
                Next::End | Next::TooLong => return Ok(false),
            }
        }
    }
}

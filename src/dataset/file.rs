//! One CSV file: reading it, and finding the place of a cell in it again.

use super::defect::Place;
use crate::error::Error;
use csv::{Reader, ReaderBuilder, StringRecord, Trim};
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::PathBuf;

/// A CSV file that can be read more than once: records first, and the place of a defect when one is found.
pub(super) struct TableFile {
    pub(super) name: String,
    bytes: Bytes,
}

enum Bytes {
    Memory(&'static str),
    Disk(PathBuf),
}

impl TableFile {
    pub(super) fn in_memory(name: String, text: &'static str) -> Self {
        Self { name, bytes: Bytes::Memory(text) }
    }

    pub(super) fn on_disk(name: String, path: PathBuf) -> Self {
        Self { name, bytes: Bytes::Disk(path) }
    }

    fn open(&self) -> Result<Box<dyn Read>, Error> {
        Ok(match &self.bytes {
            Bytes::Memory(text) => Box::new(Cursor::new(text.as_bytes())),
            Bytes::Disk(path) => Box::new(File::open(path).map_err(Error::file("read", path))?),
        })
    }

    /// The records from the header on, cells without surrounding blanks.
    pub(super) fn reader(&self) -> Result<Reader<Box<dyn Read>>, Error> {
        let builder = &mut ReaderBuilder::new();
        Ok(builder.has_headers(false).flexible(true).trim(Trim::All).buffer_capacity(1 << 16).from_reader(self.open()?))
    }

    /// A `csv::Error` that is about reading the file, not about what it holds.
    pub(super) fn unreadable(&self, error: csv::Error) -> Error {
        let path = match &self.bytes {
            Bytes::Memory(_) => PathBuf::from(&self.name),
            Bytes::Disk(path) => path.clone(),
        };
        let text = error.to_string();
        let source = match error.into_kind() {
            csv::ErrorKind::Io(source) => source,
            _ => std::io::Error::other(text),
        };
        Error::File { action: "read", path, source }
    }

    /// The place of cell `index` of record `number`, the header being record 0.
    pub(super) fn place(&self, number: u64, index: usize) -> Result<Place, Error> {
        let mut scanner = self.scanner()?;
        for _ in 0..number {
            while !scanner.skip_cell()? {}
        }
        scanner.skip_blank_lines()?;
        for _ in 0..index {
            if scanner.skip_cell()? {
                break;
            }
        }
        Ok(Place { file: self.name.clone(), line: scanner.line, column: scanner.column })
    }

    /// The lines on which the records after the header begin.
    pub(super) fn lines(&self, records: u64) -> Result<Vec<u64>, Error> {
        let mut scanner = self.scanner()?;
        let mut lines = Vec::new();
        for _ in 0..records {
            while !scanner.skip_cell()? {}
            scanner.skip_blank_lines()?;
            lines.push(scanner.line);
        }
        Ok(lines)
    }

    fn scanner(&self) -> Result<Scanner<Box<dyn Read>>, Error> {
        let mut scanner = Scanner { bytes: BufReader::new(self.open()?), line: 1, column: 1 };
        scanner.skip_byte_order_mark()?;
        Ok(scanner)
    }

    /// The number of the record that is read next would be wrong after an error, so it is counted here.
    pub(super) fn next_record(
        reader: &mut Reader<Box<dyn Read>>,
        record: &mut StringRecord,
    ) -> Result<Option<Result<(), usize>>, csv::Error> {
        match reader.read_record(record) {
            Ok(true) => Ok(Some(Ok(()))),
            Ok(false) => Ok(None),
            Err(error) => match error.kind() {
                csv::ErrorKind::Utf8 { err, .. } => Ok(Some(Err(err.field()))),
                _ => Err(error),
            },
        }
    }
}

/// Walks over a CSV file the way an editor counts it.
struct Scanner<R> {
    bytes: BufReader<R>,
    line: u64,
    column: u64,
}

impl<R: Read> Scanner<R> {
    fn peek(&mut self) -> Result<Option<u8>, Error> {
        Ok(self.bytes.fill_buf().map_err(Error::Output)?.first().copied())
    }

    fn take(&mut self) -> Result<Option<u8>, Error> {
        let byte = self.peek()?;
        match byte {
            Some(b'\n') => (self.line, self.column) = (self.line + 1, 1),
            Some(0x80..=0xbf) | None => {}
            Some(_) => self.column += 1,
        }
        self.bytes.consume(usize::from(byte.is_some()));
        Ok(byte)
    }

    fn skip_byte_order_mark(&mut self) -> Result<(), Error> {
        if self.bytes.fill_buf().map_err(Error::Output)?.starts_with(b"\xef\xbb\xbf") {
            self.bytes.consume(3);
        }
        Ok(())
    }

    /// Empty lines are no records.
    fn skip_blank_lines(&mut self) -> Result<(), Error> {
        while matches!(self.peek()?, Some(b'\n' | b'\r')) {
            self.take()?;
        }
        Ok(())
    }

    /// Goes past one cell and what ends it; true at the end of the record.
    fn skip_cell(&mut self) -> Result<bool, Error> {
        if self.column == 1 {
            self.skip_blank_lines()?;
        }
        let mut quoted = false;
        let mut fresh = true;
        loop {
            match self.take()? {
                None => return Ok(true),
                Some(b'"') if fresh || quoted => {
                    quoted = !quoted || self.peek()? == Some(b'"') && self.take()?.is_some()
                }
                Some(b',') if !quoted => return Ok(false),
                Some(b'\n') if !quoted => return Ok(true),
                Some(b'\r') if !quoted && self.peek()? != Some(b'\n') => return Ok(true),
                Some(_) => {}
            }
            fresh = false;
        }
    }
}

//! One CSV file: reading it, and finding the place of a cell in it again.

use super::dialect::{Charset, Dialect};
use super::excerpts;
use super::records::{Next, Records};
use super::scanner::{self, Scanner};
use crate::defect::{CellDefect, Excerpt, Place};
use crate::error::Error;
use crate::model::Column;
use csv::StringRecord;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::PathBuf;
use std::time::SystemTime;
use tempfile::NamedTempFile;

/// A CSV file that can be read more than once: records first, and the place of a defect when one is found.
pub(crate) struct TableFile {
    pub(crate) name: String,
    pub(crate) dialect: Dialect,
    /// Bytes of a first line such as `sep=;`, with a byte order mark before it, which come before the header.
    lead: u64,
    bytes: Bytes,
    /// How large it was when it was opened, and when it was last changed; `None` in memory.
    state: Option<State>,
    /// What a workbook says of its cells.
    pub(crate) cell_defects: Vec<CellDefect>,
}

type State = (u64, Option<SystemTime>);

enum Bytes {
    Memory(&'static str),
    Disk(PathBuf),
    /// A sheet of a workbook, written out as CSV.
    Sheet(NamedTempFile),
}

impl TableFile {
    pub(crate) fn in_memory(name: String, text: &'static str) -> Self {
        Self::new(name, Bytes::Memory(text))
    }

    fn new(name: String, bytes: Bytes) -> Self {
        Self { name, dialect: Dialect::PLAIN, lead: 0, bytes, state: None, cell_defects: Vec::new() }
    }

    /// A file on the disk; its dialect is the one that yields the most of the columns, first the one that it names.
    pub(crate) fn on_disk(name: String, path: PathBuf, columns: &[Column]) -> Result<Self, Error> {
        let mut file = Self::new(name, Bytes::Disk(path));
        file.state = file.state_now()?;
        file.dialect.charset = Charset::sniff(file.raw()?).map_err(|source| file.failed(source))?;
        let mut beginning = Vec::new();
        file.open()?.take(16).read_to_end(&mut beginning).map_err(|source| file.failed(source))?;
        let named = Dialect::named(&beginning);
        if let Some((delimiter, lead)) = named {
            (file.dialect.delimiter, file.lead) = (delimiter, lead);
        }
        let mut most = 0;
        for delimiter in named.map(|(delimiter, _)| delimiter).into_iter().chain(Dialect::DELIMITERS) {
            let known = file.known_columns(delimiter, columns)?;
            if known > most {
                (most, file.dialect.delimiter) = (known, delimiter);
            }
        }
        Ok(file)
    }

    /// A sheet of a workbook, written out as CSV.
    pub(crate) fn of_sheet(name: &str, draft: NamedTempFile, cell_defects: Vec<CellDefect>) -> io::Result<Self> {
        let metadata = draft.as_file().metadata()?;
        let state = Some((metadata.len(), metadata.modified().ok()));
        Ok(Self { state, cell_defects, ..Self::new(name.to_owned(), Bytes::Sheet(draft)) })
    }

    /// Whether it is a sheet, whose rows end with their last value and whose places are cells such as `F12`.
    pub(crate) fn is_sheet(&self) -> bool {
        matches!(self.bytes, Bytes::Sheet(_))
    }

    fn known_columns(&self, delimiter: u8, columns: &[Column]) -> Result<usize, Error> {
        let mut header = StringRecord::new();
        match self.records_by(delimiter)?.next(&mut header)? {
            Next::Record => {
                let known = |name: &&str| columns.iter().any(|column| column.name == name.trim());
                Ok(header.iter().filter(known).count())
            }
            Next::End | Next::NotUtf8(_) | Next::TooLong => Ok(0),
        }
    }

    fn state_now(&self) -> Result<Option<State>, Error> {
        match &self.bytes {
            Bytes::Memory(_) => Ok(None),
            Bytes::Sheet(_) => Ok(self.state),
            Bytes::Disk(path) => {
                let metadata = path.metadata().map_err(Error::file("read", path))?;
                if !metadata.is_file() {
                    return Err(self.failed(io::Error::other("it is no file that can be read twice")));
                }
                Ok(Some((metadata.len(), metadata.modified().ok())))
            }
        }
    }

    /// Its length in bytes.
    pub(crate) fn size(&self) -> u64 {
        match &self.bytes {
            Bytes::Memory(text) => text.len() as u64,
            Bytes::Disk(_) | Bytes::Sheet(_) => self.state.map_or(0, |(size, _)| size),
        }
    }

    /// That nobody changed the file since it was opened; it was read more than once.
    pub(crate) fn unchanged(&self) -> Result<(), Error> {
        if self.state_now()? == self.state { Ok(()) } else { Err(Error::Changed(self.path())) }
    }

    fn raw(&self) -> Result<Box<dyn Read>, Error> {
        Ok(match &self.bytes {
            Bytes::Memory(text) => Box::new(Cursor::new(text.as_bytes())),
            Bytes::Disk(path) => Box::new(File::open(path).map_err(Error::file("read", path))?),
            Bytes::Sheet(draft) => Box::new(draft.reopen().map_err(|source| self.failed(source))?),
        })
    }

    fn open(&self) -> Result<Box<dyn Read>, Error> {
        self.raw().map(|bytes| self.dialect.charset.decode(bytes))
    }

    /// The file from its header on.
    fn open_at_header(&self) -> Result<Box<dyn Read>, Error> {
        let mut bytes = self.open()?;
        io::copy(&mut (&mut bytes).take(self.lead), &mut io::sink()).map_err(|source| self.failed(source))?;
        Ok(bytes)
    }

    /// The file from its header on, as an editor counts it.
    fn scan(&self) -> Result<Scanner<Box<dyn Read>>, Error> {
        let mut scanner = Scanner::new(self.open()?, self.dialect.delimiter);
        let has_lead = self.lead > 0;
        let skipped = scanner.skip_byte_order_mark().and_then(|()| if has_lead { scanner.skip_line() } else { Ok(()) });
        skipped.map_err(|source| self.failed(source))?;
        Ok(scanner)
    }

    /// The records from the header on.
    pub(crate) fn records(&self) -> Result<Records, Error> {
        self.records_by(self.dialect.delimiter)
    }

    fn records_by(&self, delimiter: u8) -> Result<Records, Error> {
        Ok(Records::new(self.path(), self.open_at_header()?, delimiter))
    }

    /// Whether the record that starts at a byte ends inside a quoted cell, because its quote is never closed;
    /// yields the number of its cell.
    pub(crate) fn unclosed_quote(&self, start: u64) -> Result<Option<usize>, Error> {
        let mut bytes = self.open_at_header()?;
        io::copy(&mut (&mut bytes).take(start), &mut io::sink()).map_err(|source| self.failed(source))?;
        let mut scanner = Scanner::new(bytes, self.dialect.delimiter);
        if start == 0 {
            scanner.skip_byte_order_mark().map_err(|source| self.failed(source))?;
        }
        let mut cell = 0;
        while !scanner.skip_cell().map_err(|source| self.failed(source))? {
            cell += 1;
        }
        Ok(scanner.inside_quotes.then_some(cell))
    }

    /// That the file could not be read.
    pub(crate) fn failed(&self, source: io::Error) -> Error {
        Error::File { action: "read", path: self.path(), source }
    }

    fn path(&self) -> PathBuf {
        match &self.bytes {
            Bytes::Memory(_) | Bytes::Sheet(_) => PathBuf::from(&self.name),
            Bytes::Disk(path) => path.clone(),
        }
    }

    /// The line and column of cells, each given by the number of its record (the header being 0) and its own,
    /// in ascending order.
    pub(crate) fn positions(&self, cells: &[(u64, usize)]) -> Result<Vec<(u64, u64)>, Error> {
        if self.is_sheet() {
            return Ok(cells.iter().map(|(record, cell)| (record + 1, *cell as u64 + 1)).collect());
        }
        scanner::positions(&mut self.scan()?, cells).map_err(|source| self.failed(source))
    }

    /// The place of one cell.
    pub(crate) fn place(&self, record: u64, cell: usize) -> Result<Place, Error> {
        let (line, column) = self.positions(&[(record, cell)])?.first().copied().unwrap_or_default();
        Ok(self.place_at(line, column))
    }

    /// A place in it.
    pub(crate) fn place_at(&self, line: u64, column: u64) -> Place {
        Place { file: self.name.clone(), line, column, in_sheet: self.is_sheet() }
    }

    /// The lines around cells, given by line and column in ascending order.
    pub(crate) fn excerpts(&self, positions: &[(u64, u64)]) -> Result<Vec<Excerpt>, Error> {
        excerpts::cut(&mut self.scan()?, positions).map_err(|source| self.failed(source))
    }
}

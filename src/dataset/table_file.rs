//! One CSV file: opened once, and read in as many passes as it needs.

use super::CellDefect;
use super::dialect::Dialect;
use super::records::{Records, RowStart};
use super::survey::Survey;
use super::walk::Walk;
use crate::cell::CellKind;
use crate::defect::{Excerpt, Place};
use crate::error::Error;
use crate::model::Column;
use crate::system::read_at;
use encoding_rs::UTF_8;
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::NamedTempFile;

/// A file that stays open from its first pass to its last: all its bytes once, to find what it is written in; its
/// dates, if it may have any that are not ISO 8601; its records; and the places of what was found in them. Each pass
/// knows for itself where it is, so that another may begin before it ends.
pub(crate) struct TableFile {
    pub(crate) name: String,
    pub(crate) dialect: Dialect,
    /// Whether there may be dates in it that are not ISO 8601.
    pub(crate) local_dates: bool,
    /// Bytes of a first line such as `sep=;`, with a byte order mark before it, which come before the header.
    pub(super) lead: u64,
    bytes: Bytes,
    /// As errors call it.
    pub(super) path: PathBuf,
    /// How large it was when it was opened, and when it was last changed.
    state: State,
    /// Ordered by row and cell.
    pub(crate) cell_defects: Vec<CellDefect>,
}

type State = (u64, Option<SystemTime>);

enum Bytes {
    Memory(&'static str),
    Disk(File),
    /// A sheet of a workbook, written out as CSV.
    Sheet(NamedTempFile),
}

impl TableFile {
    pub(crate) fn in_memory(name: String, text: &'static str) -> Self {
        Self::plain(name, Bytes::Memory(text), (text.len() as u64, None))
    }

    /// A file of a table with these columns; none = somebody's own list, whose columns are not known.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(crate) fn on_disk(name: String, path: PathBuf, columns: &[Column]) -> Result<Self, Error> {
        // Comes first, as opening a pipe would wait for somebody to write into it.
        let state = state_of(&path)?;
        let file = File::open(&path).map_err(Error::file("read", &path))?;
        let has_days = columns.iter().any(|column| column.kind == CellKind::Day);
        let survey = Survey::of(&file, has_days).map_err(Error::file("read", &path))?;
        let (dialect, lead) = Dialect::of(&survey, columns);
        let plain = Self::plain(name, Bytes::Disk(file), state);
        Ok(Self { dialect, lead, local_dates: survey.local_dates, path, ..plain })
    }

    pub(crate) fn of_sheet(name: &str, draft: NamedTempFile, cell_defects: Vec<CellDefect>) -> io::Result<Self> {
        let state = (draft.as_file().metadata()?.len(), None);
        Ok(Self { cell_defects, ..Self::plain(name.to_owned(), Bytes::Sheet(draft), state) })
    }

    /// A file that we wrote ourselves, of which nothing needs to be found out.
    fn plain(name: String, bytes: Bytes, state: State) -> Self {
        let (dialect, path) = (Dialect::PLAIN, PathBuf::from(&name));
        Self { name, dialect, local_dates: true, lead: 0, bytes, path, state, cell_defects: Vec::new() }
    }

    /// Whether it is a sheet, whose rows end with their last value and whose places are cells such as `F12`.
    pub(crate) fn is_sheet(&self) -> bool {
        matches!(self.bytes, Bytes::Sheet(_))
    }

    /// Its length in bytes.
    pub(crate) fn size(&self) -> u64 {
        self.state.0
    }

    /// That nobody changed the file since it was opened, as the passes over it must see the same.
    pub(crate) fn unchanged(&self) -> Result<(), Error> {
        if !matches!(self.bytes, Bytes::Disk(_)) || state_of(&self.path)? == self.state {
            return Ok(());
        }
        let told = format!("{} was changed while it was read", self.path.display());
        Err(Error::usage(told, "run `mission init` again; the old file is as it was"))
    }

    /// The file as UTF-8, from a byte of it on. Only where it is UTF-8 already, that byte can be gone to at once.
    fn utf8_from(&self, start: u64) -> io::Result<Box<dyn Read + '_>> {
        if self.dialect.charset == UTF_8 {
            return Ok(self.bytes.from(start));
        }
        // Where there is a byte order mark, it is taken away.
        let mut decoder = DecodeReaderBytesBuilder::new();
        decoder.encoding(Some(self.dialect.charset)).bom_override(true);
        let mut bytes = Box::new(decoder.build(self.bytes.from(0)));
        io::copy(&mut (&mut bytes).take(start), &mut io::sink())?;
        Ok(bytes)
    }

    fn walk_from(&self, start: u64) -> io::Result<Walk<Box<dyn Read + '_>>> {
        let mut walk = Walk::new(self.utf8_from(start)?, self.dialect.delimiter);
        if start == 0 {
            walk.skip_byte_order_mark()?;
        }
        Ok(walk)
    }

    /// The records from the header on.
    pub(crate) fn records(&self) -> Result<Records<'_>, Error> {
        let bytes = self.utf8_from(self.lead).map_err(Error::file("read", &self.path))?;
        Ok(Records::new(self, bytes))
    }

    /// Whether the last row, which begins here, ends inside a quoted cell, because its quote is never closed; yields
    /// the number of its cell.
    pub(crate) fn unclosed_quote(&self, last: RowStart) -> Result<Option<usize>, Error> {
        if self.is_sheet() {
            return Ok(None);
        }
        self.walk_from(last.0).and_then(|mut walk| walk.unclosed_quote()).map_err(Error::file("read", &self.path))
    }

    /// The number of the cell of a row in which a byte of the file lies.
    pub(crate) fn cell_at(&self, row: RowStart, byte: u64) -> Result<usize, Error> {
        let cell = self.walk_from(row.0).and_then(|mut walk| walk.cell_at(byte.saturating_sub(row.0)));
        cell.map_err(Error::file("read", &self.path))
    }

    /// The places of cells in ascending order, with the line around each, in one walk over the file; no cell = the
    /// whole row. A sheet has no lines.
    pub(crate) fn places(&self, cells: &[(RowStart, Option<usize>)]) -> Result<Vec<(Place, Option<Excerpt>)>, Error> {
        if self.is_sheet() {
            let cells = cells.iter().map(|(row, cell)| (row.0, cell.map_or(0, |cell| cell as u64 + 1)));
            return Ok(cells.map(|(row, column)| (self.place(row, column), None)).collect());
        }
        let walk = || {
            let mut walk = self.walk_from(0)?;
            let places = cells.iter().map(|(row, cell)| {
                let (line, column) = walk.to(*row, cell.unwrap_or_default())?;
                let excerpt = walk.excerpt()?;
                Ok(match cell {
                    Some(_) => (self.place(line, column), Some(excerpt)),
                    None => (self.place(line, 0), Some(Excerpt { cell: 0..excerpt.text.len(), ..excerpt })),
                })
            });
            places.collect::<io::Result<_>>()
        };
        walk().map_err(Error::file("read", &self.path))
    }

    fn place(&self, line: u64, column: u64) -> Place {
        Place { file: self.name.clone(), line, column, in_sheet: self.is_sheet() }
    }
}

impl Bytes {
    /// From a byte on.
    fn from(&self, start: u64) -> Box<dyn Read + '_> {
        match self {
            Self::Memory(text) => {
                let start = usize::try_from(start).unwrap_or(usize::MAX);
                Box::new(text.as_bytes().get(start..).unwrap_or_default())
            }
            Self::Disk(file) => Box::new(Pass { file, place: start }),
            Self::Sheet(draft) => Box::new(Pass { file: draft.as_file(), place: start }),
        }
    }
}

/// One pass over a file that others pass over at the same time.
struct Pass<'f> {
    file: &'f File,
    place: u64,
}

impl Read for Pass<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = read_at(self.file, buffer, self.place)?;
        self.place += read as u64;
        Ok(read)
    }
}

fn state_of(path: &Path) -> Result<State, Error> {
    let metadata = path.metadata().map_err(Error::file("read", path))?;
    if metadata.is_file() {
        return Ok((metadata.len(), metadata.modified().ok()));
    }
    Err(Error::not_read_twice(path))
}

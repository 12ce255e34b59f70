//! The thread that reads: the records of each file as packed rows, with everything that is wrong on the way.

use super::ahead::{Ahead, ReadRecord};
use super::fallbacks::Fallbacks;
use super::known_keys::KnownKeys;
use super::packed_row::pack;
use super::sorted_runs::RUN;
use super::{Placed, Progress, missing};
use crate::cell::{Bindings, CellError, CellKind, is_decomposed, is_failed_formula, is_invisible, is_mojibake};
use crate::dataset::{Dates, FileDefects, Header, Next, RecordFault, RowStart, TableFile, check_header, named_columns};
use crate::defect::{DefectKind, Level};
use crate::error::Error;
use crate::format::would_run;
use crate::model::{Column, Contradiction, Record, RecordVisitor, Table};
use csv::StringRecord;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, SyncSender};
use std::thread;

/// Goes to the thread that sorts.
pub(super) enum Packet {
    /// Packed rows behind each other, as many as are sorted at a time.
    Run(Vec<u8>),
    /// The last rows of a table.
    End(Vec<u8>, TableRead),
}

/// Records after which the progress is told.
const OFTEN: u64 = 4096;

/// The files of a table once they were read; their rows have gone on already.
pub(super) struct TableRead {
    pub(super) table: Table,
    /// Records after the header that are no empty rows, by the number of the file.
    pub(super) rows: BTreeMap<usize, u64>,
    /// How many of them stand in another folder as well.
    pub(super) repeated: u64,
    pub(super) headers: Headers,
    pub(super) found: FileDefects,
}

/// By the number of the file.
#[derive(Default)]
pub(super) struct Headers(BTreeMap<usize, Header>);

impl Headers {
    /// The cell of a column in a row; `None` = the header of its file leaves it out.
    pub(super) fn cell_of(&self, row: RowStart, column: &str) -> Option<usize> {
        self.0.get(&row.in_file().0)?.cell_of(column)
    }

    pub(super) fn are_several(&self) -> bool {
        self.0.len() > 1
    }
}

/// Reads all files, one after the other, until nobody takes the packets any more.
///
/// # Errors
/// A file cannot be read.
pub(super) fn read_all(
    files: &[Placed],
    days: &[Dates],
    packets: SyncSender<Packet>,
    spent: Receiver<Vec<u8>>,
    progress: &dyn Progress,
) -> Result<(), Error> {
    let mut keys = KnownKeys::of_folders(days.len());
    // That the table is missing is told once, and not again for every row that refers to it.
    missing(files, days.len()).for_each(|(_, table)| keys.spoil(table));
    let numbered: Vec<(usize, &Placed)> = files.iter().enumerate().collect();
    thread::scope(|scope| {
        let mut records = Ahead::of(files.iter().map(|placed| &placed.file).collect(), scope)?;
        for of_table in numbered.chunk_by(|(_, one), (_, other)| one.table == other.table) {
            let Some((_, Placed { table, .. })) = of_table.first() else { continue };
            let (headers, found) = (Headers::default(), FileDefects::default());
            let mut read = TableRead { table: *table, rows: BTreeMap::new(), repeated: 0, headers, found };
            let mut run = empty_run(&spent);
            for (number, Placed { folder, file, .. }) in of_table {
                // The tables with a key of two columns may be too large for memory: the thread that stores looks those up.
                let parent = |column| table.refers_to(column).filter(|parent| parent.key().len() == 1);
                records.next_file()?;
                let reading = Reading {
                    read: &mut read,
                    run: &mut run,
                    file,
                    number: *number,
                    folder: *folder,
                    header: Header::default(),
                    keys: &mut keys,
                    days: &days[*folder],
                    packets: &packets,
                    spent: &spent,
                    progress,
                    fallbacks: Fallbacks::of(*table),
                    parents: table.columns().iter().map(parent).collect(),
                };
                table.accept((reading, &mut records))?;
            }
            if read.found.has_defects() {
                keys.spoil(*table);
            }
            if packets.send(Packet::End(run, read)).is_err() {
                break;
            }
        }
        Ok(())
    })
}

/// A run that nothing was filled into yet.
fn empty_run(spent: &Receiver<Vec<u8>>) -> Vec<u8> {
    let mut run = spent.try_recv().unwrap_or_default();
    run.clear();
    run
}

struct Reading<'r> {
    read: &'r mut TableRead,
    /// Its rows, packed, as far as they were not sent.
    run: &'r mut Vec<u8>,
    file: &'r TableFile,
    /// Its number among all files, and that of its folder.
    number: usize,
    folder: usize,
    header: Header,
    keys: &'r mut KnownKeys,
    days: &'r Dates,
    packets: &'r SyncSender<Packet>,
    /// Runs whose memory can be filled again.
    spent: &'r Receiver<Vec<u8>>,
    progress: &'r dyn Progress,
    fallbacks: Fallbacks,
    /// For each column, the table of a single key that it refers to.
    parents: Vec<Option<Table>>,
}

impl RecordVisitor for (Reading<'_>, &mut Ahead) {
    type Output = Result<(), Error>;

    fn visit<R: Record>(self) -> Result<(), Error> {
        let (mut reading, records) = self;
        let Reading { file, number, .. } = reading;
        for (row, cell, kind) in &file.cell_defects {
            reading.read.found.add(row.of(number), Some(*cell), kind.clone());
        }
        if let Some(header) = reading.header(records)? {
            reading.header = Header::of(reading.read.table.columns(), &header, file.is_sheet());
            reading.rows::<R>(records)?;
        }
        reading.read.headers.0.insert(number, reading.header);
        Ok(())
    }
}

/// Lines in which a header is looked for that the first line is not.
const MOST_TITLES: usize = 20;

/// Where the header begins that stands below a record which names none of the columns.
fn header_below(table: Table, record: &StringRecord, records: &mut Ahead) -> Result<Option<RowStart>, Error> {
    if named_columns(table, record) > 0 {
        return Ok(None);
    }
    for _ in 0..MOST_TITLES {
        let below = records.next()?;
        let is_readable = matches!(below.next, Next::Record);
        if is_readable && 2 * named_columns(table, &below.cells) > table.key().len() {
            return Ok(Some(below.start));
        }
    }
    Ok(None)
}

impl Reading<'_> {
    /// The first record, unless something is wrong with it as the header.
    fn header(&mut self, records: &mut Ahead) -> Result<Option<StringRecord>, Error> {
        let (table, found) = (self.read.table, &mut self.read.found);
        let before = found.wrong_cells();
        let ReadRecord { next, start: begin, stray_quote, cells } = records.next()?;
        let (next, begin, stray_quote, header) = (*next, *begin, *stray_quote, cells.clone());
        let start = begin.of(self.number);
        match next {
            Next::End => found.add(start, Some(0), DefectKind::NoHeader),
            Next::NotUtf8(cell) => found.add(start, Some(cell), DefectKind::NotUtf8),
            Next::TooLong => found.add(start, Some(0), DefectKind::RecordTooLong),
            Next::Record => match header_below(table, &header, records)? {
                Some(header) => found.add_titles(start, header.of(self.number)),
                None => check_header(table, &header, start, found),
            },
        }
        // What follows from the quote was told by then.
        if let Some(byte) = stray_quote.filter(|_| found.wrong_cells() == before) {
            found.add(start, Some(self.file.cell_at(begin, byte)?), DefectKind::StrayQuote);
        }
        Ok(Some(header).filter(|_| found.wrong_cells() == before))
    }

    fn rows<R: Record>(&mut self, records: &mut Ahead) -> Result<(), Error> {
        let (table, columns) = (self.read.table, self.read.table.columns());
        let mut record = StringRecord::new();
        let (mut number, mut empty, mut short, mut told) = (0_u64, 0_u64, 0_u64, 0);
        let (is_too_long, last) = loop {
            if number.is_multiple_of(OFTEN) {
                self.progress.read(table, records.bytes() - told);
                told = records.bytes();
            }
            let ReadRecord { next, start: begin, stray_quote, cells } = records.next()?;
            match next {
                Next::End => break (false, *begin),
                Next::TooLong => break (true, *begin),
                Next::Record | Next::NotUtf8(_) => number += 1,
            }
            let start = begin.of(self.number);
            if let Some(byte) = stray_quote {
                let cell = self.file.cell_at(*begin, *byte)?;
                self.read.found.add(start, Some(cell), DefectKind::StrayQuote);
                continue;
            }
            if let Next::NotUtf8(cell) = next {
                self.read.found.add(start, Some(*cell), DefectKind::NotUtf8);
                continue;
            }
            match self.header.fault(cells) {
                None => {
                    short += u64::from(self.header.is_short(cells));
                    if let Some(typed) = self.typed::<R>(cells, start, &mut record) {
                        let mut values = Bindings::with_capacity(columns.len() + 4);
                        typed.bind(&mut values);
                        pack(start, table.key().len(), &values, self.run);
                    }
                }
                Some(RecordFault::Empty) => empty += 1,
                Some(RecordFault::Wrong(cell, kind)) => self.read.found.add(start, Some(cell), kind),
            }
            if self.run.len() >= RUN {
                let full = std::mem::replace(self.run, empty_run(self.spent));
                if self.packets.send(Packet::Run(full)).is_err() {
                    return Ok(());
                }
            }
        };
        self.read.rows.insert(self.number, number - empty);
        let found = &mut self.read.found;
        match self.file.unclosed_quote(last)? {
            Some(cell) => found.add(last.of(self.number), Some(cell), DefectKind::UnclosedQuote),
            None if is_too_long => found.add(last.of(self.number), Some(0), DefectKind::RecordTooLong),
            None => {}
        }
        if short > 0 {
            found.add_of_file(self.number, DefectKind::ShortRows { number: short });
        }
        empty += records.blank_lines();
        if empty > 0 {
            found.add_of_file(self.number, DefectKind::EmptyRows { number: empty });
        }
        if self.header.unnamed() > 0 {
            found.add_of_file(self.number, DefectKind::EmptyColumns { number: self.header.unnamed() });
        }
        Ok(())
    }

    /// A record with its cells in the order of the columns, checked; `None` where something is wrong with it.
    fn typed<R: Record>(&mut self, raw: &StringRecord, start: RowStart, record: &mut StringRecord) -> Option<R> {
        let (table, header, found) = (self.read.table, &self.header, &mut self.read.found);
        record.clear();
        for (column, cell) in header.cells() {
            let text = unguarded(cell.and_then(|cell| raw.get(cell)).unwrap_or_default().trim());
            if let Some(kind) = worth_knowing(column, text) {
                found.add(start, cell, kind);
            }
            let is_day = column.kind == CellKind::Day;
            record.push_field(&if is_day { self.days.in_iso(text) } else { Cow::Borrowed(text) });
        }
        self.fallbacks.fill(record, self.folder, self.keys);
        let Some(typed) = R::parse(record.iter()) else {
            self.cells(start, record);
            return None;
        };
        let contradictions = typed.contradictions();
        let is_sound = contradictions.is_empty();
        for Contradiction { column, kind } in contradictions {
            found.add(start, header.cell_of(column), kind);
        }
        for ((parent, text), (column, cell)) in self.parents.iter().zip(&*record).zip(header.cells()) {
            if let Some(parent) = parent.filter(|parent| !text.is_empty() && !self.keys.holds(*parent, text)) {
                found.add(start, cell, self.keys.unknown(column.name, parent, text));
            }
        }
        // Also where the row contradicts itself: what refers to it is not wrong because of that.
        if let ([_], Some(key)) = (table.key(), record.get(0)) {
            self.keys.add(self.folder, table, key);
        }
        is_sound.then_some(typed)
    }

    /// Every cell of a record that could not be read as a whole. What is wrong with a cell of a workbook is known.
    fn cells(&mut self, start: RowStart, record: &StringRecord) {
        let known = &self.file.cell_defects;
        let is_known = |cell: usize| {
            let (_, row) = start.in_file();
            let first = known.partition_point(|(of, other, _)| (*of, *other) < (row, cell));
            let of_cell = known[first..].iter().take_while(|(of, other, _)| (*of, *other) == (row, cell));
            of_cell.into_iter().any(|(_, _, kind)| kind.code().level() == Level::Error)
        };
        for ((column, cell), text) in self.header.cells().zip(record) {
            if let Err(error) = (column.check)(text)
                && !cell.is_some_and(is_known)
                && !is_failed_formula(text)
            {
                let is_no_day = error == CellError::NotA(CellKind::Day);
                let other_order = self.days.contradiction(text).filter(|_| is_no_day);
                let kind = other_order.unwrap_or_else(|| DefectKind::of_cell(column.name, text, error));
                self.read.found.add(start, cell, kind);
            }
        }
    }
}

/// A text without the apostrophe that keeps Excel from running it as a formula.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| would_run(rest)).unwrap_or(text)
}

/// What a text of a cell may be that nobody meant.
fn worth_knowing(column: &Column, text: &str) -> Option<DefectKind> {
    if text.starts_with('#') && is_failed_formula(text) {
        return Some(DefectKind::FailedFormula { shows: text.to_owned() });
    }
    if !matches!(column.kind, CellKind::Text | CellKind::Name) || text.is_empty() {
        return None;
    }
    match text {
        "NA" | "N/A" | "n/a" | "-" | "n.v.t." => {
            Some(DefectKind::SaysNothing { column: column.name, text: text.to_owned() })
        }
        _ if text.is_ascii() => None,
        _ if is_mojibake(text) => Some(DefectKind::Mojibake { column: column.name, text: text.to_owned() }),
        _ if text.contains(is_invisible) => Some(DefectKind::Invisible { text: text.to_owned() }),
        _ if is_decomposed(text) => Some(DefectKind::Decomposed { text: text.to_owned() }),
        _ => None,
    }
}

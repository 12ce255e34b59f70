//! The thread that reads: the records of each file as packed rows, with everything that is wrong on the way.

use super::ahead::{Ahead, ReadRecord};
use super::check::Checks;
use super::known_keys::KnownKeys;
use super::packed_row::Packer;
use super::sorted_runs::RUN;
use super::{Placed, Progress, missing};
use crate::dataset::{Dates, FileDefects, Header, Next, RecordFault, RowStart, check_header, named_columns};
use crate::defect::{DefectKind, Place};
use crate::error::Error;
use crate::model::Table;
use csv::StringRecord;
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
        let mut packer = Packer::default();
        let mut records = Ahead::of(files.iter().map(|placed| &placed.file).collect(), scope)?;
        for of_table in numbered.chunk_by(|(_, one), (_, other)| one.table == other.table) {
            let Some((_, Placed { table, .. })) = of_table.first() else { continue };
            let (headers, found) = (Headers::default(), FileDefects::default());
            let mut read = TableRead { table: *table, rows: BTreeMap::new(), repeated: 0, headers, found };
            for (number, placed) in of_table {
                records.next_file()?;
                let mut reading = Reading {
                    read: &mut read,
                    packer: &mut packer,
                    placed,
                    number: *number,
                    keys: &mut keys,
                    days: &days[placed.folder],
                    packets: &packets,
                    spent: &spent,
                    progress,
                };
                reading.file(&mut records)?;
            }
            if read.found.has_defects() {
                keys.spoil(*table);
            }
            let rows = std::mem::replace(&mut packer.rows, empty_run(&spent));
            if packets.send(Packet::End(rows, read)).is_err() {
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
    /// Its rows, as far as they were not sent.
    packer: &'r mut Packer,
    placed: &'r Placed,
    /// The number of the file among all.
    number: usize,
    keys: &'r mut KnownKeys,
    days: &'r Dates,
    packets: &'r SyncSender<Packet>,
    /// Runs whose memory can be filled again.
    spent: &'r Receiver<Vec<u8>>,
    progress: &'r dyn Progress,
}

/// Lines in which a header is looked for that the first line is not.
const MOST_TITLES: usize = 20;

/// Where the header begins that stands below a record which names none of the columns.
fn header_below(table: Table, record: &StringRecord, records: &mut Ahead) -> Result<Option<RowStart>, Error> {
    if named_columns(table.columns(), record) > 0 {
        return Ok(None);
    }
    for _ in 0..MOST_TITLES {
        let below = records.next()?;
        let is_readable = matches!(below.next, Next::Record);
        if is_readable && 2 * named_columns(table.columns(), &below.cells) > table.key().len() {
            return Ok(Some(below.start));
        }
    }
    Ok(None)
}

impl Reading<'_> {
    fn file(&mut self, records: &mut Ahead) -> Result<(), Error> {
        let Placed { table, file, .. } = self.placed;
        for (row, cell, kind) in &file.cell_defects {
            self.read.found.add(row.of(self.number), Some(*cell), kind.clone());
        }
        if let Some(header) = self.header(records)? {
            let header = Header::of(table.columns(), &header, file.is_sheet());
            let checks = Checks::of(self.placed, self.days, header);
            self.rows(records, &checks)?;
            self.read.headers.0.insert(self.number, checks.header);
        }
        Ok(())
    }

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
                Some(header) => {
                    let kind = DefectKind::TitlesAboveHeader { header: Place::default() };
                    found.add_with(start, Some(0), kind, header.of(self.number));
                }
                None => check_header(table, &header, start, found),
            },
        }
        // What follows from the quote was told by then.
        if let Some(byte) = stray_quote.filter(|_| found.wrong_cells() == before) {
            found.add(start, Some(self.placed.file.cell_at(begin, byte)?), DefectKind::StrayQuote);
        }
        Ok(Some(header).filter(|_| found.wrong_cells() == before))
    }

    fn rows(&mut self, records: &mut Ahead, checks: &Checks<'_>) -> Result<(), Error> {
        let (Placed { table, file, .. }, header) = (self.placed, &checks.header);
        let (mut number, mut empty, mut short, mut told) = (0_u64, 0_u64, 0_u64, 0);
        let (is_too_long, last) = loop {
            if number.is_multiple_of(OFTEN) {
                self.progress.read(*table, records.bytes() - told);
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
                let cell = file.cell_at(*begin, *byte)?;
                self.read.found.add(start, Some(cell), DefectKind::StrayQuote);
                continue;
            }
            if let Next::NotUtf8(cell) = next {
                self.read.found.add(start, Some(*cell), DefectKind::NotUtf8);
                continue;
            }
            let found = &mut self.read.found;
            match header.fault(cells) {
                None => {
                    short += u64::from(header.is_short(cells));
                    checks.check(start, cells, self.keys, found, self.packer);
                }
                Some(RecordFault::Empty) => empty += 1,
                Some(RecordFault::Wrong(cell, kind)) => found.add(start, Some(cell), kind),
            }
            if self.packer.rows.len() >= RUN {
                let full = std::mem::replace(&mut self.packer.rows, empty_run(self.spent));
                if self.packets.send(Packet::Run(full)).is_err() {
                    return Ok(());
                }
            }
        };
        self.read.rows.insert(self.number, number - empty);
        let found = &mut self.read.found;
        match file.unclosed_quote(last)? {
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
        if header.unnamed() > 0 {
            found.add_of_file(self.number, DefectKind::EmptyColumns { number: header.unnamed() });
        }
        Ok(())
    }
}

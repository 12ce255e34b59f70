//! The thread that reads: the records of each file as packed rows, with everything that is wrong on the way.

use super::Progress;
use super::keys::Keys;
use super::packed_row::pack;
use crate::cell::{Bindings, CellError, CellKind};
use crate::dataset::{Dates, Fault, FileDefects, Next, Records, Shape, TableFile, check_header};
use crate::defect::DefectKind;
use crate::error::Error;
use crate::model::{Column, Contradiction, Record, RecordVisitor, Table};
use csv::StringRecord;
use std::sync::mpsc::SyncSender;

/// What goes to the thread that sorts.
pub(super) enum Packet {
    /// Packed rows of one table behind each other.
    Rows(Vec<u8>),
    /// All rows of the table have come.
    End(TableRead),
}

/// Bytes of rows that go on together.
const PACKET: usize = 1 << 18;

/// Records after which the progress is told.
const OFTEN: u64 = 4096;

/// What was read of one file.
pub(super) struct TableRead {
    pub(super) table: Table,
    /// Records after the header that are no empty rows.
    pub(super) rows: u64,
    /// Which cell of a record holds each column of the table.
    pub(super) order: Vec<Option<usize>>,
    /// What is wrong, and what is worth knowing.
    pub(super) finds: FileDefects,
}

/// Reads all files, one after the other, until nobody takes the packets any more.
///
/// # Errors
/// A file cannot be read.
pub(super) fn read_all(
    files: &[(Table, TableFile)],
    days: &Dates,
    packets: SyncSender<Packet>,
    progress: &dyn Progress,
) -> Result<(), Error> {
    let mut keys = Keys::default();
    for missing in [Table::Source, Table::Mission] {
        if files.iter().all(|(table, _)| *table != missing) {
            keys.spoil(missing);
        }
    }
    for (table, file) in files {
        let finds = FileDefects::default();
        let read = TableRead { table: *table, rows: 0, order: Vec::new(), finds };
        let parents = table
            .columns()
            .iter()
            .map(|column| table.refers_to(column))
            .map(|parent| parent.filter(|parent| parent.key().len() == 1));
        let parents = parents.collect();
        let reading = Reading { read, file, keys: &mut keys, days, packets: &packets, progress, parents };
        let read = table.accept(reading)?;
        if read.finds.has_defects() {
            keys.spoil(*table);
        }
        if packets.send(Packet::End(read)).is_err() {
            break;
        }
    }
    Ok(())
}

/// Reads one file.
struct Reading<'r> {
    read: TableRead,
    file: &'r TableFile,
    keys: &'r mut Keys,
    days: &'r Dates,
    packets: &'r SyncSender<Packet>,
    progress: &'r dyn Progress,
    /// For each column, the table of a single key that it refers to.
    parents: Vec<Option<Table>>,
}

impl RecordVisitor for Reading<'_> {
    type Output = Result<TableRead, Error>;

    fn visit<R: Record>(mut self) -> Result<TableRead, Error> {
        for (number, cell, kind) in &self.file.cell_defects {
            self.read.finds.add(*number, *cell, kind.clone());
        }
        let mut records = self.file.records()?;
        let mut header = StringRecord::new();
        let finds = &mut self.read.finds;
        let before = finds.len();
        match records.next(&mut header)? {
            Next::End => finds.add(0, 0, DefectKind::NoHeader),
            Next::NotUtf8(cell) => finds.add(0, cell, DefectKind::NotUtf8),
            Next::TooLong => finds.add(0, 0, DefectKind::RecordTooLong),
            Next::Record => check_header(self.read.table.columns(), &header, finds),
        }
        if finds.len() == before {
            self.rows::<R>(&mut records, &header)?;
        }
        Ok(self.read)
    }
}

impl Reading<'_> {
    fn rows<R: Record>(&mut self, records: &mut Records, header: &StringRecord) -> Result<(), Error> {
        let (table, columns) = (self.read.table, self.read.table.columns());
        let position = |column: &Column| header.iter().position(|name| name.trim() == column.name);
        self.read.order = columns.iter().map(position).collect();
        let shape = Shape {
            width: header.len(),
            unnamed: header.iter().rev().take_while(|name| name.trim().is_empty()).count(),
            ragged: self.file.is_sheet(),
        };
        let (mut raw, mut record, mut packet) = (StringRecord::new(), StringRecord::new(), Vec::new());
        let (mut number, mut empty, mut start, mut told) = (0_u64, 0, 0, 0);
        loop {
            let next_start = records.position();
            let next = records.next(&mut raw)?;
            if !matches!(next, Next::End) {
                (start, number) = (next_start, number + 1);
            }
            if number.is_multiple_of(OFTEN) {
                self.progress.read(table, next_start - told);
                told = next_start;
            }
            match next {
                Next::Record => {}
                Next::End => break,
                Next::NotUtf8(cell) => {
                    self.read.finds.add(number, cell, DefectKind::NotUtf8);
                    continue;
                }
                Next::TooLong => {
                    if self.file.unclosed_quote(start)?.is_none() {
                        self.read.finds.add(number, 0, DefectKind::RecordTooLong);
                    }
                    break;
                }
            }
            match shape.fault(&raw) {
                None => {
                    if let Some(typed) = self.typed::<R>(&raw, number, &mut record) {
                        let mut values = Bindings::with_capacity(columns.len() + 4);
                        typed.bind(&mut values);
                        pack(number, table.key().len(), &values, &mut packet);
                    }
                }
                Some(Fault::Empty) => empty += 1_u64,
                Some(Fault::Wrong(cell, kind)) => self.read.finds.add(number, cell, kind),
            }
            if packet.len() >= PACKET {
                let full = std::mem::replace(&mut packet, Vec::with_capacity(PACKET + PACKET / 8));
                if self.packets.send(Packet::Rows(full)).is_err() {
                    return Ok(());
                }
            }
        }
        let _ = self.packets.send(Packet::Rows(packet));
        self.read.rows = number - empty;
        if let Some(cell) = self.file.unclosed_quote(start)? {
            self.read.finds.add(number, cell, DefectKind::UnclosedQuote);
        }
        if empty > 0 {
            self.read.finds.add_of_file(DefectKind::EmptyRows { number: empty });
        }
        if shape.unnamed > 0 {
            self.read.finds.add_of_file(DefectKind::EmptyColumns { number: shape.unnamed });
        }
        Ok(())
    }

    /// A record with its cells in the order of the columns, checked; `None` where something is wrong with it.
    fn typed<R: Record>(&mut self, raw: &StringRecord, number: u64, record: &mut StringRecord) -> Option<R> {
        let (table, columns) = (self.read.table, self.read.table.columns());
        record.clear();
        for (index, column) in self.read.order.iter().zip(columns) {
            let text = index.and_then(|index| raw.get(index)).unwrap_or_default().trim();
            if column.kind == CellKind::Day {
                record.push_field(&self.days.in_iso(text));
            } else {
                record.push_field(text);
            }
        }
        let Ok(typed) = record.deserialize::<R>(None) else {
            self.cells(number, record);
            return None;
        };
        let contradictions = typed.contradictions();
        for Contradiction { column: name, kind } in &contradictions {
            for (cell, _) in self.read.order.iter().zip(columns).filter(|(_, column)| column.name == *name) {
                self.read.finds.add(number, cell.unwrap_or_default(), (*kind).into());
            }
        }
        for (index, (parent, text)) in self.parents.iter().zip(&*record).enumerate() {
            if let Some(parent) = parent.filter(|parent| !text.is_empty() && !self.keys.holds(*parent, text)) {
                let kind = self.keys.unknown(columns[index].name, parent, text);
                self.read.finds.add(number, self.read.order[index].unwrap_or_default(), kind);
            }
        }
        if table.key().len() == 1 {
            self.keys.add(table, record.get(0).unwrap_or_default());
        }
        contradictions.is_empty().then_some(typed)
    }

    /// Every cell of a record that could not be read as a whole. What is wrong with a cell of a workbook is known.
    fn cells(&mut self, number: u64, record: &StringRecord) {
        let known =
            |cell| self.file.cell_defects.binary_search_by_key(&(number, cell), |(row, cell, _)| (*row, *cell)).is_ok();
        for (index, (column, text)) in self.read.table.columns().iter().zip(record).enumerate() {
            if let Err(error) = (column.check)(text)
                && !self.read.order[index].is_some_and(known)
            {
                let is_no_day = error == CellError::NotA(CellKind::Day);
                let other_order = self.days.contradiction(text).filter(|_| is_no_day);
                let kind = other_order.unwrap_or_else(|| DefectKind::of_cell(column.name, text, error));
                self.read.finds.add(number, self.read.order[index].unwrap_or_default(), kind);
            }
        }
    }
}

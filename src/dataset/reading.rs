//! The records of one file into typed rows in the order of their key, with everything that is wrong on the way.

use super::days::Days;
use super::defect::DefectKind;
use super::file::{Next, Records, TableFile};
use super::finds::Finds;
use super::keys::Keys;
use super::sorter::Sorter;
use crate::cell::{Bindings, CellError};
use crate::error::{Error, nearest};
use crate::model::{Column, Record, RecordVisitor, Table};
use csv::StringRecord;
use std::path::Path;

/// A header with more cells than this is none; Excel has no more columns.
const MOST_COLUMNS: usize = 16_384;

/// What was read of one file.
pub(super) struct TableRead {
    /// Records after the header, empty ones included.
    pub(super) records: u64,
    /// Records without any value.
    pub(super) empty: u64,
    /// Columns at the end without a name.
    pub(super) unnamed: usize,
    /// Which cell of a record holds each column of the table.
    pub(super) order: Vec<Option<usize>>,
    /// What is wrong.
    pub(super) finds: Finds,
    /// The rows; `None` where the header is wrong.
    pub(super) rows: Option<Sorter>,
}

impl TableRead {
    /// The finds, with what Excel leaves behind and nobody misses.
    pub(super) fn take_finds(&mut self) -> Finds {
        let mut finds = std::mem::take(&mut self.finds);
        if self.empty > 0 {
            finds.add_of_file(DefectKind::EmptyRows(self.empty));
        }
        if self.unnamed > 0 {
            finds.add_of_file(DefectKind::EmptyColumns(self.unnamed));
        }
        finds
    }
}

/// Reads one file.
pub(super) struct Reading<'r> {
    pub(super) table: Table,
    pub(super) file: &'r TableFile,
    pub(super) keys: &'r mut Keys,
    pub(super) days: &'r Days,
    /// Where rows lie that do not fit into memory.
    pub(super) scratch: &'r Path,
    /// Told of every so many bytes that were read.
    pub(super) progress: &'r dyn Fn(u64),
}

/// Records after which the progress is told.
const OFTEN: u64 = 4096;

impl RecordVisitor for Reading<'_> {
    type Output = Result<TableRead, Error>;

    fn visit<R: Record>(self) -> Result<TableRead, Error> {
        let columns = self.table.columns();
        let mut read =
            TableRead { records: 0, empty: 0, unnamed: 0, order: Vec::new(), finds: Finds::default(), rows: None };
        for (number, cell, kind) in &self.file.cell_defects {
            read.finds.add(*number, *cell, kind.clone());
        }
        let mut records = self.file.records()?;
        let mut raw = StringRecord::new();
        match records.next(&mut raw)? {
            Next::End => read.finds.add(0, 0, DefectKind::NoHeader),
            Next::NotUtf8(cell) => read.finds.add(0, cell, DefectKind::NotUtf8),
            Next::TooLong => read.finds.add(0, 0, DefectKind::RecordTooLong),
            Next::Record => header(columns, &raw, &mut read.finds),
        }
        if read.finds.len() > self.file.cell_defects.len() {
            return Ok(read);
        }
        read.order = columns.iter().map(|column| raw.iter().position(|name| name.trim() == column.name)).collect();
        read.unnamed = raw.iter().rev().take_while(|name| name.trim().is_empty()).count();
        let width = raw.len();
        let rows = self.rows::<R>(&mut records, width, &mut read)?;
        read.rows = Some(rows);
        Ok(read)
    }
}

impl Reading<'_> {
    fn rows<R: Record>(self, records: &mut Records, width: usize, read: &mut TableRead) -> Result<Sorter, Error> {
        let columns = self.table.columns();
        let parents: Vec<_> = columns.iter().map(|column| self.table.refers_to(column)).collect();
        let (key, is_parent) = (self.table.key().len(), self.table.key().len() == 1);
        let mut sorter = Sorter::new(self.scratch.to_owned());
        let (mut raw, mut record) = (StringRecord::new(), StringRecord::new());
        let (mut start, mut told) = (0, 0);
        loop {
            let next_start = records.position();
            let next = records.next(&mut raw)?;
            if !matches!(next, Next::End) {
                (start, read.records) = (next_start, read.records + 1);
            }
            let number = read.records;
            if number.is_multiple_of(OFTEN) {
                (self.progress)(next_start - told);
                told = next_start;
            }
            match next {
                Next::Record => {}
                Next::End => break,
                Next::NotUtf8(cell) => {
                    read.finds.add(number, cell, DefectKind::NotUtf8);
                    continue;
                }
                Next::TooLong => {
                    if self.file.unclosed_quote(start)?.is_none() {
                        read.finds.add(number, 0, DefectKind::RecordTooLong);
                    }
                    break;
                }
            }
            if let Some(kind) = shape(&raw, width, read.unnamed, self.file.is_sheet()) {
                match kind {
                    Shape::Empty => read.empty += 1,
                    Shape::Wrong(cell, kind) => read.finds.add(number, cell, kind),
                }
                continue;
            }
            record.clear();
            for (index, column) in read.order.iter().zip(columns) {
                let text = index.and_then(|index| raw.get(index)).unwrap_or_default().trim();
                match column.expected {
                    CellError::Day => record.push_field(&self.days.in_iso(text)),
                    _ => record.push_field(text),
                }
            }
            let typed = match record.deserialize::<R>(None) {
                Ok(typed) => typed,
                Err(_) => {
                    self.cells(&read.order, number, &record, &mut read.finds);
                    continue;
                }
            };
            let contradictions = typed.contradictions();
            for contradiction in &contradictions {
                let cell = columns.iter().position(|column| column.name == contradiction.column);
                let cell = cell.and_then(|column| read.order[column]).unwrap_or_default();
                read.finds.add(number, cell, DefectKind::Contradiction(contradiction.kind));
            }
            for (index, parent) in parents.iter().enumerate() {
                if let (Some(parent), Some(text)) = (parent, record.get(index))
                    && parent.key().len() == 1
                    && !text.is_empty()
                    && !self.keys.holds(*parent, text)
                {
                    let kind = self.keys.unknown(columns[index].name, *parent, text);
                    read.finds.add(number, read.order[index].unwrap_or_default(), kind);
                }
            }
            if is_parent {
                self.keys.add(self.table, record.get(0).unwrap_or_default());
            }
            if !contradictions.is_empty() {
                continue;
            }
            let mut bindings = Bindings::with_capacity(columns.len() + 4);
            typed.bind(&mut bindings);
            sorter.push(number, key, &bindings).map_err(|source| self.file.failed(source))?;
        }
        if let Some(cell) = self.file.unclosed_quote(start)? {
            read.finds.add(read.records, cell, DefectKind::UnclosedQuote);
        }
        Ok(sorter)
    }

    /// Every cell of a record that could not be read as a whole.
    fn cells(&self, order: &[Option<usize>], number: u64, record: &StringRecord, finds: &mut Finds) {
        let columns: &'static [Column] = self.table.columns();
        for ((column, index), text) in columns.iter().zip(order).zip(record) {
            if let Err(error) = (column.check)(text) {
                let nearest = match &error {
                    CellError::Word(words) => nearest(text, words.iter()),
                    _ => None,
                };
                let other_order = self.days.contradiction(text).filter(|_| error == CellError::Day);
                let kind = || DefectKind::Cell { column: column.name, text: text.to_owned(), error, nearest };
                let cell = index.unwrap_or_default();
                if self.file.cell_defects.binary_search_by_key(&(number, cell), |(row, cell, _)| (*row, *cell)).is_err()
                {
                    finds.add(number, cell, other_order.unwrap_or_else(kind));
                }
            }
        }
    }
}

enum Shape {
    Empty,
    Wrong(usize, DefectKind),
}

/// What is wrong with a record before its cells are looked at. The rows of a sheet end with their last value.
fn shape(raw: &StringRecord, width: usize, unnamed: usize, is_sheet: bool) -> Option<Shape> {
    let blank = |text: &str| text.trim().is_empty();
    if raw.iter().all(blank) {
        return Some(Shape::Empty);
    }
    if raw.len() != width && !is_sheet {
        return Some(Shape::Wrong(0, DefectKind::CellCount { found: raw.len(), expected: width }));
    }
    let named = width - unnamed;
    let stray = raw.iter().skip(named).position(|text| !blank(text))?;
    Some(Shape::Wrong(named + stray, DefectKind::UnnamedColumn))
}

fn header(columns: &'static [Column], header: &StringRecord, finds: &mut Finds) {
    let names: Vec<&str> = header.iter().map(str::trim).collect();
    let named = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    if named > MOST_COLUMNS {
        return finds.add(0, MOST_COLUMNS, DefectKind::TooManyColumns(named));
    }
    for (index, name) in names[..named].iter().enumerate() {
        if !columns.iter().any(|column| column.name == *name) {
            let nearest = nearest(name, columns.iter().map(|column| column.name));
            finds.add(0, index, DefectKind::UnknownColumn { name: (*name).to_owned(), nearest });
        } else if names[..index].contains(name) {
            finds.add(0, index, DefectKind::DoubledColumn((*name).to_owned()));
        }
    }
    for column in columns.iter().filter(|column| !column.optional) {
        if !names.contains(&column.name) {
            finds.add(0, 0, DefectKind::MissingColumn(column.name));
        }
    }
}

//! Every file of a data folder into a draft of the database, or a list of everything that is wrong.

use super::defect::{Defect, DefectKind};
use super::dialect::Dialect;
use super::file::TableFile;
use super::finds::Finds;
use super::{DataFolder, references};
use crate::cell::CellError;
use crate::db::Inserter;
use crate::error::{Error, nearest};
use crate::model::{Column, Record, RecordVisitor, Table};
use csv::StringRecord;
use rusqlite::Connection;
use std::collections::HashSet;

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The tables that have a file, with the number of their rows and what the file is written in.
    pub rows: Vec<(Table, u64, Dialect)>,
    /// What was passed over, in sentences.
    pub notices: Vec<String>,
    /// The line of every claim in its file, in the order of the file.
    pub claim_lines: Vec<u64>,
    /// Everything that is wrong, in the order of its place. Not empty = the database must not be used.
    pub defects: Vec<Defect>,
}

/// Loads a data folder into the empty tables of a draft.
///
/// # Errors
/// A file cannot be read, or SQLite fails. What is wrong in the files is no error but a defect.
pub fn load(folder: &DataFolder, conn: &Connection) -> Result<Loaded, Error> {
    let mut loaded = Loaded { defects: folder.strangers()?, ..Loaded::default() };
    let mut spoilt = HashSet::new();
    let mut all_finds = Vec::new();
    for &table in Table::ALL {
        let Some(file) = folder.file(table)? else {
            if matches!(table, Table::Source | Table::Mission) {
                loaded.defects.push(Defect::of_file(&format!("{}.csv", table.name()), DefectKind::MissingFile));
                spoilt.insert(table);
            }
            continue;
        };
        let mut finds = Finds::default();
        let read = table.accept(Loading { file: &file, table, conn, finds: &mut finds })?;
        loaded.rows.push((table, read.records - read.empty, file.dialect));
        loaded.notices.extend(read.notices(&file.name));
        if !finds.is_empty() {
            spoilt.insert(table);
        } else if table == Table::Claim {
            let starts: Vec<_> = (1..=read.records).map(|number| (number, 0)).collect();
            loaded.claim_lines = file.positions(&starts)?.into_iter().map(|(line, _)| line).collect();
        }
        all_finds.push((table, file, finds));
    }
    for (table, file, mut finds) in all_finds {
        references::check(table, &file, conn, &spoilt, &mut finds)?;
        loaded.defects.extend(finds.at_their_places(&file)?);
    }
    Ok(loaded)
}

/// How much of a file was read.
#[derive(Debug, Default)]
struct ReadSoFar {
    /// Records after the header, empty ones included.
    records: u64,
    /// Records without any value.
    empty: u64,
    /// Columns at the end without a name.
    unnamed: usize,
}

impl ReadSoFar {
    /// What Excel leaves behind and nobody misses.
    fn notices(&self, file: &str) -> Vec<String> {
        let one_or_many = |n: u64, one: &str, many: &str| if n == 1 { one.to_owned() } else { format!("{n} {many}") };
        let mut notices = Vec::new();
        if self.empty > 0 {
            let rows = one_or_many(self.empty, "1 empty row was", "empty rows were");
            notices.push(format!("{file}: {rows} passed over"));
        }
        if self.unnamed > 0 {
            let columns = one_or_many(self.unnamed as u64, "1 empty column was", "empty columns were");
            notices.push(format!("{file}: {columns} passed over"));
        }
        notices
    }
}

struct Loading<'l> {
    file: &'l TableFile,
    table: Table,
    conn: &'l Connection,
    finds: &'l mut Finds,
}

impl RecordVisitor for Loading<'_> {
    type Output = Result<ReadSoFar, Error>;

    fn visit<R: Record>(mut self) -> Result<ReadSoFar, Error> {
        let mut so_far = ReadSoFar::default();
        let mut reader = self.file.reader()?;
        let mut raw = StringRecord::new();
        match self.file.next_record(&mut reader, &mut raw)? {
            None => self.finds.add(0, 0, DefectKind::NoHeader),
            Some(Err(cell)) => self.finds.add(0, cell, DefectKind::NotUtf8),
            Some(Ok(())) => self.header(&raw),
        }
        if !self.finds.is_empty() {
            return Ok(so_far);
        }
        let order: Vec<_> =
            self.table.columns().iter().map(|column| raw.iter().position(|name| name == column.name)).collect();
        let width = raw.len();
        so_far.unnamed = raw.iter().rev().take_while(|name| name.is_empty()).count();
        let named = width - so_far.unnamed;
        let mut inserter = Inserter::new(self.conn, self.table)?;
        let mut record = StringRecord::new();
        let mut start = 0;
        while let Some(read) = {
            let next = reader.position().byte();
            let read = self.file.next_record(&mut reader, &mut raw)?;
            start = if read.is_some() { next } else { start };
            read
        } {
            so_far.records += 1;
            let number = so_far.records;
            if let Err(cell) = read {
                self.finds.add(number, cell, DefectKind::NotUtf8);
            } else if raw.iter().all(str::is_empty) {
                so_far.empty += 1;
            } else if raw.len() != width {
                self.finds.add(number, 0, DefectKind::CellCount { found: raw.len(), expected: width });
            } else if let Some(cell) = raw.iter().skip(named).position(|text| !text.is_empty()) {
                self.finds.add(number, named + cell, DefectKind::UnnamedColumn);
            } else {
                record.clear();
                record.extend(order.iter().map(|index| index.and_then(|index| raw.get(index)).unwrap_or("")));
                match record.deserialize::<R>(None) {
                    Ok(typed) => self.insert(&mut inserter, &order, number, &record, &typed)?,
                    Err(_) => self.cells(&order, number, &record),
                }
            }
        }
        if let Some(cell) = self.file.unclosed_quote(start)? {
            self.finds.add(so_far.records, cell, DefectKind::UnclosedQuote);
        }
        Ok(so_far)
    }
}

impl Loading<'_> {
    fn header(&mut self, header: &StringRecord) {
        let columns = self.table.columns();
        let named = header.len() - header.iter().rev().take_while(|name| name.is_empty()).count();
        for (index, name) in header.iter().take(named).enumerate() {
            if !columns.iter().any(|column| column.name == name) {
                let nearest = nearest(name, columns.iter().map(|column| column.name));
                self.finds.add(0, index, DefectKind::UnknownColumn { name: name.to_owned(), nearest });
            } else if header.iter().take(index).any(|earlier| earlier == name) {
                self.finds.add(0, index, DefectKind::DoubledColumn(name.to_owned()));
            }
        }
        for column in columns.iter().filter(|column| !column.optional) {
            if !header.iter().any(|name| name == column.name) {
                self.finds.add(0, 0, DefectKind::MissingColumn(column.name));
            }
        }
    }

    fn insert(
        &mut self,
        inserter: &mut Inserter<'_>,
        order: &[Option<usize>],
        number: u64,
        record: &StringRecord,
        typed: &impl Record,
    ) -> Result<(), Error> {
        let columns = self.table.columns();
        let contradictions = typed.contradictions();
        for contradiction in &contradictions {
            let column = columns.iter().position(|column| column.name == contradiction.column).unwrap_or_default();
            self.finds.add(number, order[column].unwrap_or_default(), DefectKind::Contradiction(contradiction.kind));
        }
        if !contradictions.is_empty() {
            return Ok(());
        }
        if let Some(earlier) = inserter.insert(number, typed)? {
            let key: Vec<&str> = record.iter().take(self.table.key().len()).filter(|cell| !cell.is_empty()).collect();
            let cell = order[self.table.key().len() - 1].unwrap_or_default();
            self.finds.add_duplicate(number, cell, key.join(", "), earlier);
        }
        Ok(())
    }

    /// Every cell of a record that could not be read as a whole.
    fn cells(&mut self, order: &[Option<usize>], number: u64, record: &StringRecord) {
        let columns: &'static [Column] = self.table.columns();
        for ((column, index), text) in columns.iter().zip(order).zip(record) {
            if let Err(error) = (column.check)(text) {
                let nearest = match &error {
                    CellError::Word(words) => nearest(text, words.iter()),
                    _ => None,
                };
                let kind = DefectKind::Cell { column: column.name, text: text.to_owned(), error, nearest };
                self.finds.add(number, index.unwrap_or_default(), kind);
            }
        }
    }
}

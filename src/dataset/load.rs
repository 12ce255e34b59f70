//! Every file of a data folder into a draft of the database, or a list of everything that is wrong.

use super::defect::{Defect, DefectKind, Place};
use super::file::TableFile;
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
    /// The tables that have a file, with the number of their rows.
    pub rows: Vec<(Table, u64)>,
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
    for &table in Table::ALL {
        let Some(file) = folder.file(table) else {
            if matches!(table, Table::Source | Table::Mission) {
                let place = Place::file(&format!("{}.csv", table.name()));
                loaded.defects.push(Defect { place, kind: DefectKind::MissingFile });
                spoilt.insert(table);
            }
            continue;
        };
        let before = loaded.defects.len();
        let rows = table.accept(Loading { file: &file, table, conn, defects: &mut loaded.defects })?;
        loaded.rows.push((table, rows));
        if loaded.defects.len() > before {
            spoilt.insert(table);
        } else if table == Table::Claim {
            loaded.claim_lines = file.lines(rows)?;
        }
    }
    references::check(folder, conn, &spoilt, &mut loaded.defects)?;
    loaded.defects.sort_by_key(|defect| (position(&defect.place.file), defect.place.clone()));
    Ok(loaded)
}

/// Files in the order of their tables, others first.
fn position(file: &str) -> Option<usize> {
    Table::ALL.iter().position(|table| file.strip_suffix(".csv") == Some(table.name()))
}

struct Loading<'l> {
    file: &'l TableFile,
    table: Table,
    conn: &'l Connection,
    defects: &'l mut Vec<Defect>,
}

impl RecordVisitor for Loading<'_> {
    type Output = Result<u64, Error>;

    fn visit<R: Record>(mut self) -> Result<u64, Error> {
        let mut reader = self.file.reader()?;
        let mut raw = StringRecord::new();
        let columns = self.table.columns();
        let order = match TableFile::next_record(&mut reader, &mut raw).map_err(|error| self.file.unreadable(error))? {
            None => return self.report(0, 0, DefectKind::NoHeader).map(|()| 0),
            Some(Err(field)) => return self.report(0, field, DefectKind::NotUtf8).map(|()| 0),
            Some(Ok(())) => self.header(&raw)?,
        };
        let Some(order) = order else { return Ok(0) };
        let width = raw.len();
        let mut inserter = Inserter::new(self.conn, self.table)?;
        let mut record = StringRecord::new();
        let mut number = 0;
        while let Some(read) =
            TableFile::next_record(&mut reader, &mut raw).map_err(|error| self.file.unreadable(error))?
        {
            number += 1;
            if let Err(field) = read {
                self.report(number, field, DefectKind::NotUtf8)?;
                continue;
            }
            if raw.len() != width {
                self.report(number, 0, DefectKind::CellCount { found: raw.len(), expected: width })?;
                continue;
            }
            record.clear();
            record.extend(order.iter().map(|index| index.and_then(|index| raw.get(index)).unwrap_or("")));
            match record.deserialize::<R>(None) {
                Ok(typed) => self.insert(&mut inserter, &order, number, &record, &typed)?,
                Err(_) => self.cells(columns, &order, number, &record)?,
            }
        }
        Ok(number)
    }
}

impl Loading<'_> {
    fn report(&mut self, number: u64, index: usize, kind: DefectKind) -> Result<(), Error> {
        self.defects.push(Defect { place: self.file.place(number, index)?, kind });
        Ok(())
    }

    /// Where each column of the table stands in the file; nothing if the header is not good enough to go on.
    fn header(&mut self, header: &StringRecord) -> Result<Option<Vec<Option<usize>>>, Error> {
        let columns = self.table.columns();
        let before = self.defects.len();
        for (index, name) in header.iter().enumerate() {
            if !columns.iter().any(|column| column.name == name) {
                let nearest = nearest(name, columns.iter().map(|column| column.name));
                self.report(0, index, DefectKind::UnknownColumn { name: name.to_owned(), nearest })?;
            } else if header.iter().take(index).any(|earlier| earlier == name) {
                self.report(0, index, DefectKind::DoubledColumn(name.to_owned()))?;
            }
        }
        let order: Vec<_> = columns.iter().map(|column| header.iter().position(|name| name == column.name)).collect();
        for (column, index) in columns.iter().zip(&order) {
            if index.is_none() && !column.optional {
                self.report(0, 0, DefectKind::MissingColumn(column.name))?;
            }
        }
        Ok((self.defects.len() == before).then_some(order))
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
            self.report(number, order[column].unwrap_or_default(), DefectKind::Contradiction(contradiction.kind))?;
        }
        if !contradictions.is_empty() {
            return Ok(());
        }
        if let Some(earlier) = inserter.insert(number, typed)? {
            let key: Vec<&str> = record.iter().take(self.table.key().len()).filter(|cell| !cell.is_empty()).collect();
            let first = self.file.place(earlier, 0)?;
            let place = order[self.table.key().len() - 1].unwrap_or_default();
            self.report(number, place, DefectKind::DuplicateKey { key: key.join(", "), first })?;
        }
        Ok(())
    }

    /// Every cell of a record that could not be read as a whole.
    fn cells(
        &mut self,
        columns: &'static [Column],
        order: &[Option<usize>],
        number: u64,
        record: &StringRecord,
    ) -> Result<(), Error> {
        for ((column, index), text) in columns.iter().zip(order).zip(record) {
            if let Err(error) = (column.check)(text) {
                let nearest = match &error {
                    CellError::Word(words) => nearest(text, words.iter()),
                    _ => None,
                };
                let kind = DefectKind::Cell { column: column.name, text: text.to_owned(), error, nearest };
                self.report(number, index.unwrap_or_default(), kind)?;
            }
        }
        Ok(())
    }
}

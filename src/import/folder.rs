//! The data folder that a list goes into: the rows of its tables as texts, in the canonical order of their columns.

use crate::dataset::{Header, Next, TableFile};
use crate::error::Error;
use crate::model::Table;
use crate::template;
use csv::{StringRecord, WriterBuilder};
use std::path::Path;

/// A row, with all columns of its table.
pub(super) type Row = Vec<String>;

/// A row of a table with some of its cells, the others empty.
pub(super) fn row_of(table: Table, cells: &[(&str, &str)]) -> Row {
    let cell = |name: &str| cells.iter().find(|(of, _)| *of == name).map_or("", |(_, text)| text);
    table.columns().iter().map(|column| cell(column.name).to_owned()).collect()
}

/// The cell of a row in a column; empty where its table has no such column.
pub(super) fn cell<'r>(table: Table, row: &'r Row, column: &str) -> &'r str {
    table.position(column).map_or("", |at| &row[at])
}

#[derive(Default)]
pub(super) struct Folder {
    /// In the order of the tables.
    tables: Vec<Rows>,
    /// Files of a folder that is new, beside its tables.
    beside: Vec<(String, String)>,
}

struct Rows {
    rows: Vec<Row>,
    delimiter: u8,
    /// Whether its file is to be written.
    changed: bool,
}

impl Folder {
    /// The folder at a path; where nothing is, a new one, with the regions of the country and the usual categories.
    ///
    /// # Errors
    /// It is no folder, a file of it cannot be read, or has columns that its table does not have.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let is_new = match path.read_dir() {
            Ok(mut entries) => entries.next().is_none(),
            Err(_) if path.symlink_metadata().is_err() => true,
            Err(source) => return Err(Error::file("read", path)(source)),
        };
        let mut folder = Self::default();
        let mut files = if is_new { template::folder(template::Filling::Usual)? } else { Vec::new() };
        for &table in Table::ALL {
            let name = format!("{}.csv", table.name());
            let file = path.join(&name);
            let of_template = files.iter().position(|(of, _)| *of == name).map(|at| files.remove(at));
            folder.tables.push(match of_template {
                Some((_, text)) => {
                    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
                    Rows { rows: rows.map_while(Result::ok).collect(), delimiter: b',', changed: true }
                }
                None if file.symlink_metadata().is_ok() => {
                    Rows::of_file(table, &TableFile::on_disk(name, file, table.columns())?)?
                }
                None => Rows { rows: Vec::new(), delimiter: b',', changed: false },
            });
        }
        folder.beside = files;
        Ok(folder)
    }

    pub(super) fn rows(&self, table: Table) -> &[Row] {
        &self.tables[table as usize].rows
    }

    /// The rows of a table that are going to be others.
    pub(super) fn change(&mut self, table: Table) -> &mut Vec<Row> {
        let rows = &mut self.tables[table as usize];
        rows.changed = true;
        &mut rows.rows
    }

    pub(super) fn missions(&self) -> Vec<&str> {
        self.rows(Table::Mission).iter().map(|row| row[0].as_str()).collect()
    }

    /// The files that are to be written, each with its text.
    pub(super) fn changed(self) -> Vec<(String, String)> {
        let changed = Table::ALL.iter().zip(&self.tables).filter(|(_, rows)| rows.changed);
        let files = changed.map(|(table, rows)| (format!("{}.csv", table.name()), rows.text(*table)));
        files.chain(self.beside).collect()
    }
}

impl Rows {
    fn of_file(table: Table, file: &TableFile) -> Result<Self, Error> {
        let broken = |what: &str| {
            let hint = format!("`mission init` with this folder shows what is wrong: {what}");
            Error::usage(format!("{} cannot be added to", file.name), hint)
        };
        let mut records = file.records()?;
        let mut record = StringRecord::new();
        let Next::Record = records.next(&mut record)? else { return Err(broken("it has no header")) };
        let is_known = |name: &str| name.trim().is_empty() || table.position(name.trim()).is_some();
        if let Some(name) = record.iter().find(|name| !is_known(name)) {
            return Err(broken(&format!("there is no column `{name}` in this table")));
        }
        let header = Header::of(table.columns(), &record, false);
        let mut rows = Vec::new();
        loop {
            match records.next(&mut record)? {
                Next::Record if record.iter().all(|cell| cell.trim().is_empty()) => {}
                Next::Record => {
                    let cell = |cell: Option<usize>| record.get(cell?);
                    rows.push(header.cells().map(|(_, at)| cell(at).unwrap_or_default().trim().to_owned()).collect());
                }
                Next::End => return Ok(Self { rows, delimiter: file.dialect.delimiter, changed: false }),
                Next::NotUtf8(_) | Next::TooLong => return Err(broken("a row cannot be read")),
            }
        }
    }

    fn text(&self, table: Table) -> String {
        let mut writer = WriterBuilder::new().delimiter(self.delimiter).from_writer(Vec::new());
        // Writing into memory does not fail.
        let _ = writer.write_record(table.columns().iter().map(|column| column.name));
        self.rows.iter().for_each(|row| drop(writer.write_record(row)));
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

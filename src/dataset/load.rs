//! Every file of a data folder into a draft of the database, or a list of everything that is wrong.
//!
//! One thread reads, checks and sorts; the other one stores what is sorted, while the first goes on with the
//! next table. Both need memory only for what is on its way.

use super::days::{DayOrder, Days};
use super::defect::{Defect, DefectKind};
use super::dialect::Dialect;
use super::file::TableFile;
use super::finds::Finds;
use super::keys::Keys;
use super::packed::PackedRow;
use super::reading::Reading;
use super::sorter::Sorted;
use super::store::{Missing, Parcel, store};
use super::tally::{Listed, Tally};
use super::watch::Watch;
use super::{DataFolder, Progress};
use crate::db::rows_of;
use crate::error::Error;
use crate::model::Table;
use rusqlite::Connection;
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The names of the files or sheets, with the number of their rows and what they are written in.
    pub rows: Vec<(String, u64, Dialect)>,
    /// What is worth knowing although nothing is wrong, in the order of its place.
    pub notices: Vec<Defect>,
    /// The line of every claim in its file, in the order of their keys.
    pub claim_lines: Vec<u64>,
    /// How many participants are listed of each mission, region and category.
    pub listed: Vec<Listed>,
    /// Everything that is wrong, in the order of its place. Not empty = the database must not be used.
    pub defects: Vec<Defect>,
}

/// Rows that go from one thread to the other at a time, in bytes, and how many such parcels may wait.
const PARCEL: usize = 1 << 18;
const WAITING: usize = 8;

/// Loads a data folder into the empty tables of a draft; rows that do not fit into memory lie in `scratch`
/// meanwhile.
///
/// # Errors
/// A file cannot be read, or SQLite fails. What is wrong in the files is no error but a defect.
pub fn load(
    folder: &DataFolder,
    conn: &Connection,
    scratch: &Path,
    dates: Option<DayOrder>,
    progress: &(dyn Progress + Sync),
) -> Result<Loaded, Error> {
    let (files, strangers) = folder.files(scratch)?;
    let (days, told_of_days) = Days::of(&files, dates)?;
    progress.begin(files.iter().map(|(_, file)| file.size()).sum());
    let (sender, receiver) = sync_channel(WAITING);
    let (read, stored) = thread::scope(|scope| {
        let reader = Reader { files: &files, days, scratch, sender, progress };
        let reader = scope.spawn(|| reader.read_all());
        let stored = store(&receiver, conn, progress);
        drop(receiver);
        (reader.join(), stored)
    });
    let missing = stored?;
    let mut read = read.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
    for Missing { table, number, column, kind } in missing {
        if let Some(done) = read.tables.iter_mut().find(|done| done.table == table) {
            done.finds.add(number, done.order[column].unwrap_or_default(), kind);
        }
    }
    let mut loaded = Loaded { defects: strangers, listed: read.listed, ..Loaded::default() };
    loaded.notices.extend(told_of_days);
    loaded.defects.extend(missing_files(folder, &files));
    let mut read_rows = Vec::new();
    for (done, (table, file)) in read.tables.into_iter().zip(&files) {
        file.unchanged()?;
        loaded.rows.push((file.name.clone(), done.rows, file.dialect));
        read_rows.push((*table, done.rows));
        if *table == Table::Claim && !done.finds.has_defects() {
            loaded.claim_lines = file.lines(&done.numbers)?;
        }
        let (defects, notices) = done.finds.at_their_places(file)?;
        loaded.defects.extend(defects);
        loaded.notices.extend(notices);
    }
    if loaded.defects.is_empty() {
        for (table, rows) in read_rows {
            count_again(conn, table, rows)?;
        }
    }
    Ok(loaded)
}

/// Two files that must be there.
fn missing_files(folder: &DataFolder, files: &[(Table, TableFile)]) -> impl Iterator<Item = Defect> {
    let missing = [Table::Source, Table::Mission].into_iter().filter(|table| files.iter().all(|(is, _)| is != table));
    missing.map(|table| Defect::of_file(&folder.name_of(table), DefectKind::MissingFile))
}

/// Rows in = rows stored.
fn count_again(conn: &Connection, table: Table, read: u64) -> Result<(), Error> {
    let stored = rows_of(conn, table)?;
    if stored == read { Ok(()) } else { Err(Error::RowsLost { table: table.name(), read, stored }) }
}

/// The thread that reads, checks and sorts.
struct Reader<'l> {
    files: &'l [(Table, TableFile)],
    days: Days,
    scratch: &'l Path,
    sender: SyncSender<Parcel>,
    progress: &'l (dyn Progress + Sync),
}

/// What was read of all files.
struct Read {
    tables: Vec<TableDone>,
    listed: Vec<Listed>,
}

/// What was read of one file, its rows being on their way into the database.
struct TableDone {
    table: Table,
    /// Records that are no empty rows.
    rows: u64,
    order: Vec<Option<usize>>,
    finds: Finds,
    /// The numbers of claims, in the order of their keys.
    numbers: Vec<u64>,
}

impl Reader<'_> {
    fn read_all(self) -> Result<Read, Error> {
        let mut keys = Keys::default();
        let (mut watch, mut tally) = (Watch::default(), Tally::default());
        let mut tables = Vec::new();
        for missing in [Table::Source, Table::Mission] {
            if self.files.iter().all(|(table, _)| *table != missing) {
                keys.spoil(missing);
            }
        }
        for (table, file) in self.files {
            let table = *table;
            let progress = |bytes| self.progress.read(table, bytes);
            let reading =
                Reading { table, file, keys: &mut keys, days: &self.days, scratch: self.scratch, progress: &progress };
            let mut read = table.accept(reading)?;
            let rows = read.rows.take();
            let mut done = TableDone {
                table,
                rows: read.records - read.empty,
                finds: read.take_finds(),
                order: read.order,
                numbers: Vec::new(),
            };
            if let Some(rows) = rows {
                let mut rows = rows.finish().map_err(|source| file.failed(source))?;
                self.send(&mut rows, file, &mut done, |row, finds| {
                    watch.see(table, row, finds);
                    tally.see(table, row);
                })?;
            }
            if done.finds.has_defects() {
                keys.spoil(table);
                let _ = self.sender.send(Parcel::Spoilt(table));
            }
            tables.push(done);
        }
        if let Some(agreements) = tables.iter_mut().find(|done| done.table == Table::Agreement) {
            for number in watch.agreements_without_parties() {
                agreements.finds.add(number, 0, DefectKind::NoParties);
            }
        }
        Ok(Read { tables, listed: tally.finish() })
    }

    /// Sends the rows of a table in the order of their keys; a key that comes twice is a defect.
    fn send(
        &self,
        rows: &mut Sorted,
        file: &TableFile,
        done: &mut TableDone,
        mut see: impl FnMut(PackedRow<'_>, &mut Finds),
    ) -> Result<(), Error> {
        let mut parcel = Vec::with_capacity(PARCEL);
        let mut last: Option<(Vec<u8>, u64)> = None;
        while let Some(bytes) = rows.next().map_err(|source| file.failed(source))? {
            let Some(row) = PackedRow::take(&mut &*bytes) else { break };
            match &mut last {
                Some((key, number)) if key == row.key => {
                    let cell = done.order[done.table.key().len() - 1].unwrap_or_default();
                    done.finds.add_duplicate(row.number, cell, row.key_in_words(), *number);
                    continue;
                }
                Some((key, number)) => {
                    key.clear();
                    key.extend_from_slice(row.key);
                    *number = row.number;
                }
                None => last = Some((row.key.to_owned(), row.number)),
            }
            if done.table == Table::Claim {
                done.numbers.push(row.number);
            }
            see(row, &mut done.finds);
            parcel.extend_from_slice(bytes);
            if parcel.len() >= PARCEL {
                let full = std::mem::replace(&mut parcel, Vec::with_capacity(PARCEL));
                if self.sender.send(Parcel::Rows(done.table, full)).is_err() {
                    break;
                }
            }
        }
        let _ = self.sender.send(Parcel::Rows(done.table, parcel));
        Ok(())
    }
}

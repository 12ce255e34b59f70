//! Every file of a data folder into a draft of the database, or a list of everything that is wrong.
//!
//! Three threads, each with its own part of the work: one reads and checks, one sorts by key, one stores. Each needs
//! memory only for what is on its way.

mod fold;
mod keys;
mod notices;
mod packed_row;
mod read;
mod sort;
mod sorter;
mod store;
mod tally;

use crate::cell::DayOrder;
use crate::dataset::{DataFolder, Dates, Dialect, TableFile};
use crate::defect::{Defect, DefectKind};
use crate::error::Error;
use crate::model::Table;
use read::read_all;
use rusqlite::Connection;
use sort::Orderer;
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::thread;
use store::{Missing, store};
pub use tally::Listed;

/// Told of how far a data folder has been loaded.
pub trait Progress {
    /// So many bytes are to be read.
    fn begin(&self, bytes: u64);
    /// So many more bytes of the file of a table were read.
    fn read(&self, table: Table, bytes: u64);
    /// So many more rows of a table were stored, made of so many bytes.
    fn stored(&self, table: Table, rows: u64, bytes: u64);
}

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The names of the files or sheets, with the number of their rows and what they are written in.
    pub rows: Vec<(String, u64, Dialect)>,
    /// What is worth knowing although nothing is wrong, in the order of its place.
    pub notices: Vec<Defect>,
    /// How many participants are listed of each mission, region and category.
    pub listed: Vec<Listed>,
    /// Everything that is wrong, in the order of its place. Not empty = the database must not be used.
    pub defects: Vec<Defect>,
}

/// How many parcels of rows may wait between two threads.
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
    let (days, told_of_days) = Dates::of(&files, dates)?;
    progress.begin(files.iter().map(|(_, file)| file.size()).sum());
    let (read_rows, unsorted) = sync_channel(WAITING);
    let (sorted_rows, sorted) = sync_channel(WAITING);
    let (read, ordered, stored) = thread::scope(|scope| {
        let reader = scope.spawn(|| read_all(&files, &days, read_rows, progress));
        let orderer = scope.spawn(|| Orderer::new(scratch, sorted_rows).run(unsorted));
        let stored = store(sorted, conn, progress);
        (finished(reader.join()), finished(orderer.join()), stored)
    });
    // A thread whose neighbour failed just stops, so that the cause is told and not its effect.
    let (stored, mut ordered) = (stored?, ordered?);
    read?;
    for Missing { table, number, column, kind } in stored.missing {
        if let Some(read) = ordered.tables.iter_mut().find(|read| read.table == table) {
            read.finds.add(number, read.order[column].unwrap_or_default(), kind);
        }
    }
    let mut loaded = Loaded { defects: strangers, listed: ordered.listed, ..Loaded::default() };
    loaded.notices.extend(told_of_days);
    loaded.defects.extend(missing_files(folder, &files));
    for (read, (table, file)) in ordered.tables.into_iter().zip(&files) {
        file.unchanged()?;
        if !read.finds.has_defects() {
            let stored = stored.rows.get(table).copied().unwrap_or_default();
            if stored != read.rows {
                return Err(Error::RowsLost { table: table.name(), read: read.rows, stored });
            }
        }
        loaded.rows.push((file.name.clone(), read.rows, file.dialect));
        let (defects, notices) = read.finds.at_their_places(file)?;
        loaded.defects.extend(defects);
        loaded.notices.extend(notices);
    }
    Ok(loaded)
}

/// What a thread yields; its panic goes on in this one.
fn finished<T>(joined: thread::Result<T>) -> T {
    joined.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Two files that must be there.
fn missing_files(folder: &DataFolder, files: &[(Table, TableFile)]) -> impl Iterator<Item = Defect> {
    let missing = [Table::Source, Table::Mission].into_iter().filter(|table| files.iter().all(|(is, _)| is != table));
    missing.map(|table| Defect::of_file(&folder.name_of(table), DefectKind::MissingFile))
}

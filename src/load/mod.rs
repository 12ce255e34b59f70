//! Every file of a data folder into a draft of the database, or a list of everything that is wrong.
//!
//! Three threads, as the work has three parts that may go on at once: one reads and checks, one brings the rows into
//! the order of their keys, one gives them to SQLite, which takes rows from one thread only. While one table is stored,
//! the next one is read. A few parcels of rows may wait between two threads, so that none runs ahead of the next, and
//! memory is needed only for rows that are on their way.

mod arrange;
mod claim_hints;
mod fallbacks;
mod known_keys;
mod listed_counts;
mod notices;
mod packed_row;
mod read;
mod sorted_runs;
mod store;

use crate::cell::DayOrder;
use crate::dataset::{DataFolder, Dates, Dialect, TableFile};
use crate::defect::{Defect, DefectKind};
use crate::error::Error;
use crate::model::Table;
use arrange::Arranging;
pub use listed_counts::ParticipantsListed;
use read::read_all;
use rusqlite::Connection;
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::thread;
use store::{Missing, store};

/// Told of how far a data folder has been loaded.
pub trait Progress {
    fn begin(&self, bytes: u64);
    /// So many more bytes of the file of a table were read.
    fn read(&self, table: Table, bytes: u64);
    /// So many more rows of a table were stored, made of so many bytes.
    fn stored(&self, table: Table, rows: u64, bytes: u64);
}

#[derive(Debug, Default)]
pub struct Loaded {
    /// The names of the files or sheets, with the number of their rows and what they are written in.
    pub rows: Vec<(String, u64, Dialect)>,
    /// In the order of their places.
    pub notices: Vec<Defect>,
    /// How many participants are listed of each mission, region and category.
    pub listed: Vec<ParticipantsListed>,
    /// Everything that is wrong, in the order of its place. Not empty = the database must not be used.
    pub defects: Vec<Defect>,
}

// A parcel has a quarter of a MiB: two MiB at most lie between two threads, enough to even out their pace.
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
    let (files, strangers) = folder.files(Table::ALL, scratch)?;
    let (days, told_of_days) = Dates::of(&files, dates)?;
    progress.begin(files.iter().map(|(_, file)| file.size()).sum());
    let (read_rows, unsorted) = sync_channel(WAITING);
    let (sorted_rows, sorted) = sync_channel(WAITING);
    let (read, arranged, stored) = thread::scope(|scope| {
        let reading = scope.spawn(|| read_all(&files, &days, read_rows, progress));
        let arranging = scope.spawn(|| Arranging::new(scratch, sorted_rows).run(unsorted));
        // Stays in this thread, as a connection cannot be shared with another.
        let stored = store(sorted, conn, progress);
        (finished(reading.join()), finished(arranging.join()), stored)
    });
    // A thread whose neighbour failed just stops, so that the cause is told and not its effect.
    let (stored, mut arranged) = (stored?, arranged?);
    read?;
    for Missing { table, row, column, kind } in stored.missing {
        if let Some(read) = arranged.tables.iter_mut().find(|read| read.table == table) {
            read.found.add(row, read.header.cell_of(column.name), kind);
        }
    }
    let mut loaded = Loaded { defects: strangers, listed: arranged.listed, ..Loaded::default() };
    loaded.notices.extend(told_of_days);
    let of_file = |table| Defect::of_file(&folder.name_of(table), DefectKind::MissingFile);
    loaded.defects.extend(missing(&files).map(of_file));
    for (read, (table, file)) in arranged.tables.into_iter().zip(&files) {
        file.unchanged()?;
        // Rows that are wrong are counted, but never sent.
        if !read.found.has_defects() {
            let stored = stored.rows.get(table).copied().unwrap_or_default();
            if stored != read.rows {
                return Err(Error::RowsLost { table: table.name(), read: read.rows, stored });
            }
        }
        loaded.rows.push((file.name.clone(), read.rows, file.dialect));
        let (defects, notices) = read.found.at_their_places(file)?;
        loaded.defects.extend(defects);
        loaded.notices.extend(notices);
    }
    Ok(loaded)
}

fn finished<T>(joined: thread::Result<T>) -> T {
    joined.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// The tables that must be there, and have no file.
fn missing(files: &[(Table, TableFile)]) -> impl Iterator<Item = Table> {
    [Table::Source, Table::Mission].into_iter().filter(|table| files.iter().all(|(is, _)| is != table))
}

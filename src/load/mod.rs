//! Every file of data folders into a draft of the database, or a list of everything that is wrong.
//!
//! Five threads, as the work has five parts that may go on at once: one reads records, one checks them, one sorts rows
//! by their keys in runs, one merges the runs, one gives the rows to SQLite, which takes them from one thread only.
//! While one table is stored, the next one is read. Little may wait between two threads, so that none runs ahead of the
//! next, and memory is needed only for rows that are on their way.

mod ahead;
mod arrange;
mod check;
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
use arrange::{Arranging, sort_all};
use read::read_all;
use rusqlite::Connection;
use std::path::Path;
use std::sync::mpsc::{channel, sync_channel};
use std::thread::{self, Builder};
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
    /// Everything that is wrong, in the order of its place. Not empty = the database must not be used.
    pub defects: Vec<Defect>,
}

// A parcel has a quarter of a MiB: two MiB at most wait to be stored, enough to even out the pace of two threads.
const WAITING: usize = 8;

/// A file among those of all folders.
pub(super) struct Placed {
    table: Table,
    /// The number of its folder.
    folder: usize,
    file: TableFile,
}

/// Loads data folders into the empty tables of a draft; rows that do not fit into memory lie in `scratch` meanwhile.
/// The same row may stand in several folders.
///
/// # Errors
/// A file cannot be read, or SQLite fails. What is wrong in the files is no error but a defect.
pub fn load(
    folders: &[DataFolder],
    conn: &Connection,
    scratch: &Path,
    dates: Option<DayOrder>,
    progress: &(dyn Progress + Sync),
) -> Result<Loaded, Error> {
    let mut loaded = Loaded::default();
    let (files, days) = opened(folders, scratch, dates, &mut loaded)?;
    progress.begin(files.iter().map(|placed| placed.file.size()).sum());
    // A run is large: none waits.
    let (read_rows, unsorted) = sync_channel(0);
    let (spent, to_fill) = channel();
    let (sorted_rows, sorted) = sync_channel(0);
    let (arranged_rows, to_store) = sync_channel(WAITING);
    let (read, sorted, arranged, stored) = thread::scope(|scope| {
        // Where one cannot begin, the others end for want of rows.
        let arranging = Builder::new().spawn_scoped(scope, || Arranging::new(scratch, arranged_rows).run(sorted));
        let arranging = arranging.map_err(Error::no_thread)?;
        let sorting = Builder::new().spawn_scoped(scope, || sort_all(scratch, unsorted, spent, sorted_rows));
        let sorting = sorting.map_err(Error::no_thread)?;
        let reading = Builder::new().spawn_scoped(scope, || read_all(&files, &days, read_rows, to_fill, progress));
        let reading = reading.map_err(Error::no_thread)?;
        // Stays in this thread, as a connection cannot be shared with another.
        let stored = store(to_store, conn, progress);
        let (read, sorted) = (finished(reading.join()), finished(sorting.join()));
        Ok::<_, Error>((read, sorted, finished(arranging.join()), stored))
    })?;
    // A thread whose neighbour failed just stops, so that the cause is told and not its effect.
    let (stored, mut arranged) = (stored?, arranged?);
    sorted.and(read)?;
    for Missing { table, row, column, kind } in stored.missing {
        if let Some(read) = arranged.tables.iter_mut().find(|read| read.table == table) {
            read.found.add(row, read.headers.cell_of(row, column.name), kind);
        }
    }
    for (folder, table) in missing(&files, folders.len()) {
        let folder = &folders[folder];
        let name = folder.name_of(table);
        let name = if folders.len() > 1 { folder.one_of_several(&name) } else { name };
        loaded.defects.push(Defect::of_file(&name, DefectKind::MissingFile));
    }
    for read in arranged.tables {
        let of_table = files.iter().enumerate().filter(|(_, placed)| placed.table == read.table);
        let of_table: Vec<(usize, &TableFile)> = of_table.map(|(number, placed)| (number, &placed.file)).collect();
        of_table.iter().try_for_each(|(_, file)| file.unchanged())?;
        // Rows that are wrong are counted, but never sent.
        if !read.found.has_defects() {
            let stored = stored.rows.get(&read.table).copied().unwrap_or_default();
            let expected = read.rows.values().sum::<u64>() - read.repeated;
            if stored != expected {
                return Err(Error::RowsLost { table: read.table.name(), read: expected, stored });
            }
        }
        for (number, file) in &of_table {
            let rows = read.rows.get(number).copied().unwrap_or_default();
            loaded.rows.push((file.name.clone(), rows, file.dialect));
        }
        let (defects, notices) = read.found.at_their_places(&of_table)?;
        loaded.defects.extend(defects);
        loaded.notices.extend(notices);
    }
    if loaded.defects.is_empty() {
        listed_counts::store(conn, &arranged.listed)?;
    }
    Ok(loaded)
}

/// The files of all folders, table by table, and how each folder writes its dates.
fn opened(
    folders: &[DataFolder],
    scratch: &Path,
    dates: Option<DayOrder>,
    loaded: &mut Loaded,
) -> Result<(Vec<Placed>, Vec<Dates>), Error> {
    let (mut placed, mut days) = (Vec::new(), Vec::new());
    for (folder, of) in folders.iter().enumerate() {
        let (mut files, mut strangers) = of.files(Table::ALL, scratch)?;
        if folders.len() > 1 {
            files.iter_mut().for_each(|(_, file)| file.name = of.one_of_several(&file.name));
            strangers.iter_mut().for_each(|defect| defect.place.file = of.one_of_several(&defect.place.file));
        }
        loaded.defects.extend(strangers);
        let (order, told) = Dates::of(&files, dates)?;
        days.push(order);
        loaded.notices.extend(told);
        placed.extend(files.into_iter().map(|(table, file)| Placed { table, folder, file }));
    }
    placed.sort_by_key(|placed| (Table::ALL.iter().position(|table| *table == placed.table), placed.folder));
    Ok((placed, days))
}

fn finished<T>(joined: thread::Result<T>) -> T {
    joined.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// The tables that must be there, and have no file, by the number of the folder.
fn missing(files: &[Placed], folders: usize) -> impl Iterator<Item = (usize, Table)> {
    let all = (0..folders).flat_map(|folder| [(folder, Table::Source), (folder, Table::Mission)]);
    all.filter(|(folder, table)| files.iter().all(|placed| (placed.folder, placed.table) != (*folder, *table)))
}

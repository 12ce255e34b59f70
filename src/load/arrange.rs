//! The rows of each table in the order of their keys. Every row is seen on the way: counted, and looked at for what is
//! worth knowing.

use super::listed_counts::{ListedCounts, ParticipantsListed};
use super::notices::Notices;
use super::read::{Packet, TableRead};
use super::sorted_runs::{SortedRows, Sorter};
use super::store::Parcel;
use crate::dataset::RowStart;
use crate::defect::{DefectKind, Place};
use crate::error::Error;
use crate::model::{Record, named};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, SyncSender};

/// Bytes of rows that go on together.
const PARCEL: usize = 1 << 18;

pub(super) struct Arranged {
    pub(super) tables: Vec<TableRead>,
    pub(super) listed: Vec<ParticipantsListed>,
}

/// Sorts the rows of each table in runs, until no more come, or nobody takes what is sorted any more. While the rows of
/// one table are merged, the runs of the next one are sorted.
///
/// # Errors
/// There is no room in `scratch`.
pub(super) fn sort_all(
    scratch: &Path,
    packets: Receiver<Packet>,
    spent: Sender<Vec<u8>>,
    sorted: SyncSender<(SortedRows, TableRead)>,
) -> Result<(), Error> {
    let mut sorter = Sorter::new(scratch, spent);
    for packet in packets {
        match packet {
            Packet::Run(rows) => sorter.push(rows).map_err(Error::file("write in", scratch))?,
            Packet::End(rows, read) => {
                sorter.push(rows).map_err(Error::file("write in", scratch))?;
                let rows = sorter.finish().map_err(Error::file("read in", scratch))?;
                if sorted.send((rows, read)).is_err() {
                    break;
                }
            }
        }
    }
    Ok(())
}

pub(super) struct Arranging<'l> {
    scratch: &'l Path,
    parcels: SyncSender<Parcel>,
    notices: Notices,
    listed: ListedCounts,
}

impl<'l> Arranging<'l> {
    /// Rows that do not fit into memory lie in `scratch`.
    pub(super) fn new(scratch: &'l Path, parcels: SyncSender<Parcel>) -> Self {
        Self { scratch, parcels, notices: Notices::default(), listed: ListedCounts::default() }
    }

    /// Goes on until no more tables come, or nobody takes the parcels any more.
    ///
    /// # Errors
    /// What lies in `scratch` cannot be read.
    pub(super) fn run(mut self, sorted: Receiver<(SortedRows, TableRead)>) -> Result<Arranged, Error> {
        let mut tables = Vec::new();
        for (mut rows, mut read) in sorted {
            self.send(&mut rows, &mut read)?;
            if read.found.has_defects() {
                let _ = self.parcels.send(Parcel::Spoilt(read.table));
            }
            tables.push(read);
        }
        self.notices.end(tables.iter_mut().map(|read| (read.table, &mut read.found)));
        Ok(Arranged { tables, listed: self.listed.finish() })
    }

    /// Sends the rows of a table on; a key that comes twice is a defect.
    fn send(&mut self, rows: &mut SortedRows, read: &mut TableRead) -> Result<(), Error> {
        let table = read.table;
        let are_several = read.headers.are_several();
        let mut parcel = Vec::with_capacity(PARCEL);
        let (mut last_key, mut last, mut last_content) = (Vec::new(), None::<RowStart>, Vec::new());
        while let Some(row) = rows.next().map_err(Error::file("read in", self.scratch))? {
            // A row that cannot be read back goes no further, and is missed when the stored rows are counted.
            let Some(typed) = row.record(table) else { break };
            if let Some(first) = last.filter(|_| last_key == row.key) {
                // The same row may stand in each of several folders.
                if first.in_file().0 != row.start.in_file().0 && last_content == row.content {
                    read.repeated += 1;
                    continue;
                }
                let cell = table.key().last().and_then(|column| read.headers.cell_of(row.start, column.name));
                let kind = DefectKind::DuplicateKey { key: row.key_in_words(), first: Place::default() };
                read.found.add_with(row.start, cell, kind, first);
                continue;
            }
            row.key.clone_into(&mut last_key);
            last = Some(row.start);
            if are_several {
                row.content.clone_into(&mut last_content);
            }
            if let Record::Participant(participant) = &typed
                && let Some(earlier) = self.listed.see(participant, row.start)
            {
                let cell = read.headers.cell_of(row.start, named!(participant.name).0);
                let kind = DefectKind::LikelyDouble { first: Place::default() };
                read.found.add_with(row.start, cell, kind, earlier);
            }
            self.notices.see(&typed, row.start, &read.headers, &mut read.found);
            parcel.extend_from_slice(row.bytes);
            if parcel.len() >= PARCEL {
                let full = std::mem::replace(&mut parcel, Vec::with_capacity(PARCEL));
                if self.parcels.send(Parcel::Rows(table, full)).is_err() {
                    return Ok(());
                }
            }
        }
        self.notices.end_of_titles(&read.headers, &mut read.found);
        let _ = self.parcels.send(Parcel::Rows(table, parcel));
        Ok(())
    }
}

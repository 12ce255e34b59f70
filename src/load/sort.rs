//! The thread in the middle: packed rows of each table in, the same rows in the order of their keys out; on the way
//! it sees every row, in that order.

use super::notices::Watch;
use super::packed_row::PackedRow;
use super::read::{Packet, TableRead};
use super::sorter::{Sorted, Sorter};
use super::store::Parcel;
use super::tally::{Listed, Tally};
use crate::dataset::FileDefects;
use crate::error::Error;
use crate::model::Table;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender};

/// Bytes of rows that go on together.
const PARCEL: usize = 1 << 18;

/// What is known of all tables once their rows are on their way into the database.
pub(super) struct Ordered {
    pub(super) tables: Vec<TableRead>,
    /// How many participants are listed of each mission, region and category.
    pub(super) listed: Vec<Listed>,
}

/// Puts the rows of each table in order.
pub(super) struct Orderer<'l> {
    scratch: &'l Path,
    parcels: SyncSender<Parcel>,
    watch: Watch,
    tally: Tally,
}

impl<'l> Orderer<'l> {
    /// Rows that do not fit into memory lie in `scratch`.
    pub(super) fn new(scratch: &'l Path, parcels: SyncSender<Parcel>) -> Self {
        Self { scratch, parcels, watch: Watch::default(), tally: Tally::default() }
    }

    /// Goes on until no more packets come, or nobody takes the parcels any more.
    ///
    /// # Errors
    /// There is no room in `scratch`.
    pub(super) fn run(mut self, packets: Receiver<Packet>) -> Result<Ordered, Error> {
        let mut tables = Vec::new();
        let mut sorter = Sorter::new(self.scratch);
        for packet in packets {
            match packet {
                Packet::Rows(rows) => sorter.push(&rows).map_err(Error::file("write in", self.scratch))?,
                Packet::End(mut read) => {
                    let rows = std::mem::replace(&mut sorter, Sorter::new(self.scratch)).finish();
                    let mut rows = rows.map_err(Error::file("write in", self.scratch))?;
                    self.send(&mut rows, &mut read)?;
                    if read.finds.has_defects() {
                        let _ = self.parcels.send(Parcel::Spoilt(read.table));
                    }
                    tables.push(read);
                }
            }
        }
        self.watch.end(tables.iter_mut().map(|read| (read.table, &mut read.finds)));
        Ok(Ordered { tables, listed: self.tally.finish() })
    }

    /// Sends the rows of a table on; a key that comes twice is a defect.
    fn send(&mut self, rows: &mut Sorted, read: &mut TableRead) -> Result<(), Error> {
        let table = read.table;
        let last_of_key = read.order.get(table.key().len() - 1).copied().flatten().unwrap_or_default();
        let mut parcel = Vec::with_capacity(PARCEL);
        let mut last: (Vec<u8>, u64) = (Vec::new(), 0);
        while let Some(bytes) = rows.next().map_err(Error::file("read in", self.scratch))? {
            let Some(row) = PackedRow::take(&mut &*bytes) else { break };
            if last.1 > 0 && last.0 == row.key {
                read.finds.add_duplicate(row.number, last_of_key, row.key_in_words(), last.1);
                continue;
            }
            row.key.clone_into(&mut last.0);
            last.1 = row.number;
            self.see(table, row, &mut read.finds);
            parcel.extend_from_slice(bytes);
            if parcel.len() >= PARCEL {
                let full = std::mem::replace(&mut parcel, Vec::with_capacity(PARCEL));
                if self.parcels.send(Parcel::Rows(table, full)).is_err() {
                    return Ok(());
                }
            }
        }
        let _ = self.parcels.send(Parcel::Rows(table, parcel));
        Ok(())
    }

    fn see(&mut self, table: Table, row: PackedRow<'_>, finds: &mut FileDefects) {
        self.tally.see(table, row);
        self.watch.see(table, row, finds);
    }
}

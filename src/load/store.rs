//! The thread that stores: rows in the order of their keys into their tables. It also looks up references to tables
//! whose keys are too many for memory, as these are stored by then.

use super::Progress;
use super::known_keys::{MOST_LOOKED_FOR, unknown_reference};
use super::packed_row::PackedRow;
use crate::dataset::RowStart;
use crate::db::{Inserter, Lookup};
use crate::defect::DefectKind;
use crate::error::{Error, nearest};
use crate::model::{Column, Record, Table};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};
use std::sync::mpsc::Receiver;

pub(super) enum Parcel {
    /// Packed rows behind each other.
    Rows(Table, Vec<u8>),
    /// The table has defects: what refers to it is not judged.
    Spoilt(Table),
}

pub(super) struct Missing {
    pub(super) table: Table,
    pub(super) row: RowStart,
    pub(super) column: &'static Column,
    pub(super) kind: DefectKind,
}

#[derive(Default)]
pub(super) struct Stored {
    /// How many rows SQLite says that it has inserted into each table.
    pub(super) rows: HashMap<Table, u64>,
    pub(super) missing: Vec<Missing>,
}

/// Stores everything that comes, until nothing more does.
pub(super) fn store(parcels: Receiver<Parcel>, conn: &Connection, progress: &dyn Progress) -> Result<Stored, Error> {
    let mut stored = Stored::default();
    let mut spoilt = HashSet::new();
    let mut current: Option<(Table, Inserter<'_>, Vec<Reference<'_>>)> = None;
    for parcel in parcels {
        let (table, bytes) = match parcel {
            Parcel::Spoilt(table) => {
                spoilt.insert(table);
                continue;
            }
            Parcel::Rows(table, bytes) => (table, bytes),
        };
        let (_, inserter, references) = match &mut current {
            Some(current) if current.0 == table => current,
            current => current.insert((table, Inserter::new(conn, table)?, references(conn, table, &spoilt)?)),
        };
        let rows = || {
            let mut rest = bytes.as_slice();
            std::iter::from_fn(move || PackedRow::take(&mut rest))
        };
        if !references.is_empty() {
            for row in rows() {
                // Each was read back already by the thread that sent it.
                let Some(typed) = row.record(table) else { continue };
                for reference in references.iter_mut() {
                    if let Some(kind) = reference.missing(&typed)? {
                        stored.missing.push(Missing { table, row: row.start, column: reference.column, kind });
                    }
                }
            }
        }
        let inserted = inserter.insert(rows().map(PackedRow::values))?;
        *stored.rows.entry(table).or_default() += inserted;
        progress.stored(table, inserted, bytes.len() as u64);
    }
    Ok(stored)
}

/// A column that refers to a key of two columns, the first of which the table has in common with its parent.
struct Reference<'c> {
    column: &'static Column,
    shared: &'static Column,
    parent: Table,
    lookup: Lookup<'c>,
    /// How many rows refer to what is not there.
    missed: usize,
}

fn references<'c>(conn: &'c Connection, table: Table, spoilt: &HashSet<Table>) -> Result<Vec<Reference<'c>>, Error> {
    let mut references = Vec::new();
    for column in table.columns() {
        let Some(parent) = table.refers_to(column).filter(|parent| !spoilt.contains(parent)) else { continue };
        let [first, _] = parent.key() else { continue };
        if let Some(shared) = table.position(first.name) {
            let (shared, lookup) = (&table.columns()[shared], Lookup::new(conn, parent)?);
            references.push(Reference { column, shared, parent, lookup, missed: 0 });
        }
    }
    Ok(references)
}

impl Reference<'_> {
    fn missing(&mut self, row: &Record<'_>) -> Result<Option<DefectKind>, Error> {
        let (Some(first), Some(key)) = ((self.shared.text)(row), (self.column.text)(row)) else { return Ok(None) };
        if self.lookup.holds(first, key)? {
            return Ok(None);
        }
        self.missed += 1;
        let is_looked_for = self.missed <= MOST_LOOKED_FOR;
        let nearest = if is_looked_for { nearest(key, self.lookup.keys(first)?) } else { None };
        Ok(Some(unknown_reference(self.column.name, self.parent, key, nearest)))
    }
}

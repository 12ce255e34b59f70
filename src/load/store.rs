//! Rows in the order of their keys into their tables; and references to tables that are too large for memory.

use super::Progress;
use super::keys::unknown_reference;
use super::packed_row::PackedRow;
use crate::db::{Inserter, Lookup};
use crate::defect::DefectKind;
use crate::error::Error;
use crate::model::Table;
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};
use std::sync::mpsc::Receiver;

/// What comes from the thread that reads.
pub(super) enum Parcel {
    /// Packed rows behind each other.
    Rows(Table, Vec<u8>),
    /// The table has defects: what refers to it is not judged.
    Spoilt(Table),
}

/// A reference to a key that is not there.
pub(super) struct Missing {
    pub(super) table: Table,
    pub(super) number: u64,
    /// The number of its column in the table.
    pub(super) column: usize,
    pub(super) kind: DefectKind,
}

/// What was stored.
#[derive(Default)]
pub(super) struct Stored {
    /// How many rows SQLite says that it has inserted into each table.
    pub(super) rows: HashMap<Table, u64>,
    /// References to keys that are not there.
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
        let mut rest = bytes.as_slice();
        let rows: Vec<_> = std::iter::from_fn(|| PackedRow::take(&mut rest)).collect();
        for row in &rows {
            for reference in references.iter_mut() {
                if let Some(kind) = reference.missing(*row)? {
                    stored.missing.push(Missing { table, number: row.number, column: reference.column, kind });
                }
            }
        }
        let counted = stored.rows.entry(table).or_default();
        let (several, single) = rows.as_chunks::<{ Inserter::SEVERAL }>();
        for several in several {
            *counted += inserter.insert(several.len(), several.iter().flat_map(|row| row.values()))?;
        }
        for row in single {
            *counted += inserter.insert(1, row.values())?;
        }
        progress.stored(table, rows.len() as u64, bytes.len() as u64);
    }
    Ok(stored)
}

/// A column that refers to a key of two columns, the first of which is the first of its own table.
struct Reference<'c> {
    column: usize,
    value: usize,
    name: &'static str,
    parent: Table,
    lookup: Lookup<'c>,
}

fn references<'c>(conn: &'c Connection, table: Table, spoilt: &HashSet<Table>) -> Result<Vec<Reference<'c>>, Error> {
    let columns = table.columns().iter().enumerate();
    let parents = columns.filter_map(|(index, column)| Some((index, column, table.refers_to(column)?)));
    parents
        .filter(|(_, _, parent)| parent.key().len() == 2 && !spoilt.contains(parent))
        .map(|(index, column, parent)| {
            let value = table.value_index(column.name);
            Ok(Reference { column: index, value, name: column.name, parent, lookup: Lookup::new(conn, parent)? })
        })
        .collect()
}

impl Reference<'_> {
    fn missing(&mut self, row: PackedRow<'_>) -> Result<Option<DefectKind>, Error> {
        let (Some(first), Some(key)) = (row.text(0), row.text(self.value)) else { return Ok(None) };
        if self.lookup.holds(first, key)? {
            return Ok(None);
        }
        Ok(Some(unknown_reference(self.name, self.parent, key, self.lookup.keys(first)?)))
    }
}

//! The keys of the small tables, which the rows of others refer to.

use crate::defect::DefectKind;
use crate::error::nearest;
use crate::model::Table;
use rustc_hash::{FxHashMap, FxHashSet};

/// Keys that one is suggested from; past so many, none is worth the search.
const MOST_SUGGESTED: usize = 1000;

/// The keys of every table that is known by a single column.
#[derive(Debug, Default)]
pub(super) struct KnownKeys {
    of: FxHashMap<Table, FxHashSet<Box<str>>>,
    /// Tables with defects of their own may lack keys only because of these.
    spoilt: FxHashSet<Table>,
}

impl KnownKeys {
    /// A key that is there twice may stand where another one was meant.
    pub(super) fn add(&mut self, table: Table, key: &str) {
        if !self.of.entry(table).or_default().insert(key.into()) {
            self.spoil(table);
        }
    }

    pub(super) fn spoil(&mut self, table: Table) {
        self.spoilt.insert(table);
    }

    pub(super) fn holds(&self, table: Table, key: &str) -> bool {
        self.spoilt.contains(&table) || self.of.get(&table).is_some_and(|keys| keys.contains(key))
    }

    /// The only key of a table; `None` = it has none, several, or perhaps others that were not read.
    pub(super) fn only(&self, table: Table) -> Option<&str> {
        let keys = self.of.get(&table).filter(|keys| keys.len() == 1 && !self.spoilt.contains(&table))?;
        keys.iter().next().map(AsRef::as_ref)
    }

    pub(super) fn unknown(&self, column: &'static str, table: Table, key: &str) -> DefectKind {
        let mut valid: Vec<&str> = self.of.get(&table).into_iter().flatten().map(AsRef::as_ref).collect();
        valid.sort_unstable();
        valid.truncate(MOST_SUGGESTED);
        unknown_reference(column, table, key, valid)
    }
}

/// The defect of a reference to a key that is not there, with the nearest of those that are.
pub(super) fn unknown_reference<S: AsRef<str>>(
    column: &'static str,
    table: Table,
    key: &str,
    valid: impl IntoIterator<Item = S>,
) -> DefectKind {
    DefectKind::UnknownReference { column, key: key.to_owned(), table: table.name(), nearest: nearest(key, valid) }
}

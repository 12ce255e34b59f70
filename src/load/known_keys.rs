//! The keys of the small tables, which the rows of others refer to.

use crate::defect::DefectKind;
use crate::error::nearest;
use crate::model::Table;
use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

/// Keys that one is suggested from; past so many, none is worth the search.
const MOST_SUGGESTED: usize = 1000;

/// Unknown keys for which one is looked for; of more, nobody reads each.
pub(super) const MOST_LOOKED_FOR: usize = 100;

const TABLES: usize = Table::ALL.len();

/// The keys of every table that is known by a single column.
#[derive(Debug)]
pub(super) struct KnownKeys {
    /// Of each folder, by the number of the table.
    of: Vec<[FxHashSet<CompactString>; TABLES]>,
    /// Tables with defects of their own may lack keys only because of these.
    spoilt: [bool; TABLES],
    /// What was probably meant by unknown keys.
    suggested: FxHashMap<(Table, CompactString), Option<String>>,
}

impl KnownKeys {
    pub(super) fn of_folders(number: usize) -> Self {
        let of = vec![<[FxHashSet<_>; TABLES]>::default(); number];
        Self { of, spoilt: [false; TABLES], suggested: FxHashMap::default() }
    }

    /// A key that is there twice in a folder may stand where another one was meant.
    pub(super) fn add(&mut self, folder: usize, table: Table, key: &str) {
        if !self.of[folder][table as usize].insert(key.into()) {
            self.spoil(table);
        }
    }

    pub(super) fn spoil(&mut self, table: Table) {
        self.spoilt[table as usize] = true;
    }

    pub(super) fn holds(&self, table: Table, key: &str) -> bool {
        self.spoilt[table as usize] || self.of.iter().any(|of| of[table as usize].contains(key))
    }

    /// The only key of a table in a folder; `None` = it has none, several, or perhaps others that were not read.
    pub(super) fn only(&self, folder: usize, table: Table) -> Option<&str> {
        let keys = &self.of[folder][table as usize];
        let is_only = keys.len() == 1 && !self.spoilt[table as usize];
        keys.iter().next().filter(|_| is_only).map(AsRef::as_ref)
    }

    /// The nearest of those that are there is looked for of the first unknown keys only, and once for each.
    pub(super) fn unknown(&mut self, column: &'static str, table: Table, key: &str) -> DefectKind {
        let nearest = match self.suggested.get(&(table, key.into())) {
            Some(nearest) => nearest.clone(),
            None if self.suggested.len() >= MOST_LOOKED_FOR => None,
            None => {
                let mut valid: Vec<&str> =
                    self.of.iter().flat_map(|of| &of[table as usize]).map(AsRef::as_ref).collect();
                valid.sort_unstable();
                valid.dedup();
                valid.truncate(MOST_SUGGESTED);
                let nearest = nearest(key, valid);
                self.suggested.insert((table, key.into()), nearest.clone());
                nearest
            }
        };
        unknown_reference(column, table, key, nearest)
    }
}

/// The defect of a reference to a key that is not there, with the nearest of those that are.
pub(super) fn unknown_reference(column: &'static str, table: Table, key: &str, nearest: Option<String>) -> DefectKind {
    DefectKind::UnknownReference { column, key: key.to_owned(), table: table.name(), nearest }
}

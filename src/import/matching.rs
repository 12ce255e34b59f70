//! Which row of a data folder a row of a list is of, and the keys of those that are new.

use super::draft::Draft;
use super::fields::Field;
use super::folder::{Folder, Row, cell};
use super::readings::{digits, slug, slug_within};
use crate::cell::folded_name;
use crate::dataset::RowStart;
use crate::model::Table;
use std::collections::HashMap;

pub(super) struct Matching {
    pub(super) table: Table,
    /// Rows of the mission by what tells them apart.
    known: HashMap<String, usize>,
    /// The rows that the list has, each with where it has it first.
    pub(super) seen: HashMap<usize, RowStart>,
    /// By what a key begins with, the number up to which all such keys are rows of the list, or of other organisations.
    taken: HashMap<String, u64>,
}

impl Matching {
    pub(super) fn new(folder: &Folder, table: Table, mission: &str) -> Self {
        let mut matching = Self { table, known: HashMap::new(), seen: HashMap::new(), taken: HashMap::new() };
        for (index, row) in folder.rows(table).iter().enumerate().filter(|(_, row)| is_of(mission, row)) {
            matching.learn(row, index);
        }
        matching
    }

    /// A row by its key, an organisation also by its number and its name.
    pub(super) fn learn(&mut self, row: &Row, index: usize) {
        let mut learn = |known: String| {
            self.known.entry(known).or_insert(index);
        };
        learn(format!("key {}", row[1]));
        if self.table == Table::Participant {
            let cell = |column| cell(Table::Participant, row, column);
            let (number, name) = (digits(cell("enterprise_number")), folded_name(cell("name")));
            if !number.is_empty() {
                learn(format!("number {number}"));
            }
            learn(format!("name {name} {number}"));
            learn(format!("name {name}"));
        }
    }

    /// The row of the data folder that a draft is of, if there is one, and its key.
    pub(super) fn find(&mut self, folder: &Folder, draft: &Draft) -> (Option<usize>, String) {
        let is_organisation = self.table == Table::Participant;
        match is_organisation.then(|| self.organisation(draft)).flatten() {
            Some(row) => (Some(row), folder.rows(self.table)[row][1].clone()),
            None => self.by_key(draft),
        }
    }

    /// The organisation of a draft, by its number, or by its name where only one of the two has a number.
    fn organisation(&self, draft: &Draft) -> Option<usize> {
        let (number, name) = (digits(draft.cell("enterprise_number")), folded_name(draft.cell("name")));
        let known = |known: String| self.known.get(&known).copied();
        match number.as_str() {
            "" => known(format!("name {name}")),
            number => known(format!("number {number}")).or_else(|| known(format!("name {name} "))),
        }
    }

    /// The key of a draft, and the row of the data folder that has it; rows that are alike in a list stay apart.
    fn by_key(&mut self, draft: &Draft) -> (Option<usize>, String) {
        let is_claim = self.table == Table::Claim;
        let told_by: &[Field] = if is_claim {
            &["subject", "category_id", "region_id", "city_id", "day", "source_id"]
        } else {
            &["name", "title", "first_day"]
        };
        let parts: Vec<&str> = told_by.iter().map(|field| draft.cell(field)).filter(|text| !text.is_empty()).collect();
        let stem = match parts.as_slice() {
            [title, day] if !is_claim => format!("{}-{day}", slug(title)),
            // A key has at most 100 characters, with the number behind it that tells rows apart.
            parts => slug_within(if is_claim { 90 } else { 60 }, &parts.join(" ")),
        };
        let taken = self.taken.entry(stem.clone()).or_default();
        loop {
            let key = if *taken == 0 { stem.clone() } else { format!("{stem}-{}", *taken + 1) };
            match self.known.get(&format!("key {key}")) {
                None => return (None, key),
                Some(row) if self.table != Table::Participant && !self.seen.contains_key(row) => {
                    return (Some(*row), key);
                }
                Some(_) => *taken += 1,
            }
        }
    }

    /// Gives a row without a number that of a draft of the same organisation, so that it is known by both from now on;
    /// whether it had none.
    pub(super) fn add_number(&mut self, folder: &mut Folder, index: usize, draft: &Draft) -> bool {
        let column = self.table.position("enterprise_number");
        let Some((column, number)) = column.zip(draft.cells.get("enterprise_number")) else { return false };
        let row = &folder.rows(self.table)[index];
        if !row[column].is_empty() {
            return false;
        }
        self.known.remove(&format!("name {} ", folded_name(cell(self.table, row, "name"))));
        self.known.entry(format!("number {}", digits(number))).or_insert(index);
        folder.change(self.table)[index][column].clone_from(number);
        true
    }
}

/// Whether a row is of a mission; the only one need not be said.
pub(super) fn is_of(mission: &str, row: &Row) -> bool {
    row[0] == mission || row[0].is_empty()
}

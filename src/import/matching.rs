//! Which row of a data folder a row of a list is of, and the keys of those that are new.

use super::draft::Draft;
use super::fields::Field;
use super::folder::{Folder, Row};
use super::readings::slug;
use crate::cell::folded_name;
use crate::dataset::RowStart;
use crate::model::Table;
use std::collections::{HashMap, HashSet};

pub(super) struct Merging<'m> {
    pub(super) table: Table,
    pub(super) mission: &'m str,
    /// Rows of the mission by what tells them apart.
    pub(super) known: HashMap<String, usize>,
    /// The rows of the data folder that were in it before.
    pub(super) before: usize,
    pub(super) seen: HashMap<usize, RowStart>,
    /// The participants of the mission by their folded names; `None` = several have it.
    pub(super) participants: HashMap<String, Option<String>>,
    /// The parties that each agreement of the mission has in the folder.
    pub(super) parties: HashMap<String, HashSet<String>>,
    /// Agreements with parties that they no longer have.
    pub(super) gone: HashSet<(String, String)>,
    /// The key of the last row.
    pub(super) key: String,
}

impl<'m> Merging<'m> {
    pub(super) fn new(folder: &Folder, table: Table, mission: &'m str) -> Self {
        let mut merging = Self {
            table,
            mission,
            known: HashMap::new(),
            before: folder.rows(table).len(),
            seen: HashMap::new(),
            participants: HashMap::new(),
            parties: HashMap::new(),
            gone: HashSet::new(),
            key: String::new(),
        };
        if table == Table::Agreement {
            merging.learn_parties(folder);
        }
        for (index, row) in folder.rows(table).iter().enumerate() {
            if merging.is_of_mission(row) {
                merging.learn(row, index);
            }
        }
        merging
    }

    fn learn_parties(&mut self, folder: &Folder) {
        let mission = self.mission;
        for row in folder.rows(Table::Participant).iter().filter(|row| is_of(mission, row)) {
            if let [_, key, name, ..] = row.as_slice() {
                let first = self.participants.entry(folded_name(name));
                first.and_modify(|several| *several = None).or_insert_with(|| Some(key.clone()));
            }
        }
        for row in folder.rows(Table::AgreementParty).iter().filter(|row| is_of(mission, row)) {
            if let [_, agreement, party, ..] = row.as_slice() {
                self.parties.entry(agreement.clone()).or_default().insert(party.clone());
            }
        }
    }

    pub(super) fn is_of_mission(&self, row: &Row) -> bool {
        is_of(self.mission, row)
    }

    pub(super) fn cell<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        self.table.position(column).and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// A row by its key, an organisation also by its number and its name.
    pub(super) fn learn(&mut self, row: &Row, index: usize) {
        if let Some(key) = row.get(1) {
            self.known.entry(format!("key {key}")).or_insert(index);
        }
        if self.table == Table::Participant {
            let (number, name) = (digits(self.cell(row, "enterprise_number")), folded_name(self.cell(row, "name")));
            if !number.is_empty() {
                self.known.entry(format!("number {number}")).or_insert(index);
            }
            self.known.entry(format!("name {name} {number}")).or_insert(index);
            self.known.entry(format!("name {name}")).or_insert(index);
        }
    }

    /// The row that a draft is of.
    pub(super) fn find(&self, draft: &Draft) -> Option<usize> {
        if self.table != Table::Participant {
            return None;
        }
        let cell = |field: Field| draft.cells.get(field).map_or("", String::as_str);
        let (number, name) = (digits(cell("enterprise_number")), folded_name(cell("name")));
        if !number.is_empty() {
            let same = [format!("number {number}"), format!("name {name} ")];
            return same.iter().find_map(|known| self.known.get(known)).copied();
        }
        self.known.get(&format!("name {name}")).copied()
    }

    /// Gives a row without a number that of a draft of the same organisation, so that it is known by both from now on.
    pub(super) fn add_number(&mut self, folder: &mut Folder, index: usize, draft: &Draft) {
        let column = self.table.position("enterprise_number");
        let Some((column, number)) = column.zip(draft.cells.get("enterprise_number")) else { return };
        let Some(row) = folder.rows(self.table).get(index).filter(|row| self.cell(row, "enterprise_number").is_empty())
        else {
            return;
        };
        self.known.remove(&format!("name {} ", folded_name(self.cell(row, "name"))));
        self.known.entry(format!("number {}", digits(number))).or_insert(index);
        folder.set(self.table, index, column, number);
    }

    /// The key of a draft, and the row of the data folder that has it; rows that are alike in a list stay apart.
    pub(super) fn by_key(&self, draft: &Draft) -> (Option<usize>, String) {
        let cell = |field: Field| draft.cells.get(field).map(String::as_str).filter(|text| !text.is_empty());
        let is_claim = self.table == Table::Claim;
        let told_by: &[Field] = if is_claim {
            &["subject", "category_id", "region_id", "city_id", "day", "source_id"]
        } else {
            &["name", "title", "first_day"]
        };
        let parts: Vec<&str> = told_by.iter().filter_map(|field| cell(field)).collect();
        let stem = match parts.as_slice() {
            [title, day] if !is_claim => format!("{}-{day}", slug(title)),
            parts => parts.iter().map(|part| slug(part)).collect::<Vec<_>>().join("-"),
        };
        let mut number = 1;
        loop {
            let key = if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
            match self.known.get(&format!("key {key}")) {
                None => return (None, key),
                // Another organisation has the key already; a row of the list has it already.
                Some(row) if self.table != Table::Participant && !self.seen.contains_key(row) => {
                    return (Some(*row), key);
                }
                Some(_) => number += 1,
            }
        }
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Whether a row is of a mission; the only one need not be said.
fn is_of(mission: &str, row: &Row) -> bool {
    row.first().is_some_and(|own| own == mission || own.is_empty())
}

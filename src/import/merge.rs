//! The rows of a list among those of the data folder: added, changed or as they were. What is no longer in the list stays.

use super::draft::{Draft, Drafts};
use super::folder::{Folder, Row, row_of};
use super::list::Found;
use super::matching::Merging;
use crate::cell::folded_name;
use crate::defect::DefectKind;
use crate::model::Table;
use std::collections::HashSet;

/// What became of the rows of one table.
#[derive(Debug, Clone)]
pub struct RowCounts {
    pub table: Table,
    pub added: u64,
    pub changed: u64,
    pub unchanged: u64,
    /// The keys of rows of the same source that are not in the list.
    pub missing: Vec<String>,
}

impl RowCounts {
    fn of(table: Table) -> Self {
        Self { table, added: 0, changed: 0, unchanged: 0, missing: Vec::new() }
    }
}

/// Puts the drafts into the folder.
pub(super) fn merge(
    folder: &mut Folder,
    drafts: &mut Drafts,
    table: Table,
    (mission, source): (&str, &str),
    title: &str,
) -> Vec<RowCounts> {
    let mut counts = Vec::new();
    let mut beside = |folder: &mut Folder, table: Table, rows: Vec<Row>| {
        let keys: HashSet<String> = folder.rows(table).iter().filter_map(|row| row.first().cloned()).collect();
        let new: Vec<Row> = rows.into_iter().filter(|row| row.first().is_none_or(|key| !keys.contains(key))).collect();
        if !new.is_empty() {
            counts.push(RowCounts { added: new.len() as u64, ..RowCounts::of(table) });
        }
        new.into_iter().for_each(|row| folder.add(table, row));
    };
    let is_named = drafts.rows.iter().any(|draft| draft.cells.get("source_id").is_some_and(|own| own == source));
    let mut sources = std::mem::take(&mut drafts.sources);
    let is_new_mission = !folder.missions().iter().any(|own| own == mission);
    if is_named || is_new_mission {
        sources.insert(0, row_of(Table::Source, &[("source_id", source), ("title", title)]));
    }
    beside(folder, Table::Source, sources);
    if is_new_mission {
        let name = format!("[{mission}]");
        let cells = [("mission_id", mission), ("name", &name), ("source_id", source)];
        beside(folder, Table::Mission, vec![row_of(Table::Mission, &cells)]);
    }
    beside(folder, Table::City, std::mem::take(&mut drafts.cities));
    let mut merging = Merging::new(folder, table, mission);
    let mut of_list = RowCounts::of(table);
    let mut parties = RowCounts::of(Table::AgreementParty);
    for draft in &drafts.rows {
        if let Some(found) = merging.row(folder, draft, &mut of_list) {
            drafts.found.extend(found.into_iter().map(|found| ((draft.start, Some(0)), found)));
        }
        if table == Table::Agreement && !draft.parties.is_empty() {
            merging.parties(folder, draft, &mut parties);
        }
    }
    let gone = std::mem::take(&mut merging.gone);
    if !gone.is_empty() {
        folder.retain(Table::AgreementParty, |row| match row.as_slice() {
            [_, agreement, party, ..] if merging.is_of_mission(row) => {
                !gone.contains(&(agreement.clone(), party.clone()))
            }
            _ => true,
        });
    }
    let sources: HashSet<&String> = drafts.rows.iter().filter_map(|draft| draft.cells.get("source_id")).collect();
    of_list.missing = merging.missing(folder, &sources);
    counts.insert(0, of_list);
    if parties.added + parties.changed + parties.unchanged > 0 {
        counts.insert(1, parties);
    }
    counts
}

impl Merging<'_> {
    /// Adds or changes one row; what is worth knowing of it.
    fn row(&mut self, folder: &mut Folder, draft: &Draft, counts: &mut RowCounts) -> Option<Vec<Found>> {
        let (found, key) = match self.find(draft) {
            Some(row) => {
                (Some(row), folder.rows(self.table).get(row).and_then(|row| row.get(1)).cloned().unwrap_or_default())
            }
            None => self.by_key(draft),
        };
        self.key = key;
        if let Some((row, first)) = found.and_then(|row| Some((row, *self.seen.get(&row)?))) {
            self.add_number(folder, row, draft);
            return Some(vec![Found::Again(first)]);
        }
        let key_column = self.table.key().last().map_or("", |column| column.name);
        let Some(index) = found else {
            let told = draft.cells.iter().map(|(column, text)| (*column, text.as_str()));
            let row = row_of(self.table, &told.chain([(key_column, self.key.as_str())]).collect::<Vec<_>>());
            let index = folder.rows(self.table).len();
            self.learn(&row, index);
            self.seen.insert(index, draft.start);
            folder.add(self.table, row);
            counts.added += 1;
            return None;
        };
        self.seen.insert(index, draft.start);
        let old = folder.rows(self.table).get(index).cloned().unwrap_or_default();
        self.add_number(folder, index, draft);
        let is_same_source = draft.cells.get("source_id").is_some_and(|source| source == self.cell(&old, "source_id"));
        let (mut changed, mut found) = (false, Vec::new());
        for (column, text) in
            self.table.columns().iter().enumerate().filter_map(|(at, column)| Some((at, draft.cells.get(column.name)?)))
        {
            let (name, kept) = (self.table.columns()[column].name, old.get(column).map_or("", String::as_str));
            if text == kept || (name == "mission_id") || (name == "source_id" && !is_same_source) {
                continue;
            }
            if is_same_source || kept.is_empty() {
                folder.set(self.table, index, column, text);
                changed = true;
            } else if name != "name" {
                // What another source said stays: nobody knows which of the two is right.
                let (text, kept) = (text.clone(), kept.to_owned());
                found.push(Found::Kind(DefectKind::OtherSourceSays { column: name, text, kept }));
            }
        }
        if changed {
            counts.changed += 1
        } else {
            counts.unchanged += 1
        }
        Some(found)
    }

    /// The parties of an agreement are those of the list; one that is a listed participant is known as such.
    fn parties(&mut self, folder: &mut Folder, draft: &Draft, counts: &mut RowCounts) {
        let mut known = self.parties.remove(&self.key).unwrap_or_default();
        for name in &draft.parties {
            if known.remove(name) {
                counts.unchanged += 1;
                continue;
            }
            let participant = self.participants.get(&folded_name(name)).cloned().flatten().unwrap_or_default();
            let cells = [self.mission, &self.key, name, "", &participant];
            folder.add(Table::AgreementParty, cells.map(str::to_owned).to_vec());
            counts.added += 1;
        }
        counts.changed += known.len() as u64;
        self.gone.extend(known.into_iter().map(|party| (self.key.clone(), party)));
    }

    /// The keys of rows of these sources that were in the folder and are not in the list.
    fn missing(&self, folder: &Folder, sources: &HashSet<&String>) -> Vec<String> {
        let rows = folder.rows(self.table).iter().enumerate().take(self.before);
        let missing = rows.filter(|(index, row)| {
            let source = self.cell(row, "source_id").to_owned();
            self.is_of_mission(row) && sources.contains(&source) && !self.seen.contains_key(index)
        });
        missing.filter_map(|(_, row)| row.get(1).cloned()).collect()
    }
}

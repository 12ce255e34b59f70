//! The rows of a list among those of the data folder: added, changed or as they were. What is no longer in the list stays.

use super::folder::{Folder, Row, row_of};
use super::list::Found;
use super::matching::{Matching, is_of};
use super::reader::{Draft, Reader};
use crate::cell::folded_name;
use crate::dataset::RowStart;
use crate::defect::DefectKind;
use crate::model::Table;
use std::collections::{HashMap, HashSet};

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

/// Two rows of a list that are of the same.
pub(super) type Again = (RowStart, RowStart);

/// Puts what was read into the folder.
pub(super) fn merge(folder: &mut Folder, reader: &mut Reader, title: &str) -> (Vec<RowCounts>, Vec<Again>) {
    let (table, mission, source) = (reader.table, reader.mission, reader.source);
    let before = folder.rows(table).len();
    let mut merging = Merging {
        table,
        matching: Matching::new(folder, table, mission),
        counts: RowCounts::of(table),
        found: Vec::new(),
        again: Vec::new(),
    };
    let mut parties = (table == Table::Agreement).then(|| Parties::new(folder, mission));
    let is_new_mission = !folder.missions().contains(&mission);
    if is_new_mission || reader.drafts.iter().any(|draft| draft.cell("source_id") == source) {
        reader.sources.insert(0, row_of(Table::Source, &[("source_id", source), ("title", title)]));
    }
    let name = format!("[{mission}]");
    let cells = [("mission_id", mission), ("name", &name), ("source_id", source)];
    let missions = Vec::from_iter(is_new_mission.then(|| row_of(Table::Mission, &cells)));
    let mut beside = Vec::new();
    beside.extend(add_new(folder, Table::Source, std::mem::take(&mut reader.sources)));
    beside.extend(add_new(folder, Table::Mission, missions));
    beside.extend(add_new(folder, Table::City, std::mem::take(&mut reader.cities)));
    for draft in &reader.drafts {
        let key = merging.row(folder, draft);
        if let Some(parties) = parties.as_mut().filter(|_| !draft.parties.is_empty()) {
            parties.of_agreement(folder, mission, &key, draft);
        }
    }
    let parties = parties.map(|parties| parties.without_gone(folder, mission));
    let sources: HashSet<&str> = reader.drafts.iter().map(|draft| draft.cell("source_id")).collect();
    // The keys of rows of these sources that were in the folder and are not in the list.
    let Merging { matching, mut counts, found, again, .. } = merging;
    let old = folder.rows(table)[..before].iter().enumerate();
    let missing = old.filter(|(index, row)| {
        is_of(mission, row) && sources.contains(matching.cell(row, "source_id")) && !matching.seen.contains_key(index)
    });
    counts.missing = missing.map(|(_, row)| row[1].clone()).collect();
    reader.found.extend(found);
    let parties = parties.filter(|counts| counts.added + counts.changed + counts.unchanged > 0);
    ([counts].into_iter().chain(parties).chain(beside).collect(), again)
}

/// Adds the rows whose key the folder does not have.
fn add_new(folder: &mut Folder, table: Table, mut rows: Vec<Row>) -> Option<RowCounts> {
    let keys: HashSet<&String> = folder.rows(table).iter().map(|row| &row[0]).collect();
    rows.retain(|row| !keys.contains(&row[0]));
    let added = rows.len() as u64;
    (added > 0).then(|| {
        folder.change(table).append(&mut rows);
        RowCounts { added, ..RowCounts::of(table) }
    })
}

struct Merging {
    table: Table,
    matching: Matching,
    counts: RowCounts,
    found: Vec<Found>,
    again: Vec<Again>,
}

impl Merging {
    /// Adds or changes one row, and yields its key.
    fn row(&mut self, folder: &mut Folder, draft: &Draft) -> String {
        let (index, key) = self.matching.find(folder, draft);
        let Some(index) = index else {
            let key_column = self.table.key().last().map_or("", |column| column.name);
            let cells = draft.cells.iter().map(|(column, text)| (*column, text.as_str()));
            let row = row_of(self.table, &cells.chain([(key_column, key.as_str())]).collect::<Vec<_>>());
            let index = folder.rows(self.table).len();
            self.matching.learn(&row, index);
            self.matching.seen.insert(index, draft.start);
            folder.change(self.table).push(row);
            self.counts.added += 1;
            return key;
        };
        let mut is_changed = self.matching.add_number(folder, index, draft);
        let first = *self.matching.seen.entry(index).or_insert(draft.start);
        if first != draft.start {
            self.again.push((first, draft.start));
            return key;
        }
        let is_same_source =
            self.matching.cell(&folder.rows(self.table)[index], "source_id") == draft.cell("source_id");
        for (at, column) in self.table.columns().iter().enumerate() {
            let Some(text) = draft.cells.get(column.name) else { continue };
            let kept = &folder.rows(self.table)[index][at];
            if text == kept || column.name == "mission_id" || (column.name == "source_id" && !is_same_source) {
                continue;
            }
            if is_same_source || kept.is_empty() {
                folder.change(self.table)[index][at].clone_from(text);
                is_changed = true;
            } else if column.name != "name" {
                // What another source said stays: nobody knows which of the two is right.
                let (text, kept) = (text.clone(), kept.clone());
                let kind = DefectKind::OtherSourceSays { column: column.name, text, kept };
                self.found.push(((draft.start, Some(0)), kind));
            }
        }
        *if is_changed { &mut self.counts.changed } else { &mut self.counts.unchanged } += 1;
        key
    }
}

/// The parties of the agreements of a mission.
struct Parties {
    /// The participants of the mission by their folded names; `None` = several have it.
    participants: HashMap<String, Option<String>>,
    /// The parties that each agreement of the mission has in the folder.
    known: HashMap<String, HashSet<String>>,
    /// Agreements with parties that they no longer have.
    gone: HashSet<(String, String)>,
    counts: RowCounts,
}

impl Parties {
    fn new(folder: &Folder, mission: &str) -> Self {
        let (mut participants, mut known) = (HashMap::new(), HashMap::<String, HashSet<String>>::new());
        for row in folder.rows(Table::Participant).iter().filter(|row| is_of(mission, row)) {
            let first = participants.entry(folded_name(&row[2]));
            first.and_modify(|several| *several = None).or_insert_with(|| Some(row[1].clone()));
        }
        for row in folder.rows(Table::AgreementParty).iter().filter(|row| is_of(mission, row)) {
            known.entry(row[1].clone()).or_default().insert(row[2].clone());
        }
        Self { participants, known, gone: HashSet::new(), counts: RowCounts::of(Table::AgreementParty) }
    }

    /// The parties of an agreement are those of the list; one that is a listed participant is known as such.
    fn of_agreement(&mut self, folder: &mut Folder, mission: &str, agreement: &str, draft: &Draft) {
        let mut known = self.known.remove(agreement).unwrap_or_default();
        for name in &draft.parties {
            if known.remove(name) {
                self.counts.unchanged += 1;
                continue;
            }
            let participant = self.participants.get(&folded_name(name)).cloned().flatten().unwrap_or_default();
            let cells = [mission, agreement, name, "", &participant];
            folder.change(Table::AgreementParty).push(cells.map(str::to_owned).to_vec());
            self.counts.added += 1;
        }
        self.counts.changed += known.len() as u64;
        self.gone.extend(known.into_iter().map(|party| (agreement.to_owned(), party)));
    }

    /// What became of all of them, once those that are gone are taken out of the folder.
    fn without_gone(self, folder: &mut Folder, mission: &str) -> RowCounts {
        if !self.gone.is_empty() {
            let is_gone = |row: &Row| is_of(mission, row) && self.gone.contains(&(row[1].clone(), row[2].clone()));
            folder.change(Table::AgreementParty).retain(|row| !is_gone(row));
        }
        self.counts
    }
}

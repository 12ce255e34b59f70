//! The rows of a list among those of the data folder: added, changed or as they were. What is no longer in the list
//! stays.

use super::draft::Draft;
use super::folder::{Folder, Row, cell, row_of};
use super::matching::{Matching, is_of};
use super::read_list::ReadList;
use super::words::is_sure;
use crate::cell::folded_name;
use crate::defect::DefectKind;
use crate::model::Table;
use std::collections::{HashMap, HashSet};

/// What became of the rows of one table.
#[derive(Debug, Clone, Default)]
pub struct RowCounts {
    pub added: u64,
    pub changed: u64,
    pub unchanged: u64,
    /// The keys of rows of the same source that are not in the list.
    pub missing: Vec<String>,
}

/// Puts what was read into the folder.
pub(super) fn merge(
    folder: &mut Folder,
    read: &mut ReadList,
    table: Table,
    mission: &str,
    (source, name): (&str, &str),
) -> Vec<(Table, RowCounts)> {
    let before = folder.rows(table).len();
    let is_new_mission = !folder.missions().contains(&mission);
    if is_new_mission || read.drafts.iter().any(|draft| draft.cell("source_id") == source) {
        // In brackets, a name stands for a title that nobody gave.
        read.sources.insert(0, row_of(Table::Source, &[("source_id", source), ("title", &format!("[{name}]"))]));
    }
    let title = format!("[{mission}]");
    let cells = [("mission_id", mission), ("name", &title), ("source_id", source)];
    let missions = Vec::from_iter(is_new_mission.then(|| row_of(Table::Mission, &cells)));
    let (sources, cities) = (std::mem::take(&mut read.sources), std::mem::take(&mut read.cities));
    let beside = [(Table::Source, sources), (Table::Mission, missions), (Table::City, cities)];
    let beside = beside.into_iter().filter_map(|(table, rows)| add_new(folder, table, rows)).collect::<Vec<_>>();
    let mut matching = Matching::new(folder, table, mission);
    let (mut counts, mut parties) = (RowCounts::default(), Vec::new());
    let drafts = std::mem::take(&mut read.drafts);
    for draft in &drafts {
        let key = put_row(folder, read, &mut matching, draft, &mut counts);
        parties.extend((!draft.parties.is_empty()).then_some((key, &draft.parties)));
    }
    let sources: HashSet<&str> = drafts.iter().map(|draft| draft.cell("source_id")).collect();
    let missing = folder.rows(table)[..before].iter().enumerate().filter(|(index, row)| {
        is_of(mission, row) && sources.contains(cell(table, row, "source_id")) && !matching.seen.contains_key(index)
    });
    counts.missing = missing.map(|(_, row)| row[1].clone()).collect();
    let parties = put_parties(folder, mission, &parties);
    let parties = parties.map(|counts| (Table::AgreementParty, counts));
    [(table, counts)].into_iter().chain(parties).chain(beside).collect()
}

/// Adds the rows whose key the folder does not have.
fn add_new(folder: &mut Folder, table: Table, mut rows: Vec<Row>) -> Option<(Table, RowCounts)> {
    let mut keys: HashSet<String> = folder.rows(table).iter().map(|row| row[0].clone()).collect();
    rows.retain(|row| keys.insert(row[0].clone()));
    let added = rows.len() as u64;
    (added > 0).then(|| {
        folder.change(table).append(&mut rows);
        (table, RowCounts { added, ..RowCounts::default() })
    })
}

/// Adds or changes one row, and yields its key.
fn put_row(
    folder: &mut Folder,
    read: &mut ReadList,
    matching: &mut Matching,
    draft: &Draft,
    counts: &mut RowCounts,
) -> String {
    let table = matching.table;
    let (index, key) = matching.find(folder, draft);
    let Some(index) = index else {
        let key_column = table.key().last().map_or("", |column| column.name);
        let cells = draft.cells.iter().map(|(column, text)| (*column, text.as_str()));
        let row = row_of(table, &cells.chain([(key_column, key.as_str())]).collect::<Vec<_>>());
        let index = folder.rows(table).len();
        matching.learn(&row, index);
        matching.seen.insert(index, draft.start);
        folder.change(table).push(row);
        counts.added += 1;
        return key;
    };
    let mut is_changed = matching.add_number(folder, index, draft);
    let first = *matching.seen.entry(index).or_insert(draft.start);
    if first != draft.start {
        read.again.push((first, draft.start));
        return key;
    }
    let is_same_source = cell(table, &folder.rows(table)[index], "source_id") == draft.cell("source_id");
    for (at, column) in table.columns().iter().enumerate() {
        let Some(text) = draft.cells.get(column.name) else { continue };
        let kept = &folder.rows(table)[index][at];
        if text == kept || column.name == "mission_id" || (column.name == "source_id" && !is_same_source) {
            continue;
        }
        if is_same_source || kept.is_empty() {
            folder.change(table)[index][at].clone_from(text);
            is_changed = true;
        } else if column.name != "name" {
            // What another source said stays: nobody knows which of the two is right.
            let (text, kept) = (text.clone(), kept.clone());
            let kind = DefectKind::OtherSourceSays { column: column.name, text, kept };
            read.found.push(((draft.start, Some(0)), kind));
        }
    }
    *if is_changed { &mut counts.changed } else { &mut counts.unchanged } += 1;
    key
}

/// The parties of agreements are those of the list; one that is a listed participant is known as such.
fn put_parties(folder: &mut Folder, mission: &str, listed: &[(String, &Vec<String>)]) -> Option<RowCounts> {
    if listed.is_empty() {
        return None;
    }
    let of_agreement: HashMap<&String, &Vec<String>> = listed.iter().map(|(key, parties)| (key, *parties)).collect();
    let is_gone =
        |row: &Row| is_of(mission, row) && of_agreement.get(&row[1]).is_some_and(|parties| !parties.contains(&row[2]));
    let old = folder.rows(Table::AgreementParty);
    let known: HashSet<[&String; 2]> =
        old.iter().filter(|row| is_of(mission, row)).map(|row| [&row[1], &row[2]]).collect();
    // By their folded names; `None` = several have it.
    let mut participants: HashMap<String, Option<&str>> = HashMap::new();
    for row in folder.rows(Table::Participant).iter().filter(|row| is_of(mission, row)) {
        let first = participants.entry(folded_name(&row[2]));
        first.and_modify(|several| *several = None).or_insert(Some(&row[1]));
    }
    let all = listed.iter().flat_map(|(key, parties)| parties.iter().map(move |party| [key, party]));
    let (same, new): (Vec<_>, Vec<_>) = all.partition(|pair| known.contains(pair));
    let row_of = |[agreement, party]: [&String; 2]| {
        // `Acme?` need not be the one that is listed.
        let known = participants.get(&folded_name(party)).filter(|_| is_sure(party));
        let participant = known.copied().flatten().unwrap_or_default();
        [mission, agreement, party, "", participant].map(str::to_owned).to_vec()
    };
    let mut new: Vec<Row> = new.into_iter().map(row_of).collect();
    let (added, changed) = (new.len() as u64, old.iter().filter(|row| is_gone(row)).count() as u64);
    let unchanged = same.len() as u64;
    if added + changed > 0 {
        let rows = folder.change(Table::AgreementParty);
        rows.retain(|row| !is_gone(row));
        rows.append(&mut new);
    }
    Some(RowCounts { added, changed, unchanged, missing: Vec::new() })
}

//! What was read of a list, row by row, and what is worth knowing of it as a whole.

use super::draft::Draft;
use super::fields::Field;
use super::folder::{Folder, Row};
use super::list::{Found, number_of};
use crate::dataset::RowStart;
use crate::model::Table;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What was read of a list.
#[derive(Default)]
pub(super) struct ReadList {
    pub(super) drafts: Vec<Draft>,
    /// Cities that are not in the data folder yet.
    pub(super) cities: Vec<Row>,
    /// The sources that it names, and their keys.
    pub(super) sources: Vec<Row>,
    pub(super) source_keys: HashSet<String>,
    /// Column, text and value, and in how many rows, where the value is not the text itself.
    pub(super) values: BTreeMap<(Field, String, String), u64>,
    pub(super) found: Vec<Found>,
    /// Rows that are of the same as an earlier one, which comes first.
    pub(super) again: Vec<(RowStart, RowStart)>,
    /// Rows that hold nothing but a day.
    pub(super) headings: u64,
    /// Rows of another day than the one that stands above them.
    pub(super) other_days: u64,
    /// What begins the rows that sum up others.
    pub(super) totals: Vec<String>,
}

impl ReadList {
    /// The day on which a source was published is the source's, if it is the same in all of its rows; else it tells
    /// where in the source a row is from.
    pub(super) fn date_sources(&mut self, folder: &Folder) {
        let Some(column) = Table::Source.position("published_on") else { return };
        let mut days: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for draft in self.drafts.iter().filter(|draft| draft.cells.contains_key("published_on")) {
            days.entry(draft.cell("source_id").to_owned()).or_default().insert(draft.cell("published_on").to_owned());
        }
        for row in folder.rows(Table::Source) {
            if let Some(days) = days.get_mut(&row[0]) {
                days.insert(row[column].clone());
            }
        }
        days.retain(|_, days| days.len() == 1);
        for row in &mut self.sources {
            if let Some(day) = days.get(&row[0]).and_then(BTreeSet::first) {
                row[column].clone_from(day);
            }
        }
        for draft in &mut self.drafts {
            let day = draft.cells.remove("published_on");
            if let Some(day) = day.filter(|_| !days.contains_key(draft.cell("source_id"))) {
                draft.cells.entry("locator").or_insert(day);
            }
        }
    }

    /// What is worth knowing of records that are no rows.
    pub(super) fn remarks(&self) -> impl Iterator<Item = String> {
        let totals = ["row of totals or notes was passed over", "rows of totals or notes were passed over"];
        let headings = ["row that holds", "rows that hold"];
        let headings = headings.map(|rows| format!("{rows} only a day: the rows below are of that day"));
        let others = ["row does not say the day that heads it", "rows do not say the day that heads them"];
        let others = others.map(|rows| format!("{rows}: what follows without a day of its own has none"));
        let named = self.totals.iter().map(String::as_str).take(3).chain((self.totals.len() > 3).then_some("…"));
        let named = named.collect::<Vec<_>>().join("; ");
        let totals = number_of(self.totals.len() as u64, totals.map(|rows| format!("{rows}: {named}")));
        [totals, number_of(self.headings, headings), number_of(self.other_days, others)].into_iter().flatten()
    }
}

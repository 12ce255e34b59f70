//! How many participants are listed of each mission, region and category, counted while they pass.

use super::packed_row::PackedRow;
use crate::model::Table;
use std::collections::BTreeMap;

/// The participants of one mission that have a region and a category in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Their mission.
    pub mission: String,
    /// Their region; `None` = not known.
    pub region: Option<String>,
    /// Their category.
    pub category: String,
    /// How many they are.
    pub number: i64,
}

/// Counts participants that come by mission.
#[derive(Default)]
pub(super) struct Tally {
    mission: String,
    /// By region, separated from the category.
    cells: BTreeMap<String, i64>,
    /// The cell of the row at hand.
    cell: String,
    listed: Vec<Listed>,
}

/// Stands between region and category, and in no slug.
const SEPARATOR: char = '\0';

impl Tally {
    pub(super) fn see(&mut self, table: Table, row: PackedRow<'_>) {
        if table != Table::Participant {
            return;
        }
        let [mission, _, _, category, region] = row.texts().map(Option::unwrap_or_default);
        if mission != self.mission {
            self.close();
            mission.clone_into(&mut self.mission);
        }
        self.cell.clear();
        self.cell.push_str(region);
        self.cell.push(SEPARATOR);
        self.cell.push_str(category);
        match self.cells.get_mut(&self.cell) {
            Some(number) => *number += 1,
            None => drop(self.cells.insert(self.cell.clone(), 1)),
        }
    }

    fn close(&mut self) {
        let mission = std::mem::take(&mut self.mission);
        for (cell, number) in std::mem::take(&mut self.cells) {
            let Some((region, category)) = cell.split_once(SEPARATOR) else { continue };
            let region = (!region.is_empty()).then(|| region.to_owned());
            self.listed.push(Listed { mission: mission.clone(), region, category: category.to_owned(), number });
        }
    }

    /// The counts, in the order of their missions, regions and categories.
    pub(super) fn finish(mut self) -> Vec<Listed> {
        self.close();
        self.listed
    }
}

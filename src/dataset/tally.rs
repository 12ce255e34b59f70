//! How many participants are listed of each mission, region and category, counted while they pass.

use super::packed::PackedRow;
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
    listed: Vec<Listed>,
}

/// Stands between region and category, and in no slug.
const SEPARATOR: char = '\0';

impl Tally {
    pub(super) fn see(&mut self, table: Table, row: PackedRow<'_>) {
        if table != Table::Participant {
            return;
        }
        let text = |column| row.text(table.value_index(column)).unwrap_or_default();
        if text("mission_id") != self.mission {
            self.close();
            self.mission = text("mission_id").to_owned();
        }
        let mut cell = String::with_capacity(32);
        cell.push_str(text("region_id"));
        cell.push(SEPARATOR);
        cell.push_str(text("category_id"));
        *self.cells.entry(cell).or_default() += 1;
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

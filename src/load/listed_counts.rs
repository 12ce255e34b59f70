//! How many participants are listed of each mission, region and category, counted while they pass.

use crate::model::stored::Participant;
use std::collections::BTreeMap;

/// The participants of one mission that have a region and a category in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipantsListed {
    pub mission: String,
    /// `None` = not known.
    pub region: Option<String>,
    pub category: String,
    pub number: i64,
}

/// Counts participants that come by mission.
#[derive(Default)]
pub(super) struct ListedCounts {
    mission: String,
    /// Of the mission at hand, by region and category.
    cells: BTreeMap<Box<str>, i64>,
    /// The cell of the row at hand, kept so that counting a row allocates nothing.
    cell: String,
    counts: Vec<ParticipantsListed>,
}

/// Stands between region and category, and in no slug.
const SEPARATOR: char = '\0';

impl ListedCounts {
    pub(super) fn see(&mut self, participant: &Participant<'_>) {
        if participant.mission_id != self.mission {
            self.close();
            participant.mission_id.clone_into(&mut self.mission);
        }
        self.cell.clear();
        self.cell.push_str(participant.region_id.unwrap_or_default());
        self.cell.push(SEPARATOR);
        self.cell.push_str(participant.category_id);
        match self.cells.get_mut(self.cell.as_str()) {
            Some(number) => *number += 1,
            None => drop(self.cells.insert(self.cell.as_str().into(), 1)),
        }
    }

    fn close(&mut self) {
        let mission = std::mem::take(&mut self.mission);
        for (cell, number) in std::mem::take(&mut self.cells) {
            let Some((region, category)) = cell.split_once(SEPARATOR) else { continue };
            let region = (!region.is_empty()).then(|| region.to_owned());
            self.counts.push(ParticipantsListed {
                mission: mission.clone(),
                region,
                category: category.to_owned(),
                number,
            });
        }
    }

    /// The counts, in the order of their missions, regions and categories.
    pub(super) fn finish(mut self) -> Vec<ParticipantsListed> {
        self.close();
        self.counts
    }
}

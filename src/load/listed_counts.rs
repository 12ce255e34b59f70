//! How many participants are listed of each mission, region and category, counted while they pass: those that are
//! likely the same organisation once for certain, and each as possible.

use super::notices::{digits, hashed};
use crate::cell::folded_name;
use crate::dataset::RowStart;
use crate::error::Error;
use crate::model::Participant;
use rusqlite::{Connection, named_params};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

/// The participants of one mission that have a region and a category in common.
pub(super) struct ParticipantsListed {
    mission: String,
    /// `None` = not known, or likely the same organisation in several.
    region: Option<String>,
    /// `None` = likely the same organisation in several.
    category: Option<String>,
    /// How many certainly took part; rows that are likely the same count once.
    min: i64,
    /// How many rows there are.
    max: i64,
}

/// Counts participants that come by mission.
#[derive(Default)]
pub(super) struct ListedCounts {
    mission: String,
    /// Of the mission at hand, by region and category.
    cells: Vec<Cell>,
    positions: FxHashMap<Box<str>, u32>,
    /// By what identifies folded names (a few bytes each, as a mission may have millions), and 0, or the number of an
    /// organisation that has its name in common with one before.
    seen: FxHashMap<(u64, u64), Seen>,
    /// The cell of the row at hand, kept so that counting a row allocates nothing.
    cell: String,
    counts: Vec<ParticipantsListed>,
}

struct Cell {
    key: Box<str>,
    min: i64,
    max: i64,
}

/// Rows of one name.
struct Seen {
    first: RowStart,
    /// Their enterprise number; 0 = not known.
    number: u64,
    /// The cell that they count in for certain, once; `None` = none of them certainly took part.
    counted: Option<u32>,
}

/// Stands between region and category, and in no slug.
const SEPARATOR: char = '\0';

impl ListedCounts {
    /// Counts a row; yields the earlier one of the mission that is likely the same organisation.
    pub(super) fn see(&mut self, participant: &Participant<'_>, start: RowStart) -> Option<RowStart> {
        if participant.mission_id != self.mission {
            self.close();
            participant.mission_id.clone_into(&mut self.mission);
        }
        let cell = self.position(participant.region_id.unwrap_or_default(), participant.category_id);
        self.cell_at(cell).max += 1;
        let certain = participant.status.is_none().then_some(cell);
        let number = participant.enterprise_number.map_or(0, digits);
        let mut key = (hashed(&folded_name(participant.name)), 0);
        if number > 0 && self.seen.get(&key).is_some_and(|seen| ![0, number].contains(&seen.number)) {
            key.1 = number;
        }
        let (first, before) = match self.seen.entry(key) {
            Entry::Vacant(entry) => {
                entry.insert(Seen { first: start, number, counted: certain });
                (None, None)
            }
            Entry::Occupied(mut entry) => {
                let seen = entry.get_mut();
                seen.number = seen.number.max(number);
                (Some(seen.first), seen.counted)
            }
        };
        let now = match (before, certain) {
            (Some(one), Some(other)) if one != other => Some(self.common(one, other)),
            (Some(one), _) => Some(one),
            (None, certain) => certain,
        };
        if now != before {
            if let Some(before) = before {
                self.cell_at(before).min -= 1;
            }
            if let Some(now) = now {
                self.cell_at(now).min += 1;
            }
            if first.is_some() {
                self.seen.entry(key).and_modify(|seen| seen.counted = now);
            }
        }
        first
    }

    fn cell_at(&mut self, position: u32) -> &mut Cell {
        &mut self.cells[position as usize]
    }

    fn position(&mut self, region: &str, category: &str) -> u32 {
        self.cell.clear();
        self.cell.extend([region, "\0", category]);
        if let Some(position) = self.positions.get(self.cell.as_str()) {
            return *position;
        }
        let key: Box<str> = self.cell.as_str().into();
        let position = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        self.cells.push(Cell { key: key.clone(), min: 0, max: 0 });
        self.positions.insert(key, position);
        position
    }

    /// The cell of what two cells have in common.
    fn common(&mut self, one: u32, other: u32) -> u32 {
        let parts = |cell: &Cell| {
            let (region, category) = cell.key.split_once(SEPARATOR).unwrap_or_default();
            (region.to_owned(), category.to_owned())
        };
        let (one, other) = (parts(self.cell_at(one)), parts(self.cell_at(other)));
        let same = |one: String, other: &str| if one == other { one } else { String::new() };
        self.position(&same(one.0, &other.0), &same(one.1, &other.1))
    }

    fn close(&mut self) {
        let mission = std::mem::take(&mut self.mission);
        self.positions.clear();
        self.seen.clear();
        let cells: BTreeMap<Box<str>, Cell> =
            std::mem::take(&mut self.cells).into_iter().map(|cell| (cell.key.clone(), cell)).collect();
        for Cell { key, min, max } in cells.into_values().filter(|cell| cell.max > 0 || cell.min > 0) {
            let Some((region, category)) = key.split_once(SEPARATOR) else { continue };
            let some = |key: &str| (!key.is_empty()).then(|| key.to_owned());
            let (region, category) = (some(region), some(category));
            self.counts.push(ParticipantsListed { mission: mission.clone(), region, category, min, max });
        }
    }

    /// The counts, in the order of their missions, regions and categories.
    pub(super) fn finish(mut self) -> Vec<ParticipantsListed> {
        self.close();
        self.counts
    }
}

pub(super) fn store(conn: &Connection, listed: &[ParticipantsListed]) -> Result<(), Error> {
    let mut insert = conn.prepare(include_str!("sql/insert_listed_participants.sql"))?;
    for ParticipantsListed { mission, region, category, min, max } in listed {
        insert.execute(named_params! {
            ":mission": mission, ":region": region, ":category": category, ":min": min, ":max": max
        })?;
    }
    Ok(())
}

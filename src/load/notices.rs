//! What is worth knowing of the rows of a data folder although nothing is wrong with it.

use super::fold::folded;
use super::packed_row::PackedRow;
use crate::dataset::FileDefects;
use crate::defect::DefectKind;
use crate::model::Table;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Subjects that a misspelt one may have been meant for.
const SUBJECTS: [&str; 4] = ["participants", "people", "agreements", "events"];

/// Sees every row of every table, each table in the order of its keys.
#[derive(Default)]
pub(super) struct Watch {
    /// First and last day of each mission.
    days: HashMap<String, (String, String)>,
    names: Names,
    /// Agreements whose parties were not seen yet, with the number of their row.
    alone: HashMap<Box<[u8]>, u64>,
    has_parties: bool,
}

/// The participants of one mission by what identifies their folded names: a number each, as a mission may
/// have millions.
#[derive(Default)]
struct Names {
    mission: String,
    seen: HashMap<u64, u64>,
}

impl Watch {
    /// Sees one row; what is worth knowing of it goes to the finds of its table.
    pub(super) fn see(&mut self, table: Table, row: PackedRow<'_>, finds: &mut FileDefects) {
        let cell = |column: &str| table.columns().iter().position(|known| known.name == column).unwrap_or_default();
        match table {
            Table::Mission => {
                let [mission, _, _, _, first, last] = row.texts();
                if let (Some(mission), Some(first), Some(last)) = (mission, first, last) {
                    self.days.insert(mission.to_owned(), (first.to_owned(), last.to_owned()));
                }
            }
            Table::Participant => {
                let [mission, _, name] = row.texts().map(Option::unwrap_or_default);
                if let Some(earlier) = self.names.see(mission, name, row.number) {
                    finds.add_double(row.number, cell("name"), earlier);
                }
            }
            Table::Agreement => {
                self.alone.insert(row.key.into(), row.number);
            }
            Table::AgreementParty => {
                self.has_parties = true;
                let agreement = row.key.iter().rposition(|byte| *byte == 0).map(|end| &row.key[..end]);
                self.alone.remove(agreement.unwrap_or_default());
            }
            Table::Event => {
                let [mission, _, _, _, _, _, _, first, last] = row.texts();
                let days = mission.and_then(|mission| self.days.get(mission));
                if let (Some((start, end)), Some(first), Some(last)) = (days, first, last)
                    && (first < start.as_str() || last > end.as_str())
                {
                    let kind = DefectKind::OutsideMission { first: start.clone(), last: end.clone() };
                    finds.add(row.number, cell("first_day"), kind);
                }
            }
            Table::Claim => {
                let [_, _, subject] = row.texts().map(Option::unwrap_or_default);
                let differences = |known: &&str| strsim::osa_distance(subject, known);
                if let Some(nearest) = SUBJECTS.iter().find(|known| (1..=2).contains(&differences(known))) {
                    let kind = DefectKind::NearlyASubject { subject: subject.to_owned(), nearest };
                    finds.add(row.number, cell("subject"), kind);
                }
            }
            Table::Source | Table::Region | Table::Category | Table::City | Table::CompleteList => {}
        }
    }

    /// What is known only once every table was seen: agreements without parties. Where the data folder lists no
    /// parties at all, nothing is said of it.
    pub(super) fn end<'f>(self, mut tables: impl Iterator<Item = (Table, &'f mut FileDefects)>) {
        if let Some((_, finds)) = tables.find(|(table, _)| *table == Table::Agreement).filter(|_| self.has_parties) {
            self.alone.into_values().for_each(|number| finds.add(number, 0, DefectKind::NoParties));
        }
    }
}

impl Names {
    /// The number of the earlier row of the mission whose name is the same but for case, accents and legal form.
    fn see(&mut self, mission: &str, name: &str, number: u64) -> Option<u64> {
        if mission != self.mission {
            self.mission = mission.to_owned();
            self.seen.clear();
        }
        let mut hasher = DefaultHasher::new();
        folded(name).hash(&mut hasher);
        match self.seen.entry(hasher.finish()) {
            std::collections::hash_map::Entry::Occupied(entry) => Some(*entry.get()),
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(number);
                None
            }
        }
    }
}

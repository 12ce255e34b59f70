//! Notices: likely mistakes in rows with which nothing is wrong.

use super::folded_name::folded;
use crate::dataset::{FileDefects, Header, RowStart};
use crate::defect::DefectKind;
use crate::model::stored::{Claim, Event, Mission};
use crate::model::{StoredRow, Table, named};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Subjects that a misspelt one may have been meant for.
const SUBJECTS: [&str; 4] = ["participants", "people", "agreements", "events"];

/// Sees every row of every table, each table in the order of its keys.
#[derive(Default)]
pub(super) struct Notices {
    /// First and last day of each mission.
    days: HashMap<String, (String, String)>,
    names: Names,
    /// Agreements whose parties were not seen yet, by mission and agreement.
    alone: HashMap<Box<str>, RowStart>,
    has_parties: bool,
    /// The key of the agreement at hand, kept so that looking one up allocates nothing.
    key: String,
}

/// The participants of one mission by what identifies their folded names: a number each, as a mission may
/// have millions.
#[derive(Default)]
struct Names {
    mission: String,
    seen: HashMap<u64, RowStart>,
}

impl Notices {
    /// Sees one row; notices of it go to the others of its file.
    pub(super) fn see(&mut self, row: &StoredRow<'_>, start: RowStart, header: &Header, found: &mut FileDefects) {
        match row {
            StoredRow::Mission(mission) => self.mission(mission),
            StoredRow::Participant(participant) => {
                if let Some(earlier) = self.names.see(participant.mission_id, participant.name, start) {
                    found.add_double(start, header.cell_of(named!(participant.name).0), earlier);
                }
            }
            StoredRow::Agreement(agreement) => {
                self.set_key(agreement.mission_id, agreement.agreement_id);
                self.alone.insert(self.key.as_str().into(), start);
            }
            StoredRow::AgreementParty(party) => {
                self.has_parties = true;
                self.set_key(party.mission_id, party.agreement_id);
                self.alone.remove(self.key.as_str());
            }
            StoredRow::Event(event) => {
                if let Some(kind) = self.outside_mission(event) {
                    found.add(start, header.cell_of(named!(event.first_day).0), kind);
                }
            }
            StoredRow::Claim(claim) => {
                if let Some(kind) = nearly_a_subject(claim) {
                    found.add(start, header.cell_of(named!(claim.subject).0), kind);
                }
            }
            StoredRow::Source(_)
            | StoredRow::Region(_)
            | StoredRow::Category(_)
            | StoredRow::City(_)
            | StoredRow::CompleteList(_) => {}
        }
    }

    /// No slug holds a blank.
    fn set_key(&mut self, mission: &str, agreement: &str) {
        self.key.clear();
        self.key.extend([mission, " ", agreement]);
    }

    fn mission(&mut self, mission: &Mission<'_>) {
        if let (Some(first), Some(last)) = (mission.first_day, mission.last_day) {
            self.days.insert(mission.mission_id.to_owned(), (first.to_owned(), last.to_owned()));
        }
    }

    fn outside_mission(&self, event: &Event<'_>) -> Option<DefectKind> {
        let (start, end) = self.days.get(event.mission_id)?;
        let is_outside = event.first_day? < start.as_str() || event.last_day? > end.as_str();
        is_outside.then(|| DefectKind::OutsideMission { first: start.clone(), last: end.clone() })
    }

    /// Agreements without parties, which are known only once every table was seen. Where the data folder lists no
    /// parties at all, nothing is said of it.
    pub(super) fn end<'f>(self, mut tables: impl Iterator<Item = (Table, &'f mut FileDefects)>) {
        if let Some((_, found)) = tables.find(|(table, _)| *table == Table::Agreement).filter(|_| self.has_parties) {
            self.alone.into_values().for_each(|start| found.add(start, Some(0), DefectKind::NoParties));
        }
    }
}

fn nearly_a_subject(claim: &Claim<'_>) -> Option<DefectKind> {
    let differences = |known: &&str| strsim::osa_distance(claim.subject, known);
    let nearest = SUBJECTS.iter().find(|known| (1..=2).contains(&differences(known)))?;
    Some(DefectKind::NearlyASubject { subject: claim.subject.to_owned(), nearest })
}

impl Names {
    /// The earlier row of the mission whose name is the same but for case, accents and legal form.
    fn see(&mut self, mission: &str, name: &str, start: RowStart) -> Option<RowStart> {
        if mission != self.mission {
            self.mission = mission.to_owned();
            self.seen.clear();
        }
        let mut hasher = DefaultHasher::new();
        folded(name).hash(&mut hasher);
        match self.seen.entry(hasher.finish()) {
            Entry::Occupied(entry) => Some(*entry.get()),
            Entry::Vacant(entry) => {
                entry.insert(start);
                None
            }
        }
    }
}

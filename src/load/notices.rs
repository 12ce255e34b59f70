//! Notices: likely mistakes in rows with which nothing is wrong.

use super::claim_hints::ClaimHints;
use super::read::Headers;
use crate::cell::{days_through, folded_name};
use crate::dataset::{FileDefects, RowStart};
use crate::defect::{DefectKind, Place};
use crate::facts::{IsCertain, Spot, alike};
use crate::model::{Agreement, Event, Mission, Record, Table, named};
use crate::words::{AgreementStatus, DateBasis};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Sees every row of every table, each table in the order of its keys.
#[derive(Default)]
pub(super) struct Notices {
    /// First and last day of each mission.
    days: HashMap<String, (String, String)>,
    titles: Titles,
    hints: ClaimHints,
    /// Agreements whose parties were not seen yet, by mission and agreement.
    alone: HashMap<Box<str>, RowStart>,
    has_parties: bool,
    /// The key of the agreement at hand, kept so that looking one up allocates nothing.
    key: String,
}

/// The rows of one mission and table by what tells which may be the same: a few numbers each.
#[derive(Default)]
struct Titles {
    mission: String,
    rows: Vec<Titled>,
}

struct Titled {
    /// Stands for the folded title.
    title: u64,
    spot: (Spot<u64>, IsCertain),
    start: RowStart,
}

impl Notices {
    /// Sees one row; notices of it go to the others of its file.
    pub(super) fn see(&mut self, row: &Record<'_>, start: RowStart, headers: &Headers, found: &mut FileDefects) {
        match row {
            Record::Mission(mission) => {
                self.mission(mission);
                if let Some(days) = length(mission).filter(|days| *days > LONG) {
                    found.add(
                        start,
                        headers.cell_of(start, named!(mission.last_day).0),
                        DefectKind::LongMission { days },
                    );
                }
            }
            Record::Agreement(agreement) => {
                self.titles_of(agreement.mission_id, headers, found);
                let Agreement { title, city_id, first_day, last_day, date_basis, status, .. } = agreement;
                let is_certain = *status != AgreementStatus::Planned;
                self.titles.see(title, *city_id, days(*first_day, *last_day, *date_basis), is_certain, start);
                self.set_key(agreement.mission_id, agreement.agreement_id);
                self.alone.insert(self.key.as_str().into(), start);
            }
            Record::AgreementParty(party) => {
                self.has_parties = true;
                self.set_key(party.mission_id, party.agreement_id);
                self.alone.remove(self.key.as_str());
            }
            Record::Event(event) => {
                self.titles_of(event.mission_id, headers, found);
                let Event { title, city_id, first_day, last_day, date_basis, .. } = event;
                self.titles.see(title, *city_id, days(*first_day, *last_day, *date_basis), true, start);
                if let Some(kind) = self.outside_mission(event) {
                    found.add(start, headers.cell_of(start, named!(event.first_day).0), kind);
                }
            }
            Record::Claim(claim) => {
                let (subject, number) = self.hints.claim(claim);
                for (kind, cell) in [(subject, named!(claim.subject).0), (number, named!(claim.count).0)] {
                    if let Some(kind) = kind {
                        found.add(start, headers.cell_of(start, cell), kind);
                    }
                }
            }
            Record::Category(category) => self.hints.category(category, start),
            Record::Participant(_) => self.hints.participant(),
            Record::Source(_) | Record::Region(_) | Record::City(_) | Record::CompleteList(_) => {}
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

    fn titles_of(&mut self, mission: &str, headers: &Headers, found: &mut FileDefects) {
        if mission != self.titles.mission {
            self.end_of_titles(headers, found);
            mission.clone_into(&mut self.titles.mission);
        }
    }

    /// Agreements or events of a mission that are likely the same thing, as soon as all of them were seen.
    pub(super) fn end_of_titles(&mut self, headers: &Headers, found: &mut FileDefects) {
        let mut rows = std::mem::take(&mut self.titles).rows;
        // Those of one title stay in the order of their keys.
        rows.sort_by_key(|row| row.title);
        for rows in rows.chunk_by(|one, other| one.title == other.title).filter(|rows| rows.len() > 1) {
            let spots: Vec<(Spot<u64>, IsCertain)> = rows.iter().map(|row| row.spot).collect();
            for (row, first) in rows.iter().zip(alike(&spots)).filter(|(row, first)| row.start != rows[*first].start) {
                let kind = DefectKind::LikelyDouble { first: Place::default() };
                found.add_with(row.start, headers.cell_of(row.start, "title"), kind, rows[first].start);
            }
        }
    }

    fn outside_mission(&self, event: &Event<'_>) -> Option<DefectKind> {
        let (start, end) = self.days.get(event.mission_id)?;
        let is_outside = event.first_day? < start.as_str() || event.last_day? > end.as_str();
        is_outside.then(|| DefectKind::OutsideMission { first: start.clone(), last: end.clone() })
    }

    /// Agreements without parties, which are known only once every table was seen. Where the data folder lists no
    /// parties at all, nothing is said of it.
    pub(super) fn end<'f>(self, tables: impl Iterator<Item = (Table, &'f mut FileDefects)>) {
        let no_companies = self.hints.no_companies();
        let mut alone = Some(self.alone).filter(|_| self.has_parties);
        for (table, found) in tables {
            if table == Table::Agreement {
                for start in alone.take().into_iter().flat_map(HashMap::into_values) {
                    found.add(start, Some(0), DefectKind::NoParties);
                }
            } else if let Some(start) = no_companies.filter(|_| table == Table::Category) {
                found.add(start, Some(0), DefectKind::NoCompanies);
            }
        }
    }
}

/// Missions of more days than this are hardly any.
const LONG: i32 = 60;

/// How many days a mission has, as far as both are known.
fn length(mission: &Mission<'_>) -> Option<i32> {
    days_through(mission.first_day?, mission.last_day?)
}

impl Titles {
    fn see(
        &mut self,
        title: &str,
        city: Option<&str>,
        days: Option<(u64, u64, bool)>,
        is_certain: IsCertain,
        start: RowStart,
    ) {
        let spot = (Spot { number: None, city: city.map(hashed), days }, is_certain);
        self.rows.push(Titled { title: hashed(&folded_name(title)), spot, start });
    }
}

/// A number that stands for a text.
pub(super) fn hashed(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The digits of a text as a number.
pub(super) fn digits(text: &str) -> u64 {
    text.bytes().filter(u8::is_ascii_digit).fold(0, |n, digit| 10 * n + u64::from(digit - b'0'))
}

/// Days as numbers in the order of the calendar, and whether the row takes place on every one of them.
fn days(first: Option<&str>, last: Option<&str>, basis: Option<DateBasis>) -> Option<(u64, u64, bool)> {
    let (first, last) = (digits(first?), digits(last?));
    Some((first, last, first == last || basis == Some(DateBasis::Stated)))
}

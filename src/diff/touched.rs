//! Which rows differ, as the cause of what differs in figures and verdicts.

use crate::language::{Language, Phrase};
use crate::model::Table;
use std::collections::BTreeMap;

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Change {
    Added,
    Removed,
    Changed,
}

impl Change {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// Which rows a figure or a verdict comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// What is listed: every table but those of claims and of complete lists.
    Listed,
    /// What was published: claims.
    Published,
    /// Both.
    Both,
}

/// Where a row may have an effect.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// Empty = in all missions.
    mission: String,
    table: &'static str,
    /// What a claim or a complete list is about; empty for the rows of other tables.
    subject: String,
    change: Change,
}

/// So many keys are named; the others are counted.
const NAMED: usize = 3;

/// The rows that differ.
#[derive(Debug, Default)]
pub(super) struct Touched(BTreeMap<Place, (u64, Vec<String>)>);

impl Touched {
    pub(super) fn add(&mut self, mission: &str, table: Table, subject: &str, change: Change, key: &str) {
        let place = Place { mission: mission.to_owned(), table: table.name(), subject: subject.to_owned(), change };
        let (number, named) = self.0.entry(place).or_default();
        *number += 1;
        if named.len() < NAMED {
            named.push(key.to_owned());
        }
    }

    /// The rows of an origin that bear on a subject of a mission, in words: `participants: 2 added (a, b)`;
    /// `None` = on any subject.
    pub(super) fn because(
        &self,
        mission: &str,
        subject: Option<&str>,
        origin: Origin,
        language: Language,
    ) -> Option<String> {
        let bears = |place: &&Place| {
            let here = place.mission.is_empty() || place.mission == mission;
            here && place.is_of(origin) && subject.is_none_or(|subject| place.bears_on(subject))
        };
        let mut words = String::new();
        let mut table = "";
        for (place, (number, named)) in self.0.iter().filter(|(place, _)| bears(place)) {
            match (place.table == table, words.is_empty()) {
                (true, _) => words.push_str(", "),
                (false, true) => words.push_str(&language.fill(Phrase::Labelled, place.table)),
                (false, false) => words.push_str(&format!("; {}", language.fill(Phrase::Labelled, place.table))),
            }
            table = place.table;
            let count = |n: u64| language.number(i64::try_from(n).unwrap_or(i64::MAX));
            let rest = number - named.len() as u64;
            let more = if rest == 0 { String::new() } else { language.fill(Phrase::AndMore, &count(rest)) };
            let change = language.word(place.change.word());
            words.push_str(&format!("{} {change} ({}{more})", count(*number), named.join(", ")));
        }
        (!words.is_empty()).then_some(words)
    }
}

impl Place {
    fn is_of(&self, origin: Origin) -> bool {
        match origin {
            Origin::Listed => !["claims", "complete_lists"].contains(&self.table),
            Origin::Published => self.table == "claims",
            Origin::Both => true,
        }
    }

    fn bears_on(&self, subject: &str) -> bool {
        if !self.subject.is_empty() {
            return self.subject == subject;
        }
        match self.table {
            "participants" => ["participants", "agreements"].contains(&subject),
            "agreements" | "agreement_parties" => subject == "agreements",
            "events" => subject == "events",
            "regions" => true,
            "missions" => subject == "events",
            _ => false,
        }
    }
}

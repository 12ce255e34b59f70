//! Which rows differ, as the cause of what differs in figures and verdicts.

use super::{Change, Out};
use crate::column::Origin;
use crate::facts::Subject;
use crate::language::Phrase;
use crate::model::Table;
use std::collections::BTreeMap;

/// Where a row may have an effect.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Effect {
    /// Empty = in all missions.
    mission: String,
    table: &'static str,
    /// What a claim or a complete list is about; `None` for the rows of other tables.
    subject: Option<Subject>,
    change: Change,
}

/// So many keys are named; the others are counted.
const NAMED: usize = 3;

#[derive(Debug, Default)]
pub(super) struct Touched(BTreeMap<Effect, Rows>);

#[derive(Debug)]
struct Rows {
    table: Table,
    number: u64,
    named: Vec<String>,
}

impl Touched {
    pub(super) fn add(&mut self, mission: &str, table: Table, subject: Option<&str>, change: Change, key: &str) {
        let effect =
            Effect { mission: mission.to_owned(), table: table.name(), subject: subject.map(Subject::of), change };
        let rows = self.0.entry(effect).or_insert(Rows { table, number: 0, named: Vec::new() });
        rows.number += 1;
        if rows.named.len() < NAMED {
            rows.named.push(key.to_owned());
        }
    }
}

impl Out<'_> {
    /// The rows that bear on a subject of a mission, in words: `participants: 2 added (a, b)`; `None` = on any subject.
    pub(super) fn because(&self, mission: &str, subject: Option<&Subject>, origin: Origin) -> Option<String> {
        let language = self.language;
        let bears = |(effect, rows): &(&Effect, &Rows)| {
            let here = effect.mission.is_empty() || effect.mission == mission;
            let on_subject = |subject| match &effect.subject {
                Some(own) => own == subject,
                // With a mission, all its lines come and go, also those that count nothing.
                None => {
                    effect.change != Change::Changed && rows.table == Table::Mission || bears_on(rows.table, subject)
                }
            };
            here && comes_from(origin, rows.table) && subject.is_none_or(on_subject)
        };
        let count = |n: u64| language.number(i64::try_from(n).unwrap_or(i64::MAX));
        let in_words = |(effect, rows): &(&Effect, &Rows)| {
            let rest = rows.number - rows.named.len() as u64;
            let more = if rest == 0 { String::new() } else { language.fill(Phrase::AndMore, &count(rest)) };
            let change = language.word(effect.change.into());
            format!("{} {change} ({}{more})", count(rows.number), rows.named.join(", "))
        };
        let bearing: Vec<_> = self.touched.0.iter().filter(bears).collect();
        let of_each_table = bearing.chunk_by(|(one, _), (next, _)| one.table == next.table).map(|of_table| {
            let words: Vec<String> = of_table.iter().map(in_words).collect();
            language.labelled(of_table[0].0.table, &words.join(", "))
        });
        let words: Vec<String> = of_each_table.collect();
        (!words.is_empty()).then(|| words.join("; "))
    }
}

fn comes_from(origin: Origin, table: Table) -> bool {
    match origin {
        Origin::Listed => table != Table::Claim && table != Table::CompleteList,
        Origin::Published => table == Table::Claim,
        Origin::Everything => true,
    }
}

/// Whether the rows of a table decide how many of a subject are listed, or what is made of a claim on it: agreements
/// belong to the regions of their parties, events to the days of their mission, and all regions make the whole country.
fn bears_on(table: Table, subject: &Subject) -> bool {
    match table {
        Table::Participant => matches!(subject, Subject::Participants | Subject::Agreements),
        Table::Agreement | Table::AgreementParty => *subject == Subject::Agreements,
        Table::Event | Table::Mission => *subject == Subject::Events,
        Table::Region | Table::Claim | Table::CompleteList => true,
        Table::Source | Table::Category | Table::City => false,
    }
}

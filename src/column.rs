//! What the name of a column means, once for tables, views, results and exports: what its cells hold, how people see
//! them, and which rows a figure in it comes from.

use crate::language::Language;
use crate::model::Table;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The key of a row of a table, or the last part of it.
    Key(Table),
    /// A day (ISO 8601).
    Day,
    /// A word of a closed list, which people read in their language.
    Word,
    /// A count as it was published, with its signs: `>30`, `218 / 221`.
    Count,
    /// One end of the count of this name, which may stand beside it.
    Bound(&'static str, End),
    Number,
    Text,
}

/// Which end of a count a bound is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The lowest number that it allows.
    Min,
    /// The highest; NULL = there is none.
    Max,
    /// How far the highest lies above the lowest.
    Further,
}

/// Which rows a figure comes from, so that a change of it can be told with its cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Rows that are listed: those of every table but claims and complete lists.
    Listed,
    Published,
    Everything,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// What its report is about.
    SubjectOfReport,
    Subject(&'static str),
    Anything,
}

/// Columns that mean the same, which is more than their text.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub names: &'static [&'static str],
    pub holds: Holds,
    /// `None` = no figure: a name, a key, a verdict, a bound of a figure beside it.
    pub figure: Option<(Origin, Counts)>,
}

const fn plain(names: &'static [&'static str], holds: Holds) -> Column {
    Column { names, holds, figure: None }
}

const fn figure(names: &'static [&'static str], holds: Holds, from: Origin, of: Counts) -> Column {
    Column { names, holds, figure: Some((from, of)) }
}

use Counts::{Anything, Subject, SubjectOfReport};
use Holds::{Bound, Count, Day, Key, Number, Text, Word};
use Origin::{Everything, Listed, Published};

/// Every column of a report, and every other one that means more than its text.
#[rustfmt::skip]
pub const COLUMNS: &[Column] = &[
    plain(&["mission_id"],                       Key(Table::Mission)),
    plain(&["region_id"],                        Key(Table::Region)),
    plain(&["category_id"],                      Key(Table::Category)),
    plain(&["city_id"],                          Key(Table::City)),
    plain(&["participant_id"],                   Key(Table::Participant)),
    plain(&["agreement_id"],                     Key(Table::Agreement)),
    plain(&["event_id"],                         Key(Table::Event)),
    plain(&["claim_id"],                         Key(Table::Claim)),
    plain(&["source_id"],                        Key(Table::Source)),
    plain(&["name", "city"],                     Text),
    plain(&["day", "first_day", "last_day", "published_on"], Day),
    plain(&["weekday", "subject", "stage", "status", "verdict", "contradiction", "change"], Word),
    plain(&["follows", "published", "amount"],   Count),
    plain(&["stated_min"],                       Bound("stated", End::Min)),
    plain(&["stated_max"],                       Bound("stated", End::Max)),
    plain(&["count_min"],                        Bound("count", End::Min)),
    plain(&["count_max"],                        Bound("count", End::Max)),
    plain(&["rows"],                             Number),
    figure(&["listed"],                          Count, Listed, SubjectOfReport),
    figure(&["listed_min", "certain"],           Bound("listed", End::Min), Listed, SubjectOfReport),
    figure(&["listed_max"],                      Bound("listed", End::Max), Listed, SubjectOfReport),
    figure(&["possible"],                        Bound("listed", End::Further), Listed, SubjectOfReport),
    figure(&["stated", "count"],                 Count, Published, SubjectOfReport),
    figure(&["implied_min"],                     Bound("follows", End::Min), Everything, SubjectOfReport),
    figure(&["implied_max"],                     Bound("follows", End::Max), Everything, SubjectOfReport),
    figure(&["people"],                          Count, Published, Subject("people")),
    figure(&["companies"],                       Count, Published, Subject("participants")),
    figure(&["agreements"],                      Count, Published, Subject("agreements")),
    figure(&["participants_listed"],             Number, Listed, Subject("participants")),
    figure(&["agreements_listed"],               Number, Listed, Subject("agreements")),
    figure(&["events_listed"],                   Number, Listed, Subject("events")),
    figure(&["claims"],                          Number, Published, Anything),
    figure(&["days", "wrong_min"],               Number, Everything, Anything),
    figure(&["refuted", "inconsistent", "conflicting", "conditional", "supported", "unverified"], Number, Everything, Anything),
];

/// `None` = it is only text, or somebody else's.
pub fn known(name: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|column| column.names.contains(&name))
}

/// What the cells of a column hold. A name that somebody gave in a query of their own tells at most that it is a day.
pub fn holds(name: &str) -> Holds {
    match known(name) {
        Some(column) => column.holds,
        None if name.ends_with("_day") || name.ends_with("_on") => Day,
        None => Text,
    }
}

/// The heading that people read: the phrase of the same name, or the name in words.
pub fn heading(name: &str, language: Language) -> String {
    let words = name.strip_suffix("_id").unwrap_or(name).replace('_', " ");
    match words.replace(' ', "_").parse() {
        Ok(phrase) => language.say(phrase).to_owned(),
        Err(_) => words,
    }
}

/// Whether a column tells which part of a mission a row is about.
pub fn narrows(name: &str) -> bool {
    name == "day" || matches!(holds(name), Key(Table::Region | Table::Category | Table::City))
}

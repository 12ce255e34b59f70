//! What the name of a column means, once for tables, views, results and exports: what its cells hold, how people see
//! them, and which rows a figure in it comes from.

use crate::language::{Language, Phrase};
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

/// A column that has a name of this program.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    pub holds: Holds,
    pub heading: Phrase,
    /// `None` = no figure: a name, a key, a verdict, a bound of a figure beside it.
    pub figure: Option<(Origin, Counts)>,
}

const fn plain(name: &'static str, holds: Holds, heading: Phrase) -> Column {
    Column { name, holds, heading, figure: None }
}

const fn figure(name: &'static str, holds: Holds, heading: Phrase, from: Origin, of: Counts) -> Column {
    Column { name, holds, heading, figure: Some((from, of)) }
}

use Counts::{Anything, Subject, SubjectOfReport};
use Holds::{Bound, Count, Day, Key, Number, Text, Word};
use Origin::{Everything, Listed, Published};

/// Every column that is shown to people, and every one that means more than its text.
#[rustfmt::skip]
pub const COLUMNS: &[Column] = &[
    plain("mission_id",      Key(Table::Mission),     Phrase::Mission),
    plain("region_id",       Key(Table::Region),      Phrase::Region),
    plain("category_id",     Key(Table::Category),    Phrase::Category),
    plain("city_id",         Key(Table::City),        Phrase::City),
    plain("participant_id",  Key(Table::Participant), Phrase::Participant),
    plain("agreement_id",    Key(Table::Agreement),   Phrase::Agreement),
    plain("event_id",        Key(Table::Event),       Phrase::Event),
    plain("claim_id",        Key(Table::Claim),       Phrase::Claim),
    plain("source_id",       Key(Table::Source),      Phrase::Source),
    plain("name",            Text, Phrase::Name),
    plain("title",           Text, Phrase::Title),
    plain("city",            Text, Phrase::City),
    plain("day",             Day,  Phrase::Day),
    plain("first_day",       Day,  Phrase::FirstDay),
    plain("last_day",        Day,  Phrase::LastDay),
    plain("published_on",    Day,  Phrase::PublishedOn),
    plain("weekday",         Word, Phrase::Weekday),
    plain("subject",         Word, Phrase::Subject),
    plain("stage",           Word, Phrase::Stage),
    plain("status",          Word, Phrase::Status),
    plain("verdict",         Word, Phrase::Verdict),
    plain("evidence",        Text, Phrase::Evidence),
    figure("listed",         Count, Phrase::Listed, Listed, SubjectOfReport),
    figure("listed_min",     Bound("listed", End::Min), Phrase::ListedMin, Listed, SubjectOfReport),
    figure("listed_max",     Bound("listed", End::Max), Phrase::ListedMax, Listed, SubjectOfReport),
    figure("certain",        Bound("listed", End::Min), Phrase::Certain, Listed, SubjectOfReport),
    figure("possible",       Bound("listed", End::Further), Phrase::Possible, Listed, SubjectOfReport),
    figure("stated",         Count, Phrase::Stated, Published, SubjectOfReport),
    plain("stated_min",      Bound("stated", End::Min), Phrase::StatedMin),
    plain("stated_max",      Bound("stated", End::Max), Phrase::StatedMax),
    figure("implied_min",    Bound("follows", End::Min), Phrase::ImpliedMin, Everything, SubjectOfReport),
    figure("implied_max",    Bound("follows", End::Max), Phrase::ImpliedMax, Everything, SubjectOfReport),
    plain("follows",         Count, Phrase::Follows),
    figure("count",          Count, Phrase::Count, Published, SubjectOfReport),
    plain("count_min",       Bound("count", End::Min), Phrase::CountMin),
    plain("count_max",       Bound("count", End::Max), Phrase::CountMax),
    plain("published",       Count, Phrase::Published),
    plain("amount",          Count, Phrase::Amount),
    figure("people",         Count, Phrase::People, Published, Subject("people")),
    figure("companies",      Count, Phrase::Companies, Published, Subject("participants")),
    figure("agreements",     Count, Phrase::Agreements, Published, Subject("agreements")),
    figure("participants_listed", Number, Phrase::ParticipantsListed, Listed, Subject("participants")),
    figure("agreements_listed",   Number, Phrase::AgreementsListed, Listed, Subject("agreements")),
    figure("events_listed",       Number, Phrase::EventsListed, Listed, Subject("events")),
    figure("days",           Number, Phrase::Days, Everything, Anything),
    figure("claims",         Number, Phrase::Claims, Published, Anything),
    figure("refuted",        Number, Phrase::Refuted, Everything, Anything),
    figure("inconsistent",   Number, Phrase::Inconsistent, Everything, Anything),
    figure("conflicting",    Number, Phrase::Conflicting, Everything, Anything),
    figure("conditional",    Number, Phrase::Conditional, Everything, Anything),
    figure("supported",      Number, Phrase::Supported, Everything, Anything),
    figure("unverified",     Number, Phrase::Unverified, Everything, Anything),
    figure("wrong_min",      Number, Phrase::WrongMin, Everything, Anything),
    plain("origin",          Text, Phrase::Origin),
    plain("contradiction",   Word, Phrase::Contradiction),
    plain("arithmetic",      Text, Phrase::Arithmetic),
    plain("condition",       Text, Phrase::Condition),
    plain("change",          Word, Phrase::Change),
    plain("table",           Text, Phrase::Table),
    plain("key",             Text, Phrase::Key),
    plain("column",          Text, Phrase::ColumnName),
    plain("old",             Text, Phrase::Old),
    plain("new",             Text, Phrase::New),
    plain("because",         Text, Phrase::Because),
    plain("kind",            Text, Phrase::Kind),
    plain("rows",            Number, Phrase::Rows),
    plain("meaning",         Text, Phrase::Meaning),
    plain("type",            Text, Phrase::Type),
    plain("null",            Text, Phrase::Null),
    plain("references",      Text, Phrase::References),
    plain("function",        Text, Phrase::Function),
    plain("example",         Text, Phrase::Example),
    plain("about",           Text, Phrase::About),
    plain("finding",         Text, Phrase::Finding),
    plain("code",            Text, Phrase::Code),
    plain("defect",          Text, Phrase::Defect),
    plain("explanation",     Text, Phrase::Explanation),
    plain("may be empty",    Text, Phrase::MayBeEmpty),
    plain("holds",           Text, Phrase::Holds),
];

/// The column of a name of this program; `None` = somebody else's.
pub fn known(name: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|column| column.name == name)
}

/// What the cells of a column hold. A name that somebody gave in a query of their own tells at most that it is a day.
pub fn holds(name: &str) -> Holds {
    match known(name) {
        Some(column) => column.holds,
        None if name.ends_with("_day") || name.ends_with("_on") => Day,
        None => Text,
    }
}

/// The heading that people read.
pub fn heading(name: &str, language: Language) -> String {
    match known(name) {
        Some(column) => language.say(column.heading).to_owned(),
        None => name.strip_suffix("_id").unwrap_or(name).replace('_', " "),
    }
}

/// Whether a column tells which part of a mission a row is about.
pub fn narrows(name: &str) -> bool {
    name == "day" || matches!(holds(name), Key(Table::Region | Table::Category | Table::City))
}

#[cfg(test)]
#[path = "../tests/unit/column.rs"]
mod tests;

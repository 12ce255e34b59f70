//! Two databases held against each other: rows by their keys, cell by cell, and what follows for figures and verdicts.

mod meaning;
mod rows;
mod touched;

use crate::error::Error;
use crate::language::{Language, Phrase};
use crate::model::Table;
use crate::result_set::{Caption, Sink, Value};
use rusqlite::Connection;
use touched::Touched;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Differences {
    pub rows: u64,
    /// Of reports.
    pub figures: u64,
    /// Of claims.
    pub verdicts: u64,
}

impl Differences {
    pub fn any(self) -> bool {
        self != Self::default()
    }
}

/// The columns of a comparison: `change` is `added`, `removed` or `changed` for a row of a table, `figure` for a
/// report, `verdict` for a claim; `column`, `old` and `new` are NULL where a whole row came or went, `because` where
/// the rows are the cause themselves, unless two texts look alike.
const COLUMNS: [&str; 8] = ["change", "table", "mission_id", "key", "column", "old", "new", "because"];

/// Streams what differs between an earlier and a later database into a sink, table by table in the order of their keys,
/// then figures, then verdicts.
///
/// The title says what is compared: `about`. Keys that are NULL, verdicts and causes are told in the language of the
/// people who read them, to whom nothing is said where nothing differs; `None` = programs read them.
pub fn diff(
    databases: [&Connection; 2],
    about: &str,
    people: Option<Language>,
    sink: &mut dyn Sink,
) -> Result<Differences, Error> {
    let caption =
        Caption { title: Some(Phrase::Differences), about: about.to_owned(), ..Caption::named("differences") };
    let (differences, touched) = (Differences::default(), Touched::default());
    let language = people.unwrap_or_default();
    let mut out = Out { sink, caption, language, begun: false, differences, touched };
    if people.is_none() {
        out.begin()?;
    }
    Table::ALL.iter().try_for_each(|table| rows::compare(databases, *table, &mut out))?;
    if out.differences.rows > 0 {
        meaning::figures(databases, &mut out)?;
        meaning::verdicts(databases, &mut out)?;
    }
    if out.begun {
        out.sink.end()?;
    }
    Ok(out.differences)
}

/// What became of a row, or of what follows from rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
enum Change {
    Added,
    Removed,
    Changed,
    Figure,
    Verdict,
}

struct Difference<'d> {
    change: Change,
    table: &'d str,
    mission: Option<&'d str>,
    key: String,
    column: Option<&'d str>,
    old: Value,
    new: Value,
    because: Option<String>,
}

impl<'d> Difference<'d> {
    /// That a row differs, as a whole.
    fn of(change: Change, table: &'d str, mission: Option<&'d str>, key: String) -> Self {
        Self { change, table, mission, key, column: None, old: Value::Null, new: Value::Null, because: None }
    }
}

/// A sink that begins with the first difference at the latest.
struct Out<'s> {
    sink: &'s mut dyn Sink,
    caption: Caption,
    language: Language,
    begun: bool,
    differences: Differences,
    /// The rows that differ so far.
    touched: Touched,
}

impl Out<'_> {
    fn begin(&mut self) -> Result<(), Error> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        self.sink.begin(&self.caption, &COLUMNS.map(str::to_owned))
    }

    fn write(&mut self, difference: Difference<'_>) -> Result<(), Error> {
        self.begin()?;
        let text = |text: Option<&str>| text.map_or(Value::Null, Value::from);
        let Difference { change, table, mission, key, column, old, new, because } = difference;
        let (change, key, because) = (Value::from(<&str>::from(change)), Value::Text(key), text(because.as_deref()));
        self.sink.row(&[change, Value::from(table), text(mission), key, text(column), old, new, because])
    }
}

//! What the forms for findings need to know of each row, by the names of its columns.

use crate::result_set::{ResultSet, Value};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Level {
    /// Wrong.
    Error,
    /// Perhaps wrong.
    Warning,
    /// Worth knowing.
    Notice,
    /// Not decided.
    Open,
    /// Found to be right.
    Pass,
}

/// One finding. The columns of the result are `level`, `rule`, `file`, `line`, `title` and `message`.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) level: Level,
    pub(super) rule: String,
    pub(super) file: String,
    pub(super) line: i64,
    pub(super) title: String,
    pub(super) message: String,
}

impl Finding {
    pub(super) fn all(result: &ResultSet) -> Vec<Self> {
        result.rows.iter().map(|row| Self::of(&result.columns, row)).collect()
    }

    pub(super) fn of(columns: &[String], row: &[Value]) -> Self {
        let cell = |name: &str| columns.iter().position(|column| column == name).map(|index| &row[index]);
        let text = |name: &str| cell(name).map(Value::to_text).unwrap_or_default();
        Self {
            level: text("level").parse().unwrap_or(Level::Error),
            rule: text("rule"),
            file: text("file"),
            line: text("line").parse().unwrap_or(1),
            title: text("title"),
            message: text("message"),
        }
    }
}

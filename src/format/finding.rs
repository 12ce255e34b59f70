//! What the forms for findings need to know of each row, by the names of its columns.

use crate::result_set::{ResultSet, Value};

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Level {
    Error,
    /// Perhaps wrong.
    Warning,
    /// Worth knowing.
    Notice,
    Open,
    /// Found to be right.
    Pass,
}

/// One finding. The columns of the result are `level`, `rule`, `file`, `line`, `title` and `message`, and where it is
/// about a claim `mission_id` and `claim_id`.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) level: Level,
    pub(super) rule: String,
    /// `None` = not known where it is.
    pub(super) file: Option<String>,
    /// `None` = the whole file, or not known.
    pub(super) line: Option<i64>,
    /// The mission and the claim that it is about.
    pub(super) claim: Option<(String, String)>,
    pub(super) title: String,
    pub(super) message: String,
}

impl Finding {
    pub(super) fn all(result: &ResultSet) -> Vec<Self> {
        result.rows.iter().map(|row| Self::of(&result.columns, row)).collect()
    }

    pub(super) fn of(columns: &[String], row: &[Value]) -> Self {
        let cell = |name: &str| columns.iter().position(|column| column == name).map(|index| &row[index]);
        let known = |name: &str| cell(name).filter(|value| **value != Value::Null).map(Value::to_text);
        let text = |name: &str| known(name).unwrap_or_default();
        Self {
            level: text("level").parse().unwrap_or(Level::Error),
            rule: text("rule"),
            file: known("file"),
            line: if let Some(Value::Integer(line)) = cell("line") { Some(*line) } else { None },
            claim: known("mission_id").zip(known("claim_id")),
            title: text("title"),
            message: text("message"),
        }
    }
}

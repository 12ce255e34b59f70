//! Findings: what the forms for them need to know of each row, and the plainest of these forms.

use super::Look;
use crate::result_set::{ResultSet, Value};
use std::io::{self, Write};

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
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
        let finding = |row: &Vec<Value>| {
            let text = |name| result.text(row, name);
            let known = |name| Some(text(name)).filter(|text| !text.is_empty());
            Self {
                level: text("level").parse().unwrap_or(Level::Error),
                rule: text("rule"),
                file: known("file"),
                line: result.cell(row, "line").and_then(Value::integer),
                claim: known("mission_id").zip(known("claim_id")),
                title: text("title"),
                message: text("message"),
            }
        };
        result.rows.iter().map(finding).collect()
    }
}

/// Workflow commands of GitHub Actions: one annotation per error or warning.
pub(super) fn write_annotations(result: ResultSet, out: &mut dyn Write, _: Look, _: bool) -> io::Result<()> {
    for Finding { level, file, line, title, message, .. } in Finding::all(&result) {
        if matches!(level, Level::Open | Level::Pass) {
            continue;
        }
        let properties = [("file", file), ("line", line.map(|line| line.to_string())), ("title", Some(title))];
        let known = properties.iter().filter_map(|(name, value)| Some(format!("{name}={}", property(value.as_ref()?))));
        let command = <&str>::from(level);
        writeln!(out, "::{command} {}::{}", known.collect::<Vec<_>>().join(","), data(&message))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

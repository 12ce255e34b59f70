//! The schema as SQLite, DuckDB and PostgreSQL all read it: the types of the SQL standard in the place of those of
//! STRICT tables. The views need no change, as `schema.sql` keeps to what these engines and Spark SQL share.

use super::statements;

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "UPPERCASE")]
pub enum Made {
    Table,
    Index,
    View,
}

/// A statement that makes something, with the comment above it.
#[derive(Debug, Clone)]
pub struct Making {
    pub made: Made,
    pub name: &'static str,
    /// Without the semicolon.
    pub sql: String,
}

/// All of the schema, each table and view behind those that it refers to.
pub fn portable_schema() -> Vec<Making> {
    statements().filter_map(making).collect()
}

fn making((above, statement): (&str, &'static str)) -> Option<Making> {
    let mut words = statement.split_whitespace().skip_while(|word| ["CREATE", "UNIQUE"].contains(word));
    let made = words.next()?.parse().ok()?;
    // What is further above is not about this one.
    let comment = above.rfind("\n\n").map_or(above, |end| &above[end + 2..]);
    let lines = comment.lines().chain(statement.lines());
    let lines = lines.map(|line| if made == Made::Table { of_table(line) } else { line.to_owned() });
    Some(Making { made, name: words.next()?, sql: lines.collect::<Vec<_>>().join("\n") })
}

/// A line of a table: one column, or what ends it.
fn of_table(line: &str) -> String {
    let (code, comment) = line.split_once("  --").unwrap_or((line, ""));
    let code = code.trim_end();
    let code = match code.split_once(" CHECK (") {
        // A text that is the day it says is a day.
        Some((column, check)) if check.contains(" IS date(") => {
            format!("{}{}", column.replacen("TEXT", "DATE", 1), if check.ends_with(',') { "," } else { "" })
        }
        _ if code.starts_with(") STRICT") => ")".to_owned(),
        _ => code.replacen(" INTEGER", " BIGINT", 1).replacen(" REAL ", " DOUBLE PRECISION ", 1),
    };
    if comment.is_empty() { code } else { format!("{code}  --{comment}") }
}

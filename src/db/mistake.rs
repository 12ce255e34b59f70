//! What is wrong with a statement: the place, and the nearest name that there is.

use super::texts;
use crate::error::{Error, nearest};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use rusqlite::Connection;

/// An error that SQLite found in a statement, with its place and the nearest name.
pub(super) fn explain(conn: &Connection, error: Error, statement: &str) -> Error {
    let (message, told) = match &error {
        // What SQLite was given is what was left of the input.
        Error::Sql(rusqlite::Error::SqlInputError { msg, sql, offset, .. }) => {
            let begin = statement.len().saturating_sub(sql.len());
            (msg, usize::try_from(*offset).ok().map(|offset| begin + offset))
        }
        Error::Sql(rusqlite::Error::SqliteFailure(_, Some(msg))) => (msg, None),
        _ => return error,
    };
    // Of a table that is not there, SQLite tells no place.
    let place = told.or_else(|| statement.find(message.strip_prefix("no such table: ")?));
    Error::Statement {
        message: message.clone(),
        drawn: place.and_then(|place| drawn(statement, place)),
        nearest: nearest_name(conn, message),
    }
}

/// The name that is nearest to the one that a message says is not there.
fn nearest_name(conn: &Connection, message: &str) -> Option<String> {
    let names = [
        ("no such table: ", "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"),
        ("no such column: ", include_str!("columns.sql")),
        ("no such function: ", "SELECT DISTINCT name FROM pragma_function_list ORDER BY name"),
    ];
    names.into_iter().find_map(|(what, sql)| {
        let name = message.strip_prefix(what)?;
        nearest(name.rsplit('.').next().unwrap_or(name), texts(conn, sql, []).ok()?)
    })
}

/// The statement with a caret below the word at a byte.
fn drawn(statement: &str, place: usize) -> Option<String> {
    let rest = statement.get(place..)?;
    let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let end = place + word.max(rest.chars().next().map_or(0, char::len_utf8));
    let snippet = Snippet::source(statement).annotation(AnnotationKind::Primary.span(place..end));
    Some(Renderer::plain().render(&[Group::with_level(Level::ERROR).element(snippet)]).clone())
}

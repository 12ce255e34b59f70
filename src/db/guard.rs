//! Statements of a stranger: one at a time, reading only, within limits of time, rows and memory; and what is wrong
//! with those that cannot be run.

use super::open::{limit, rows_up_to};
use super::{RELATIONS, functions, texts};
use crate::error::{Error, nearest};
use crate::result_set::{Caption, Sink};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use rusqlite::config::DbConfig;
use rusqlite::fallible_iterator::FallibleIterator;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::Value;
use rusqlite::{Batch, Connection, ErrorCode, Statement};
use std::time::Duration;

#[derive(Debug, Clone)]
pub struct Question {
    pub sql: String,
    pub parameters: Vec<(String, Value)>,
    /// It is stopped once it has taken longer.
    pub time: Duration,
    /// It is stopped once it has yielded so many rows; `None` = never.
    pub rows: Option<u64>,
    /// It takes no more memory than this, in bytes; it sorts in memory, so that it leaves nothing on a disk.
    pub memory: u64,
    /// The bytes that are kept of each cell, besides its text, where all of the result is kept; it takes no more memory
    /// either.
    pub kept_of_cell: Option<u64>,
}

/// No value becomes larger than this, in bytes, and no pattern of LIKE and GLOB.
pub(super) const LARGEST_VALUE: i32 = 16 << 20;
const LONGEST_PATTERN: i32 = 1_000;

/// What SQL may ask of the schema by PRAGMA.
#[rustfmt::skip]
const PRAGMAS: [&str; 9] = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
    "function_list", "collation_list",
];

/// Runs one statement that can do nothing but read, and streams its rows into a sink; yields whether there would have
/// been more of them.
///
/// # Errors
/// The statement is none, or more than one, or does anything else than read; a parameter is missing, not used or given
/// twice; it takes too long or too much memory; SQLite refuses it.
pub fn run_guarded(conn: &mut Connection, question: &Question, sink: &mut dyn Sink) -> Result<bool, Error> {
    functions::register(conn, question.memory)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // The file may be a stranger's as well: its views must not call what could do harm.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LARGEST_VALUE)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    conn.set_limit(Limit::SQLITE_LIMIT_WORKER_THREADS, 0)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // The time is looked at between steps only; what one step can take, LARGEST_VALUE bounds.
    limit(conn, question.memory, question.time, 1_000)?;
    // Comes behind the pragmas, as it would refuse them.
    conn.authorizer(Some(authorize))?;
    run(conn, question, sink).map_err(|error| explain(conn, stopped(error, question), &question.sql))
}

fn run(conn: &Connection, question: &Question, sink: &mut dyn Sink) -> Result<bool, Error> {
    let mut batch = Batch::new(conn, &question.sql);
    let Some(mut statement) = batch.next()? else {
        return Err(Error::usage(
            "there is no SQL statement in the input",
            "such as: mission query 'SELECT name FROM missions'",
        ));
    };
    // Looked for before the first one runs, so that nothing is printed of what is refused.
    if batch.next()?.is_some() {
        return Err(Error::usage("only one statement can be run at a time", "run each of them by itself"));
    }
    // To SQLite, BEGIN and ATTACH are read-only as well.
    if !statement.readonly() || statement.column_count() == 0 {
        return Err(Error::Refused("the statement yields no rows; only SELECT is allowed".to_owned()));
    }
    bind(&mut statement, &question.parameters)?;
    rows_up_to(question.rows, &mut statement, &Caption::default(), sink)
}

/// `query_only` could be switched off again by SQL; an authorizer cannot.
fn authorize(context: AuthContext<'_>) -> Authorization {
    let allowed = match context.action {
        AuthAction::Select | AuthAction::Read { .. } | AuthAction::Recursive => true,
        AuthAction::Function { function_name } => {
            // Both run native code: that of a library, or that at an address.
            !["load_extension", "fts3_tokenizer"].iter().any(|name| function_name.eq_ignore_ascii_case(name))
        }
        AuthAction::Pragma { pragma_name, .. } => PRAGMAS.iter().any(|name| pragma_name.eq_ignore_ascii_case(name)),
        _ => false,
    };
    if allowed { Authorization::Allow } else { Authorization::Deny }
}

/// Gives each parameter of the statement its value. SQL writes a name with `:`, `@` or `$` before it.
fn bind(statement: &mut Statement<'_>, parameters: &[(String, Value)]) -> Result<(), Error> {
    let wrong = |message| Err(Error::Parameter(message));
    let mut used = Vec::new();
    for index in 1..=statement.parameter_count() {
        let named = statement.parameter_name(index).filter(|name| !name.starts_with('?')).map(str::to_owned);
        let Some(written) = named else {
            return wrong("a parameter of the statement has no name; write it as :name".to_owned());
        };
        let Some((name, value)) = parameters.iter().find(|(name, _)| *name == written[1..]) else {
            return wrong(format!("the parameter {written} of the statement has no value"));
        };
        statement.raw_bind_parameter(index, value)?;
        used.push(name);
    }
    for (index, (name, _)) in parameters.iter().enumerate() {
        if parameters[..index].iter().any(|(earlier, _)| earlier == name) {
            return wrong(format!("the parameter {name} is given twice"));
        }
        if !used.contains(&name) {
            return wrong(format!("the statement has no parameter :{name}"));
        }
    }
    Ok(())
}

/// That a statement took longer than it may.
pub(super) fn timed_out(time: Duration) -> Error {
    Error::usage(
        format!("the statement was stopped after {} s", time.as_secs_f64()),
        "narrow it down, or give it more with --timeout SECONDS",
    )
}

/// That a statement or its result needs more memory than it may.
pub(super) fn too_large(memory: u64) -> Error {
    Error::usage(
        format!("the statement was stopped: it needs more than {} MiB of memory", memory >> 20),
        "narrow it down, write it with -f csv, or give it more with --max-memory MIB",
    )
}

fn stopped(error: Error, question: &Question) -> Error {
    let Error::Sql(sql) = &error else { return error };
    match sql.sqlite_error_code() {
        Some(ErrorCode::OperationInterrupted) => timed_out(question.time),
        Some(ErrorCode::OutOfMemory) => too_large(question.memory),
        _ if sql.to_string().contains(functions::TOO_MANY) => too_large(question.memory),
        Some(ErrorCode::TooBig) => {
            Error::usage("the statement was stopped: a value is larger than 16 MiB", "narrow it down")
        }
        Some(ErrorCode::AuthorizationForStatementDenied) => denied(),
        // A function that is denied is reported as an error in the statement.
        _ if sql.to_string().starts_with("not authorized") => denied(),
        _ => error,
    }
}

fn denied() -> Error {
    Error::Refused("the statement does more than read; only SELECT is allowed".to_owned())
}

/// An error that SQLite found in a statement, with its place and the nearest name.
fn explain(conn: &Connection, error: Error, statement: &str) -> Error {
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

fn nearest_name(conn: &Connection, message: &str) -> Option<String> {
    let names = [
        ("no such table: ", RELATIONS),
        ("no such column: ", include_str!("columns.sql")),
        ("no such function: ", "SELECT DISTINCT name FROM pragma_function_list ORDER BY name"),
    ];
    names.into_iter().find_map(|(what, sql)| {
        let name = message.strip_prefix(what)?;
        nearest(name.rsplit('.').next().unwrap_or(name), texts(conn, sql, []).ok()?)
    })
}

fn drawn(statement: &str, place: usize) -> Option<String> {
    let rest = statement.get(place..)?;
    let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let end = place + word.max(rest.chars().next().map_or(0, char::len_utf8));
    let snippet = Snippet::source(statement).annotation(AnnotationKind::Primary.span(place..end));
    Some(Renderer::plain().render(&[Group::with_level(Level::ERROR).element(snippet)]).clone())
}

//! Statements of a stranger: one at a time, reading only.

use super::{each_row, slugs};
use crate::error::{Error, nearest};
use crate::result_set::{Caption, Sink};
use rusqlite::fallible_iterator::FallibleIterator;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Batch, Connection, Statement};
use std::time::{Duration, Instant};

/// Values for the named parameters of a statement, all given as text.
pub type Parameters = Vec<(String, String)>;

/// Runs one statement that can do nothing but read, and streams its rows into a sink; it is stopped once it has
/// taken longer than `limit`.
///
/// # Errors
/// The statement is none, or more than one, or does anything else than read; a parameter is missing
/// or not used; SQLite refuses it.
pub fn run_guarded(
    conn: &mut Connection,
    sql: &str,
    parameters: &Parameters,
    limit: Duration,
    sink: &mut dyn Sink,
) -> Result<(), Error> {
    let names = Names::read(conn)?;
    conn.authorizer(Some(authorize))?;
    let started = Instant::now();
    conn.progress_handler(10_000, Some(move || started.elapsed() > limit))?;
    run(conn, sql, parameters, sink).map_err(|error| names.with_nearest(stopped(error, limit)))
}

fn run(conn: &Connection, sql: &str, parameters: &Parameters, sink: &mut dyn Sink) -> Result<(), Error> {
    let mut batch = Batch::new(conn, sql);
    let first = batch.next().map_err(refusal)?;
    let Some(mut statement) = first else {
        return Err(Error::Refused("there is no SQL statement in the input".to_owned()));
    };
    if batch.next().map_err(refusal)?.is_some() {
        return Err(Error::Refused("only one statement can be run at a time".to_owned()));
    }
    if !statement.readonly() || statement.column_count() == 0 {
        return Err(Error::Refused("the statement yields no rows; only SELECT is allowed".to_owned()));
    }
    bind(&mut statement, parameters)?;
    each_row(&mut statement, &Caption::default(), sink)
}

/// `query_only` could be switched off again by SQL; an authorizer cannot.
fn authorize(context: AuthContext<'_>) -> Authorization {
    match context.action {
        AuthAction::Select | AuthAction::Read { .. } | AuthAction::Recursive => Authorization::Allow,
        AuthAction::Function { function_name } if !function_name.eq_ignore_ascii_case("load_extension") => {
            Authorization::Allow
        }
        _ => Authorization::Deny,
    }
}

fn refusal(error: rusqlite::Error) -> Error {
    let denied = match &error {
        // A function that is denied is reported as an error in the statement.
        rusqlite::Error::SqlInputError { msg, .. } => msg.starts_with("not authorized"),
        other => other.sqlite_error_code() == Some(rusqlite::ErrorCode::AuthorizationForStatementDenied),
    };
    if denied {
        Error::Refused("the statement does more than read; only SELECT is allowed".to_owned())
    } else {
        Error::Sql(error)
    }
}

fn bind(statement: &mut Statement<'_>, parameters: &Parameters) -> Result<(), Error> {
    for (name, value) in parameters {
        match statement.parameter_index(&format!(":{name}"))? {
            Some(index) => statement.raw_bind_parameter(index, value)?,
            None => return Err(Error::Parameter(format!("the statement has no parameter :{name}"))),
        }
    }
    for index in 1..=statement.parameter_count() {
        let name = statement.parameter_name(index).unwrap_or("?");
        if !parameters.iter().any(|(given, _)| name.strip_prefix(':') == Some(given)) {
            return Err(Error::Parameter(format!("the parameter {name} of the statement has no value")));
        }
    }
    Ok(())
}

/// What a statement can name.
struct Names {
    tables: Vec<String>,
    columns: Vec<String>,
    functions: Vec<String>,
}

impl Names {
    fn read(conn: &Connection) -> Result<Self, Error> {
        Ok(Self {
            tables: slugs(conn, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")?,
            columns: slugs(conn, include_str!("columns.sql"))?,
            functions: slugs(conn, "SELECT DISTINCT name FROM pragma_function_list ORDER BY name")?,
        })
    }

    /// An error about an unknown name, with the nearest one that there is.
    fn with_nearest(&self, error: Error) -> Error {
        let msg = match &error {
            Error::Sql(rusqlite::Error::SqlInputError { msg, .. } | rusqlite::Error::SqliteFailure(_, Some(msg))) => {
                msg
            }
            _ => return error,
        };
        let kinds = [
            ("no such table: ", &self.tables),
            ("no such column: ", &self.columns),
            ("no such function: ", &self.functions),
        ];
        for (message, names) in kinds {
            if let Some(name) = msg.strip_prefix(message) {
                let name = name.rsplit('.').next().unwrap_or(name);
                if let Some(nearest) = nearest(name, names) {
                    return Error::Usage { message: format!("SQL: {msg}"), hint: format!("did you mean `{nearest}`?") };
                }
            }
        }
        error
    }
}

fn stopped(error: Error, limit: Duration) -> Error {
    match &error {
        Error::Sql(sql) if sql.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted) => Error::Usage {
            message: format!("the statement was stopped after {} seconds", limit.as_secs()),
            hint: "narrow it down, or open the file with another program".to_owned(),
        },
        _ => error,
    }
}

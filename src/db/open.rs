//! Opening a finished database, read-only, and streaming rows, names and labels out of it.

use super::{APPLICATION_ID, SCHEMA_VERSION};
use crate::error::Error;
use crate::language::Language;
use crate::model::{Column, Table};
use crate::result_set::{Caption, Labels, Sink, Value};
use rusqlite::{Connection, ErrorCode, OpenFlags, Params, Row, Statement, ToSql};
use std::path::Path;

/// Opens a database of `mission` for reading.
///
/// # Errors
/// There is no file, or it is not a database of this version of `mission`.
pub fn open(path: &Path) -> Result<Connection, Error> {
    // Of a missing file and of a folder, SQLite says the same: that it cannot open it.
    if !path.exists() {
        return Err(Error::NoDatabase(path.to_owned()));
    }
    if path.is_dir() {
        return Err(Error::NotADatabase(path.to_owned()));
    }
    // A connection stays in one thread, so that SQLite needs no locks of its own.
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    // SQLite reads the file with the first question only: here it shows that it is no database.
    match identity(&conn) {
        Ok((APPLICATION_ID, SCHEMA_VERSION)) => Ok(conn),
        Ok((APPLICATION_ID, version)) => {
            Err(Error::OtherVersion { path: path.to_owned(), is_older: version < SCHEMA_VERSION })
        }
        Ok(_) => Err(Error::ForeignDatabase(path.to_owned())),
        Err(rusqlite::Error::SqliteFailure(failure, _)) if failure.code == ErrorCode::NotADatabase => {
            Err(Error::NotADatabase(path.to_owned()))
        }
        Err(error) => Err(error.into()),
    }
}

fn identity(conn: &Connection) -> rusqlite::Result<(i64, i64)> {
    let pragma = |name| conn.pragma_query_value(None, name, |row| row.get(0));
    Ok((pragma("application_id")?, pragma("user_version")?))
}

/// Streams the rows of a statement into a sink, given the values of those parameters that it has.
pub fn stream(
    conn: &Connection,
    sql: &str,
    parameters: &[(&str, &dyn ToSql)],
    caption: &Caption,
    sink: &mut dyn Sink,
) -> Result<(), Error> {
    let mut statement = conn.prepare(sql)?;
    for (name, value) in parameters {
        if let Some(index) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(index, value)?;
        }
    }
    each_row(&mut statement, caption, sink)
}

/// Streams the rows of a statement, whose parameters are bound already, into a sink.
pub fn each_row(statement: &mut Statement<'_>, caption: &Caption, sink: &mut dyn Sink) -> Result<(), Error> {
    rows_up_to(None, statement, caption, sink).map(drop)
}

/// The same, but no more than `most` rows; yields whether there are more.
pub(super) fn rows_up_to(
    most: Option<u64>,
    statement: &mut Statement<'_>,
    caption: &Caption,
    sink: &mut dyn Sink,
) -> Result<bool, Error> {
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    sink.begin(caption, &columns)?;
    let mut values = vec![Value::Null; columns.len()];
    let mut rows = statement.raw_query();
    let (mut written, mut more) = (0, false);
    while let Some(row) = rows.next()? {
        // One row more than asked for is fetched, as nothing else tells whether there is one.
        more = most == Some(written);
        if more {
            break;
        }
        for (index, value) in values.iter_mut().enumerate() {
            value.take(row, index)?;
        }
        sink.row(&values)?;
        written += 1;
    }
    sink.end()?;
    Ok(more)
}

/// The statement for the rows of a table with the columns of its CSV file, in the order of its key; those of one
/// mission are asked for with its key as the only parameter.
pub fn in_order_of_key(table: Table, of_mission: bool) -> String {
    let list = |columns: &[Column]| columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
    let (columns, name, key) = (list(table.columns()), table.name(), list(table.key()));
    let only = if of_mission { " WHERE mission_id = :mission" } else { "" };
    format!("SELECT {columns} FROM {name}{only} ORDER BY {key}")
}

/// What is read from each row of a statement.
pub fn rows<T, C: FromIterator<T>>(
    conn: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<C, Error> {
    Ok(conn.prepare(sql)?.query_map(parameters, read)?.collect::<Result<_, _>>()?)
}

/// The first column of a statement, as text.
pub fn texts(conn: &Connection, sql: &str, parameters: impl Params) -> Result<Vec<String>, Error> {
    rows(conn, sql, parameters, |row| row.get(0))
}

/// The label of every region, category and city in a language.
pub fn labels(conn: &Connection, language: Language) -> Result<Labels, Error> {
    let code = language.code();
    let mut labels = Labels::default();
    for (table, sql) in [
        (Table::Region, format!("SELECT region_id, label_{code} FROM regions")),
        (Table::Category, format!("SELECT category_id, label_{code} FROM categories")),
        (Table::City, "SELECT city_id, name FROM cities".to_owned()),
    ] {
        labels.insert(table, rows(conn, &sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?);
    }
    Ok(labels)
}

//! Opening a finished database, read-only, and streaming rows, names and labels out of it.

use super::build::triggers;
use super::checksum::{self, Extent};
use super::{APPLICATION_ID, SCHEMA_VERSION};
use crate::atomic::{LEFTOVERS, note_input, with_ending};
use crate::error::{Error, not_standard_input};
use crate::language::Language;
use crate::model::{Column, Table};
use crate::result_set::{Caption, Labels, Sink, Value};
use crate::system;
use crate::uri;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags, Params, Row, Statement, ToSql};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// Opens a database of `mission` for reading. It is a file from a stranger until it has just the tables and views of
/// this version, and as much of it as is asked for the checksum with which it was written.
///
/// # Errors
/// There is no file, it is damaged, or not a database of this version of `mission`.
pub fn open(path: &Path, extent: Extent) -> Result<Connection, Error> {
    let mut conn = opened(path, extent)?;
    // The statements of the commands are our own, but the rows are not: none takes longer, or more memory, than any
    // needs.
    limit(&mut conn, MOST_MEMORY, LONGEST, 1_000_000)?;
    Ok(conn)
}

/// That every statement is stopped once it takes more memory, or longer, which is looked at after so many steps.
pub(super) fn limit(conn: &mut Connection, memory: u64, time: Duration, steps: i32) -> rusqlite::Result<()> {
    // The limit is that of the whole process, which does nothing else.
    let memory = i64::try_from(memory).unwrap_or(i64::MAX);
    conn.pragma_update_and_check(None, "hard_heap_limit", memory, |_| Ok(()))?;
    let begun = Instant::now();
    conn.progress_handler(steps, Some(move || begun.elapsed() > time))
}

const MOST_MEMORY: u64 = 1 << 30;
const LONGEST: Duration = Duration::from_secs(3_600);

/// Opens a database for statements that are guarded: one of `mission`, or any other that SQLite can read.
///
/// # Errors
/// There is no file, it is no database, or one of `mission` that is damaged.
pub fn open_any(path: &Path) -> Result<Connection, Error> {
    if is_ours(path)? {
        return opened(path, Extent::Small);
    }
    for ending in LEFTOVERS {
        // SQLite would wait for somebody to write into a pipe.
        let beside = with_ending(path, ending);
        if beside.metadata().is_ok_and(|metadata| !metadata.is_file()) {
            return Err(Error::usage(
                format!("{} is no file", beside.display()),
                "remove it, or copy the database alone",
            ));
        }
    }
    let conn = Connection::open_with_flags(path, FLAGS)?;
    match identity(&conn) {
        Ok(_) => Ok(conn),
        // One left in WAL mode wants a file beside it, where none may be made; without a log, nobody changes it there.
        Err(error) if is_not_writable(&error) && !has_log(path) => unchanging(path),
        Err(error) => Err(not_opened(path, error)),
    }
}

fn is_not_writable(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen))
}

/// Whether changes lie beside a database that are not in it yet.
fn has_log(path: &Path) -> bool {
    with_ending(path, "-wal").metadata().is_ok_and(|metadata| metadata.len() > 0)
}

/// Opens a file as one that nobody changes: what lies beside it is not looked at.
fn unchanging(path: &Path) -> Result<Connection, Error> {
    let uri = format!("{}?immutable=1", as_uri(path).map_err(Error::file("read", path))?);
    Ok(Connection::open_with_flags(uri, FLAGS | OpenFlags::SQLITE_OPEN_URI)?)
}

// A connection stays in one thread, so that SQLite needs no locks of its own.
const FLAGS: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// Whether a file is one of `mission`, be it whole or damaged.
fn is_ours(path: &Path) -> Result<bool, Error> {
    // Opening a pipe would wait for somebody to write into it.
    match path.metadata() {
        Err(_) => {
            not_standard_input("a database", path, "name its file with --db")?;
            Err(Error::NoDatabase(path.to_owned()))
        }
        Ok(metadata) if !metadata.is_file() => Err(Error::NotADatabase(path.to_owned())),
        Ok(_) => checksum::is_ours(path).map_err(Error::file("read", path)),
    }
}

fn opened(path: &Path, extent: Extent) -> Result<Connection, Error> {
    note_input(path);
    let is_ours = is_ours(path)?;
    // Nobody changes a finished file: what a killed program left beside the one that was there before is not its own.
    let conn = unchanging(path)?;
    // SQLite reads the file with the first question only: here it shows that it is no database.
    match identity(&conn) {
        Ok((APPLICATION_ID, version)) if version != SCHEMA_VERSION => {
            Err(Error::OtherVersion { path: path.to_owned(), is_older: version < SCHEMA_VERSION })
        }
        _ if is_ours => {
            conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, super::guard::LARGEST_VALUE)?;
            checksum::check(path, extent)?;
            check_schema(&conn, path)?;
            Ok(conn)
        }
        Ok(_) => Err(Error::ForeignDatabase(path.to_owned())),
        Err(error) => Err(not_opened(path, error)),
    }
}

fn not_opened(path: &Path, error: rusqlite::Error) -> Error {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) if failure.code == ErrorCode::NotADatabase => {
            Error::NotADatabase(path.to_owned())
        }
        error if is_not_writable(&error) => {
            let message = format!("{} has changes beside it that are not in it yet", path.display());
            Error::usage(message, "open it once where it may be written to, or copy it together with its -wal")
        }
        error => error.into(),
    }
}

fn identity(conn: &Connection) -> rusqlite::Result<(i64, i64)> {
    let pragma = |name| conn.pragma_query_value(None, name, |row| row.get(0));
    Ok((pragma("application_id")?, pragma("user_version")?))
}

/// That the file has the tables, views and triggers that this version makes, byte for byte, and nothing else: a view of
/// a stranger could say anything, and run for ever.
fn check_schema(conn: &Connection, path: &Path) -> Result<(), Error> {
    let foreign = || Error::ForeignDatabase(path.to_owned());
    let made = || super::statements().map(|(_, statement)| statement);
    let triggers = triggers();
    let mut statement = conn.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")?;
    let mut found = statement.raw_query();
    for expected in made().chain(triggers.iter().map(String::as_str)) {
        let row = found.next()?.ok_or_else(foreign)?;
        if row.get_ref(0)?.as_str() != Ok(expected) {
            return Err(foreign());
        }
    }
    if found.next()?.is_none() { Ok(()) } else { Err(foreign()) }
}

/// A path as SQLite takes it with parameters.
fn as_uri(path: &Path) -> io::Result<String> {
    let text = uri::escaped(&system::slashed(&std::path::absolute(path)?));
    // The path of a network share begins with two slashes of its own, that of a drive with none.
    Ok(if text.starts_with('/') { format!("file://{text}") } else { format!("file:///{text}") })
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
    let (mut left, mut more) = (most.unwrap_or(u64::MAX), false);
    while let Some(row) = rows.next()? {
        // One row more than asked for is fetched, as nothing else tells whether there is one.
        more = left == 0;
        if more {
            break;
        }
        left -= 1;
        values.iter_mut().enumerate().try_for_each(|(index, value)| value.take(row, index))?;
        sink.row(&values)?;
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
        labels.0.insert(table, rows(conn, &sql, [], |row| row.try_into())?);
    }
    Ok(labels)
}

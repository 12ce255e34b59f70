//! Building: a draft beside the target, renamed over it once it is whole.

use super::{SCHEMA, checksum, statements};
use crate::atomic::{DraftFile, LEFTOVERS, followed, parent};
use crate::cell::Value;
use crate::error::Error;
use crate::model::Table;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, Statement};
use std::fs::File;
use std::path::Path;

const REFUSAL: &str = "this file is built from a data folder: edit the CSV and run mission init";

/// A database in the making. Dropped, it leaves nothing behind; the file at the target stays as it is until `finish`.
pub struct Draft {
    pub conn: Connection,
    file: DraftFile,
}

impl Draft {
    /// Starts a draft for the database at `path`; a symbolic link is followed.
    ///
    /// # Errors
    /// Something is at the target that is not a database of `mission` (unless `force`), or the draft
    /// cannot be made beside it.
    pub fn new(path: &Path, force: bool) -> Result<Self, Error> {
        let target = followed(path);
        if target.exists() && !target.is_file() {
            return Err(Error::usage(format!("{} is no file", target.display()), "name one with --db"));
        }
        // An empty file, as mktemp leaves one, has nothing to lose.
        let would_lose = target.metadata().is_ok_and(|metadata| metadata.len() > 0);
        // One of another version or a damaged one is ours as well: to build anew is how it is mended.
        let is_ours = || checksum::is_ours(&target).unwrap_or(false);
        if would_lose && !force && !is_ours() {
            return Err(Error::WouldReplace(target));
        }
        let file = DraftFile::replacing(path)?;
        // Asked first, as SQLite does not tell why it cannot open a file.
        File::open(file.path()).map_err(Error::file("write", path))?;
        let conn = Connection::open(file.path())?;
        // Plans that depend on the values bound would be made anew for every mission.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.execute_batch(include_str!("draft.sql"))?;
        conn.execute_batch(SCHEMA)?;
        Ok(Self { conn, file })
    }

    pub fn folder(&self) -> &Path {
        parent(self.file.path())
    }

    /// What an error that came up while the draft was filled means.
    pub fn explain(&self, error: Error) -> Error {
        explained(error, self.file.name())
    }

    /// Seals the draft, makes it durable and puts it in the place of the target, in one atomic step.
    pub fn finish(self) -> Result<(), Error> {
        // Triggers go with the file, whoever opens it where. They guard against accidents: who drops them means to.
        let seal = triggers().join(";") + "; COMMIT";
        self.conn.execute_batch(&seal).map_err(|error| self.explain(error.into()))?;
        self.conn.close().map_err(|(_, error)| error)?;
        let (path, name) = (self.file.path().to_owned(), self.file.name().to_owned());
        checksum::append(&path).map_err(|error| explained(Error::file("write", &name)(error), &name))?;
        self.file.replace(&LEFTOVERS)
    }
}

/// What an error means that came up while a file of this name was made.
fn explained(error: Error, name: &Path) -> Error {
    use rusqlite::ErrorCode::{DiskFull, SystemIoFailure};
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    let is_full = match &error {
        // SQLite calls only ENOSPC a full disk; a quota and a limit on the size of files are I/O errors to it.
        Error::Sql(sql) => matches!(sql.sqlite_error_code(), Some(DiskFull | SystemIoFailure)),
        Error::File { source, .. } => matches!(source.kind(), StorageFull | FileTooLarge | QuotaExceeded),
        _ => false,
    };
    if is_full { Error::Full(name.to_owned()) } else { error }
}

/// The triggers that make every later INSERT, UPDATE and DELETE fail, in the order in which they are made: the file
/// could otherwise hold verdicts that disagree with its rows.
pub(super) fn triggers() -> Vec<String> {
    let table = |(_, statement): (_, &'static str)| statement.strip_prefix("CREATE TABLE ")?.split_whitespace().next();
    let mut tables: Vec<&str> = statements().filter_map(table).collect();
    tables.sort_unstable();
    let of_table = |table: &&str| {
        ["INSERT", "UPDATE", "DELETE"].map(|change| {
            format!(
                "CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table}
                 BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
        })
    };
    tables.iter().flat_map(of_table).collect()
}

/// Inserts the rows of one table, several with one statement, which takes less time for each.
pub struct Inserter<'c> {
    several: Statement<'c>,
    one: Statement<'c>,
}

/// Rows that one statement inserts.
const SEVERAL: usize = 8;

impl<'c> Inserter<'c> {
    pub fn new(conn: &'c Connection, table: Table) -> Result<Self, Error> {
        let columns: Vec<String> = table
            .columns()
            .iter()
            .flat_map(|column| column.endings.iter().map(|ending| format!("{}{ending}", column.name)))
            .collect();
        let row = format!("({})", vec!["?"; columns.len()].join(", "));
        let insert = |rows| {
            let values = vec![row.as_str(); rows].join(", ");
            // A draft that fails is thrown away: a statement need not be able to take back the rows that it has
            // inserted.
            let into = format!("INSERT OR FAIL INTO {} ({})", table.name(), columns.join(", "));
            conn.prepare(&format!("{into} VALUES {values}"))
        };
        Ok(Self { several: insert(SEVERAL)?, one: insert(1)? })
    }

    /// Inserts rows, the values of each in the order of the columns of the table; yields how many rows SQLite says that
    /// it has inserted.
    pub fn insert<'v, R: Iterator<Item = Value<&'v [u8]>>>(
        &mut self,
        mut rows: impl Iterator<Item = R>,
    ) -> Result<u64, Error> {
        let (mut inserted, mut together, mut bound) = (0, Vec::with_capacity(SEVERAL), Vec::new());
        loop {
            together.extend(rows.by_ref().take(SEVERAL));
            if together.len() < SEVERAL {
                break;
            }
            inserted += execute(&mut self.several, together.drain(..).flatten(), &mut bound)?;
        }
        bound.clear();
        for row in together {
            inserted += execute(&mut self.one, row, &mut bound)?;
        }
        Ok(inserted)
    }
}

/// Executes a statement with these values. Those that it has bound from the last time are not copied again: rows in the
/// order of their keys have much in common.
fn execute<'v>(
    statement: &mut Statement<'_>,
    values: impl Iterator<Item = Value<&'v [u8]>>,
    bound: &mut Vec<Value<&'v [u8]>>,
) -> Result<u64, Error> {
    for (index, value) in values.enumerate() {
        match bound.get_mut(index) {
            Some(before) if *before == value => continue,
            Some(before) => *before = value,
            None => bound.push(value),
        }
        statement.raw_bind_parameter(index + 1, value)?;
    }
    Ok(statement.raw_execute()? as u64)
}

/// Looks up rows of a table by its key of two columns.
pub struct Lookup<'c> {
    one: Statement<'c>,
    all: Statement<'c>,
}

impl<'c> Lookup<'c> {
    pub fn new(conn: &'c Connection, table: Table) -> Result<Self, Error> {
        let (name, key) = (table.name(), table.key());
        let first = key.first().map_or("", |column| column.name);
        let last = key.last().map_or("", |column| column.name);
        Ok(Self {
            one: conn.prepare(&format!("SELECT 1 FROM {name} WHERE {first} = ?1 AND {last} = ?2"))?,
            // They are only for a suggestion, which is not worth a search among millions.
            all: conn.prepare(&format!("SELECT {last} FROM {name} WHERE {first} = ?1 ORDER BY 1 LIMIT 1000"))?,
        })
    }

    pub fn holds(&mut self, first: &str, last: &str) -> Result<bool, Error> {
        Ok(self.one.exists([first, last])?)
    }

    /// The keys that share the first column, the first thousand of them.
    pub fn keys(&mut self, first: &str) -> Result<Vec<String>, Error> {
        Ok(self.all.query_map([first], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

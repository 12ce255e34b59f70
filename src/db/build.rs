//! Building: a draft beside the target, renamed over it once it is whole.

use super::draft::beside;
use super::seal::seal;
use super::{SCHEMA, open};
use crate::cell::Bindings;
use crate::error::Error;
use crate::model::{Record, Table};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, Statement, params};
use std::fs::File;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A database in the making. Dropped, it leaves nothing behind; the file at the target stays as it is until `finish`.
pub struct Draft {
    /// The connection that fills it, inside one transaction.
    pub conn: Connection,
    file: NamedTempFile,
    target: PathBuf,
}

impl Draft {
    /// Starts a draft for the database at `target`; a symbolic link is followed.
    ///
    /// # Errors
    /// Something is at the target that is not a database of `mission` (unless `force`), or the draft
    /// cannot be made beside it.
    pub fn new(target: &Path, force: bool) -> Result<Self, Error> {
        let target = followed(target);
        if target.exists() && !target.is_file() {
            return Err(Error::NotADatabase(target));
        }
        if !force && occupied(&target) && open(&target).is_err_and(|error| !matches!(error, Error::OtherVersion(_))) {
            return Err(Error::WouldReplace(target));
        }
        let file = beside(&target)?;
        let conn = Connection::open(file.path())?;
        conn.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;")?;
        // Plans that depend on the values bound would be made anew for every mission.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.execute_batch("BEGIN")?;
        conn.execute_batch(SCHEMA)?;
        Ok(Self { conn, file, target })
    }

    fn commit(&self) -> Result<(), Error> {
        seal(&self.conn)?;
        Ok(self.conn.execute_batch("COMMIT")?)
    }

    /// What an error that came up while the draft was filled means.
    pub fn explain(&self, error: Error) -> Error {
        use rusqlite::ErrorCode::{DiskFull, SystemIoFailure};
        match &error {
            Error::Sql(sql) if matches!(sql.sqlite_error_code(), Some(DiskFull | SystemIoFailure)) => {
                Error::Full(self.target.clone())
            }
            _ => error,
        }
    }

    /// Seals the draft, makes it durable and puts it in the place of the target, in one atomic step.
    pub fn finish(self) -> Result<(), Error> {
        self.commit().map_err(|error| self.explain(error))?;
        self.conn.close().map_err(|(_, error)| error)?;
        let write = |source| Error::File { action: "write", path: self.target.clone(), source };
        self.file.as_file().sync_all().map_err(write)?;
        self.file.persist(&self.target).map_err(|error| write(error.error))?;
        sync_folder(&self.target).map_err(write)
    }
}

/// Where a path leads, also a symbolic link to a file that is not there yet.
pub(crate) fn followed(path: &Path) -> PathBuf {
    match (path.canonicalize(), path.read_link()) {
        (Ok(real), _) => real,
        (Err(_), Ok(link)) => path.parent().unwrap_or(Path::new("")).join(link),
        (Err(_), Err(_)) => path.to_owned(),
    }
}

/// Whether replacing the file would lose anything.
fn occupied(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.len() > 0)
}

/// A rename is durable once its folder is on the disk.
fn sync_folder(target: &Path) -> std::io::Result<()> {
    match target.parent() {
        Some(folder) if cfg!(unix) && !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        Some(_) | None => Ok(()),
    }
}

/// Inserts the rows of one table, each with its number in the file as its rowid.
pub struct Inserter<'c> {
    statement: Statement<'c>,
    conn: &'c Connection,
    table: Table,
}

impl<'c> Inserter<'c> {
    /// Prepares the insertion into one table.
    pub fn new(conn: &'c Connection, table: Table) -> Result<Self, Error> {
        let columns: Vec<String> = table
            .columns()
            .iter()
            .flat_map(|column| column.endings.iter().map(|ending| format!("{}{ending}", column.name)))
            .collect();
        let marks = vec!["?"; columns.len() + 1].join(", ");
        let sql = format!("INSERT INTO {} (rowid, {}) VALUES ({marks})", table.name(), columns.join(", "));
        Ok(Self { statement: conn.prepare(&sql)?, conn, table })
    }

    /// Inserts one record; yields the number of the earlier row that has the same key, if there is one.
    pub fn insert(&mut self, number: u64, record: &impl Record) -> Result<Option<u64>, Error> {
        let mut row = Bindings::with_capacity(self.statement.parameter_count());
        record.bind(&mut row);
        self.statement.raw_bind_parameter(1, i64::try_from(number).unwrap_or(i64::MAX))?;
        for (index, value) in row.iter().enumerate() {
            self.statement.raw_bind_parameter(index + 2, value)?;
        }
        match self.statement.raw_execute() {
            Ok(_) => Ok(None),
            Err(error) if is_duplicate(&error) => self.earlier(&row).map(Some),
            Err(error) => Err(error.into()),
        }
    }

    fn earlier(&self, row: &Bindings<'_>) -> Result<u64, Error> {
        let key: Vec<String> = self.table.key().iter().map(|column| format!("{} IS ?", column.name)).collect();
        let sql = format!("SELECT rowid FROM {} WHERE {}", self.table.name(), key.join(" AND "));
        let mut statement = self.conn.prepare(&sql)?;
        for (index, value) in row.iter().take(key.len()).enumerate() {
            statement.raw_bind_parameter(index + 1, value)?;
        }
        let mut rows = statement.raw_query();
        let number = rows.next()?.map(|row| row.get::<_, i64>(0)).transpose()?;
        Ok(number.and_then(|number| u64::try_from(number).ok()).unwrap_or_default())
    }
}

fn is_duplicate(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
    let code = error.sqlite_error().map(|failure| failure.extended_code);
    matches!(code, Some(SQLITE_CONSTRAINT_PRIMARYKEY | SQLITE_CONSTRAINT_UNIQUE))
}

/// What was worked out of one claim.
#[derive(Debug)]
pub struct StoredVerdict<'v> {
    /// Its mission.
    pub mission: &'v str,
    /// Its key within the mission.
    pub claim: &'v str,
    /// Rows that certainly, and at most, fall in its scope; `None` = no table lists its subject.
    pub listed: Option<(i64, i64)>,
    /// The word of its verdict.
    pub verdict: &'v str,
    /// Everything found for and against it.
    pub evidence: &'v str,
    /// Its line in the file of claims.
    pub line: u64,
}

/// Stores what was worked out of one claim.
pub fn insert_verdict(conn: &Connection, stored: &StoredVerdict<'_>) -> Result<(), Error> {
    let StoredVerdict { mission, claim, listed, verdict, evidence, line } = stored;
    let (listed_min, listed_max) = listed.unzip();
    conn.prepare_cached("INSERT INTO verdicts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
        mission,
        claim,
        listed_min,
        listed_max,
        verdict,
        evidence,
        i64::try_from(*line).ok()
    ])?;
    Ok(())
}

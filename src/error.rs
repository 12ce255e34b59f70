//! Every way in which a command can fail to do what was asked.

use crate::system::{is_held, is_out_of_files};
use rusqlite::ErrorCode;
use rust_xlsxwriter::XlsxError;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a command was not done. Defects of a data folder are no errors of this kind: they are findings.
#[derive(Debug)]
pub enum Error {
    NoDatabase(PathBuf),
    NotADatabase(PathBuf),
    ForeignDatabase(PathBuf),
    /// Its schema is that of another version of `mission`.
    OtherVersion {
        path: PathBuf,
        is_older: bool,
    },
    /// A database that is not as it was written.
    Damaged(PathBuf),
    /// The same, and what was done to it was done by SQLite.
    Changed(PathBuf),
    /// An output that is a file which the command reads.
    OverInput(PathBuf),
    /// The key of a mission that no file can be named by.
    NoFileName(String),
    /// What `init` would replace is not a `mission` database.
    WouldReplace(PathBuf),
    NoDataFolder(PathBuf),
    NotADataFolder(PathBuf),
    /// Something is where a new data folder should go.
    Occupied(PathBuf),
    /// What is asked for cannot be done as it is asked; the hint says what to do instead.
    Usage {
        message: String,
        hint: String,
    },
    /// A file could not be read or written: the action is "read", "write" ...
    File {
        action: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// Not as many rows were stored as were read, which is a fault of this program.
    RowsLost {
        table: &'static str,
        read: u64,
        stored: u64,
    },
    /// The database names a sentence that this program does not have.
    UnknownPhrase(String),
    Full(PathBuf),
    Output(io::Error),
    Refused(String),
    /// A parameter of a statement that was not given, or is not there.
    Parameter(String),
    Statement {
        message: String,
        /// The statement with a caret at the place, where SQLite tells it.
        drawn: Option<String>,
        /// The valid name that is nearest to an unknown one.
        nearest: Option<String>,
    },
    Sql(rusqlite::Error),
    Workbook(XlsxError),
}

impl Error {
    /// An unknown name of something, such as a report, with the nearest of the valid ones, or else the command that
    /// lists them.
    pub fn unknown<S: AsRef<str>>(what: &str, name: &str, valid: impl IntoIterator<Item = S>, listed_by: &str) -> Self {
        let hint = match nearest(name, valid) {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => format!("`{listed_by}` lists them"),
        };
        Self::Usage { message: format!("there is no {what} `{name}`"), hint }
    }

    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), hint: hint.into() }
    }

    /// That the system has no thread left.
    pub fn no_thread(error: io::Error) -> Self {
        Self::usage(format!("no thread can be had: {error}"), "try again once less runs at the same time")
    }

    /// That what is read in several passes is a pipe, or no file at all.
    pub fn not_read_twice(path: &Path) -> Self {
        let message = format!("cannot read {}: it is no file that can be read twice", path.display());
        Self::usage(message, "save it as a file first")
    }

    pub fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { action, path: path.to_owned(), source }
    }

    /// The reader of our output went away, which is no failure of ours.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// What to do next, if there is something to say.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoDatabase(_) => "run `mission init` to build it, or name another file with --db",
            Self::NotADatabase(_) | Self::ForeignDatabase(_) => {
                "name another file with --db, or build it anew with `mission init --force` on its data folder"
            }
            Self::OverInput(_) => "write to another file; nothing was written",
            Self::File { source, .. } if is_held(source) => "close it there and try again",
            Self::File { source, .. } if is_out_of_files(source) => {
                "close other programs, or allow more with `ulimit -n 1024`, and try again"
            }
            Self::Changed(_) => {
                "build it anew with `mission init` on its data folder; to work on its rows, copy it first"
            }
            Self::NoFileName(_) | Self::Damaged(_) | Self::OtherVersion { .. } | Self::UnknownPhrase(_) => {
                "run `mission init` again on its data folder"
            }
            Self::WouldReplace(_) => "name another file with --db, or replace this one with --force",
            Self::NoDataFolder(_) | Self::NotADataFolder(_) => {
                "a data folder holds sources.csv and missions.csv; without one, `mission init` uses the built-in seed"
            }
            Self::Occupied(_) => "name one that is not there yet, or a folder that is empty",
            Self::Usage { hint, .. } => hint,
            Self::Refused(_) => "the database is a build product: edit the CSV and run `mission init` again",
            Self::Full(_) => "make room, or name a file on another disk with --db; the old file is as it was",
            Self::RowsLost { .. } => "this is a fault of mission, please report it; the old file is as it was",
            Self::Statement { nearest, .. } => return Some(format!("did you mean `{}`?", nearest.as_ref()?)),
            Self::Parameter(_) => "give each parameter as --param name=value",
            Self::Sql(error) if is_limit(error) => "`mission query` has limits of its own: --timeout, --max-memory",
            Self::Sql(error) if is_damage(error) => "build it again with `mission init` on its data folder",
            Self::File { .. } | Self::Output(_) | Self::Sql(_) | Self::Workbook(_) => return None,
        };
        Some(hint.to_owned())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDatabase(path) => write!(f, "there is no database at {}", path.display()),
            Self::NotADatabase(path) => write!(f, "{} is not an SQLite database", path.display()),
            Self::ForeignDatabase(path) => write!(f, "{} was not made by this version of mission", path.display()),
            Self::Damaged(path) => write!(f, "{} is damaged", path.display()),
            Self::Changed(path) => {
                let path = path.display();
                write!(
                    f,
                    "{path} was changed by another program after it was built, even if only to another journal mode"
                )
            }
            Self::NoFileName(key) => write!(f, "the mission `{key}` has no key of which a file can be named"),
            Self::OverInput(path) => write!(f, "{} is a file that this command reads", path.display()),
            Self::OtherVersion { path, is_older } => {
                let age = if *is_older { "an older" } else { "a newer" };
                write!(f, "{} was built by {age} version of mission", path.display())
            }
            Self::WouldReplace(path) => write!(f, "{} is not a database of mission; it stays as it is", path.display()),
            Self::NotADataFolder(path) => write!(f, "{} is neither a folder nor a workbook (.xlsx)", path.display()),
            Self::NoDataFolder(path) => write!(f, "there is no data folder at {}", path.display()),
            Self::Occupied(path) => write!(f, "{} is already there; it stays as it is", path.display()),
            Self::Usage { message, .. } | Self::Refused(message) | Self::Parameter(message) => f.write_str(message),
            Self::File { action, path, source } if is_held(source) => {
                write!(f, "cannot {action} {}: it is open in another program (Excel?)", path.display())
            }
            Self::File { action, path, source } if is_out_of_files(source) => {
                write!(f, "cannot {action} {}: too many files are open at the same time", path.display())
            }
            Self::File { action, path, source } => write!(f, "cannot {action} {}: {source}", path.display()),
            Self::RowsLost { table, read, stored } => {
                write!(f, "{table}.csv has {read} rows, but {stored} were stored")
            }
            Self::Output(source) => write!(f, "cannot write to standard output: {source}"),
            Self::UnknownPhrase(name) => write!(f, "the view report_notes names a sentence `{name}` that is not known"),
            Self::Full(path) => write!(f, "cannot write {}: the disk is full, or the file too large", path.display()),
            Self::Statement { message, drawn: Some(drawn), .. } => write!(f, "SQL: {message}\n{drawn}"),
            Self::Statement { message, drawn: None, .. } => write!(f, "SQL: {message}"),
            Self::Sql(error) if is_damage(error) => write!(f, "the database is damaged: {error}"),
            Self::Sql(rusqlite::Error::SqlInputError { msg, .. }) => write!(f, "SQL: {msg}"),
            Self::Sql(source) => match source.sqlite_error_code() {
                Some(ErrorCode::OperationInterrupted) => f.write_str("the database takes more than an hour to read"),
                Some(ErrorCode::OutOfMemory) => f.write_str("the database takes more than 1 GiB of memory to read"),
                Some(ErrorCode::TooBig) => f.write_str("the database holds a text of more than 16 MiB"),
                _ => write!(f, "SQL: {source}"),
            },
            Self::Workbook(source) => write!(f, "cannot make the workbook: {source}"),
        }
    }
}

/// That a path does not stand for standard input, as `-` does where nothing has that name: what is looked at more than
/// once cannot come from there.
///
/// # Errors
/// It does; the hint says what to name.
pub fn not_standard_input(what: &str, path: &Path, hint: &str) -> Result<(), Error> {
    if path != Path::new("-") || path.exists() {
        return Ok(());
    }
    Err(Error::usage(format!("{what} cannot come from standard input"), hint))
}

/// The valid name that is most like a given one, if it is like enough to be meant.
pub fn nearest<S: AsRef<str>>(name: &str, valid: impl IntoIterator<Item = S>) -> Option<String> {
    let name = name.to_lowercase();
    let likeness = |other: &str| {
        let other = other.to_lowercase();
        // In a short name, two letters that changed places leave little that is alike.
        let slip = name.len() > 2 && strsim::osa_distance(&name, &other) == 1;
        strsim::jaro_winkler(&name, &other).max(if slip { 0.9 } else { 0.0 })
    };
    valid
        .into_iter()
        .map(|other| (likeness(other.as_ref()), other.as_ref().to_owned()))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, other)| other)
}

/// The one that has a name, of several things of a kind; else an error with the nearest name.
pub fn named<'i, T, N: AsRef<str>>(
    what: &str,
    name: &str,
    all: &'i [T],
    name_of: impl Fn(&'i T) -> N,
    listed_by: &str,
) -> Result<&'i T, Error> {
    let found = all.iter().find(|item| name_of(item).as_ref() == name);
    found.ok_or_else(|| Error::unknown(what, name, all.iter().map(name_of), listed_by))
}

/// What the system says of reading or writing CSV. Converting a `csv::Error` straight would hide a broken pipe.
pub fn io_error(error: csv::Error) -> io::Error {
    let text = error.to_string();
    match error.into_kind() {
        csv::ErrorKind::Io(source) => source,
        _ => io::Error::other(text),
    }
}

/// Whether the file of the database is not as it was written.
fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::Utf8Error(..))
        || matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// Whether a statement of a command came to a limit that none of them needs.
fn is_limit(error: &rusqlite::Error) -> bool {
    use ErrorCode::{OperationInterrupted, OutOfMemory, TooBig};
    matches!(error.sqlite_error_code(), Some(OperationInterrupted | OutOfMemory | TooBig))
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<XlsxError> for Error {
    fn from(error: XlsxError) -> Self {
        Self::Workbook(error)
    }
}

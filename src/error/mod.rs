//! Every way in which a command can fail to do what was asked.

mod nearest;

pub use nearest::nearest;
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
    /// The database was built by another version of `mission`, whose schema is an older or a newer one.
    OtherVersion {
        path: PathBuf,
        /// Whether its schema is older than that of this program, not newer.
        is_older: bool,
    },
    /// What `init` would replace is not a `mission` database.
    WouldReplace(PathBuf),
    NoDataFolder(PathBuf),
    NotADataFolder(PathBuf),
    /// Something is where a new data folder should go.
    Occupied(PathBuf),
    Unknown(UnknownName),
    /// A filter that the report has no column for.
    NoSuchFilter {
        report: &'static str,
        filter: &'static str,
        valid: Vec<&'static str>,
    },
    Usage {
        message: String,
        hint: String,
    },
    File {
        /// What was being done to it: "read", "write" ...
        action: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// A date of the data folder that may be read in two ways, and nothing tells in which.
    AmbiguousDates {
        place: String,
        text: String,
    },
    /// A file of the data folder was changed while it was read.
    Changed(PathBuf),
    /// Not as many rows were stored as a file has, which is a fault of this program.
    RowsLost {
        table: &'static str,
        read: u64,
        stored: u64,
    },
    /// The database names a sentence that this program does not have.
    UnknownPhrase(String),
    /// There is no room for the database.
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

#[derive(Debug)]
pub struct UnknownName {
    /// What it should be the name of: "report", "mission", "table" ...
    pub what: &'static str,
    pub name: String,
    pub nearest: Option<String>,
    pub listed_by: &'static str,
}

impl Error {
    pub fn unknown<S: AsRef<str>>(
        what: &'static str,
        name: &str,
        valid: impl IntoIterator<Item = S>,
        listed_by: &'static str,
    ) -> Self {
        Self::Unknown(UnknownName { what, name: name.to_owned(), nearest: nearest(name, valid), listed_by })
    }

    /// Something that cannot be done, and the next step.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), hint: hint.into() }
    }

    pub fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { action, path: path.to_owned(), source }
    }

    /// Whether the reader of our output went away, which is no failure of ours.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// What to do next, if there is something to say.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NoDatabase(_) => "run `mission init` to build it, or name another file with --db".to_owned(),
            Self::NotADatabase(_) | Self::ForeignDatabase(_) => {
                "name another file with --db, or build one with `mission init`".to_owned()
            }
            Self::OtherVersion { .. } | Self::UnknownPhrase(_) => {
                "run `mission init` again on its data folder".to_owned()
            }
            Self::WouldReplace(_) => "name another file with --db, or replace this one with --force".to_owned(),
            Self::NoDataFolder(_) | Self::NotADataFolder(_) => {
                "a data folder holds sources.csv and missions.csv; without one, `mission init` uses the built-in seed"
                    .to_owned()
            }
            Self::Occupied(_) => "name one that is not there yet, or a folder that is empty".to_owned(),
            Self::Unknown(unknown) => match &unknown.nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => format!("`{}` lists them", unknown.listed_by),
            },
            Self::NoSuchFilter { valid, .. } => format!("it can be filtered by {}", valid.join(", ")),
            Self::Usage { hint, .. } => hint.clone(),
            Self::Refused(_) => "the database is a build product: edit the CSV and run `mission init` again".to_owned(),
            Self::Full(_) => {
                "make room, or name a file on another disk with --db; the old file is as it was".to_owned()
            }
            Self::AmbiguousDates { .. } => "say which with --dates day-first or --dates month-first".to_owned(),
            Self::Changed(_) => "run `mission init` again; the old file is as it was".to_owned(),
            Self::RowsLost { .. } => {
                "this is a fault of mission, please report it; the old file is as it was".to_owned()
            }
            Self::Statement { nearest, .. } => format!("did you mean `{}`?", nearest.as_ref()?),
            Self::Parameter(_) => "give each parameter as --param name=value".to_owned(),
            Self::Sql(error) if is_damage(error) => "build it again with `mission init` on its data folder".to_owned(),
            Self::File { .. } | Self::Output(_) | Self::Sql(_) | Self::Workbook(_) => return None,
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDatabase(path) => write!(f, "there is no database at {}", path.display()),
            Self::NotADatabase(path) => write!(f, "{} is not an SQLite database", path.display()),
            Self::ForeignDatabase(path) => write!(f, "{} was not made by mission", path.display()),
            Self::OtherVersion { path, is_older } => {
                let age = if *is_older { "an older" } else { "a newer" };
                write!(f, "{} was built by {age} version of mission", path.display())
            }
            Self::WouldReplace(path) => write!(f, "{} is not a database of mission; it stays as it is", path.display()),
            Self::NotADataFolder(path) => write!(f, "{} is neither a folder nor a workbook (.xlsx)", path.display()),
            Self::NoDataFolder(path) => write!(f, "there is no data folder at {}", path.display()),
            Self::Occupied(path) => write!(f, "{} is already there; it stays as it is", path.display()),
            Self::Unknown(unknown) => write!(f, "there is no {} `{}`", unknown.what, unknown.name),
            Self::NoSuchFilter { report, filter, .. } => {
                write!(f, "the report `{report}` cannot be filtered by --{filter}")
            }
            Self::Usage { message, .. } | Self::Refused(message) | Self::Parameter(message) => f.write_str(message),
            Self::File { action, path, source } => write!(f, "cannot {action} {}: {source}", path.display()),
            Self::AmbiguousDates { place, text } => {
                write!(f, "{place}: `{text}` may be day first or month first, and no date of the data folder tells")
            }
            Self::Changed(path) => write!(f, "{} was changed while it was read", path.display()),
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
            Self::Sql(source) => write!(f, "SQL: {source}"),
            Self::Workbook(source) => write!(f, "cannot make the workbook: {source}"),
        }
    }
}

/// Whether the file of the database is not as it was written.
fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
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

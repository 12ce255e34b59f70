//! `mission diff`: what two builds, data folders or workbooks differ in.

use super::shared::{build, counted};
use super::{Context, Exit};
use crate::atomic::DraftFolder;
use crate::cell::DayOrder;
use crate::dataset::DataFolder;
use crate::db::{self, Extent};
use crate::defect::Defect;
use crate::diff::diff;
use crate::error::{Error, not_standard_input};
use crate::format::{Content, Format};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// What differs between two databases, data folders or workbooks, and what it means.
///
/// Rows are compared by their keys, cell by cell; then come the figures of reports and the verdicts that changed, and
/// because of which rows.
#[derive(Debug, clap::Args)]
#[command(
    before_help = include_str!("help/diff.txt").trim_ascii_end(),
    after_help = "Exit status: 0 nothing differs; 1 something does; 2 not done."
)]
pub struct Args {
    /// The earlier database, data folder or workbook
    old: PathBuf,
    /// The later one
    new: PathBuf,
    /// What comes first in dates such as 04/10/2025, where the dates of a data folder do not tell
    #[arg(long, value_name = "ORDER")]
    dates: Option<DayOrder>,
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table, Content::Anything)?;
    let scratch = DraftFolder::private(&std::env::temp_dir())?;
    let open = |path: &Path, name: &str| opened(context, path, &scratch.path().join(name), args.dates);
    let (old, new) = (open(&args.old, "old.db")?, open(&args.new, "new.db")?);
    let about = format!("{} → {}", args.old.display(), args.new.display());
    let people = format.is_for_people().then_some(context.language);
    let differences = context.rows(format, |sink| diff([&old, &new], &about, people, sink))?;
    if !differences.any() {
        return Ok(Exit::Done);
    }
    context.remark(&format!(
        "{}, {} and {} differ",
        counted(differences.rows, "row"),
        counted(differences.figures, "figure"),
        counted(differences.verdicts, "verdict")
    ));
    context.next("`mission check CLAIM` shows everything found for and against a claim");
    Ok(Exit::Found)
}

/// The database at a path, or that of the data folder there, which is built for the time being.
fn opened(context: &Context, path: &Path, scratch: &Path, dates: Option<DayOrder>) -> Result<Connection, Error> {
    not_standard_input("what is compared", path, "name a database, a data folder or a workbook")?;
    let folder = match DataFolder::at(Some(path)) {
        Ok(folder) => folder,
        Err(Error::NotADataFolder(_)) => return db::open(path, Extent::Whole),
        Err(Error::NoDataFolder(_)) => {
            let message = format!("there is nothing at {}", path.display());
            return Err(Error::usage(message, "name a database, a data folder or a workbook"));
        }
        Err(error) => return Err(error),
    };
    let loaded = build(context, scratch, false, &[folder], dates)?;
    let defects: u64 = loaded.defects.iter().map(Defect::number).sum();
    if defects > 0 {
        let (path, defects) = (path.display(), counted(defects, "defect"));
        return Err(Error::usage(format!("{path} has {defects}"), format!("`mission init {path}` shows them")));
    }
    db::open(scratch, Extent::Small)
}

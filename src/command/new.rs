//! `mission new`: a data folder or workbook to be filled in.

use super::{Context, Exit};
use crate::atomic::{DraftSet, create_file};
use crate::error::Error;
use crate::format::can_write_workbook;
use crate::model::Table;
use crate::template::{self, Filling};
use std::path::{Path, PathBuf};

/// Start a data folder or a workbook: every table with its columns; the regions and the usual categories are filled in.
///
/// A README, or the notes of the workbook, say what each column holds. What is already there is never overwritten.
#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/new.txt").trim_ascii_end())]
pub struct Args {
    /// The folder or workbook to make; only an empty folder may be there already
    #[arg(value_name = "DIR|FILE.xlsx")]
    data: PathBuf,
    /// Fill in a small invented mission whose published counts contradict each other and its rows
    #[arg(long)]
    example: bool,
}

/// The endings of files that are neither a data folder nor a workbook that is read.
const OTHER_FILES: [&str; 12] =
    ["csv", "db", "fods", "json", "jsonl", "ods", "tsv", "txt", "xls", "xlsb", "xlsm", "xltx"];

/// Writes the folder or the workbook, as a whole or not at all.
///
/// # Errors
/// Something is there already, or the name is not that of a data folder.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    context.no_output("new", "name what to write as in `mission new my-data`")?;
    let data = &args.data;
    let ending = data.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    if OTHER_FILES.contains(&ending.as_str()) {
        let hint = "leave out the ending for a folder, or write .xlsx for a workbook";
        return Err(Error::usage(format!("{} would be no data folder", data.display()), hint));
    }
    let filling = if args.example { Filling::Example } else { Filling::Usual };
    let parts = if ending == "xlsx" {
        can_write_workbook()?;
        let workbook = template::workbook(filling)?;
        create_file(data, |out| out.write_all(&workbook).map_err(Error::Output))?;
        "sheets with their columns, and a README"
    } else {
        create_folder(data, &template::folder(filling)?)?;
        "tables with their columns, and a README.md"
    };
    context.remark(&format!("wrote {}: {} {parts}", data.display(), Table::ALL.len()));
    let first = if args.example { "look at it" } else { "fill it in" };
    context.remark(&format!("{first}, then run `mission init {}`", data.display()));
    Ok(Exit::Done)
}

/// Writes files into a folder that is not there yet or is empty: it may be the one that the shell is in.
fn create_folder(target: &Path, files: &[(String, String)]) -> Result<(), Error> {
    let is_free = match target.read_dir() {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => target.symlink_metadata().is_err(),
    };
    if !is_free {
        return Err(Error::Occupied(target.to_owned()));
    }
    let mut set = DraftSet::of(target)?;
    for (name, text) in files {
        set.add(name, |out| out.write_all(text.as_bytes()).map_err(Error::Output))?;
    }
    set.finish()
}

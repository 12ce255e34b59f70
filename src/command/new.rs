//! `mission new`: an empty data folder or workbook, to be filled in.

use super::{Context, Exit};
use crate::dataset::template;
use crate::db::{folder_in, parent};
use crate::error::Error;
use crate::model::Table;
use std::fs;
use std::path::{Path, PathBuf};

/// Start a data folder: every table with its columns, and no rows.
///
/// A README says what each column means. What is already there is never overwritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mission new my-data          a folder with one CSV per table
  mission init my-data         builds the database once it is filled in")]
pub struct Args {
    /// The folder to make, or an empty one
    #[arg(value_name = "DIR")]
    data: PathBuf,
}

/// The endings of files that are no data folder.
const OTHER_FILES: [&str; 12] =
    ["csv", "db", "fods", "json", "jsonl", "ods", "tsv", "txt", "xls", "xlsb", "xlsm", "xltx"];

/// Writes the folder, as a whole or not at all.
///
/// # Errors
/// Something is there already, or the name is not that of a data folder.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    if context.output.is_some() || context.format.is_some() {
        return Err(usage("new takes no -o and no -f".to_owned(), "name what to write as in `mission new my-data`"));
    }
    let data = &args.data;
    let ending = data.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    if OTHER_FILES.contains(&ending.as_str()) {
        return Err(usage(format!("{} would be no data folder", data.display()), "leave out the ending for a folder"));
    }
    write_folder(data, &template::folder()?)?;
    let what = format!("{} tables with their columns, and a README.md", Table::ALL.len());
    context.remark(&format!("wrote {}: {what}", data.display()));
    context.remark(&format!("fill it in, then run `mission init {}`", data.display()));
    Ok(Exit::Done)
}

fn usage(message: String, hint: &str) -> Error {
    Error::Usage { message, hint: hint.to_owned() }
}

/// Writes files into a folder that is not there yet or is empty.
fn write_folder(target: &Path, files: &[(String, String)]) -> Result<(), Error> {
    let there = match target.read_dir().map(|mut entries| entries.next().is_none()) {
        Ok(true) => true,
        Err(_) if target.symlink_metadata().is_err() => false,
        Ok(false) | Err(_) => return Err(Error::Occupied(target.to_owned())),
    };
    let draft = folder_in(if there { target } else { parent(target) })?;
    for (name, text) in files {
        fs::write(draft.path().join(name), text).map_err(Error::file("write", &target.join(name)))?;
    }
    // An empty folder may be the one that the shell is in: it is filled, not replaced.
    if there {
        for (name, _) in files {
            let path = target.join(name);
            fs::rename(draft.path().join(name), &path).map_err(Error::file("write", &path))?;
        }
        return Ok(());
    }
    fs::rename(draft.path(), target).map_err(Error::file("write", target))
}

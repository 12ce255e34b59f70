//! A data folder: one CSV per table, read as typed records, every defect named at its place.

mod claim_places;
mod dialect;
mod file_defects;
mod header;
mod local_dates;
mod quotes;
mod records;
mod survey;
mod table_file;
mod walk;
pub(crate) mod workbook;

pub use dialect::Dialect;
pub(crate) use file_defects::FileDefects;
pub(crate) use header::{Header, RecordFault, check_header, named_columns};
pub(crate) use local_dates::{Dates, LocalDate, order_of};
pub(crate) use records::{Next, Records, RowStart};
pub(crate) use table_file::TableFile;

use crate::atomic::note_input;
use crate::defect::{Defect, DefectKind};
use crate::error::{Error, nearest, not_standard_input};
use crate::model::Table;
use crate::system::slashed;
use std::path::{Path, PathBuf};

/// Where the CSV files come from.
#[derive(Debug, Clone)]
pub enum DataFolder {
    /// The mission that is built into the binary.
    Seed,
    /// A folder on the disk.
    Folder(PathBuf),
    /// A workbook of Excel with one sheet per table.
    Workbook(PathBuf),
}

impl DataFolder {
    /// The folder or the workbook at a path, or the seed where no path is given. Its files are noted as read.
    ///
    /// # Errors
    /// There is no folder at the path.
    pub fn at(path: Option<&Path>) -> Result<Self, Error> {
        let folder = match path {
            None => Self::Seed,
            Some(path) if path.is_dir() => Self::Folder(path.to_owned()),
            Some(path) if path.is_file() && is_workbook(path) => Self::Workbook(path.to_owned()),
            Some(path) if path.exists() => return Err(Error::NotADataFolder(path.to_owned())),
            Some(path) => {
                not_standard_input("a data folder", path, "name a folder, or a workbook")?;
                return Err(Error::NoDataFolder(path.to_owned()));
            }
        };
        match &folder {
            Self::Seed => {}
            Self::Folder(path) => Table::ALL.iter().for_each(|table| note_input(&path.join(folder.name_of(*table)))),
            Self::Workbook(path) => note_input(path),
        }
        Ok(folder)
    }

    pub(crate) fn name_of(&self, table: Table) -> String {
        match self {
            Self::Seed | Self::Folder(_) => format!("{}.csv", table.name()),
            Self::Workbook(_) => table.name().to_owned(),
        }
    }

    /// The name of a file or sheet where several folders have one.
    pub(crate) fn one_of_several(&self, file: &str) -> String {
        match self {
            Self::Seed => file.to_owned(),
            Self::Folder(path) | Self::Workbook(path) => {
                String::from_utf8_lossy(&slashed(&path.join(file))).into_owned()
            }
        }
    }

    /// Those of these tables that have a file, in their order, and the files that are no tables. The sheets of a
    /// workbook lie in `scratch` meanwhile.
    pub(crate) fn files(&self, tables: &[Table], scratch: &Path) -> Result<(TableFiles, Vec<Defect>), Error> {
        let named = tables.iter().map(|table| (*table, self.name_of(*table)));
        match self {
            Self::Seed => {
                let files = named.map(|(table, name)| (table, TableFile::in_memory(name, table.seed())));
                Ok((files.collect(), Vec::new()))
            }
            Self::Workbook(path) => workbook::sheets(path, tables, scratch),
            Self::Folder(folder) => {
                let files = named.filter_map(|(table, name)| {
                    let path = folder.join(&name);
                    // A link that leads nowhere is there, and cannot be read.
                    let there = path.symlink_metadata().is_ok();
                    there.then(|| Ok((table, TableFile::on_disk(name, path, table.columns())?)))
                });
                Ok((files.collect::<Result<_, Error>>()?, strangers(folder)?))
            }
        }
    }
}

/// A defect of a cell that only the workbook knows, as it cannot be told from the text of the cell: its row, its number
/// in it, and what is wrong.
pub(crate) type CellDefect = (RowStart, usize, DefectKind);

/// Tables with their files.
pub(crate) type TableFiles = Vec<(Table, TableFile)>;

fn is_workbook(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx") || extension.eq_ignore_ascii_case("xlsm"))
}

/// How the names of files end in which people keep tables.
const TABLE_FILES: [&str; 12] =
    [".csv", ".tsv", ".tab", ".txt", ".gz", ".zip", ".bz2", ".xz", ".xlsx", ".xlsm", ".xls", ".ods"];

/// Files that belong to no table though they are CSV, or are called like one, so that a name does not lose a table.
fn strangers(folder: &Path) -> Result<Vec<Defect>, Error> {
    let tables = || Table::ALL.iter().map(|table| format!("{}.csv", table.name()));
    let mut found = Vec::new();
    for entry in folder.read_dir().map_err(Error::file("read", folder))? {
        let name = entry.map_err(Error::file("read", folder))?.file_name().to_string_lossy().into_owned();
        let lower = name.to_lowercase();
        let stem = lower.split('.').next().unwrap_or_default().trim();
        let may_be_table = TABLE_FILES.iter().any(|ending| lower.ends_with(ending));
        let of_table = tables().find(|table| may_be_table && table.strip_suffix(".csv") == Some(stem));
        // What a spreadsheet leaves beside an open file begins with such signs.
        let is_lock = name.starts_with(['.', '~']);
        if (lower.ends_with(".csv") || of_table.is_some()) && !is_lock && !tables().any(|table| table == name) {
            let nearest = of_table.or_else(|| nearest(&name, tables()));
            found.push(Defect::of_file(&name, DefectKind::UnknownTable { nearest }));
        }
    }
    found.sort_by(|a, b| a.place.file.cmp(&b.place.file));
    Ok(found)
}

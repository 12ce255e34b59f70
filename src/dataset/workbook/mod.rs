//! A workbook as data folder: each sheet is written out as CSV once, and then read like any other file.

mod bounds;
mod form;
mod oddities;
mod rows;

pub(crate) use bounds::check as check_size;
pub(crate) use form::Form;
pub(crate) use oddities::{Oddities, attribute, each_tag, oddities};
pub(crate) use rows::{is_in_calendar, time_or_day};

use super::{CellDefect, RowStart, TableFile, TableFiles};
use crate::atomic::scratch_file;
use crate::defect::{Defect, DefectKind};
use crate::error::{Error, nearest};
use crate::model::Table;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use rows::Rows;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use tempfile::NamedTempFile;

/// The sheet that is no table, but says how to fill in the others.
pub(crate) const README: &str = "README";

/// Begins the names of sheets that an export adds: they follow from the tables.
pub(crate) const REPORT: &str = "report ";

type Workbook = Xlsx<BufReader<File>>;

/// The sheets of these tables, and what is wrong with those that are of none; what they hold lies in `scratch`
/// meanwhile.
///
/// # Errors
/// The file is no workbook of Excel, or far larger than any that people make.
pub(super) fn sheets(path: &Path, tables: &[Table], scratch: &Path) -> Result<(TableFiles, Vec<Defect>), Error> {
    let unreadable = |source| Error::File { action: "read the workbook", path: path.to_owned(), source };
    Form::check_excel(path)?;
    let open = || File::open(path).map(BufReader::new);
    // Comes before the library sees the file, which keeps whole parts in memory as soon as it opens it.
    bounds::check(open().map_err(unreadable)?).map_err(unreadable)?;
    let mut workbook = Xlsx::new(open().map_err(unreadable)?).map_err(damaged).map_err(unreadable)?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).filter(|name| !is_beside(name)).collect();
    let mut files = Vec::new();
    for &table in tables.iter().filter(|table| names.iter().any(|name| name == table.name())) {
        let draft = scratch_file(scratch)?;
        let mut defects = write_out(&mut workbook, table, &draft).map_err(unreadable)?;
        defects.extend(odd_cells(&mut workbook, path, table).map_err(unreadable)?);
        defects.sort_by_key(|(row, cell, _)| (*row, *cell));
        files.push((table, TableFile::of_sheet(table.name(), draft, defects).map_err(unreadable)?));
    }
    let mut strangers = Vec::new();
    for name in names.iter().filter(|name| Table::ALL.iter().all(|table| table.name() != *name)) {
        if !is_empty(&mut workbook, name).map_err(damaged).map_err(unreadable)? {
            let nearest = nearest(name, Table::ALL.iter().map(|table| table.name()));
            strangers.push(Defect::of_file(name, DefectKind::UnknownTable { nearest }));
        }
    }
    Ok((files, strangers))
}

/// Whether a sheet stands beside the tables.
fn is_beside(name: &str) -> bool {
    name == README || name.starts_with(REPORT)
}

/// Whether a sheet has no value at all, as those that Excel makes by itself.
fn is_empty(workbook: &mut Workbook, name: &str) -> Result<bool, XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()? {
        if *cell.get_value() != DataRef::Empty {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Writes a sheet as CSV, every row of it on its place, and yields the cells whose value is lost.
fn write_out(workbook: &mut Workbook, table: Table, draft: &NamedTempFile) -> io::Result<Vec<CellDefect>> {
    let mut cells = workbook.worksheet_cells_reader(table.name()).map_err(damaged)?;
    let mut rows = Rows::new(table, draft.as_file());
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        rows.take(row, column, cell.get_value())?;
    }
    rows.finish()
}

/// Cells whose value is not what it seems: merged ones, those of hidden rows and sheets, formulas without a result.
fn odd_cells(workbook: &mut Workbook, path: &Path, table: Table) -> io::Result<Vec<CellDefect>> {
    let at = |(row, column): (u32, u32), kind| (RowStart(u64::from(row) + 1), column as usize, kind);
    let merged = workbook.merge_cells_by_sheet_name(table.name()).map_err(damaged)?;
    let merged =
        merged.into_iter().filter(|area| area.start != area.end).map(|area| at(area.start, DefectKind::MergedCells));
    let sheet = workbook.sheets_metadata().iter().find(|sheet| sheet.name == table.name());
    let is_hidden = sheet.is_some_and(|sheet| sheet.visible != SheetVisible::Visible);
    let Oddities { hidden_rows, without_result } = oddities(path, table.name())?;
    let hidden = hidden_rows.into_iter().map(|row| at((row, 0), DefectKind::HiddenRow));
    let failed = without_result.into_iter().map(|cell| at(cell, DefectKind::FormulaWithoutResult));
    let sheet = is_hidden.then(|| at((0, 0), DefectKind::HiddenSheet));
    Ok(merged.chain(failed).chain(hidden).chain(sheet).collect())
}

fn damaged(error: XlsxError) -> io::Error {
    io::Error::other(error.to_string())
}

//! One sheet of a workbook, written out as CSV: merged cells in every row that they cover, hidden rows left out.

use super::open_document::{Layout, layout};
use crate::atomic::scratch_file;
use crate::dataset::TableFile;
use crate::dataset::workbook::{Form, Oddities, check_size, is_in_calendar, oddities, time_or_day};
use crate::error::{Error, nearest};
use calamine::{Data, Dimensions, Ods, Reader, Sheet, SheetType, SheetVisible, Sheets, Xls, Xlsb, Xlsx};
use csv::WriterBuilder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

type Workbook = Sheets<BufReader<File>>;
type Cells = BTreeMap<(u32, u32), String>;

/// The sheet of a name, or the only one that people see and that holds something; and what is worth knowing of it.
///
/// # Errors
/// The file is no workbook, there is no such sheet, or there are several.
pub(super) fn sheet(path: &Path, name: Option<&str>, scratch: &Path) -> Result<(TableFile, Vec<String>), Error> {
    let unreadable = |source| Error::File { action: "read the workbook", path: path.to_owned(), source };
    // Not by its name, which people change.
    let file = || File::open(path).map(BufReader::new).map_err(unreadable);
    let failed = |error: &dyn std::fmt::Display| unreadable(io::Error::other(error.to_string()));
    let mut workbook = match Form::of(path)? {
        Form::OpenDocument => {
            check_size(file()?).map_err(unreadable)?;
            Sheets::Ods(Ods::new(file()?).map_err(|error| failed(&error))?)
        }
        Form::Old => Sheets::Xls(Xls::new(file()?).map_err(|error| failed(&error))?),
        Form::Zipped => {
            check_size(file()?).map_err(unreadable)?;
            let is_binary = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsb"));
            if is_binary {
                Sheets::Xlsb(Xlsb::new(file()?).map_err(|error| failed(&error))?)
            } else {
                Sheets::Xlsx(Xlsx::new(file()?).map_err(|error| failed(&error))?)
            }
        }
    };
    let mut remarks = Vec::new();
    let (name, mut cells) = match name {
        Some(name) => {
            let name = named(path, &workbook, name)?;
            let cells = cells(&mut workbook, &name).map_err(unreadable)?;
            (name, cells)
        }
        None => only_filled(path, &mut workbook, &mut remarks)?,
    };
    let last_row = cells.keys().next_back().map_or(0, |(row, _)| *row);
    let (merged, hidden) = match &mut workbook {
        Sheets::Xlsx(xlsx) => {
            let Oddities { hidden_rows, without_result } = oddities(path, &name).map_err(unreadable)?;
            // What a formula without a result would show is not known.
            cells.extend(without_result.into_iter().map(|at| (at, "#N/A".to_owned())));
            (xlsx.merge_cells_by_sheet_name(&name).map_err(|error| failed(&error))?, hidden_rows)
        }
        Sheets::Ods(_) => {
            let Layout { merged, hidden } = layout(path, &name).map_err(unreadable)?;
            let rows = hidden.into_iter().flat_map(|rows| rows.start..rows.end.min(last_row + 1));
            (merged, rows.collect())
        }
        // The library tells no hidden rows of binary workbooks, and of the newer ones no merged cells either.
        Sheets::Xls(xls) => (xls.merge_cells_by_sheet_name(&name).map_err(|error| failed(&error))?, BTreeSet::new()),
        Sheets::Xlsb(_) => (Vec::new(), BTreeSet::new()),
    };
    if matches!(workbook, Sheets::Xls(_) | Sheets::Xlsb(_)) {
        remarks.push("hidden rows of a binary workbook cannot be told from others: they are read".to_owned());
    }
    merged.into_iter().for_each(|area| spread(&mut cells, area));
    if !hidden.is_empty() {
        let (rows, were) = if hidden.len() == 1 { ("row", "was") } else { ("rows", "were") };
        remarks.push(format!("{} hidden {rows} of the sheet `{name}` {were} left out", hidden.len()));
    }
    let draft = scratch_file(scratch)?;
    write_out(&cells, &hidden, draft.as_file()).map_err(unreadable)?;
    Ok((TableFile::of_sheet(&name, draft, Vec::new()).map_err(unreadable)?, remarks))
}

fn worksheets(workbook: &Workbook) -> Vec<Sheet> {
    workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect()
}

/// The sheet of a name, blanks around it left out.
fn named(path: &Path, workbook: &Workbook, name: &str) -> Result<String, Error> {
    let names: Vec<String> = worksheets(workbook).into_iter().map(|sheet| sheet.name).collect();
    let found = names.iter().find(|own| own.trim() == name.trim()).cloned();
    found.ok_or_else(|| {
        let all = || format!("its sheets are {}", names.join(", "));
        let hint = nearest(name, &names).map_or_else(all, |nearest| format!("did you mean `{nearest}`?"));
        Error::usage(format!("{} has no sheet `{name}`", path.display()), hint)
    })
}

/// The only sheet that people see and that holds something, with its cells.
fn only_filled(path: &Path, workbook: &mut Workbook, remarks: &mut Vec<String>) -> Result<(String, Cells), Error> {
    let (seen, hidden): (Vec<Sheet>, Vec<Sheet>) =
        worksheets(workbook).into_iter().partition(|sheet| sheet.visible == SheetVisible::Visible);
    remarks.extend(hidden.iter().map(|sheet| format!("the hidden sheet `{}` was left out", sheet.name)));
    let of_sheet = |sheet: Sheet| Some((cells(workbook, &sheet.name).ok()?, sheet.name));
    let mut filled: Vec<(Cells, String)> = seen.into_iter().filter_map(of_sheet).collect();
    filled.retain(|(cells, _)| !cells.is_empty());
    match (filled.pop(), filled.as_slice()) {
        (Some((cells, name)), []) => Ok((name, cells)),
        (None, _) => Err(Error::usage(format!("{} holds nothing", path.display()), "is it the right file?")),
        (Some((_, last)), others) => {
            let names: Vec<&str> = others.iter().map(|(_, name)| name.as_str()).chain([last.as_str()]).collect();
            let message = format!("{} has {} sheets that hold something", path.display(), names.len());
            Err(Error::usage(message, format!("choose one with --sheet: {}", names.join(", "))))
        }
    }
}

/// The cells that hold something, by row and column.
fn cells(workbook: &mut Workbook, name: &str) -> io::Result<Cells> {
    let failed = |error: &dyn std::fmt::Display| io::Error::other(error.to_string());
    let mut cells = Cells::new();
    if let Sheets::Xlsx(xlsx) = workbook {
        // As a stream: a lone cell in the last corner of a sheet must not take the room of all others.
        let mut reader = xlsx.worksheet_cells_reader(name).map_err(|error| failed(&error))?;
        while let Some(cell) = reader.next_cell().map_err(|error| failed(&error))? {
            let text = text_of(&Data::from(cell.get_value().clone()));
            if !text.is_empty() {
                cells.insert(cell.get_position(), text);
            }
        }
        return Ok(cells);
    }
    let range = workbook.worksheet_range(name).map_err(|error| failed(&error))?;
    let (row, column) = range.start().unwrap_or_default();
    let at = |(below, beside): (usize, usize)| {
        Some((row + u32::try_from(below).ok()?, column + u32::try_from(beside).ok()?))
    };
    let used = range.used_cells().filter_map(|(below, beside, value)| Some((at((below, beside))?, text_of(value))));
    Ok(used.filter(|(_, text)| !text.is_empty()).collect())
}

/// Puts the text of a merged area into every cell that it covers, as far as the sheet goes.
fn spread(cells: &mut Cells, area: Dimensions) {
    let Some(text) = cells.get(&area.start).cloned() else { return };
    let last_row = cells.keys().next_back().map_or(0, |(row, _)| *row);
    let last_column = cells.keys().map(|(_, column)| *column).max().unwrap_or_default();
    for row in area.start.0..=area.end.0.min(last_row) {
        for column in area.start.1..=area.end.1.min(last_column) {
            cells.entry((row, column)).or_insert_with(|| text.clone());
        }
    }
}

/// Every row on its place, also where it is empty or hidden.
fn write_out(cells: &Cells, hidden: &BTreeSet<u32>, out: &File) -> io::Result<()> {
    let mut writer = WriterBuilder::new().flexible(true).from_writer(out);
    let last = cells.keys().next_back().map_or(0, |(row, _)| *row);
    for row in 0..=last {
        let mut record = vec![String::new()];
        for ((_, column), text) in cells.range((row, 0)..(row + 1, 0)).filter(|_| !hidden.contains(&row)) {
            let column = *column as usize;
            record.resize(record.len().max(column + 1), String::new());
            record[column].clone_from(text);
        }
        writer.write_record(&record).map_err(io::Error::other)?;
    }
    writer.flush()
}

/// The text of a cell as people see it.
fn text_of(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        Data::Int(number) => number.to_string(),
        // Of 1.234, the point would be taken for one between thousands.
        Data::Float(number) if number.fract() != 0.0 => format!("{number}0"),
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(day) if !is_in_calendar(day) => day.as_f64().to_string(),
        Data::DateTime(day) => time_or_day(day),
    }
}

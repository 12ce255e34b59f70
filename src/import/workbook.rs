//! One sheet of a workbook, written out as CSV: merged cells in every row that they cover, hidden rows left out.

use super::fields::nearest_or_all;
use super::list::number_of;
use crate::atomic::scratch_file;
use crate::dataset::TableFile;
use crate::dataset::workbook::{
    Form, Oddities, attribute, check_size, each_tag, is_in_calendar, oddities, time_or_day,
};
use crate::error::Error;
use calamine::{Data, Dimensions, Ods, Reader, Sheet, SheetType, SheetVisible, Sheets, Xls, Xlsb, Xlsx};
use csv::WriterBuilder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use zip::ZipArchive;

type Workbook = Sheets<BufReader<File>>;
type Cells = BTreeMap<(u32, u32), String>;

/// The merged areas and the hidden rows of a sheet, by rows and columns from 0.
type Layout = (Vec<Dimensions>, BTreeSet<u32>);

/// The sheet of a name, or the only one that people see and that holds something; and what is worth knowing of it.
///
/// # Errors
/// The file is no workbook, there is no such sheet, or there are several.
pub(super) fn sheet(path: &Path, name: Option<&str>, scratch: &Path) -> Result<(TableFile, Vec<String>), Error> {
    let unreadable = |source| Error::File { action: "read the workbook", path: path.to_owned(), source };
    let mut workbook = open(path, Form::of(path)?).map_err(unreadable)?;
    let mut remarks = Vec::new();
    let (name, mut cells) = match name {
        Some(name) => {
            let name = named(path, &workbook, name)?;
            let cells = cells(&mut workbook, &name).map_err(unreadable)?;
            (name, cells)
        }
        None => only_filled(path, &mut workbook, &mut remarks)?,
    };
    let (merged, hidden) = layout(&mut workbook, path, &name, &mut cells).map_err(unreadable)?;
    if matches!(workbook, Sheets::Xls(_) | Sheets::Xlsb(_)) {
        remarks.push("hidden rows of a binary workbook cannot be told from others: they are read".to_owned());
    }
    spread(&mut cells, merged);
    let left_out = [("row", "was"), ("rows", "were")]
        .map(|(rows, were)| format!("hidden {rows} of the sheet `{name}` {were} left out"));
    remarks.extend(number_of(hidden.len() as u64, left_out));
    let draft = scratch_file(scratch)?;
    write_out(&cells, &hidden, draft.as_file()).map_err(unreadable)?;
    Ok((TableFile::of_sheet(&name, draft, Vec::new()).map_err(unreadable)?, remarks))
}

/// Opens a workbook by what it is, and not by its name, which people change.
fn open(path: &Path, form: Form) -> io::Result<Workbook> {
    let file = || File::open(path).map(BufReader::new);
    if form != Form::Old {
        check_size(file()?)?;
    }
    let is_binary = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsb"));
    match form {
        Form::OpenDocument => Ods::new(file()?).map(Sheets::Ods).map_err(io::Error::other),
        Form::Old => Xls::new(file()?).map(Sheets::Xls).map_err(io::Error::other),
        Form::Zipped if is_binary => Xlsb::new(file()?).map(Sheets::Xlsb).map_err(io::Error::other),
        Form::Zipped => Xlsx::new(file()?).map(Sheets::Xlsx).map_err(io::Error::other),
    }
}

/// The merged areas and the hidden rows of a sheet; what a formula without a result would show is not known.
fn layout(workbook: &mut Workbook, path: &Path, name: &str, cells: &mut Cells) -> io::Result<Layout> {
    match workbook {
        Sheets::Xlsx(xlsx) => {
            let Oddities { hidden_rows, without_result } = oddities(path, name)?;
            cells.extend(without_result.into_iter().map(|at| (at, "#N/A".to_owned())));
            Ok((xlsx.merge_cells_by_sheet_name(name).map_err(io::Error::other)?, hidden_rows))
        }
        Sheets::Ods(_) => layout_of_open_document(path, name, cells.keys().next_back().map_or(0, |(row, _)| *row)),
        // The library tells no hidden rows of binary workbooks, and of the newer ones no merged cells either.
        Sheets::Xls(xls) => Ok((xls.merge_cells_by_sheet_name(name).map_err(io::Error::other)?, BTreeSet::new())),
        Sheets::Xlsb(_) => Ok((Vec::new(), BTreeSet::new())),
    }
}

/// Reads both of a sheet of OpenDocument (1.3, part 3, 9.1), of which the library does not tell them, as far as it has
/// rows.
fn layout_of_open_document(path: &Path, sheet: &str, last_row: u32) -> io::Result<Layout> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?)).map_err(io::Error::other)?;
    let (mut merged, mut hidden) = Layout::default();
    let mut is_in_sheet = false;
    // The row that comes next, and the cell in the row at hand.
    let (mut rows, mut column) = (0_u32, 0_u32);
    each_tag(&mut archive, "content.xml", |tag| {
        let number = |name: &str| attribute(tag, name).and_then(|number| number.parse::<u32>().ok()).unwrap_or(1);
        match tag.name().as_ref() {
            "table:table" => {
                is_in_sheet = attribute(tag, "table:name").is_some_and(|name| name == sheet);
                (rows, column) = (0, 0);
            }
            "table:table-row" if is_in_sheet => {
                let end = rows.saturating_add(number("table:number-rows-repeated"));
                if attribute(tag, "table:visibility").is_some_and(|visibility| visibility != "visible") {
                    hidden.extend(rows..end.min(last_row + 1));
                }
                (rows, column) = (end, 0);
            }
            "table:table-cell" | "table:covered-table-cell" if is_in_sheet => {
                let row = rows.saturating_sub(1);
                let [down, across] = ["table:number-rows-spanned", "table:number-columns-spanned"].map(number);
                if down > 1 || across > 1 {
                    let last = (row.saturating_add(down - 1), column.saturating_add(across - 1));
                    merged.push(Dimensions { start: (row, column), end: last });
                }
                column = column.saturating_add(number("table:number-columns-repeated"));
            }
            _ => {}
        }
    })?;
    Ok((merged, hidden))
}

fn worksheets(workbook: &Workbook) -> impl Iterator<Item = &Sheet> {
    workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet)
}

/// The sheet of a name, blanks around it left out.
fn named(path: &Path, workbook: &Workbook, name: &str) -> Result<String, Error> {
    let names: Vec<&str> = worksheets(workbook).map(|sheet| sheet.name.as_str()).collect();
    let known = names.iter().find(|own| own.trim() == name.trim()).map(|own| (*own).to_owned());
    known.ok_or_else(|| {
        let hint = nearest_or_all(name, &names, "its sheets are");
        Error::usage(format!("{} has no sheet `{name}`", path.display()), hint)
    })
}

/// The only sheet that people see and that holds something, with its cells.
fn only_filled(path: &Path, workbook: &mut Workbook, remarks: &mut Vec<String>) -> Result<(String, Cells), Error> {
    let (seen, hidden): (Vec<Sheet>, Vec<Sheet>) =
        worksheets(workbook).cloned().partition(|sheet| sheet.visible == SheetVisible::Visible);
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
    let mut cells = Cells::new();
    let mut put = |at: (u32, u32), value: &Data| {
        let text = text_of(value);
        if !text.is_empty() {
            cells.insert(at, text);
        }
    };
    if let Sheets::Xlsx(xlsx) = workbook {
        // As a stream: a lone cell in the last corner of a sheet must not take the room of all others.
        let mut reader = xlsx.worksheet_cells_reader(name).map_err(io::Error::other)?;
        while let Some(cell) = reader.next_cell().map_err(io::Error::other)? {
            put(cell.get_position(), &Data::from(cell.get_value().clone()));
        }
    } else {
        let range = workbook.worksheet_range(name).map_err(io::Error::other)?;
        let (row, column) = range.start().unwrap_or_default();
        let used = range.used_cells();
        used.for_each(|(below, beside, value)| put((row + below as u32, column + beside as u32), value));
    }
    Ok(cells)
}

/// Puts the text of each merged area into every cell that it covers, as far as the sheet goes.
fn spread(cells: &mut Cells, merged: Vec<Dimensions>) {
    let last_row = cells.keys().next_back().map_or(0, |(row, _)| *row);
    let last_column = cells.keys().map(|(_, column)| *column).max().unwrap_or_default();
    for Dimensions { start, end } in merged {
        let Some(text) = cells.get(&start).cloned() else { continue };
        for row in start.0..=end.0.min(last_row) {
            for column in start.1..=end.1.min(last_column) {
                cells.entry((row, column)).or_insert_with(|| text.clone());
            }
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

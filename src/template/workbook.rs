//! The workbook: a README and one sheet per table, with notes, lists to choose from, and formats.

use super::{ColumnGuide, Filling, RULES, TableGuide, guides};
use crate::cell::CellKind;
use crate::dataset::workbook::README;
use crate::error::Error;
use crate::model::Table;
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, IgnoreError, Note, Url, Workbook, Worksheet, XlsxError,
};

/// The last row that is filtered and checked, the header being 0. Down to the end of the sheet, the range would be
/// written as `A:F`, which not every reader takes for a filter.
const LAST_ROW: u32 = 100_000;

/// The number of the format that keeps what is typed, `@`.
const TEXT: u8 = 49;

/// The bytes of a new workbook: the same ones every time.
///
/// # Errors
/// The schema does not describe a table of the model, or says more of it than a workbook can hold.
pub fn workbook(filling: Filling) -> Result<Vec<u8>, Error> {
    Ok(write(&guides()?, filling)?)
}

fn write(guides: &[TableGuide], filling: Filling) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day of writing would make every workbook another one.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title("Data of economic missions").set_author("mission");
    workbook.set_properties(&properties.set_creation_datetime(&day));
    readme(workbook.add_worksheet(), guides)?;
    for guide in guides {
        sheet(workbook.add_worksheet(), guide, filling)?;
    }
    workbook.save_to_buffer()
}

fn readme(sheet: &mut Worksheet, guides: &[TableGuide]) -> Result<(), XlsxError> {
    sheet.set_name(README)?.set_screen_gridlines(false).set_column_width(0, 24)?.set_column_width(1, 110)?;
    sheet.set_row_height(0, 24)?;
    sheet.write_string_with_format(0, 0, "Data of economic missions", &Format::new().set_bold().set_font_size(16))?;
    let mut rows = 2..;
    let rules = RULES.into_iter().chain(["Once it is filled in and saved, run: mission init FILE.xlsx", ""]);
    for (rule, row) in rules.zip(&mut rows) {
        sheet.write_string(row, 0, rule)?;
    }
    let columns = [
        (false, "required", "Every row must have a value in such a column."),
        (true, "optional", "Such a column may stay empty. The note on the name of a column says what belongs in it."),
    ];
    for ((optional, name, what), row) in columns.into_iter().zip(&mut rows) {
        sheet.write_string_with_format(row, 0, name, &header(optional))?;
        sheet.write_string(row, 1, what)?;
    }
    for (guide, row) in guides.iter().zip(rows.skip(1)) {
        let name = guide.table.name();
        sheet.write_url_with_text(row, 0, Url::new(format!("internal:{name}!A2")), name)?;
        sheet.write_string(row, 1, &guide.meaning)?;
    }
    print_on_one_page_across(sheet);
    Ok(())
}

fn sheet(sheet: &mut Worksheet, guide: &TableGuide, filling: Filling) -> Result<(), XlsxError> {
    sheet.set_name(guide.table.name())?.set_freeze_panes(1, 0)?;
    sheet.set_default_note_author("mission");
    let mut last = 0;
    for (index, column) in (0..).zip(&guide.columns) {
        sheet.set_column_width(index, width(column))?.set_column_format(index, &cells(column))?;
        sheet.write_string_with_format(0, index, column.column.name, &header(column.column.optional))?;
        sheet.insert_note(0, index, &note(column))?;
        if let Some(validation) = validation(index, column)? {
            sheet.add_data_validation(1, index, LAST_ROW, index, &validation)?;
        }
        last = index;
    }
    let rows = filling.rows(guide.table).unwrap_or_default();
    let filled = csv::ReaderBuilder::new().has_headers(false).from_reader(rows.as_bytes()).into_records();
    let mut filled = filled.map_while(Result::ok);
    let header = filled.next().unwrap_or_default();
    for (row, record) in (1..).zip(filled) {
        for (name, text) in header.iter().zip(&record).filter(|(_, text)| !text.is_empty()) {
            if let Some(column) = (0..).zip(&guide.columns).find(|(_, column)| column.column.name == name) {
                sheet.write_string(row, column.0, text)?;
            }
        }
    }
    sheet.autofilter(0, 0, LAST_ROW, last)?;
    // A number that is kept as text is meant to be.
    sheet.ignore_error_range(1, 0, LAST_ROW, last, IgnoreError::NumberStoredAsText)?;
    print_on_one_page_across(sheet);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn print_on_one_page_across(sheet: &mut Worksheet) {
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
}

/// The name of a column; white on blue where no cell may stay empty.
fn header(optional: bool) -> Format {
    let (fill, font) = if optional { (0xDDEBF7, 0x1F3864) } else { (0x1F4E79, 0xFFFFFF) };
    let format = Format::new().set_bold().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x9DC3E6));
    format.set_background_color(Color::RGB(fill)).set_font_color(Color::RGB(font)).set_align(FormatAlign::Left)
}

/// Text, so that `10-15`, `1/2` and `0123` stay what they are; but a day is a day.
fn cells(column: &ColumnGuide) -> Format {
    if column.column.kind == CellKind::Day {
        Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)
    } else {
        Format::new().set_num_format_index(TEXT)
    }
}

/// In characters: room for what is usual, and for the name of the column with its button.
fn width(column: &ColumnGuide) -> u32 {
    let usual = match column.column.kind {
        CellKind::Text | CellKind::Name | CellKind::Url => 36,
        CellKind::Slug => 24,
        CellKind::Word(words) => words.iter().map(|word| word.len()).max().unwrap_or_default(),
        CellKind::Day | CellKind::Count | CellKind::Degrees(_) | CellKind::EnterpriseNumber => 12,
        CellKind::Country | CellKind::Currency | CellKind::Language | CellKind::Time => 8,
    };
    usual.max(column.column.name.len() + 4).try_into().unwrap_or(u32::MAX)
}

fn note(column: &ColumnGuide) -> Note {
    let needed = if column.column.optional { "Optional: may stay empty." } else { "Required: must not stay empty." };
    let lines = [column.meaning.as_str(), needed, &format!("Holds {}.", column.holds())].map(str::to_owned);
    // About 45 letters of the font of notes go into a line of this width.
    let height: usize = lines.iter().map(|line| line.len().div_ceil(45)).sum();
    let height = u32::try_from(height).unwrap_or(u32::MAX).saturating_mul(16).saturating_add(12);
    Note::new(lines.join("\n")).add_author_prefix(false).set_width(280).set_height(height)
}

/// What a program for workbooks can offer and check while a cell is filled in.
fn validation(index: u16, column: &ColumnGuide) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new();
    let warning = DataValidationErrorStyle::Warning;
    let name = column.column.name;
    let kind = column.column.kind;
    let wrong = format!("This is not {kind}.");
    let rule = if let Some(table) = column.refers_to {
        let Some(keys) = keys(table, name) else { return Ok(None) };
        let message = format!("{} has no such {name} yet: it should be given there too.", table.name());
        rule.allow_list_formula(keys).set_error_style(warning).set_error_message(message)?
    } else if let CellKind::Word(words) = kind {
        rule.allow_list_strings(words)?.set_error_message(wrong)?
    } else if kind == CellKind::Day {
        // A workbook knows no day before this one; such a day is written as text.
        let first = DataValidationRule::GreaterThanOrEqualTo(ExcelDateTime::from_ymd(1900, 1, 1)?);
        rule.allow_date(first).set_error_style(warning).set_error_message(wrong)?
    } else if kind == CellKind::Slug {
        // LibreOffice begins a cell with a capital of its own accord.
        let cell = format!("{}2", column_number_to_name(index));
        let rule = rule.allow_custom(Formula::new(format!("EXACT({cell},LOWER({cell}))")));
        let hint = "If a capital came by itself, switch the automatic correction off.";
        rule.set_error_style(warning).set_error_message(format!("{wrong} {hint}"))?
    } else {
        return Ok(None);
    };
    rule.set_error_title(name).map(Some)
}

/// The cells of a column down to the last that is filled, so that the list does not end in a million blanks.
fn keys(table: Table, column: &str) -> Option<Formula> {
    let index = table.position(column)?;
    let (name, letter) = (table.name(), column_number_to_name(u16::try_from(index).ok()?));
    Some(Formula::new(format!("OFFSET({name}!${letter}$2,0,0,MAX(1,COUNTA({name}!${letter}:${letter})-1),1)")))
}

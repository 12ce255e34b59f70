//! A workbook of Excel: one sheet per result, with typed cells, real dates, a header that stays and a filter.

use crate::column::{Holds, holds};
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as Look, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet,
};
use std::io::Write;
use std::thread;
use std::time::SystemTime;

/// A workbook in the making: every result it takes becomes a sheet, named as the result is.
pub struct Book<'w> {
    /// Where it is written once it has its one sheet; `None` = more sheets come, and it is saved then.
    out: Option<&'w mut dyn Write>,
    workbook: Workbook,
    sheet: Worksheet,
    columns: Vec<SheetColumn>,
    row: u32,
    /// How many texts were too long for a cell.
    cut: u64,
    header: Look,
    text: Look,
    number: Look,
    day: Look,
}

struct SheetColumn {
    holds_days: bool,
    /// Letters of the longest cell so far.
    width: usize,
}

/// No column is made wider than this many letters; longer text is wrapped.
const WIDEST: usize = 60;

/// The height of a line, and of the tallest row that a workbook can have, in points.
const LINE: u32 = 15;
const TALLEST: u32 = 409;

/// As many letters as a cell can hold, in UTF-16.
const LONGEST: usize = 32_767;

/// The largest whole number that a cell, which is a floating-point number, holds exactly.
const EXACT: u64 = 1 << 53;

/// That a workbook can be written: the library stops the program where no thread can be had, or the clock is wrong.
pub fn can_write() -> Result<(), Error> {
    if SystemTime::now() < SystemTime::UNIX_EPOCH {
        return Err(Error::usage("the clock says a day before 1970, which no workbook can hold", "set it right"));
    }
    thread::Builder::new().spawn(|| {}).map(drop).map_err(Error::no_thread)
}

impl<'w> Book<'w> {
    pub fn new(out: Option<&'w mut dyn Write>) -> Self {
        let header = Look::new().set_bold().set_background_color(Color::RGB(0x00E8_EDF3));
        // Said to be text, `10-15` is no date even after somebody has edited the cell.
        let text = Look::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
        Self {
            out,
            workbook: Workbook::new(),
            sheet: Worksheet::new(),
            columns: Vec::new(),
            row: 0,
            cut: 0,
            header: header.set_border_bottom(FormatBorder::Thin),
            // The indent keeps text apart from a number before it.
            text: text.set_align(FormatAlign::Left).set_indent(1),
            number: Look::new().set_align(FormatAlign::Top),
            day: Look::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top),
        }
    }

    /// Writes the whole workbook.
    ///
    /// # Errors
    /// A sheet has more rows, columns or letters in a cell than a workbook can hold.
    pub fn save(&mut self, out: &mut dyn Write) -> Result<(), Error> {
        // The time of writing would make every workbook another one.
        let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
        self.workbook.set_properties(&DocProperties::new().set_author("mission").set_creation_datetime(&day));
        let bytes = self.workbook.save_to_buffer()?;
        out.write_all(&bytes).and_then(|()| out.flush()).map_err(Error::Output)
    }
}

impl Sink for Book<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.sheet = Worksheet::new();
        self.row = 0;
        self.columns.clear();
        let name = if caption.name.is_empty() { "result" } else { &caption.name };
        self.sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        for (index, column) in (0..).zip(columns) {
            self.sheet.write_string_with_format(0, index, column, &self.header)?;
            self.columns.push(SheetColumn {
                holds_days: holds(column) == Holds::Day,
                // The arrow of the filter takes the place of three letters.
                width: column.chars().count() + 3,
            });
        }
        Ok(())
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.row += 1;
        let mut lines = 1;
        for (index, (value, column)) in (0..).zip(row.iter().zip(&mut self.columns)) {
            let text = value.to_text();
            let lengths = || text.lines().map(|line| line.chars().count());
            column.width = column.width.max(lengths().max().unwrap_or(0));
            lines = lines.max(lengths().map(|length| length.div_ceil(WIDEST).max(1)).sum::<usize>());
            let day = if column.holds_days { day(&text) } else { None };
            let (sheet, row) = (&mut self.sheet, self.row);
            // What a number of a workbook cannot hold exactly is written as text.
            match (value, day) {
                (Value::Null, _) => {}
                (Value::Integer(n), _) if n.unsigned_abs() <= EXACT => {
                    sheet.write_number_with_format(row, index, *n as f64, &self.number)?;
                }
                (Value::Real(n), _) if n.is_finite() => {
                    sheet.write_number_with_format(row, index, *n, &self.number)?;
                }
                (Value::Text(_), Some(day)) => {
                    sheet.write_datetime_with_format(row, index, day, &self.day)?;
                }
                (Value::Integer(_) | Value::Real(_) | Value::Text(_) | Value::Blob(_), _) => {
                    let shown = cut(&text);
                    self.cut += u64::from(shown.len() < text.len());
                    sheet.write_string_with_format(row, index, shown, &self.text)?;
                }
            }
        }
        if lines > 1 {
            let height = LINE.saturating_mul(u32::try_from(lines).unwrap_or(u32::MAX)).min(TALLEST);
            self.sheet.set_row_height(self.row, height)?;
        }
        Ok(())
    }

    fn remark(&self) -> Option<String> {
        let texts = if self.cut == 1 { "text was" } else { "texts were" };
        (self.cut > 0).then(|| format!("{} {texts} cut after {LONGEST} letters, as a workbook holds no more", self.cut))
    }

    fn end(&mut self) -> Result<(), Error> {
        if let Some(last) = self.columns.len().checked_sub(1).and_then(|last| u16::try_from(last).ok()) {
            self.sheet.autofilter(0, 0, self.row, last)?;
            if self.row > 0 {
                // A number that is kept as text, such as a count as published, is meant to be.
                self.sheet.ignore_error_range(1, 0, self.row, last, IgnoreError::NumberStoredAsText)?;
            }
        }
        for (index, column) in (0..).zip(&self.columns) {
            let letters = u32::try_from(column.width.min(WIDEST) + 1).unwrap_or(u32::MAX);
            self.sheet.set_column_width(index, letters)?;
        }
        self.sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        self.workbook.push_worksheet(std::mem::take(&mut self.sheet));
        match self.out.take() {
            Some(out) => self.save(out),
            None => Ok(()),
        }
    }
}

/// As much of a text as a cell can hold.
fn cut(text: &str) -> &str {
    // Excel counts UTF-16.
    let mut letters = 0;
    let end = text.char_indices().find(|(_, letter)| {
        letters += letter.len_utf16();
        letters > LONGEST
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// A day that Excel counts right: it takes 1900 for a leap year, and knows no day before it.
fn day(text: &str) -> Option<ExcelDateTime> {
    // The parser takes a time behind the day as well, which a day would lose.
    let day: jiff::civil::Date = text.parse().ok().filter(|_| text.len() == 10)?;
    let first = jiff::civil::date(1900, 3, 1);
    let (year, month, number) = (u16::try_from(day.year()).ok()?, day.month().unsigned_abs(), day.day().unsigned_abs());
    if day < first { None } else { ExcelDateTime::from_ymd(year, month, number).ok() }
}

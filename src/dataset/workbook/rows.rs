//! The cells of a sheet as records of CSV.

use crate::cell::{CellError, CellKind};
use crate::dataset::header::visible;
use crate::dataset::{CellDefect, RowStart};
use crate::defect::DefectKind;
use crate::model::{Column, Table};
use calamine::{DataRef, ExcelDateTime};
use csv::{Writer, WriterBuilder};
use std::io::{self, Write};

/// Rows and columns of a sheet, as many as Excel has.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

/// Bytes that the texts of a sheet may have together.
const LARGEST: usize = 4 << 30;

/// Takes cells row by row.
pub(super) struct Rows<W: Write> {
    table: Table,
    out: Writer<W>,
    /// Those that the header names, by their place in it.
    columns: Vec<Option<&'static Column>>,
    /// The row that is being filled, and its number, from 0.
    row: Vec<String>,
    number: u32,
    written: usize,
    defects: Vec<CellDefect>,
}

impl<W: Write> Rows<W> {
    pub(super) fn new(table: Table, out: W) -> Self {
        Self {
            table,
            out: WriterBuilder::new().flexible(true).from_writer(out),
            columns: Vec::new(),
            row: Vec::new(),
            number: 0,
            written: 0,
            defects: Vec::new(),
        }
    }

    /// Takes the next cell.
    ///
    /// # Errors
    /// It does not come behind the one before, or the sheet is larger than any.
    pub(super) fn take(&mut self, row: u32, column: u32, value: &DataRef<'_>) -> io::Result<()> {
        if *value == DataRef::Empty {
            return Ok(());
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if row >= ROWS || column >= COLUMNS as usize {
            return Err(io::Error::other("a cell lies outside its sheet"));
        }
        if row < self.number || (row == self.number && column < self.row.len()) {
            return Err(io::Error::other("its cells are not in order"));
        }
        while self.number < row {
            self.end_row()?;
        }
        let text = text_of(value);
        let found = self.columns.get(column).copied().flatten().and_then(|column| lost(column, value, &text));
        self.defects.extend(found.map(|kind| (RowStart(u64::from(row) + 1), column, kind)));
        self.written += text.len();
        if self.written > LARGEST {
            return Err(io::Error::other("its texts are larger than 4 GiB"));
        }
        self.row.resize(column, String::new());
        self.row.push(text);
        Ok(())
    }

    /// An empty row is one as well, so that every row keeps its number.
    fn end_row(&mut self) -> io::Result<()> {
        let row = std::mem::take(&mut self.row);
        let written = if row.is_empty() { self.out.write_record([""]) } else { self.out.write_record(&row) };
        written.map_err(io::Error::other)?;
        if self.number == 0 {
            let known = |name: &String| Some(&self.table.columns()[self.table.position(&visible(name))?]);
            self.columns = row.iter().map(known).collect();
        }
        self.number += 1;
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<Vec<CellDefect>> {
        if self.number > 0 || !self.row.is_empty() {
            self.end_row()?;
        }
        self.out.flush()?;
        Ok(self.defects)
    }
}

/// The text of a cell as a CSV file would have it.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // Excel knows no other numbers: 112 comes as 112.0, and is written as 112.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(day) if is_in_calendar(day) => time_or_day(day),
        DataRef::DateTime(day) => day.as_f64().to_string(),
        DataRef::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        // Of CSV as well, such a text is no value.
        DataRef::Error(error) => error.to_string(),
    }
}

/// What is lost of the value of a cell, which nobody can tell from its text.
fn lost(column: &Column, value: &DataRef<'_>, text: &str) -> Option<DefectKind> {
    let no = |kind| Some(DefectKind::of_cell(column.name, text, CellError::NotA(kind)));
    match value {
        // A number has no signs between its thousands: 1.234 is no count.
        DataRef::Float(number) if number.fract() != 0.0 && column.kind == CellKind::Count => no(CellKind::Count),
        // A number that is shown as a day, and is none: 20251011, or a negative one.
        DataRef::DateTime(day) if !is_in_calendar(day) => no(CellKind::Day),
        // A time of day is what was typed.
        DataRef::DateTime(day) if day.as_f64() < 1.0 => None,
        // A day in a column of other values is what Excel made of `10-15` or `1/2`: what was typed is lost.
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) if column.kind != CellKind::Day => {
            Some(DefectKind::TurnedIntoDay { column: column.name, text: text.to_owned() })
        }
        _ => None,
    }
}

/// Whether a number is a day that Excel can show: the last one is 9999-12-31.
pub(crate) fn is_in_calendar(day: &ExcelDateTime) -> bool {
    (0.0..2_958_466.0).contains(&day.as_f64())
}

/// `2025-10-04`, and the time if there is one; a time of day alone, `09:30`, is a day of nothing.
pub(crate) fn time_or_day(day: &ExcelDateTime) -> String {
    if day.as_f64() < 1.0 {
        let minutes = (day.as_f64() * 24.0 * 60.0).round();
        return format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0);
    }
    let (year, month, day, hour, minute, second, milli) = day.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second, milli) {
        (0, 0, 0, 0) => date,
        (hour, minute, second, _) => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}

//! CSV by RFC 4180, but with `\n`: a header row, cells quoted only where they must be. With a tab for the comma, a cell
//! with a tab or a line break in it is quoted as well, so that nothing is lost. And CSV for Excel.

use crate::error::{Error, io_error};
use crate::result_set::{Caption, Sink, Value};
use std::borrow::Cow;
use std::io::{self, Write};

pub(super) struct Csv<'w> {
    out: csv::Writer<Marked<'w>>,
    for_excel: bool,
    guarded: u64,
    dates: u64,
}

impl<'w> Csv<'w> {
    /// For Excel, as it opens a file by a double click where the comma is the decimal sign: with a byte order mark,
    /// decimal commas, CRLF. Text that Excel would run as a formula gets an apostrophe before it (OWASP, CSV
    /// injection).
    pub(super) fn new(delimiter: u8, for_excel: bool, out: &'w mut dyn Write) -> Self {
        let terminator = if for_excel { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let out = Marked { out, begun: !for_excel };
        let out = csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(out);
        Self { out, for_excel, guarded: 0, dates: 0 }
    }

    fn excel_text<'v>(&mut self, value: &'v Value) -> Cow<'v, str> {
        let text = value.to_text();
        match value {
            Value::Text(_) if would_run(&text) => {
                self.guarded += 1;
                format!("'{text}").into()
            }
            Value::Text(_) => {
                self.dates += u64::from(looks_like_a_day(&text));
                text
            }
            Value::Real(_) => text.replace('.', ",").into(),
            Value::Null | Value::Integer(_) | Value::Blob(_) => text,
        }
    }
}

impl Sink for Csv<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.out.write_record(columns).map_err(output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        for value in row {
            let text = if self.for_excel { self.excel_text(value) } else { value.to_text() };
            self.out.write_field(text.as_bytes()).map_err(output)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(output)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.out.flush().map_err(Error::Output)
    }

    fn remark(&self) -> Option<String> {
        let guarded = [
            "cell got an apostrophe before it, as Excel would have run it as a formula",
            "cells got an apostrophe before them, as Excel would have run them as formulas",
        ];
        let dates = [
            "cell such as 10-12 will be shown as a date by Excel",
            "cells such as 10-12 will be shown as dates by Excel",
        ];
        let found = [(self.guarded, guarded), (self.dates, dates)].into_iter().filter(|(n, _)| *n > 0);
        let told: Vec<String> = found.map(|(n, words)| format!("{n} {}", words[usize::from(n > 1)])).collect();
        (!told.is_empty()).then(|| format!("{}; -f csv and -f xlsx leave every cell as it is", told.join("; ")))
    }
}

fn output(error: csv::Error) -> Error {
    Error::Output(io_error(error))
}

/// Whether Excel takes a text, a range such as `10-12`, for a day and a month or a month and a year.
fn looks_like_a_day(text: &str) -> bool {
    let is_digits = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = |part: &str, most| is_digits(part) && part.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
    text.split_once(['-', '/']).is_some_and(|(a, b)| number(a, 31) && number(b, 12) || number(a, 12) && number(b, 9999))
}

/// Whether a spreadsheet takes a text for a formula. A number is none, whatever its sign.
pub(crate) fn would_run(text: &str) -> bool {
    let is_number = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b','))
    };
    match text.strip_prefix(['+', '-']) {
        Some(rest) => !is_number(rest),
        None => text.starts_with(['=', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']),
    }
}

/// Begins with a byte order mark, unless it has begun already.
struct Marked<'w> {
    out: &'w mut dyn Write,
    begun: bool,
}

impl Write for Marked<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !std::mem::replace(&mut self.begun, true) {
            self.out.write_all("\u{feff}".as_bytes())?;
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
#[path = "../../tests/unit/format_csv.rs"]
mod tests;

//! A table of GitHub Flavored Markdown, with the title above and the notes below.

use crate::error::Error;
use crate::result_set::{Caption, ResultSet, Sink, Value};
use std::io::{self, Write};

pub(super) struct Markdown<'w> {
    out: &'w mut dyn Write,
    result: ResultSet,
}

impl<'w> Markdown<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, result: ResultSet::default() }
    }

    fn write(&mut self) -> io::Result<()> {
        let result = std::mem::take(&mut self.result).for_people();
        if !result.caption.title.is_empty() {
            writeln!(self.out, "**{}**\n", escape(&result.caption.title))?;
        }
        if result.rows.is_empty() && !result.caption.title.is_empty() {
            writeln!(self.out, "none")?;
            return self.write_notes(&result);
        }
        let rule = |index| if result.is_numeric(index) { "---:" } else { "---" };
        line(self.out, result.columns.iter().map(|column| escape(column)))?;
        line(self.out, (0..result.columns.len()).map(|index| rule(index).to_owned()))?;
        for row in &result.rows {
            line(self.out, row.iter().map(|value| escape(&value.to_text())))?;
        }
        self.write_notes(&result)
    }

    fn write_notes(&mut self, result: &ResultSet) -> io::Result<()> {
        for note in &result.caption.notes {
            writeln!(self.out, "\n{}", escape(note))?;
        }
        self.out.flush()
    }
}

impl Sink for Markdown<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.result.begin(caption, columns)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.result.row(row)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.write().map_err(Error::Output)
    }
}

fn line(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    out.write_all(b"|")?;
    for cell in cells {
        write!(out, " {cell} |")?;
    }
    out.write_all(b"\n")
}

/// Keeps text from being read as markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' => {}
            '\n' => escaped.push_str("<br>"),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

//! SQL: the rows as INSERT statements, in one transaction. Names and text are quoted as the SQL standard does, bytes
//! are `X'00ff'`.

use super::distinct;
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use std::io::{self, Write};

/// The rows of one result after another.
pub struct Inserts<'w> {
    out: &'w mut dyn Write,
    /// Whether each result is a transaction.
    is_script: bool,
    /// What every statement begins with.
    insert: String,
    /// Rows of the statement that is not ended yet.
    rows: usize,
}

/// Rows of one statement: more do not make it faster to load, and take memory there.
const MOST: usize = 500;

impl<'w> Inserts<'w> {
    /// A script of its own.
    pub fn script(out: &'w mut dyn Write) -> Self {
        Self { is_script: true, ..Self::part(out) }
    }

    /// A part of a script.
    pub fn part(out: &'w mut dyn Write) -> Self {
        Self { out, is_script: false, insert: String::new(), rows: 0 }
    }

    fn values(&mut self, row: &[Value]) -> io::Result<()> {
        match self.rows {
            0 => self.out.write_all(self.insert.as_bytes())?,
            _ => self.out.write_all(b",\n(")?,
        }
        for (index, value) in row.iter().enumerate() {
            if index > 0 {
                self.out.write_all(b", ")?;
            }
            literal(self.out, value)?;
        }
        self.out.write_all(b")")?;
        self.rows += 1;
        if self.rows == MOST { self.end_with("") } else { Ok(()) }
    }

    fn end_with(&mut self, more: &str) -> io::Result<()> {
        let end = if std::mem::take(&mut self.rows) > 0 { ";\n" } else { "" };
        write!(self.out, "{end}{more}")
    }
}

impl Sink for Inserts<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        distinct(columns)?;
        let name = if caption.name.is_empty() { "result" } else { &caption.name };
        let columns: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
        self.insert = format!("INSERT INTO {} ({}) VALUES\n(", quoted(name), columns.join(", "));
        self.out.write_all(if self.is_script { b"BEGIN;\n" } else { b"" }).map_err(Error::Output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.values(row).map_err(Error::Output)
    }

    fn end(&mut self) -> Result<(), Error> {
        let commit = if self.is_script { "COMMIT;\n" } else { "" };
        self.end_with(commit).and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Writes a value as SQL reads it back: every digit of a number, and no text cut off at a NUL.
fn literal(out: &mut dyn Write, value: &Value) -> io::Result<()> {
    match value {
        Value::Null => out.write_all(b"NULL"),
        Value::Integer(i64::MIN) => write!(out, "({} - 1)", i64::MIN + 1),
        Value::Integer(n) => write!(out, "{n}"),
        Value::Real(n) if n.is_infinite() => out.write_all(if *n > 0.0 { b"9e999" } else { b"-9e999" }),
        Value::Real(n) => write!(out, "{n:?}"),
        Value::Text(text) if text.contains('\0') => {
            write!(out, "CAST(X'{}' AS TEXT)", Value::Blob(text.clone().into_bytes()).to_text())
        }
        Value::Text(text) => {
            out.write_all(b"'")?;
            // The shells of SQLite and DuckDB take CR LF at the end of a line for LF: here it is at the end of none.
            for (line, text) in text.split("\r\n").enumerate() {
                out.write_all(if line > 0 { b"\r' || '\n" } else { b"" })?;
                for (index, part) in text.split('\'').enumerate() {
                    out.write_all(if index > 0 { b"''" } else { b"" })?;
                    out.write_all(part.as_bytes())?;
                }
            }
            out.write_all(b"'")
        }
        Value::Blob(_) => write!(out, "X'{}'", value.to_text()),
    }
}

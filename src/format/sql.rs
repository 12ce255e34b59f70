//! SQL: one INSERT per row, in one transaction. Names and text are quoted as the SQL standard does, bytes are `X'00ff'`.

use super::distinct;
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use std::io::{self, Write};

pub(super) struct Sql<'w> {
    out: &'w mut dyn Write,
    /// What every statement begins with.
    insert: String,
}

impl<'w> Sql<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, insert: String::new() }
    }

    fn values(&mut self, row: &[Value]) -> io::Result<()> {
        self.out.write_all(self.insert.as_bytes())?;
        for (index, value) in row.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(self.out, "{separator}{}", literal(value))?;
        }
        self.out.write_all(b");\n")
    }
}

impl Sink for Sql<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        distinct(columns)?;
        let name = if caption.name.is_empty() { "result" } else { &caption.name };
        let columns: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
        self.insert = format!("INSERT INTO {} ({}) VALUES (", quoted(name), columns.join(", "));
        self.out.write_all(b"BEGIN;\n").map_err(Error::Output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.values(row).map_err(Error::Output)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.out.write_all(b"COMMIT;\n").and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A value as SQL reads it back: every digit of a number, and no text cut off at a NUL.
fn literal(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Integer(i64::MIN) => format!("({} - 1)", i64::MIN + 1),
        Value::Integer(n) => n.to_string(),
        Value::Real(n) if n.is_infinite() => if *n > 0.0 { "9e999" } else { "-9e999" }.to_owned(),
        Value::Real(n) => format!("{n:?}"),
        Value::Text(text) if text.contains('\0') => {
            format!("CAST(X'{}' AS TEXT)", Value::Blob(text.clone().into_bytes()).to_text())
        }
        Value::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Blob(_) => format!("X'{}'", value.to_text()),
    }
}

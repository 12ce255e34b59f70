//! JSON Lines: one object a line, keys in the order of the columns.

use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use std::io::{self, Write};

pub(super) struct Jsonl<'w> {
    out: &'w mut dyn Write,
    columns: Vec<String>,
}

impl<'w> Jsonl<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, columns: Vec::new() }
    }
}

impl Sink for Jsonl<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.columns = columns.to_vec();
        Ok(())
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        object(self.out, &self.columns, row).and_then(|()| self.out.write_all(b"\n")).map_err(Error::Output)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.out.flush().map_err(Error::Output)
    }
}

/// Writes one row as an object: numbers as numbers, NULL as null, bytes as hexadecimal text.
pub(super) fn object(out: &mut dyn Write, columns: &[String], row: &[Value]) -> io::Result<()> {
    for (index, (column, value)) in columns.iter().zip(row).enumerate() {
        out.write_all(if index == 0 { b"{" } else { b"," })?;
        serde_json::to_writer(&mut *out, column)?;
        out.write_all(b":")?;
        match value {
            Value::Null => serde_json::to_writer(&mut *out, &()),
            Value::Integer(n) => serde_json::to_writer(&mut *out, n),
            Value::Real(n) => serde_json::to_writer(&mut *out, n),
            Value::Text(text) => serde_json::to_writer(&mut *out, text),
            Value::Blob(_) => serde_json::to_writer(&mut *out, &value.to_text()),
        }?;
    }
    out.write_all(if columns.is_empty() { b"{}" } else { b"}" })
}

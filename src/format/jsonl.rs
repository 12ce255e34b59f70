//! JSON Lines: one object a line.

use super::distinct;
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use std::io::Write;

pub(super) struct Jsonl<'w> {
    out: &'w mut dyn Write,
    objects: Objects,
}

impl<'w> Jsonl<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, objects: Objects::default() }
    }
}

impl Sink for Jsonl<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.objects = Objects::with(columns)?;
        Ok(())
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        let object = self.objects.write(row)?;
        self.out.write_all(object).and_then(|()| self.out.write_all(b"\n")).map_err(Error::Output)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.out.flush().map_err(Error::Output)
    }
}

/// Writes rows as objects: numbers as numbers, NULL as null, bytes as hexadecimal text.
#[derive(Default)]
pub(super) struct Objects {
    /// What comes before each value: `{"a":`, `,"b":` ...
    names: Vec<Vec<u8>>,
    /// The object of the last row, whose memory the next one takes.
    object: Vec<u8>,
}

impl Objects {
    pub(super) fn with(columns: &[String]) -> Result<Self, Error> {
        distinct(columns)?;
        let name = |(index, column): (usize, &String)| {
            let mut name = vec![if index == 0 { b'{' } else { b',' }];
            serde_json::to_writer(&mut name, column)?;
            name.push(b':');
            Ok(name)
        };
        let names: Result<_, serde_json::Error> = columns.iter().enumerate().map(name).collect();
        Ok(Self { names: names.map_err(|error| Error::Output(error.into()))?, object: Vec::new() })
    }

    pub(super) fn write(&mut self, row: &[Value]) -> Result<&[u8], Error> {
        self.fill(row).map_err(|error| Error::Output(error.into()))?;
        Ok(&self.object)
    }

    fn fill(&mut self, row: &[Value]) -> Result<(), serde_json::Error> {
        let object = &mut self.object;
        object.clear();
        for (name, value) in self.names.iter().zip(row) {
            object.extend_from_slice(name);
            match value {
                Value::Null => object.extend_from_slice(b"null"),
                Value::Integer(n) => serde_json::to_writer(&mut *object, n)?,
                Value::Real(n) => serde_json::to_writer(&mut *object, n)?,
                Value::Text(text) => serde_json::to_writer(&mut *object, text)?,
                Value::Blob(_) => serde_json::to_writer(&mut *object, &value.to_text())?,
            }
        }
        object.extend_from_slice(if self.names.is_empty() { b"{}" } else { b"}" });
        Ok(())
    }
}

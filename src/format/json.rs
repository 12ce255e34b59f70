//! Objects of JSON: one array of them, one a line (JSON Lines), or the features of a map.

use super::{Look, distinct};
use crate::error::Error;
use crate::result_set::{Caption, ResultSet, Sink, Value};
use serde_json::json;
use std::io::{self, Write};

/// One object a line, in an array or by itself.
pub(super) struct Json<'w> {
    out: &'w mut dyn Write,
    is_array: bool,
    any: bool,
    /// What comes before each value: `{"a":`, `,"b":` ...
    names: Vec<String>,
    /// The object of the last row, whose memory the next one takes.
    object: Vec<u8>,
}

impl<'w> Json<'w> {
    pub(super) fn new(is_array: bool, out: &'w mut dyn Write) -> Self {
        Self { out, is_array, any: false, names: Vec::new(), object: Vec::new() }
    }
}

impl Sink for Json<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        distinct(columns)?;
        self.names = names(columns.iter());
        self.out.write_all(if self.is_array { b"[" } else { b"" }).map_err(Error::Output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        let (before, behind): (&[u8], &[u8]) = match (self.is_array, self.any) {
            (true, false) => (b"\n ", b""),
            (true, true) => (b",\n ", b""),
            (false, _) => (b"", b"\n"),
        };
        self.any = true;
        self.object.clear();
        self.object.extend_from_slice(before);
        let written = write_object(&self.names, row.iter(), &mut self.object);
        self.object.extend_from_slice(behind);
        written.and_then(|()| self.out.write_all(&self.object)).map_err(Error::Output)
    }

    fn end(&mut self) -> Result<(), Error> {
        let close = match (self.is_array, self.any) {
            (true, false) => "]\n",
            (true, true) => "\n]\n",
            (false, _) => "",
        };
        self.out.write_all(close.as_bytes()).and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}

/// GeoJSON (RFC 7946): one feature per row, at its `longitude` and `latitude`, with every other column as a property. A
/// row whose position is not known has no geometry. `id` identifies the feature.
pub(super) fn write_features(result: ResultSet, out: &mut dyn Write, _: Look, _: bool) -> io::Result<()> {
    let is_property = |name: &str| !["id", "longitude", "latitude"].contains(&name);
    let names = names(result.columns.iter().filter(|name| is_property(name)));
    out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
    for (number, row) in result.rows.iter().enumerate() {
        let lead = if number == 0 { "\n" } else { ",\n" };
        let geometry = match (result.cell(row, "longitude"), result.cell(row, "latitude")) {
            (Some(Value::Real(east)), Some(Value::Real(north))) => {
                format!("{{\"type\":\"Point\",\"coordinates\":{}}}", json!([east, north]))
            }
            _ => "null".to_owned(),
        };
        let id = json!(result.text(row, "id"));
        write!(out, "{lead}{{\"type\":\"Feature\",\"id\":{id},\"geometry\":{geometry},\"properties\":")?;
        let properties = result.columns.iter().zip(row).filter(|(name, _)| is_property(name)).map(|(_, value)| value);
        let mut object = Vec::new();
        write_object(&names, properties, &mut object)?;
        object.push(b'}');
        out.write_all(&object)?;
    }
    out.write_all(b"\n]}\n")
}

fn names<'c>(columns: impl Iterator<Item = &'c String>) -> Vec<String> {
    columns.enumerate().map(|(index, name)| format!("{}{}:", if index == 0 { '{' } else { ',' }, json!(name))).collect()
}

/// Writes a row as an object: numbers as numbers, NULL as null, bytes as hexadecimal text.
fn write_object<'v>(names: &[String], row: impl Iterator<Item = &'v Value>, out: &mut Vec<u8>) -> io::Result<()> {
    for (name, value) in names.iter().zip(row) {
        out.extend_from_slice(name.as_bytes());
        match value {
            Value::Null => out.extend_from_slice(b"null"),
            Value::Integer(n) => serde_json::to_writer(&mut *out, n)?,
            Value::Real(n) => serde_json::to_writer(&mut *out, n)?,
            Value::Text(_) | Value::Blob(_) => serde_json::to_writer(&mut *out, &value.to_text())?,
        }
    }
    out.extend_from_slice(if names.is_empty() { b"{}" } else { b"}" });
    Ok(())
}

//! Objects of JSON: one array of them, one a line (JSON Lines), or the features of a map.

use super::{Look, distinct};
use crate::error::Error;
use crate::result_set::{Caption, ResultSet, Sink, Value};
use serde_json::json;
use std::io::{self, Write};

/// One object a line, in an array or by itself.
pub(super) struct Json<'w> {
    out: &'w mut dyn Write,
    objects: Objects,
    is_array: bool,
    any: bool,
}

impl<'w> Json<'w> {
    pub(super) fn new(is_array: bool, out: &'w mut dyn Write) -> Self {
        Self { out, objects: Objects::default(), is_array, any: false }
    }
}

impl Sink for Json<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        distinct(columns)?;
        self.objects = Objects::with(columns);
        self.out.write_all(if self.is_array { b"[" } else { b"" }).map_err(Error::Output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        let (before, behind) = match (self.is_array, self.any) {
            (true, false) => ("\n ", ""),
            (true, true) => (",\n ", ""),
            (false, _) => ("", "\n"),
        };
        self.any = true;
        let begun = self.out.write_all(before.as_bytes()).and_then(|()| self.objects.write(row, self.out));
        begun.and_then(|()| self.out.write_all(behind.as_bytes())).map_err(Error::Output)
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
    let is_property = |index: &usize| !["id", "longitude", "latitude"].contains(&result.columns[*index].as_str());
    let indices: Vec<usize> = (0..result.columns.len()).filter(is_property).collect();
    let names: Vec<String> = indices.iter().map(|index| result.columns[*index].clone()).collect();
    let mut properties = Objects::with(&names);
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
        let values: Vec<Value> = indices.iter().map(|index| row[*index].clone()).collect();
        properties.write(&values, out)?;
        out.write_all(b"}")?;
    }
    out.write_all(b"\n]}\n")
}

/// Writes rows as objects: numbers as numbers, NULL as null, bytes as hexadecimal text.
#[derive(Default)]
struct Objects {
    /// What comes before each value: `{"a":`, `,"b":` ...
    names: Vec<String>,
    /// The object of the last row, whose memory the next one takes.
    object: Vec<u8>,
}

impl Objects {
    fn with(columns: &[String]) -> Self {
        let name = |(index, column)| format!("{}{}:", if index == 0 { '{' } else { ',' }, json!(column));
        Self { names: columns.iter().enumerate().map(name).collect(), object: Vec::new() }
    }

    fn write(&mut self, row: &[Value], out: &mut dyn Write) -> io::Result<()> {
        let object = &mut self.object;
        object.clear();
        for (name, value) in self.names.iter().zip(row) {
            object.extend_from_slice(name.as_bytes());
            match value {
                Value::Null => object.extend_from_slice(b"null"),
                Value::Integer(n) => serde_json::to_writer(&mut *object, n)?,
                Value::Real(n) => serde_json::to_writer(&mut *object, n)?,
                Value::Text(_) | Value::Blob(_) => serde_json::to_writer(&mut *object, &value.to_text())?,
            }
        }
        object.extend_from_slice(if self.names.is_empty() { b"{}" } else { b"}" });
        out.write_all(object)
    }
}

//! GeoJSON (RFC 7946): one feature per row, at its `longitude` and `latitude`, with every other column as a property. A
//! row whose position is not known has no geometry. `id` identifies the feature.

use super::jsonl::Objects;
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use serde_json::json;
use std::io::Write;

/// The columns that are no properties.
const OWN: [&str; 3] = ["id", "longitude", "latitude"];

pub(super) struct GeoJson<'w> {
    out: &'w mut dyn Write,
    columns: Vec<String>,
    properties: Objects,
    any: bool,
}

impl<'w> GeoJson<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, columns: Vec::new(), properties: Objects::default(), any: false }
    }

    fn feature(&mut self, row: &[Value]) -> Result<(), Error> {
        let cell = |name: &str| self.columns.iter().position(|column| column == name).map(|index| &row[index]);
        let id = cell("id").map_or(Value::Null, Value::clone).to_text();
        let geometry = match (cell("longitude"), cell("latitude")) {
            (Some(Value::Real(east)), Some(Value::Real(north))) => {
                format!("{{\"type\":\"Point\",\"coordinates\":{}}}", json!([east, north]))
            }
            _ => "null".to_owned(),
        };
        let are_properties = self.columns.iter().zip(row).filter(|(column, _)| is_property(column));
        let values: Vec<Value> = are_properties.map(|(_, value)| value.clone()).collect();
        let properties = self.properties.write(&values)?;
        let lead = if self.any { ",\n" } else { "\n" };
        self.any = true;
        write!(self.out, "{lead}{{\"type\":\"Feature\",\"id\":{},\"geometry\":{geometry},\"properties\":", json!(id))
            .and_then(|()| self.out.write_all(properties))
            .and_then(|()| self.out.write_all(b"}"))
            .map_err(Error::Output)
    }
}

fn is_property(column: &str) -> bool {
    !OWN.contains(&column)
}

impl Sink for GeoJson<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.columns = columns.to_vec();
        let properties: Vec<String> = columns.iter().filter(|column| is_property(column)).cloned().collect();
        self.properties = Objects::with(&properties)?;
        self.out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[").map_err(Error::Output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.feature(row)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.out.write_all(b"\n]}\n").and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}

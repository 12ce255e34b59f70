//! GeoJSON (RFC 7946): one feature per row, at its `longitude` and `latitude`, with every other column as a property. A
//! row whose position is not known has no geometry. `id` identifies the feature.

use super::jsonl::object;
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use std::io::{self, Write};

/// The columns that are no properties.
const OWN: [&str; 3] = ["id", "longitude", "latitude"];

pub(super) struct GeoJson<'w> {
    out: &'w mut dyn Write,
    columns: Vec<String>,
    any: bool,
}

impl<'w> GeoJson<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, columns: Vec::new(), any: false }
    }

    fn feature(&mut self, row: &[Value]) -> io::Result<()> {
        let cell = |name: &str| self.columns.iter().position(|column| column == name).map(|index| &row[index]);
        let lead: &[u8] = if self.any { b",\n" } else { b"\n" };
        self.any = true;
        self.out.write_all(lead)?;
        self.out.write_all(b"{\"type\":\"Feature\",")?;
        if let Some(id) = cell("id") {
            self.out.write_all(b"\"id\":")?;
            serde_json::to_writer(&mut *self.out, &id.to_text())?;
            self.out.write_all(b",")?;
        }
        self.out.write_all(b"\"geometry\":")?;
        match (cell("longitude"), cell("latitude")) {
            (Some(Value::Real(east)), Some(Value::Real(north))) => {
                self.out.write_all(b"{\"type\":\"Point\",\"coordinates\":")?;
                serde_json::to_writer(&mut *self.out, &[east, north])?;
                self.out.write_all(b"}")?;
            }
            _ => self.out.write_all(b"null")?,
        }
        self.out.write_all(b",\"properties\":")?;
        let is_property = |column: &str| !OWN.contains(&column);
        let (columns, values): (Vec<_>, Vec<_>) =
            self.columns.iter().cloned().zip(row.iter().cloned()).filter(|(column, _)| is_property(column)).unzip();
        object(self.out, &columns, &values)?;
        self.out.write_all(b"}")
    }
}

impl Sink for GeoJson<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.columns = columns.to_vec();
        self.out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[").map_err(Error::Output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.feature(row).map_err(Error::Output)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.out.write_all(b"\n]}\n").and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}

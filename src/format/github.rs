//! Workflow commands of GitHub Actions: one annotation per error or warning.

use super::finding::{Finding, Level};
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use std::io::Write;

pub(super) struct Github<'w> {
    out: &'w mut dyn Write,
    columns: Vec<String>,
}

impl<'w> Github<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, columns: Vec::new() }
    }
}

impl Sink for Github<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.columns = columns.to_vec();
        Ok(())
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        let Finding { level, file, line, title, message, .. } = Finding::of(&self.columns, row);
        let command = match level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Notice => "notice",
            Level::Open | Level::Pass => return Ok(()),
        };
        let properties = [("file", file), ("line", line.map(|line| line.to_string())), ("title", Some(title))];
        let known = properties.iter().filter_map(|(name, value)| Some(format!("{name}={}", property(value.as_ref()?))));
        let properties = known.collect::<Vec<_>>().join(",");
        writeln!(self.out, "::{command} {properties}::{}", data(&message)).map_err(Error::Output)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.out.flush().map_err(Error::Output)
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

//! CSV by RFC 4180, but with `\n`: a header row, cells quoted only where they must be.

use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use std::io::{self, Write};

pub(super) struct Csv<'w>(csv::Writer<&'w mut dyn Write>);

impl<'w> Csv<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self::separated_by(b',', out)
    }

    pub(super) fn separated_by(delimiter: u8, out: &'w mut dyn Write) -> Self {
        Self(csv::WriterBuilder::new().delimiter(delimiter).from_writer(out))
    }
}

impl Sink for Csv<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.0.write_record(columns).map_err(output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        for value in row {
            match value {
                Value::Text(text) => self.0.write_field(text),
                Value::Null | Value::Integer(_) | Value::Real(_) | Value::Blob(_) => {
                    self.0.write_field(value.to_text())
                }
            }
            .map_err(output)?;
        }
        self.0.write_record(None::<&[u8]>).map_err(output)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.0.flush().map_err(Error::Output)
    }
}

/// Converting a `csv::Error` straight to an `io::Error` would hide a broken pipe.
pub(super) fn output(error: csv::Error) -> Error {
    let text = error.to_string();
    match error.into_kind() {
        csv::ErrorKind::Io(source) => Error::Output(source),
        _ => Error::Output(io::Error::other(text)),
    }
}

//! JSON: one array of objects, one object a line.

use super::jsonl::Objects;
use crate::error::Error;
use crate::result_set::{Caption, Sink, Value};
use std::io::Write;

pub(super) struct Json<'w> {
    out: &'w mut dyn Write,
    objects: Objects,
    any: bool,
}

impl<'w> Json<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, objects: Objects::default(), any: false }
    }
}

impl Sink for Json<'_> {
    fn begin(&mut self, _: &Caption, columns: &[String]) -> Result<(), Error> {
        self.objects = Objects::with(columns)?;
        self.out.write_all(b"[").map_err(Error::Output)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        let lead: &[u8] = if self.any { b",\n " } else { b"\n " };
        self.any = true;
        let object = self.objects.write(row)?;
        self.out.write_all(lead).and_then(|()| self.out.write_all(object)).map_err(Error::Output)
    }

    fn end(&mut self) -> Result<(), Error> {
        let close: &[u8] = if self.any { b"\n]\n" } else { b"]\n" };
        self.out.write_all(close).and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}

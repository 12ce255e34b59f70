//! For the forms that must see the whole result before they write its first line. Several results, one after another,
//! have an empty line between them.

use super::Look;
use crate::error::Error;
use crate::result_set::{Caption, ResultSet, Sink, Value};
use std::io::{self, Write};

pub(super) type WriteWhole = fn(ResultSet, &mut dyn Write, Look) -> io::Result<()>;

pub(super) struct Whole<'w> {
    out: &'w mut dyn Write,
    look: Look,
    result: ResultSet,
    write: WriteWhole,
    any: bool,
}

impl<'w> Whole<'w> {
    pub(super) fn new(out: &'w mut dyn Write, look: Look, write: WriteWhole) -> Self {
        Self { out, look, result: ResultSet::default(), write, any: false }
    }
}

impl Sink for Whole<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.result.begin(caption, columns)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.result.row(row)
    }

    fn end(&mut self) -> Result<(), Error> {
        let result = std::mem::take(&mut self.result);
        let gap: &[u8] = if self.any { b"\n" } else { b"" };
        self.any = true;
        let written = self.out.write_all(gap).and_then(|()| (self.write)(result, self.out, self.look));
        written.and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}

//! Tab-separated values: as CSV, with a tab for the comma, so that a cell with a tab or a line break in it is quoted
//! and nothing is lost.

use super::csv::Csv;
use std::io::Write;

pub(super) fn tsv(out: &mut dyn Write) -> Csv<'_> {
    Csv::separated_by(b'\t', out)
}

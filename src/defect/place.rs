//! Places in a data folder, as an editor or a spreadsheet names them.

use std::fmt;
use std::ops::Range;

/// A place in a data folder, as an editor counts: the header is line 1, a column is a character; in a sheet of a
/// workbook, the cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name of the file or of the sheet.
    pub file: String,
    /// The line or the row, from 1; 0 = the whole file.
    pub line: u64,
    /// The column, from 1; 0 = the whole line.
    pub column: u64,
    /// Whether it is in a sheet of a workbook.
    pub in_sheet: bool,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (line @ 1.., column @ 1..) if self.in_sheet => write!(f, "{}!{}{line}", self.file, letters(column)),
            (0, _) => f.write_str(&self.file),
            (line, 0) => write!(f, "{}:{line}", self.file),
            (line, column) => write!(f, "{}:{line}:{column}", self.file),
        }
    }
}

/// The name of a column in a sheet: A to Z, AA to XFD.
fn letters(column: u64) -> String {
    let (mut rest, mut letters) = (column, Vec::new());
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The line of a defect, cut around its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What is shown of the line.
    pub text: String,
    /// The bytes of `text` to point at.
    pub cell: Range<usize>,
}

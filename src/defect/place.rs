//! Places in a data folder, as an editor or a spreadsheet names them.

use std::fmt;
use std::ops::Range;

/// A place in a data folder, as an editor counts: the header is line 1, a column is a character; in a sheet of a
/// workbook, the cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub file: String,
    /// The line or the row, from 1; 0 = the whole file.
    pub line: u64,
    /// The column, from 1; 0 = the whole line.
    pub column: u64,
    pub in_sheet: bool,
}

impl Place {
    /// The place without its file: `7:80`, or `H7` in a sheet; empty = the whole file.
    pub(super) fn in_file(&self) -> String {
        match (self.line, self.column) {
            (0, _) => String::new(),
            (line, 0) => line.to_string(),
            (line, column) if self.in_sheet => format!("{}{line}", letters(column)),
            (line, column) => format!("{line}:{column}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.in_file() {
            whole if whole.is_empty() => f.write_str(&self.file),
            cell if self.in_sheet => write!(f, "{}!{cell}", self.file),
            position => write!(f, "{}:{position}", self.file),
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

//! What is wrong with a data folder, and where.

mod catalogue;
mod cells;

pub use catalogue::{Code, DefectKind, Explanation};
pub use cells::WrongCell;
use rust_xlsxwriter::column_number_to_name;
use std::fmt;
use std::ops::Range;

/// Something of a data folder that is wrong, or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    pub place: Place,
    /// The line around it; `None` where a whole file is meant, or a sheet has no lines.
    pub excerpt: Option<Excerpt>,
    pub kind: DefectKind,
}

impl Defect {
    /// How many defects or notices it stands for.
    pub fn number(&self) -> u64 {
        if let DefectKind::MoreDefects { number } | DefectKind::MoreNotices { number } = self.kind { number } else { 1 }
    }

    pub(crate) fn of_file(name: &str, kind: DefectKind) -> Self {
        Self { place: Place { file: name.to_owned(), ..Place::default() }, excerpt: None, kind }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Level {
    /// Wrong: nothing is built.
    Error,
    /// Worth knowing: the database is built.
    Notice,
}

impl Level {
    /// The word for it in messages and data.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A place in a data folder, as an editor counts: the header is line 1, a column is a character; in a sheet of a
/// workbook, the cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The name of the file or of the sheet.
    pub file: String,
    /// The line or the row, from 1; 0 = the whole file.
    pub line: u64,
    /// The column, from 1; 0 = the whole line.
    pub column: u64,
    pub in_sheet: bool,
}

impl Place {
    /// The place without its file: `7:80`, or `H7` in a sheet; empty = the whole file.
    pub(crate) fn in_file(&self) -> String {
        match (self.line, self.column) {
            (0, _) => String::new(),
            (line, 0) => line.to_string(),
            // A to Z, AA to XFD.
            (line, column) if self.in_sheet => {
                format!("{}{line}", column_number_to_name(u16::try_from(column - 1).unwrap_or(u16::MAX)))
            }
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

/// The line of a defect, cut around its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What is shown of the line.
    pub text: String,
    /// The bytes of `text` to point at.
    pub cell: Range<usize>,
}

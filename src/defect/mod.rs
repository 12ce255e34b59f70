//! What is wrong with a data folder, and where.

mod code;
mod excerpt;
mod explanation;
mod place;
mod wording;

pub use code::{Code, Level};
pub use excerpt::with_excerpt;
pub use explanation::Explanation;
pub use place::{Excerpt, Place};

use crate::cell::{CellError, DayOrder, OrderReason};
use crate::model::ContradictionKind;

/// One defect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// Where it is.
    pub place: Place,
    /// The line around it; `None` where a whole file is meant.
    pub excerpt: Option<Excerpt>,
    /// What it is.
    pub kind: DefectKind,
}

impl Defect {
    /// How many defects or notices it stands for.
    pub fn number(&self) -> u64 {
        if let DefectKind::MoreDefects(number) | DefectKind::MoreNotices(number) = self.kind { number } else { 1 }
    }

    /// A defect of a whole file.
    pub(crate) fn of_file(name: &str, kind: DefectKind) -> Self {
        Self { place: Place { file: name.to_owned(), line: 0, column: 0, in_sheet: false }, excerpt: None, kind }
    }
}

/// What a workbook says of one of its cells: the number of its record, its own, and what is wrong with it.
pub(crate) type CellDefect = (u64, usize, DefectKind);

/// What can be wrong with a data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DefectKind {
    /// A CSV file that is no table.
    UnknownFile {
        /// The file name that was probably meant.
        nearest: Option<String>,
    },
    /// A sheet that is no table.
    UnknownSheet {
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// A file that must be there is not.
    MissingFile,
    /// A file without a header.
    NoHeader,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A quote that is opened and never closed, so that it swallows the rest of the file.
    UnclosedQuote,
    /// A column that must be there is not.
    MissingColumn(&'static str),
    /// A column that the table does not have.
    UnknownColumn {
        /// Its name.
        name: String,
        /// The column that was probably meant.
        nearest: Option<String>,
    },
    /// A value in a column that has no name in the header.
    UnnamedColumn,
    /// A column that is there twice.
    DoubledColumn(String),
    /// A header with far too many cells; how many.
    TooManyColumns(usize),
    /// A record that does not end.
    RecordTooLong,
    /// A record with more or fewer cells than the header.
    CellCount {
        /// Cells in the record.
        found: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// A cell that does not hold what its column asks for.
    Cell {
        /// The column.
        column: &'static str,
        /// What it holds.
        text: String,
        /// What was expected.
        error: CellError,
        /// The valid value that was probably meant.
        nearest: Option<String>,
    },
    /// A date that cannot be read in the order in which the other dates of the data folder are.
    OtherOrderOfDays {
        /// The date.
        text: String,
        /// The order of the others.
        order: DayOrder,
        /// A date that proves it, and its place; `None` where the command line says so.
        proof: Option<(String, Place)>,
    },
    /// A formula of a workbook that failed, with what it shows.
    FailedFormula(String),
    /// A day in a column of other values, which is what Excel makes of `10-15`.
    TurnedIntoDay {
        /// The column.
        column: &'static str,
        /// The day.
        text: String,
    },
    /// Two cells of a record that cannot both be right.
    Contradiction(ContradictionKind),
    /// A key that an earlier record has already.
    DuplicateKey {
        /// The key.
        key: String,
        /// The place of the earlier record.
        first: Place,
    },
    /// A key that the table it refers to does not have.
    UnknownReference {
        /// The column that refers.
        column: &'static str,
        /// The key that is not there.
        key: String,
        /// The table that should have it.
        table: &'static str,
        /// The key that was probably meant.
        nearest: Option<String>,
    },
    /// So many more defects of the file, which are only counted.
    MoreDefects(u64),
    /// So many more notices of the file, which are only counted.
    MoreNotices(u64),
    /// Records without any value, which were passed over; how many.
    EmptyRows(u64),
    /// Columns at the end without a name and without any value, which were passed over; how many.
    EmptyColumns(usize),
    /// How dates that are not ISO 8601 are read.
    OrderOfDays {
        /// What comes first.
        order: DayOrder,
        /// Why.
        reason: OrderReason,
    },
    /// An event that lies wholly or partly outside the days of its mission.
    OutsideMission {
        /// The first day of the mission.
        first: String,
        /// The last day of the mission.
        last: String,
    },
    /// An agreement whose parties are not listed.
    NoParties,
    /// A participant whose name is that of another one of its mission but for case, accents and legal form.
    LikelyDouble {
        /// The place of the other one.
        first: Place,
    },
    /// A subject that is nearly one of those that tables list and most claims count.
    NearlyASubject {
        /// The subject.
        subject: String,
        /// The subject that was probably meant.
        nearest: &'static str,
    },
}

impl DefectKind {
    /// Whether it is wrong, or only worth knowing.
    pub fn level(&self) -> Level {
        self.code().level()
    }

    /// The valid value that was probably meant.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::UnknownFile { nearest }
            | Self::UnknownSheet { nearest }
            | Self::UnknownColumn { nearest, .. }
            | Self::Cell { nearest, .. }
            | Self::UnknownReference { nearest, .. } => nearest.as_deref(),
            Self::NearlyASubject { nearest, .. } => Some(nearest),
            Self::MissingFile
            | Self::NoHeader
            | Self::NotUtf8
            | Self::UnclosedQuote
            | Self::UnnamedColumn
            | Self::MissingColumn(_)
            | Self::DoubledColumn(_)
            | Self::CellCount { .. }
            | Self::TooManyColumns(_)
            | Self::RecordTooLong
            | Self::OtherOrderOfDays { .. }
            | Self::TurnedIntoDay { .. }
            | Self::FailedFormula(_)
            | Self::Contradiction(_)
            | Self::DuplicateKey { .. }
            | Self::OrderOfDays { .. }
            | Self::MoreDefects(_)
            | Self::MoreNotices(_)
            | Self::EmptyRows(_)
            | Self::EmptyColumns(_)
            | Self::OutsideMission { .. }
            | Self::NoParties
            | Self::LikelyDouble { .. } => None,
        }
    }
}

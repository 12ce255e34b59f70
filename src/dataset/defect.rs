//! What is wrong with a data folder, and where.

use super::code::{Code, Level};
use super::day_order::{DayOrder, OrderReason};
use super::place::{Excerpt, Place};
use crate::cell::CellError;
use crate::model::ContradictionKind;
use std::fmt;

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
    pub(super) fn of_file(name: &str, kind: DefectKind) -> Self {
        Self { place: Place { file: name.to_owned(), line: 0, column: 0, in_sheet: false }, excerpt: None, kind }
    }
}

/// What a workbook says of one of its cells: the number of its record, its own, and what is wrong with it.
pub(super) type CellDefect = (u64, usize, DefectKind);

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
    /// Its stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::UnknownFile { .. } | Self::UnknownSheet { .. } => Code::E101,
            Self::MissingFile => Code::E102,
            Self::NoHeader => Code::E103,
            Self::NotUtf8 => Code::E104,
            Self::UnclosedQuote => Code::E105,
            Self::MissingColumn(_) => Code::E111,
            Self::UnknownColumn { .. } => Code::E112,
            Self::DoubledColumn(_) => Code::E113,
            Self::TooManyColumns(_) => Code::E114,
            Self::CellCount { .. } => Code::E121,
            Self::RecordTooLong => Code::E123,
            Self::UnnamedColumn => Code::E122,
            Self::Cell { error, .. } => match error {
                CellError::Missing => Code::E201,
                CellError::Slug => Code::E202,
                CellError::Day => Code::E203,
                CellError::Count(_) => Code::E204,
                CellError::Word(_) => Code::E205,
                CellError::Degrees(_) => Code::E206,
                CellError::Country => Code::E207,
                CellError::Currency => Code::E208,
                CellError::Language => Code::E209,
                CellError::Url => Code::E210,
                CellError::Control => Code::E211,
            },
            Self::OtherOrderOfDays { .. } => Code::E212,
            Self::TurnedIntoDay { .. } => Code::E213,
            Self::FailedFormula(_) => Code::E214,
            Self::Contradiction(kind) => match kind {
                ContradictionKind::EndsBeforeStart => Code::E301,
                ContradictionKind::HalfPeriod => Code::E302,
                ContradictionKind::BasisWithoutDays => Code::E303,
                ContradictionKind::AmountWithoutCurrency => Code::E304,
                ContradictionKind::HalfPosition => Code::E305,
            },
            Self::DuplicateKey { .. } => Code::E401,
            Self::UnknownReference { .. } => Code::E402,
            Self::MoreDefects(_) => Code::E106,
            Self::MoreNotices(_) => Code::N104,
            Self::EmptyRows(_) => Code::N101,
            Self::EmptyColumns(_) => Code::N102,
            Self::OrderOfDays { .. } => Code::N103,
            Self::NearlyASubject { .. } => Code::N201,
            Self::OutsideMission { .. } => Code::N301,
            Self::NoParties => Code::N302,
            Self::LikelyDouble { .. } => Code::N401,
        }
    }

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

impl fmt::Display for DefectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFile { .. } => f.write_str("no table goes by this name"),
            Self::UnknownSheet { .. } => f.write_str("no table goes by the name of this sheet"),
            Self::MissingFile => f.write_str("this table must be there"),
            Self::NoHeader => f.write_str("the file is empty; its first line must be the header"),
            Self::NotUtf8 => f.write_str("these bytes are not UTF-8, as other letters of this file are"),
            Self::UnclosedQuote => f.write_str("the quote that opens this cell is never closed"),
            Self::MissingColumn(name) => write!(f, "the column `{name}` is missing in the header"),
            Self::UnknownColumn { name, .. } => write!(f, "there is no column `{}` in this table", shown(name)),
            Self::UnnamedColumn => f.write_str("this column has a value, but no name in the header"),
            Self::DoubledColumn(name) => write!(f, "the column `{name}` is there twice"),
            Self::CellCount { found, expected } => {
                let cells = if *found == 1 { "cell" } else { "cells" };
                write!(f, "{found} {cells} in this record, {expected} in the header")
            }
            Self::Cell { column, error: error @ CellError::Missing, .. } => write!(f, "{column}: expected {error}"),
            Self::Cell { column, text, error, .. } => write!(f, "{column}: `{}` is not {error}", shown(text)),
            Self::Contradiction(kind) => f.write_str(match kind {
                ContradictionKind::EndsBeforeStart => "last_day comes before first_day",
                ContradictionKind::HalfPeriod => "first_day and last_day must both be given, or neither",
                ContradictionKind::BasisWithoutDays => "date_basis must be given where the days are, and only there",
                ContradictionKind::AmountWithoutCurrency => "amount and currency must both be given, or neither",
                ContradictionKind::HalfPosition => "latitude and longitude must both be given, or neither",
            }),
            Self::DuplicateKey { key, first } => write!(f, "the key `{}` is already that of {first}", shown(key)),
            Self::UnknownReference { column, key, table, .. } => {
                write!(f, "{column}: `{}` is not in {table}", shown(key))
            }
            Self::TooManyColumns(number) => write!(f, "a header of {number} cells is none"),
            Self::RecordTooLong => f.write_str("this record does not end within 16 MiB"),
            Self::MoreDefects(1) => f.write_str("1 more defect of this file is not listed"),
            Self::MoreDefects(number) => write!(f, "{number} more defects of this file are not listed"),
            Self::MoreNotices(1) => f.write_str("1 more notice on this file is not listed"),
            Self::MoreNotices(number) => write!(f, "{number} more notices on this file are not listed"),
            Self::EmptyRows(1) => f.write_str("1 empty row was passed over"),
            Self::EmptyRows(number) => write!(f, "{number} empty rows were passed over"),
            Self::EmptyColumns(1) => f.write_str("1 empty column was passed over"),
            Self::EmptyColumns(number) => write!(f, "{number} empty columns were passed over"),
            Self::OtherOrderOfDays { text, order, proof: Some((proof, place)) } => {
                write!(f, "`{text}` is not {order}, as `{proof}` in {place} is; one of the two is wrong")
            }
            Self::OtherOrderOfDays { text, order, proof: None } => {
                write!(f, "`{text}` is not {order}, as --dates says that dates are")
            }
            Self::FailedFormula(shows) => write!(f, "the formula of this cell failed: {shows}"),
            Self::TurnedIntoDay { column, text } => {
                write!(
                    f,
                    "{column}: {text} is a day, which Excel makes of what it takes for one; what was typed is lost"
                )
            }
            Self::OrderOfDays { order, reason: OrderReason::Proof(text) } => {
                write!(f, "dates are read {order}, as `{text}` can be nothing else")
            }
            Self::OrderOfDays { order, reason: OrderReason::Chosen } => {
                write!(f, "dates are read {order}, as --dates says")
            }
            Self::OrderOfDays { order, reason: OrderReason::Custom } => {
                write!(f, "dates are read {order}, as is usual where files use semicolons or decimal commas")
            }
            Self::OutsideMission { first, last } => {
                write!(f, "this event lies wholly or partly outside the days of its mission, {first} to {last}")
            }
            Self::NoParties => f.write_str("this agreement has no parties in agreement_parties"),
            Self::LikelyDouble { first } => write!(f, "this is probably the organisation of {first}; both are counted"),
            Self::NearlyASubject { subject, .. } => {
                write!(f, "the subject `{}` is one of its own", shown(subject))
            }
        }
    }
}

/// One line, as compilers write it.
impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.kind.code();
        write!(f, "{}: {}[{}]: {}", self.place, code.level().name(), code.name(), self.kind)?;
        match self.kind.nearest() {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

/// A cell as it can be shown in a message: not endless, and without anything that a terminal would obey.
fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown = String::new();
    for c in text.chars().take(MOST) {
        if c.is_control() { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

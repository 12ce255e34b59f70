//! The codes of defects: stable, and each with what a reader wants to know of it.

use super::DefectKind;
use crate::cell::CellError;
use crate::model::ContradictionKind;

/// The code of a kind of defect. A code keeps its meaning for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(ascii_case_insensitive)]
pub enum Code {
    /// A CSV file that is no table.
    E101,
    /// A file that must be there.
    E102,
    /// An empty file.
    E103,
    /// Bytes that are not UTF-8.
    E104,
    /// A quote that is never closed.
    E105,
    /// More defects than are listed.
    E106,
    /// A column that is missing.
    E111,
    /// A column that the table does not have.
    E112,
    /// A column that is there twice.
    E113,
    /// A header that is too wide.
    E114,
    /// A record with too many or too few cells.
    E121,
    /// A value without a column.
    E122,
    /// A record that does not end.
    E123,
    /// An empty cell that must not be empty.
    E201,
    /// No slug.
    E202,
    /// No day.
    E203,
    /// No count.
    E204,
    /// None of the words.
    E205,
    /// No degrees.
    E206,
    /// No country.
    E207,
    /// No currency.
    E208,
    /// No language.
    E209,
    /// No address.
    E210,
    /// A character that is none.
    E211,
    /// A date in the other order.
    E212,
    /// A day that Excel made.
    E213,
    /// A formula that failed.
    E214,
    /// The last day before the first.
    E301,
    /// Half a period.
    E302,
    /// Days without a basis.
    E303,
    /// An amount without a currency.
    E304,
    /// Half a position.
    E305,
    /// A key that is there twice.
    E401,
    /// A key that is not there.
    E402,
    /// Empty rows.
    N101,
    /// Empty columns.
    N102,
    /// The order of days and months.
    N103,
    /// More notices than are listed.
    N104,
    /// Nearly a subject.
    N201,
    /// An event outside its mission.
    N301,
    /// An agreement without parties.
    N302,
    /// A likely double.
    N401,
}

/// Whether something is wrong, or only worth knowing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Wrong: nothing is built.
    Error,
    /// Worth knowing: the database is built.
    Notice,
}

impl Level {
    /// The word for it in messages and data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Notice => "notice",
        }
    }
}

impl Code {
    /// The code itself.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it is wrong, or only worth knowing.
    pub fn level(self) -> Level {
        if self.name().starts_with('E') { Level::Error } else { Level::Notice }
    }
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
}

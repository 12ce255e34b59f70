//! Cells that do not hold what their column asks for.

use super::catalogue::shown;
use super::{DefectKind, Level, Place};
use crate::cell::{CellError, CellKind};
use std::fmt;

/// A cell that holds something else; an empty one is a defect of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WrongCell {
    column: &'static str,
    text: String,
    error: CellError,
    /// The valid value that was probably meant.
    pub(super) nearest: Option<String>,
}

impl fmt::Display for WrongCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: `{}` {}", self.column, shown(&self.text), self.error)
    }
}

/// Letters of a text that a defect keeps.
const MOST_KEPT: usize = 200;

impl DefectKind {
    pub(crate) fn of_cell(column: &'static str, text: &str, error: CellError) -> Self {
        // Of a text of megabytes, hundreds of thousands of defects must not hold each of them.
        let cell = |nearest| WrongCell { column, text: beginning(text).to_owned(), error, nearest };
        match error {
            CellError::Empty => Self::EmptyCell { column },
            CellError::FitsNothing | CellError::TooLarge => Self::NoCount { cell: cell(None) },
            CellError::NotA(kind) => {
                let cell = cell(kind.nearest(text));
                match kind {
                    CellKind::Slug => Self::NoSlug { cell },
                    CellKind::Day => Self::NoDay { cell },
                    CellKind::Count => Self::NoCount { cell },
                    CellKind::Word(_) => Self::NoneOfTheWords { cell },
                    CellKind::Degrees(_) => Self::NoDegrees { cell },
                    CellKind::Country => Self::NoCountry { cell },
                    CellKind::Currency => Self::NoCurrency { cell },
                    CellKind::Language => Self::NoLanguage { cell },
                    CellKind::EnterpriseNumber => Self::NoEnterpriseNumber { cell },
                    CellKind::Time => Self::NoTime { cell },
                    CellKind::Url => Self::NoAddress { cell },
                    CellKind::Text | CellKind::Name => Self::NoCharacter { cell },
                }
            }
        }
    }

    /// That of its code.
    pub(crate) fn level(&self) -> Level {
        self.code().level()
    }

    /// The place of another row that it names.
    pub(crate) fn other_place(&mut self) -> Option<&mut Place> {
        if let Self::DuplicateKey { first: other, .. }
        | Self::LikelyDouble { first: other }
        | Self::ListedAgain { first: other }
        | Self::TitlesAboveHeader { header: other } = self
        {
            return Some(other);
        }
        None
    }
}

/// As much of a text as a defect keeps.
fn beginning(text: &str) -> &str {
    text.char_indices().nth(MOST_KEPT).map_or(text, |(end, _)| &text[..end])
}

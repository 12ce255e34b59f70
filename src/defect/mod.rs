//! What is wrong with a data folder, and where.

mod catalogue;
mod cells;
mod excerpt;
mod grouping;
mod place;

pub use catalogue::{Code, DefectKind, Explanation};
pub use cells::WrongCell;
pub use excerpt::with_excerpt;
pub use grouping::Group;
pub use place::{Excerpt, Place};

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
        Self { place: Place { file: name.to_owned(), line: 0, column: 0, in_sheet: false }, excerpt: None, kind }
    }
}

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

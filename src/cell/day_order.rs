//! The order of day and month in dates that are not ISO 8601.

use std::fmt;

/// What comes first in dates that are not ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum DayOrder {
    /// 13/03/2025, and always 13-03-2025.
    DayFirst,
    /// 03/13/2025.
    MonthFirst,
}

impl fmt::Display for DayOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DayFirst => "day first",
            Self::MonthFirst => "month first",
        })
    }
}

/// Why dates are read the way they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OrderReason {
    /// This date can be nothing else.
    Proof(String),
    /// The command line says so.
    Chosen,
    /// The files have semicolons between their cells, or decimal commas.
    Custom,
}

/// Goes on from `as`: `--dates says`.
impl fmt::Display for OrderReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Proof(text) => write!(f, "`{text}` can be nothing else"),
            Self::Chosen => f.write_str("--dates says"),
            Self::Custom => f.write_str("is usual where files use semicolons or decimal commas"),
        }
    }
}

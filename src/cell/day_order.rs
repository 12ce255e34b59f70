//! The order of day and month in dates that are not ISO 8601.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum, strum::Display)]
pub enum DayOrder {
    /// 13/03/2025, and always 13-03-2025.
    #[strum(to_string = "day first")]
    DayFirst,
    /// 03/13/2025.
    #[strum(to_string = "month first")]
    MonthFirst,
}

/// Why dates are read the way they are; goes on from `as`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, strum::Display)]
pub enum OrderReason {
    #[strum(to_string = "`{0}` can be nothing else")]
    Proof(String),
    #[strum(to_string = "--dates says")]
    Chosen,
    /// The files have semicolons between their cells, or decimal commas.
    #[strum(to_string = "is usual where files use semicolons or decimal commas")]
    Custom,
}

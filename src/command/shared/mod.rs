//! What several commands need: what they are told, the way out for rows and remarks, filters, completions, building.

mod build;
pub(crate) mod completions;
mod context;
mod filters;
mod findings;
mod output;
mod progress;
mod verdict_counts;

pub(crate) use build::build;
pub use context::{Context, Exit};
pub(crate) use filters::{FilterArgs, known_mission};
pub(crate) use findings::Located;
pub(crate) use progress::ProgressLine;
pub(crate) use verdict_counts::VerdictCounts;

/// A number of things: `1 row`, `2 rows`.
pub(crate) fn counted<N: std::fmt::Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let ending = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// How many characters fit into a line of standard output, if it is a terminal.
pub(crate) fn terminal_width() -> Option<u16> {
    terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| width.0)
}

//! What several commands need: what they are told, the way out for rows and remarks, names, findings, building.

mod build;
mod context;
mod findings;
pub(crate) mod names;

pub(crate) use build::build;
pub use context::{Context, Exit};
pub(crate) use findings::{VerdictCounts, contradictions, located};

/// A number of things: `1 row`, `2 rows`.
pub(crate) fn counted<N: std::fmt::Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let ending = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// How many characters fit into a line of standard output, if it is a terminal.
pub(crate) fn terminal_width() -> Option<u16> {
    terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| width.0)
}

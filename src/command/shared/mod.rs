//! What several commands need: what they are told, the way out for rows and remarks, filters, completions, building.

mod build;
pub(crate) mod completions;
mod context;
mod filters;
mod findings;
mod progress;

pub(crate) use build::build;
pub use context::{Context, Exit};
pub(crate) use context::{terminal_width, write_file};
pub(crate) use filters::{FilterArgs, known_mission};
pub(crate) use findings::Located;
pub(crate) use progress::ProgressLine;

/// A number of things: `1 row`, `2 rows`.
pub(crate) fn counted<N: std::fmt::Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let ending = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

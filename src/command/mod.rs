//! One file per command: its arguments, what it does, its helpers. None of them prints: they hand rows
//! and remarks to the [`Context`].

mod build;
pub mod check;
mod completions;
mod context;
pub mod diff;
pub mod explain;
pub mod export;
mod filters;
pub mod init;
pub mod new;
pub mod page;
mod progress;
pub mod query;
pub mod report;
pub mod schema;
pub mod summary;
pub mod topic;

pub use context::{Context, Exit};

/// A number of things: `1 row`, `2 rows`.
fn counted<N: std::fmt::Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let ending = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

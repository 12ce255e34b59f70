//! One file per command: its arguments, what it does, its helpers. None of them prints: they hand rows
//! and remarks to the [`Context`].

pub mod check;
pub mod diff;
pub mod explain;
pub mod export;
pub mod import;
pub mod init;
pub mod man;
pub mod new;
pub mod page;
pub mod query;
pub mod report;
pub mod schema;
mod shared;
pub mod summary;
pub mod topic;

pub use shared::{Context, Exit};

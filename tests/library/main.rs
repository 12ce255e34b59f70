//! The lower rooms from outside, where the command line does not show all that they do.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod cell;
mod column;
mod count;
mod folded_name;
mod language;
mod nearest;

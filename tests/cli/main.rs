//! The command line from outside: every test compares whole outputs.
//!
//! `UPDATE_GOLDEN=1 cargo test` writes the golden files anew; read their diff before it is committed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod architecture;
mod attack;
mod check;
mod dates;
mod diff;
mod errors;
mod excel;
mod export;
mod from_workbook;
mod harness;
mod help;
mod import;
mod import_properties;
mod init;
mod interrupted;
mod language;
mod likely_same;
mod listed_rows;
mod new;
mod outputs;
mod page;
mod query;
mod readme;
mod report;
mod schema;
mod schema_version;
mod seed;
mod several_folders;
mod silence;
mod surroundings;
mod untrusted;
mod windows;
mod workbook;

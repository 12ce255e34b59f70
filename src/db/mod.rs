//! The database: built whole beside its place, then read and never written.

mod build;
mod catalogue;
mod checksum;
mod functions;
mod guard;
mod open;
mod portable;
mod waited;

pub use build::{Draft, Inserter, Lookup};
pub use catalogue::{ColumnInfo, ForeignKey, RELATIONS, Relation, columns_of, foreign_keys, relations};
pub use checksum::Extent;
pub use functions::{HELPERS, Helper};
pub use guard::{Question, run_guarded};
pub use open::{each_row, in_order_of_key, labels, open, open_any, rows, stream, texts};
pub use portable::{Made, Making, portable_schema};
pub use waited::run_waited;

/// Marks a file as a database of `mission`: "MISS" in the header of the SQLite file.
const APPLICATION_ID: i64 = 0x4D49_5353;

/// The version of the schema; a file of another version is not read.
const SCHEMA_VERSION: i64 = 2;

/// The schema, also to be read by people.
pub const SCHEMA: &str = include_str!("../../schema.sql");

/// The statements of the schema that make something, as SQLite keeps them, each with the text above it.
fn statements() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = SCHEMA.split(";\n").filter_map(|text| Some(text.split_at(text.find("CREATE ")?)));
    parts.map(|(above, statement)| (above, statement.trim_end().trim_end_matches(';')))
}

//! What is known of a mission: the counts that were published, what is listed, and what of it is certain.

mod counted;
mod falls_in;
mod known;
mod read;
mod scope;
mod units;

pub(crate) use counted::Counted;
pub(crate) use falls_in::RowsByCity;
pub use falls_in::{Attribute, FallsIn, ListedCount, ListedRow, NamedRow, Period};
pub use known::{Claim, CompleteList, Facts, Names};
pub(crate) use read::{SameRow, claim, facts_of};
pub use read::{names, rows_of_claim};
pub use scope::{Dimension, Key, Scope, Subject};
pub(crate) use units::{IsCertain, Spot, alike};

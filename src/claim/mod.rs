//! Published counts, judged: against the listed rows, against each other, and by arithmetic.

mod argument;
mod evidence;
mod explanation;
mod facts;
mod falls_in;
mod judge;
mod judge_all;
mod listed_row;
mod read;
mod scope;
mod stated_count;
mod sums;
mod verdict;

pub use argument::Argument;
pub use evidence::evidence;
pub use explanation::explain;
pub use facts::{Claim, CompleteList, Facts, Names};
pub use falls_in::{FallsIn, ListedCount};
pub use judge::{Judgement, judge};
pub use judge_all::{evidence_in, judge_all};
pub use listed_row::{Attribute, ListedRow, NamedRow, Period};
pub use read::{facts, names, rows_of_claim};
pub use scope::{Dimension, Scope, Subject};
pub use sums::{Relation, Sum};
pub use verdict::Verdict;

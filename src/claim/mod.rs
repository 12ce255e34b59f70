//! Published counts, judged: against the listed rows, against each other, and by arithmetic.

mod evidence;
mod explanation;
mod facts;
mod falls_in;
mod judge;
mod judge_all;
mod read;
mod scope;
mod sums;
mod verdict;

pub use evidence::evidence;
pub use explanation::explain;
pub use facts::{Claim, CompleteList, Facts, Names};
pub use falls_in::{Attribute, FallsIn, ListedCount, ListedRow, NamedRow, Period};
pub use judge::{Judgement, judge};
pub use judge_all::{evidence_in, judge_all};
pub use read::{facts, names, rows_of_claim};
pub use scope::{Dimension, Scope, Subject};
pub use sums::{Relation, Sum};
pub use verdict::{Argument, Verdict};

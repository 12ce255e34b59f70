//! Published counts, judged: against the listed rows, against each other, and by arithmetic.

mod explain;
mod facts;
mod finding;
mod judge;
mod listing;
mod read;
mod scope;
mod stated;
mod sums;

pub use explain::{Line, explain, listing};
pub use facts::{Claim, CompleteList, Facts, Names};
pub use finding::{Finding, Verdict, evidence};
pub use judge::{Judgement, judge};
pub use listing::{Attribute, Listed, ListedRow, Period};
pub use read::{evidence_in, facts, judge_all, names};
pub use scope::{Dimension, Scope, Subject};
pub use stated::{Stated, stated};
pub use sums::{Relation, Sum};

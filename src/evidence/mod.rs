//! What was found of claims in words, stored while the database is built; readers only read.

mod arithmetic;
mod explanation;
mod findings;
mod judging;
mod sentences;

pub use arithmetic::{arithmetic, conditions};
pub use explanation::{Line, explain, meaning};
pub use judging::judge_all;
pub use sentences::evidence;

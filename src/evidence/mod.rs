//! What was found of claims in words, stored while the database is built; readers only read.

mod arithmetic;
mod explanation;
mod sentences;
mod store;

pub use arithmetic::{arithmetic, conditions};
pub use explanation::{Line, explain, meaning};
pub use sentences::evidence;
pub use store::judge_all;

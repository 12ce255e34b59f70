//! Published counts, judged: what the listed rows and the other numbers leave of each.

mod bounds;
mod conditions;
mod contradiction;
mod implied;
mod judge;
mod net;
mod number;
mod smallest;
mod support;
mod verdict;
mod witness;
mod wrong;

pub(crate) use bounds::Side;
pub(crate) use conditions::whole_number;
pub use conditions::{Assumption, Condition};
pub use contradiction::{Contradiction, Kind, Law, Sum, Term, TermOf};
pub use judge::{Judged, Judgement, judge};
pub use support::Support;
pub use verdict::Verdict;
pub use wrong::Wrong;

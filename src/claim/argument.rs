//! What speaks for and against a claim.

use super::facts::{Claim, CompleteList};
use super::falls_in::ListedCount;
use super::sums::{Relation, Sum};

#[derive(Debug, Clone, PartialEq)]
pub enum Argument<'c> {
    /// R1: more rows are listed than it allows.
    TooManyListed(ListedCount),
    /// R1: the list is complete and has fewer than it needs.
    TooFewListed(ListedCount, &'c CompleteList),
    /// R1: the list is complete and every reading of it is within the claim.
    ListBearsOut(ListedCount, &'c CompleteList),
    /// R1: the rows decide nothing.
    ListSaysLittle(ListedCount, Option<&'c CompleteList>),
    /// R2: a claim on the same scope that cannot be right together with it.
    Contradicts(&'c Claim),
    /// R2: a claim of another source on the same scope with the same interval.
    Agrees(&'c Claim),
    /// R3: a part that is larger than its whole.
    PartExceedsWhole(&'c Claim, &'c Claim),
    /// R4: a sum that does not fit the whole.
    SumDoesNotFit(Sum<'c>),
    /// R4: exact parts that add up to an exact whole.
    AddsUp(Sum<'c>),
}

impl<'c> From<Sum<'c>> for Argument<'c> {
    fn from(sum: Sum<'c>) -> Self {
        match sum.relation {
            Relation::Above(_) | Relation::Below(_) => Self::SumDoesNotFit(sum),
            Relation::Equal(_) => Self::AddsUp(sum),
        }
    }
}

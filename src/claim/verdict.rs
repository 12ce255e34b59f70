//! What was found for and against a claim, which verdict that leads to, and which all of it together.

use super::facts::{Claim, CompleteList};
use super::falls_in::ListedCount;
use super::sums::{Relation, Sum};

/// What is to be thought of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Verdict {
    /// The rows rule it out, or claims of its own source do.
    Refuted,
    /// Claims of other sources rule it out.
    Disputed,
    Unverified,
    /// A complete list, a sum or another source bears it out.
    Supported,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        self.into()
    }
}

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

impl Argument<'_> {
    /// The verdict that it leads to, by itself, for one claim of `source`.
    pub fn verdict(&self, source: &str) -> Verdict {
        let ruled_out_by = |same_source| if same_source { Verdict::Refuted } else { Verdict::Disputed };
        match self {
            Self::TooManyListed(_) | Self::TooFewListed(..) => Verdict::Refuted,
            Self::ListBearsOut(..) | Self::Agrees(_) | Self::AddsUp(_) => Verdict::Supported,
            Self::ListSaysLittle(..) => Verdict::Unverified,
            Self::Contradicts(other) => ruled_out_by(other.source == source),
            Self::PartExceedsWhole(part, whole) => ruled_out_by(part.source == whole.source),
            Self::SumDoesNotFit(sum) => ruled_out_by(sum.is_of_one_source()),
        }
    }
}

/// The verdict that all arguments lead to together: rows beat papers, what is against beats what is for.
pub fn verdict(arguments: &[Argument<'_>], source: &str) -> Verdict {
    let worst = arguments.iter().map(|argument| argument.verdict(source)).min().unwrap_or(Verdict::Unverified);
    let borne_out_by_list = arguments.iter().any(|argument| matches!(argument, Argument::ListBearsOut(..)));
    let supported = arguments.iter().any(|argument| argument.verdict(source) == Verdict::Supported);
    match worst {
        Verdict::Refuted => Verdict::Refuted,
        Verdict::Disputed | Verdict::Unverified | Verdict::Supported if borne_out_by_list => Verdict::Supported,
        Verdict::Disputed => Verdict::Disputed,
        Verdict::Unverified | Verdict::Supported if supported => Verdict::Supported,
        Verdict::Unverified | Verdict::Supported => Verdict::Unverified,
    }
}

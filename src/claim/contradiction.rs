//! A smallest set of numbers (and rows) that cannot all be right, with the arithmetic that shows it.

use super::bounds::{Bounds, Reading, Side, Why};
use super::conditions::Condition;
use super::net::{NO_END, Net};
use crate::facts::{Scope, Subject};
use crate::words::Stage;
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    /// By the laws alone, every number read loosely.
    Hard,
    /// Only by an assumption, or if numbers are read strictly.
    Conditional,
}

/// What holds in every world, and what a reading adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Law {
    Rows,
    CompleteList,
    PartAndWhole,
    ExclusiveParts,
    Once,
    AllRegions,
}

/// One summand of a bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Whether it is taken away.
    pub is_less: bool,
    pub value: i128,
    pub of: TermOf,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TermOf {
    /// A number, by its claims.
    Claims(Vec<usize>),
    /// Rows that certainly fall in a scope.
    Rows(Scope),
    /// Rows that certainly fall in a scope, and in none of the parts that stand beside them.
    MoreRows(Scope),
    /// Rows that may fall in a scope whose list is complete, and the source that declares it.
    CompleteList(Scope, String),
}

/// A bound in its summands.
pub type Sum = Vec<Term>;

#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    pub kind: Kind,
    pub subject: Subject,
    pub stage: Stage,
    /// All claims of its numbers, by their positions, ascending.
    pub claims: Vec<usize>,
    /// Alternatives: each a smallest set of assumptions without which the numbers fit. Empty if it is hard.
    pub conditions: Vec<Vec<Condition>>,
    /// There are at least so many …
    pub low: Sum,
    /// … and at most so many, which is less.
    pub high: Sum,
    pub laws: BTreeSet<Law>,
}

impl Net<'_> {
    pub(super) fn contradiction_of(&self, set: &[usize], kind: Kind, subject: &Subject, stage: Stage) -> Contradiction {
        let reading = match kind {
            Kind::Hard => Reading::laws(),
            Kind::Conditional => Reading::strict(),
        };
        let bounds = self.bounds(set, &reading, false);
        let node = bounds.clash.unwrap_or_default();
        let mut laws = BTreeSet::new();
        let [low, high] = [Side::Low, Side::High].map(|side| {
            let mut sum = Sum::new();
            self.summands(&bounds, bounds.step(side, node), false, &mut sum, &mut laws);
            sum
        });
        let mut claims: Vec<usize> = set.iter().flat_map(|number| &self.numbers[*number].claims).copied().collect();
        claims.sort_unstable();
        let conditions = if kind == Kind::Hard { Vec::new() } else { self.conditions(set) };
        Contradiction { kind, subject: subject.clone(), stage, claims, conditions, low, high, laws }
    }

    /// Adds the summands of a step, and the laws by which it was made.
    pub(super) fn summands(
        &self,
        bounds: &Bounds,
        step: usize,
        is_less: bool,
        sum: &mut Sum,
        laws: &mut BTreeSet<Law>,
    ) {
        let Some(made) = bounds.made(step) else {
            sum.extend(self.listed(step, is_less, laws));
            return;
        };
        let mut rest_of = |family: usize, is_less: bool| {
            let family = &self.families[family];
            laws.insert(if family.exclusive { Law::ExclusiveParts } else { Law::Once });
            let of = TermOf::MoreRows(self.nodes[family.whole].scope.clone());
            (family.rest > 0).then_some(Term { is_less, value: family.rest, of })
        };
        match &made.why {
            Why::Number(number) => {
                sum.push(Term { is_less, value: made.value, of: TermOf::Claims(self.numbers[*number].claims.clone()) });
            }
            Why::Nested(from) => {
                laws.insert(Law::PartAndWhole);
                self.summands(bounds, *from, is_less, sum, laws);
            }
            Why::Sum(family, from) => {
                let rest = rest_of(*family, is_less);
                from.iter().for_each(|step| self.summands(bounds, *step, is_less, sum, laws));
                sum.extend(rest);
            }
            Why::Regions(from) => {
                laws.insert(Law::AllRegions);
                from.iter().for_each(|step| self.summands(bounds, *step, is_less, sum, laws));
            }
            Why::Remainder(family, from) => {
                let rest = rest_of(*family, !is_less);
                self.whole_without(bounds, from, is_less, sum, laws);
                sum.extend(rest);
            }
            Why::Missing(from) => {
                laws.insert(Law::AllRegions);
                self.whole_without(bounds, from, is_less, sum, laws);
            }
        }
    }

    /// What is listed as a summand: the rows of a scope, or on the high side its complete list.
    fn listed(&self, step: usize, is_less: bool, laws: &mut BTreeSet<Law>) -> Option<Term> {
        let count = self.nodes.len();
        if let Some(node) = self.nodes.get(step) {
            laws.insert(Law::Rows);
            let of = TermOf::Rows(node.scope.clone());
            return (node.floor > 0).then_some(Term { is_less, value: node.floor, of });
        }
        let node = self.nodes.get(step - count).filter(|node| node.cap < NO_END)?;
        laws.insert(Law::CompleteList);
        let of = TermOf::CompleteList(node.scope.clone(), node.list.clone()?);
        Some(Term { is_less, value: node.cap, of })
    }

    fn whole_without(&self, bounds: &Bounds, from: &[usize], is_less: bool, sum: &mut Sum, laws: &mut BTreeSet<Law>) {
        for (index, step) in from.iter().enumerate() {
            self.summands(bounds, *step, is_less != (index > 0), sum, laws);
        }
    }
}

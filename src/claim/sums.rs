//! R4: parts that differ in one dimension only, added up and held against their whole.
//!
//! Only where nothing is counted in two parts ([`Subject::is_disjoint_over`](super::Subject::is_disjoint_over)) do they
//! come to no more than their whole. That they come to no less holds for regions alone, and only if each of them has a
//! part: they make the whole country, while there may always be categories and cities that nobody has published on.

use super::facts::Claim;
use super::scope::Dimension;
use std::collections::BTreeMap;

/// How a sum of parts stands to its whole, and over which dimension it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The lower bounds of the parts come to more than the upper bound of the whole.
    Above(Dimension),
    /// The upper bounds of all the parts there are come to less than the lower bound of the whole.
    Below(Dimension),
    /// Exact parts come to the exact whole.
    Equal(Dimension),
}

impl Relation {
    /// The dimension in which the parts differ: all that has to be named of each.
    pub fn dimension(self) -> Dimension {
        let (Self::Above(dimension) | Self::Below(dimension) | Self::Equal(dimension)) = self;
        dimension
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Sum<'c> {
    pub parts: Vec<&'c Claim>,
    pub whole: &'c Claim,
    pub relation: Relation,
    /// The sum of the bounds that were added.
    pub total: i64,
}

impl Sum<'_> {
    /// Whether one source published all of it.
    pub fn is_of_one_source(&self) -> bool {
        self.parts.iter().all(|part| part.source == self.whole.source)
    }
}

/// The parts of one whole in one dimension, each with all claims on it.
pub(super) struct Parts<'c> {
    pub(super) dimension: Dimension,
    pub(super) claims: BTreeMap<&'c str, Vec<&'c Claim>>,
    /// Whether they are all the parts that the whole has.
    pub(super) exhaustive: bool,
}

/// How many different sums of exact parts are followed. With several claims on each part, there can be as many as the
/// product of their numbers. Past this, a sum that bears the whole out may be missed, but none is made up.
const MOST_SUMS: usize = 10_000;

impl<'c> Parts<'c> {
    pub(super) fn new(dimension: Dimension) -> Self {
        Self { dimension, claims: BTreeMap::new(), exhaustive: false }
    }

    pub(super) fn of_source(&self, source: &str) -> Self {
        let own = |claims: &[&'c Claim]| Vec::from_iter(claims.iter().copied().filter(|claim| claim.source == source));
        let claims = self.claims.iter().map(|(part, claims)| (*part, own(claims)));
        Self { claims: claims.filter(|(_, claims)| !claims.is_empty()).collect(), ..Self::new(self.dimension) }
    }

    /// Every sum that does not fit the whole, or bears it out, with `fixed` as the claim on its part and on each other
    /// part the claim that is most favourable to it: what does not fit even so is ruled out for certain.
    pub(super) fn sums(&self, whole: &'c Claim, fixed: Option<&'c Claim>) -> Vec<Sum<'c>> {
        let sums = [self.above(whole, fixed), self.below(whole, fixed), self.equal(whole, fixed)];
        sums.into_iter().flatten().collect()
    }

    fn candidates(&self, fixed: Option<&'c Claim>) -> Vec<Vec<&'c Claim>> {
        let of_fixed = |part: &str| fixed.filter(|claim| claim.scope.value(self.dimension) == Some(part));
        self.claims
            .iter()
            .map(|(part, claims)| of_fixed(part).map_or_else(|| claims.clone(), |one| vec![one]))
            .collect()
    }

    /// Where even the lowest claim on each part comes to too much, no choice among the claims fits. Parts that may be
    /// zero add nothing, and would only be accused without a cause.
    fn above(&self, whole: &'c Claim, fixed: Option<&'c Claim>) -> Option<Sum<'c>> {
        let most = whole.count.max?;
        let lowest = |claims: Vec<&'c Claim>| claims.into_iter().min_by_key(|claim| claim.count.min);
        let mut parts: Vec<_> = self.candidates(fixed).into_iter().filter_map(lowest).collect();
        parts.retain(|part| part.count.min > 0);
        if let Some(fixed) = fixed {
            parts = with_room_for(fixed, parts, most)?;
        }
        let total = parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.count.min))?;
        let relation = Relation::Above(self.dimension);
        (parts.len() > 1 && total > most).then_some(Sum { parts, whole, relation, total })
    }

    /// Where even the highest claim on each part comes to too little, no choice among the claims fits; a part without an
    /// upper bound may always make up for the rest.
    fn below(&self, whole: &'c Claim, fixed: Option<&'c Claim>) -> Option<Sum<'c>> {
        if !self.exhaustive {
            return None;
        }
        let most = |claim: &&Claim| claim.count.max.unwrap_or(i64::MAX);
        let highest = |claims: Vec<&'c Claim>| claims.into_iter().max_by_key(most);
        let parts: Vec<_> = self.candidates(fixed).into_iter().filter_map(highest).collect();
        let total = parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.count.max?))?;
        let relation = Relation::Below(self.dimension);
        (total < whole.count.min).then_some(Sum { parts, whole, relation, total })
    }

    /// One exact claim per part such that they come to the whole, if there are such claims.
    fn equal(&self, whole: &'c Claim, fixed: Option<&'c Claim>) -> Option<Sum<'c>> {
        let total = whole.count.exact()?;
        let mut sums: BTreeMap<i64, Vec<&'c Claim>> = BTreeMap::from([(0, Vec::new())]);
        for claims in self.candidates(fixed) {
            let mut next = BTreeMap::new();
            for (sum, parts) in &sums {
                for (claim, exact) in claims.iter().filter_map(|claim| Some((claim, claim.count.exact()?))) {
                    let sum = sum.checked_add(exact).filter(|sum| *sum <= total);
                    if let Some(sum) = sum.filter(|_| next.len() < MOST_SUMS) {
                        next.entry(sum).or_insert_with(|| parts.iter().copied().chain([*claim]).collect());
                    }
                }
            }
            sums = next;
        }
        let parts = sums.remove(&total).filter(|parts| parts.len() > 1)?;
        Some(Sum { parts, whole, relation: Relation::Equal(self.dimension), total })
    }
}

/// The claim with as many of the other parts, the largest first, as fit into the whole without it; in the order of the
/// parts. Parts that are too much already without the claim say nothing of it: they would rule out every small part
/// beside them. So they are left out until the rest fits; if it is too much with the claim, the claim has its share.
fn with_room_for<'c>(fixed: &'c Claim, parts: Vec<&'c Claim>, most: i64) -> Option<Vec<&'c Claim>> {
    if !parts.iter().any(|part| part.id == fixed.id) {
        return None;
    }
    let mut largest_first: Vec<&Claim> = parts.iter().copied().filter(|part| part.id != fixed.id).collect();
    largest_first.sort_by_key(|part| std::cmp::Reverse(part.count.min));
    let mut room = most;
    let mut kept = vec![fixed.id.as_str()];
    for part in largest_first {
        if part.count.min <= room {
            room -= part.count.min;
            kept.push(&part.id);
        }
    }
    Some(parts.into_iter().filter(|part| kept.contains(&part.id.as_str())).collect())
}

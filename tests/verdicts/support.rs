//! What may be called supported, worked out from the rule with entailment over all worlds.

use crate::by_hand::{ByHand, Set};
use crate::case::{Case, Drawn};
use std::collections::BTreeSet;

/// What the engine, or brute force, says of the claims before rule 6.
pub struct Before<'b> {
    /// Those that are in a contradiction, or refuted.
    pub contradicted: &'b BTreeSet<usize>,
    /// Those whose verdict is decided by rule 1 or 2.
    pub decided: &'b BTreeSet<usize>,
}

impl ByHand {
    /// Whether all worlds in which the evidence holds, read loosely, leave only what a number says, read strictly.
    fn entails(&self, evidence: Set, number: usize) -> bool {
        evidence >> number & 1 == 1
            || self.all_views(|view| view.loose & evidence != evidence || view.strict >> number & 1 == 1)
    }

    /// Rule 3.
    pub fn borne_out_by_rows(&self, number: usize) -> bool {
        self.entails(0, number)
    }

    /// The claims that bear others out: of other known origins and sources, in no contradiction.
    pub fn usable_for(&self, case: &Case, claim: usize, contradicted: &BTreeSet<usize>) -> Set {
        let of: &Drawn = &case.claims[claim];
        let is_usable = |other: &usize| {
            let by = &case.claims[*other];
            by.origin.is_some() && by.origin != of.origin && by.source != of.source && !contradicted.contains(other)
        };
        let numbers = self.numbers.0.iter().enumerate();
        numbers.filter(|(_, number)| number.claims.iter().any(is_usable)).fold(0, |set, (index, _)| set | 1 << index)
    }

    /// Rules 3 and 6: all claims that are supported.
    pub fn supported(&self, case: &Case, before: &Before<'_>) -> BTreeSet<usize> {
        let all = || self.numbers.claims(self.numbers.all()).into_iter();
        let number = |claim: usize| self.numbers.of_claim(claim);
        let by_rows = |claim: &usize| !before.decided.contains(claim) && self.borne_out_by_rows(number(*claim));
        let mut supported: BTreeSet<usize> = all().filter(by_rows).collect();
        let open: Vec<usize> = all().filter(|claim| !before.contradicted.contains(claim)).collect();
        let by_others = |claim: &&usize| {
            let usable = self.usable_for(case, **claim, before.contradicted);
            case.claims[**claim].origin.is_some() && usable > 0 && self.entails(usable, number(**claim))
        };
        supported.extend(open.iter().filter(by_others));
        loop {
            let evidence = supported.iter().fold(0, |set, claim| set | 1 << number(*claim));
            let count = supported.len();
            supported.extend(open.iter().filter(|claim| evidence > 0 && self.entails(evidence, number(**claim))));
            if supported.len() == count {
                return supported;
            }
        }
    }
}

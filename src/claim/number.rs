//! A published number: all claims of one mission that say the same of the same, however often it is repeated.

use crate::count::{Interval, Softness};
use crate::facts::{Claim, Facts, Scope, Subject};
use crate::words::Stage;
use std::collections::{BTreeMap, BTreeSet};

/// Claims of one subject, scope, stage and notation.
#[derive(Debug, Clone)]
pub(super) struct Number<'c> {
    /// Their positions among the claims of the mission, ascending.
    pub(super) claims: Vec<usize>,
    pub(super) scope: &'c Scope,
    pub(super) strict: Interval,
    pub(super) loose: Interval,
    pub(super) softness: Softness,
    pub(super) sources: BTreeSet<&'c str>,
}

impl Number<'_> {
    pub(super) fn is_published_by(&self, source: &str) -> bool {
        self.sources.contains(source)
    }
}

/// Numbers that are held against each other: what was expected and what was reported may both be right.
pub(super) type Group<'c> = (&'c Subject, Stage, Vec<Number<'c>>);

/// The numbers of a mission by subject and stage, in an order that depends on nothing but what they say.
pub(super) fn groups(facts: &Facts) -> Vec<Group<'_>> {
    /// What one number is told apart by: its scope, what it allows, and its notation.
    type Saying<'c> = (&'c Scope, i64, Option<i64>, String);
    let mut groups: BTreeMap<(&Subject, Stage), BTreeMap<Saying<'_>, Number<'_>>> = BTreeMap::new();
    for (index, claim) in facts.claims.iter().enumerate() {
        let Claim { subject, scope, count, stage, source, .. } = claim;
        let (strict, notation) = (count.strict(), count.canonical());
        let numbers = groups.entry((subject, *stage)).or_default();
        let number = numbers.entry((scope, strict.min, strict.max, notation)).or_insert_with(|| Number {
            claims: Vec::new(),
            scope,
            strict,
            loose: count.loose(),
            softness: count.softness(),
            sources: BTreeSet::new(),
        });
        number.claims.push(index);
        number.sources.insert(source);
    }
    groups.into_iter().map(|((subject, stage), numbers)| (subject, stage, numbers.into_values().collect())).collect()
}

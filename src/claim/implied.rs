//! What follows for a scope if the published numbers are right, as far as they can be together.

use super::bounds::{Bounds, Reading, Side};
use super::conditions::whole_number;
use super::net::{NO_END, Net};
use super::number::{Number, groups};
use crate::count::Interval;
use crate::facts::{Facts, Names, Scope, Subject};
use crate::words::Stage;
use std::collections::{BTreeMap, BTreeSet};

pub(super) type Implied = BTreeMap<(Subject, Scope), Interval>;

/// The bounds under the laws if of each scope that something is reported of at least one number that is not refuted is
/// right, read loosely. Where a part then has more than its whole, nothing is implied for the scopes involved.
pub(super) fn implied(facts: &Facts, names: &Names, refuted: &BTreeSet<usize>) -> Implied {
    let mut all = Implied::new();
    for (subject, stage, numbers) in groups(facts) {
        if stage == Stage::Expected {
            continue;
        }
        let hulls = hulls(numbers, refuted);
        let further = facts.further_scopes(subject);
        let net = Net::new(facts, names, (subject, stage), hulls, further);
        let every: Vec<usize> = (0..net.numbers.len()).collect();
        let torn = net.smallest_sets(&every, &Reading::laws());
        let involved: BTreeSet<usize> = torn.sets.iter().flatten().chain(&torn.undecided).copied().collect();
        let sound: Vec<usize> = every.iter().copied().filter(|number| !involved.contains(number)).collect();
        let bounds = net.bounds(&sound, &Reading::laws(), true);
        let without: BTreeSet<usize> = involved.iter().map(|number| net.at[*number]).collect();
        for node in (0..net.nodes.len()).filter(|node| !without.contains(node)) {
            if let Some(interval) = interval(&net, &bounds, node) {
                all.insert((subject.clone(), net.nodes[node].scope.clone()), interval);
            }
        }
    }
    all
}

/// The bounds of a node, as far as numbers have a part in them.
fn interval(net: &Net<'_>, bounds: &Bounds, node: usize) -> Option<Interval> {
    let steps = [Side::Low, Side::High].map(|side| bounds.step(side, node));
    let (low, high) = (net.value(bounds, Side::Low, node), net.value(bounds, Side::High, node));
    let follows = low <= high && !bounds.numbers(steps).is_empty();
    follows.then(|| Interval { min: whole_number(low.max(0)), max: (high < NO_END).then(|| whole_number(high)) })
}

/// One number for each scope: from the least to the most that any one that is not refuted may mean.
fn hulls<'c>(numbers: Vec<Number<'c>>, refuted: &BTreeSet<usize>) -> Vec<Number<'c>> {
    let mut hulls: BTreeMap<&Scope, Number<'c>> = BTreeMap::new();
    for number in numbers.into_iter().filter(|number| number.claims.iter().all(|claim| !refuted.contains(claim))) {
        match hulls.get_mut(number.scope) {
            Some(hull) => hull.loose = hull_of(hull.loose, number.loose),
            None => drop(hulls.insert(number.scope, number)),
        }
    }
    hulls.into_values().collect()
}

fn hull_of(one: Interval, other: Interval) -> Interval {
    let max = one.max.zip(other.max).map(|(one, other)| one.max(other));
    Interval { min: one.min.min(other.min), max }
}

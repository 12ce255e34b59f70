//! What follows for a scope if the published numbers are right, as far as they can be together.

use super::bounds::{Bounds, Reading, Side};
use super::conditions::whole_number;
use super::net::{NO_END, Net};
use super::number::Number;
use crate::count::Interval;
use crate::facts::{Facts, Names, Scope, Subject};
use crate::words::Stage;
use std::collections::{BTreeMap, BTreeSet};

/// The bounds under the laws if of each scope that something is reported of at least one of these numbers is right,
/// read loosely; those that are refuted are left out, but not their `scopes`. Where a part then has more than its
/// whole, nothing is implied for the scopes involved.
pub(super) fn implied<'c>(
    facts: &Facts,
    names: &Names,
    subject: &Subject,
    numbers: impl Iterator<Item = &'c Number<'c>>,
    scopes: impl Iterator<Item = Scope>,
) -> BTreeMap<Scope, Interval> {
    let further = facts.further_scopes(subject).into_iter().chain(scopes);
    let net = Net::new(facts, names, (subject, Stage::Reported), hulls(numbers), further);
    let every: Vec<usize> = (0..net.numbers.len()).collect();
    let torn = net.smallest_sets(&every, &Reading::laws());
    let involved: BTreeSet<usize> = torn.sets.iter().flatten().chain(&torn.undecided).copied().collect();
    let sound: Vec<usize> = every.into_iter().filter(|number| !involved.contains(number)).collect();
    let bounds = net.bounds(&sound, &Reading::laws(), true);
    let without: BTreeSet<usize> = involved.iter().map(|number| net.at[*number]).collect();
    let nodes = (0..net.nodes.len()).filter(|node| !without.contains(node));
    nodes.filter_map(|node| Some((net.nodes[node].scope.clone(), interval(&net, &bounds, node)?))).collect()
}

/// The bounds of a node, as far as numbers have a part in them.
fn interval(net: &Net<'_>, bounds: &Bounds, node: usize) -> Option<Interval> {
    let steps = [Side::Low, Side::High].map(|side| bounds.step(side, node));
    let (low, high) = (net.value(bounds, Side::Low, node), net.value(bounds, Side::High, node));
    let follows = low <= high && !bounds.numbers(steps).is_empty();
    follows.then(|| Interval { min: whole_number(low.max(0)), max: (high < NO_END).then(|| whole_number(high)) })
}

/// One number for each scope: from the least to the most that any one of them may mean.
fn hulls<'c>(numbers: impl Iterator<Item = &'c Number<'c>>) -> Vec<Number<'c>> {
    let mut hulls: BTreeMap<&Scope, Number<'c>> = BTreeMap::new();
    for number in numbers {
        match hulls.get_mut(number.scope) {
            Some(hull) => hull.loose = hull_of(hull.loose, number.loose),
            None => drop(hulls.insert(number.scope, number.clone())),
        }
    }
    hulls.into_values().collect()
}

fn hull_of(one: Interval, other: Interval) -> Interval {
    let max = one.max.zip(other.max).map(|(one, other)| one.max(other));
    Interval { min: one.min.min(other.min), max }
}

//! The scopes that the numbers of one subject are about, every wider one among them, and how parts stand to their
//! whole.

use super::number::Number;
use crate::facts::{Dimension, Facts, ListedCount, ListedRow, Names, RowsByCity, Scope, Subject};
use crate::words::Stage;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Bounds are added up, and no sum of what a claim may hold comes near this.
pub(super) const NO_END: i128 = 1 << 100;

/// Parts of one whole that differ in one dimension only.
#[derive(Debug)]
pub(super) struct Family {
    pub(super) whole: usize,
    pub(super) dimension: Dimension,
    pub(super) parts: Vec<usize>,
    /// Listed rows certainly in the whole and certainly in none of the parts.
    pub(super) rest: i128,
    /// Whether nothing can be counted in two of the parts, in any world (L4), or only if nobody was counted twice (A3).
    pub(super) exclusive: bool,
    /// Whether these are all regions of the country, and so the whole, unless somebody belongs to none (A4).
    pub(super) all_regions: bool,
}

/// What rows and complete lists say of a scope, and which scopes are near it.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) scope: Scope,
    /// L1: as many rows certainly fall in it.
    pub(super) floor: i128,
    /// L2: where the list is complete, no more than this; [`NO_END`] where it is not.
    pub(super) cap: i128,
    pub(super) list: Option<String>,
    /// The scopes with one thing less said.
    pub(super) wider: Vec<usize>,
    /// Itself and everything wider.
    pub(super) reach: Vec<usize>,
    /// The same, and the other regions of each: what bounds all other regions bounds one of them too (A4).
    pub(super) near: Vec<usize>,
    /// The families that it is the whole of.
    pub(super) families: Vec<usize>,
}

/// Every region of the scopes that numbers are about, where one of them or a complete list says something of regions:
/// what is known of the others bounds each of them, whether it has a number or not (A4).
pub(super) fn regions_of(facts: &Facts, names: &Names, subject: &Subject, numbers: &[Number<'_>]) -> Vec<Scope> {
    if !subject.is_of_regions() {
        return Vec::new();
    }
    let is_listed = facts.complete.iter().any(|list| list.subject == *subject);
    let scopes = numbers.iter().map(|number| number.scope).filter(|scope| is_listed || scope.region.is_some());
    let wholes: BTreeSet<Scope> = scopes.map(|scope| scope.without(Dimension::Region)).collect();
    let in_regions = |whole: &Scope| {
        let region = |region: &String| Scope { region: Some(region.as_str().into()), ..whole.clone() };
        Vec::from_iter(names.regions.iter().map(region))
    };
    wholes.iter().flat_map(in_regions).collect()
}

#[derive(Debug)]
pub(super) struct Net<'c> {
    pub(super) numbers: Vec<Number<'c>>,
    /// The node of each number.
    pub(super) at: Vec<usize>,
    /// Narrow scopes before wider ones.
    pub(super) nodes: Vec<Node>,
    pub(super) families: Vec<Family>,
    /// The positions of the nodes.
    pub(super) found: FxHashMap<Scope, usize>,
}

/// What is listed of a subject; nothing of an expected count, which rows neither refute nor bear out.
struct Listing<'c> {
    subject: &'c Subject,
    is_known: bool,
    rows: RowsByCity<'c>,
}

impl<'c> Net<'c> {
    /// The net of the numbers of a subject, with further scopes that something is to be known of.
    pub(super) fn new(
        facts: &Facts,
        names: &Names,
        (subject, stage): (&Subject, Stage),
        numbers: Vec<Number<'c>>,
        further: impl IntoIterator<Item = Scope>,
    ) -> Self {
        let is_known = stage == Stage::Reported;
        let rows = RowsByCity::of(facts.rows(subject).filter(|_| is_known).unwrap_or_default());
        let listing = Listing { subject, is_known, rows };
        let mut scopes: BTreeSet<Scope> = further.into_iter().collect();
        scopes.extend(numbers.iter().map(|number| number.scope.clone()));
        let wider: Vec<Scope> = scopes.iter().flat_map(|scope| scope.wider(facts.days.as_ref())).collect();
        scopes.extend(wider);
        let mut scopes: Vec<Scope> = scopes.into_iter().collect();
        scopes.sort_by_key(|scope| std::cmp::Reverse(scope.parts()));
        let found: FxHashMap<Scope, usize> =
            scopes.iter().cloned().enumerate().map(|(at, scope)| (scope, at)).collect();
        let nodes = scopes.into_iter().map(|scope| listing.node(scope, &found, facts)).collect();
        let at = numbers.iter().filter_map(|number| found.get(number.scope).copied()).collect();
        let mut net = Self { numbers, at, nodes, families: Vec::new(), found };
        net.add_families(subject, names, listing.rows.all());
        for at in 0..net.nodes.len() {
            net.nodes[at].reach = net.reach(at);
            net.nodes[at].near = net.near(at);
        }
        net
    }

    fn reach(&self, at: usize) -> Vec<usize> {
        let (mut reach, mut index) = (vec![at], 0);
        while let Some(node) = reach.get(index) {
            for wide in &self.nodes[*node].wider {
                if !reach.contains(wide) {
                    reach.push(*wide);
                }
            }
            index += 1;
        }
        reach
    }

    fn near(&self, at: usize) -> Vec<usize> {
        let reach = &self.nodes[at].reach;
        let families = reach.iter().flat_map(|wide| &self.nodes[*wide].families).map(|family| &self.families[*family]);
        let parts = families.filter(|family| family.all_regions).flat_map(|family| &family.parts);
        let near: BTreeSet<usize> = reach.iter().chain(parts).copied().collect();
        near.into_iter().collect()
    }

    fn add_families(&mut self, subject: &Subject, names: &Names, rows: &[ListedRow]) {
        let mut parts: BTreeMap<(usize, Dimension), Vec<usize>> = BTreeMap::new();
        for (part, node) in self.nodes.iter().enumerate() {
            for dimension in Dimension::ALL.into_iter().filter(|dimension| subject.adds_up_over(*dimension)) {
                if node.scope.value(dimension).is_none() {
                    continue;
                }
                if let Some(whole) = self.found.get(&node.scope.without(dimension)) {
                    parts.entry((*whole, dimension)).or_default().push(part);
                }
            }
        }
        for ((whole, dimension), parts) in parts {
            let values: BTreeSet<&str> =
                parts.iter().filter_map(|part| self.nodes[*part].scope.value(dimension)).collect();
            let elsewhere = rows.iter().filter(|row| row.is_certainly_beyond(dimension, &values));
            let rest = ListedCount::of(elsewhere, &self.nodes[whole].scope).min.into();
            let exclusive = subject.is_exclusive_over(dimension);
            let all_regions = dimension == Dimension::Region
                && !names.regions.is_empty()
                && names.regions.iter().all(|region| values.contains(region.as_str()));
            self.nodes[whole].families.push(self.families.len());
            self.families.push(Family { whole, dimension, parts, rest, exclusive, all_regions });
        }
    }
}

impl Listing<'_> {
    fn node(&self, scope: Scope, found: &FxHashMap<Scope, usize>, facts: &Facts) -> Node {
        let wider = scope.one_wider(facts.days.as_ref());
        let wider = wider.iter().filter_map(|scope| found.get(scope).copied()).collect();
        let listed = self.rows.count(&scope);
        let list = facts.complete(self.subject, &scope).filter(|_| self.is_known);
        Node {
            floor: listed.min.into(),
            cap: list.map_or(NO_END, |_| listed.max.into()),
            list: list.map(|list| list.source.clone()),
            scope,
            wider,
            reach: Vec::new(),
            near: Vec::new(),
            families: Vec::new(),
        }
    }
}

//! How many of the published numbers are wrong at least: the fewest that hit every hard contradiction.

use super::bounds::Loose;
use super::net::{NO_END, Net};
use super::smallest::Smallest;
use std::collections::{BTreeMap, BTreeSet};

/// At least so many published numbers are wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong {
    pub at_least: i64,
    /// Whether so many wrong ones are enough: without them, the others may all be right.
    pub exact: bool,
}

/// How many ways to hit all contradictions are followed.
const MOST_WAYS: usize = 2_000;

impl Net<'_> {
    pub(super) fn wrong(&self, hard: &Smallest) -> Wrong {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        if hard.sets.is_empty() && hard.undecided.is_empty() {
            return Wrong { at_least: 0, exact: true };
        }
        let refuted: BTreeSet<usize> = hard.sets.iter().filter(|set| set.len() == 1).flatten().copied().collect();
        if hard.complete {
            let mut search = Hitting { best: u32::MAX, ways: 0 };
            search.follow(masks(hard), 0);
            if search.ways <= MOST_WAYS {
                return Wrong { at_least: count(refuted.len()) + i64::from(search.best), exact: true };
            }
        }
        let involved = hard.sets.iter().flatten().chain(&hard.undecided).copied();
        let involved: BTreeSet<usize> = involved.filter(|number| !refuted.contains(number)).collect();
        let (kept, is_tree) = Tree::new(self, &involved).most_kept();
        Wrong { at_least: count(refuted.len() + involved.len() - kept), exact: is_tree && hard.undecided.is_empty() }
    }
}

/// The sets of several numbers as bits: where all of them are known, they are of no more numbers than a machine word
/// has bits.
fn masks(hard: &Smallest) -> Vec<u64> {
    let several = || hard.sets.iter().filter(|set| set.len() > 1);
    let shared: BTreeSet<usize> = several().flatten().copied().collect();
    let mask = |set: &Vec<usize>| {
        let held = shared.iter().enumerate().filter(|(_, number)| set.contains(number));
        held.fold(0, |mask, (bit, _)| mask | 1 << bit)
    };
    several().map(mask).collect()
}

/// The search for the fewest numbers that hit all sets (branch and bound).
struct Hitting {
    best: u32,
    ways: usize,
}

impl Hitting {
    fn follow(&mut self, sets: Vec<u64>, chosen: u32) {
        self.ways += 1;
        let Some(smallest) = sets.iter().min_by_key(|set| set.count_ones()) else {
            self.best = self.best.min(chosen);
            return;
        };
        if self.ways > MOST_WAYS || chosen + disjoint(&sets) >= self.best {
            return;
        }
        let mut open = *smallest;
        while open != 0 {
            let number = open & open.wrapping_neg();
            open ^= number;
            self.follow(sets.iter().copied().filter(|set| set & number == 0).collect(), chosen + 1);
        }
    }
}

/// How many sets have no number in common, as far as taking one after the other finds them: each needs one of its own.
fn disjoint(sets: &[u64]) -> u32 {
    let mut hit = 0;
    let mut apart = 0;
    for set in sets {
        if hit & set == 0 {
            hit |= set;
            apart += 1;
        }
    }
    apart
}

/// The scopes of the numbers, each below the nearest that holds it. Where a scope lies in two that do not lie in each
/// other, only one is looked at: what is found is then still true, but there may be more.
struct Tree<'n, 'c> {
    net: &'n Net<'c>,
    numbers: BTreeMap<usize, Vec<usize>>,
    children: BTreeMap<usize, Vec<usize>>,
    roots: Vec<usize>,
    is_tree: bool,
}

/// By how many numbers are kept: the least true number of a scope with which so many may be right. [`NO_END`] = none.
type Front = Vec<i128>;

impl<'n, 'c> Tree<'n, 'c> {
    fn new(net: &'n Net<'c>, involved: &BTreeSet<usize>) -> Self {
        let mut numbers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for number in involved {
            numbers.entry(net.at[*number]).or_default().push(*number);
        }
        let mut tree = Self { net, numbers, children: BTreeMap::new(), roots: Vec::new(), is_tree: true };
        for &node in tree.numbers.keys() {
            let wider = &net.nodes[node].reach[1..];
            let mut holders: Vec<usize> =
                wider.iter().copied().filter(|wide| tree.numbers.contains_key(wide)).collect();
            holders.sort_unstable();
            match holders.first() {
                Some(nearest) => {
                    tree.is_tree &= holders[1..].iter().all(|wide| net.nodes[*nearest].reach.contains(wide));
                    tree.children.entry(*nearest).or_default().push(node);
                }
                None => tree.roots.push(node),
            }
        }
        tree
    }

    /// How many numbers may all be right, at most, and whether so many can.
    fn most_kept(&self) -> (usize, bool) {
        let most = |root: &usize| self.front(*root).iter().rposition(|least| *least < NO_END).unwrap_or_default();
        (self.roots.iter().map(most).sum(), self.is_tree)
    }

    fn front(&self, at: usize) -> Front {
        let (net, node) = (self.net, &self.net.nodes[at]);
        let children = self.children.get(&at).map(Vec::as_slice).unwrap_or_default();
        let family = node.families.iter().map(|family| &net.families[*family]).find(|family| family.exclusive);
        let mut below: Front = vec![node.floor];
        let mut parted: BTreeMap<usize, Front> = BTreeMap::new();
        for child in children {
            let reach = &net.nodes[*child].reach;
            let part = family.and_then(|family| family.parts.iter().find(|part| reach.contains(part)));
            let front = self.front(*child);
            match part {
                Some(part) => {
                    let other = parted.remove(part).unwrap_or_else(|| vec![net.nodes[*part].floor]);
                    parted.insert(*part, together(&other, &front, std::cmp::max));
                }
                None => below = together(&below, &front, std::cmp::max),
            }
        }
        if let Some(family) = family.filter(|_| !parted.is_empty()) {
            let unnamed = family.parts.iter().filter(|part| !parted.contains_key(part));
            let rest = family.rest + unnamed.map(|part| net.nodes[*part].floor).sum::<i128>();
            let sum = parted.values().fold(vec![rest], |sum, front| together(&sum, front, |a, b| (a + b).min(NO_END)));
            below = together(&below, &sum, std::cmp::max);
        }
        self.with_own(at, &below)
    }

    /// The front of a node with its own numbers: for all that its parts need, every true number at which one of its own
    /// begins to hold.
    fn with_own(&self, at: usize, below: &[i128]) -> Front {
        let own = self.numbers.get(&at).map(Vec::as_slice).unwrap_or_default();
        let ranges: Vec<(i128, i128)> = own.iter().map(|number| self.net.range(*number, &Loose::All)).collect();
        let (mut begins, mut ends): (Vec<i128>, Vec<i128>) = ranges.into_iter().unzip();
        begins.sort_unstable();
        ends.sort_unstable();
        let kept_at = |n: i128| begins.partition_point(|begin| *begin <= n) - ends.partition_point(|end| *end < n);
        let values: Vec<(i128, usize)> = begins.iter().map(|begin| (*begin, kept_at(*begin))).collect();
        let mut front = vec![NO_END; below.len() + own.len()];
        let mut improve = |kept: usize, least: i128| {
            if least <= self.net.nodes[at].cap {
                front[kept] = front[kept].min(least);
            }
        };
        for (kept, least) in below.iter().enumerate().filter(|(_, least)| **least < NO_END) {
            improve(kept + kept_at(*least), *least);
            for (value, own) in values.iter().filter(|(value, _)| value > least) {
                improve(kept + own, *value);
            }
        }
        for kept in (0..front.len() - 1).rev() {
            front[kept] = front[kept].min(front[kept + 1]);
        }
        front
    }
}

/// What two fronts allow together.
fn together(one: &[i128], other: &[i128], join: impl Fn(i128, i128) -> i128) -> Front {
    let mut front = vec![NO_END; one.len() + other.len() - 1];
    for (kept, least) in one.iter().enumerate() {
        for (more, other) in other.iter().enumerate() {
            front[kept + more] = front[kept + more].min(join(*least, *other));
        }
    }
    front
}

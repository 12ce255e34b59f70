//! A contradictory set with a given number in it, put together of the numbers that are the most likely to make one: of
//! each scope those that say the most, and those that say the least.

use super::bounds::Reading;
use super::net::{NO_END, Net};
use std::cmp::Reverse;

pub(super) struct Extremes<'s, 'c> {
    net: &'s Net<'c>,
    reading: &'s Reading,
    /// Of each node, the number that has the most at least, of its own or of a narrower one.
    most: Vec<Option<usize>>,
    /// Of each node, the numbers of its own or of a wider one, the one that has the least at most first.
    least: Vec<Vec<usize>>,
    /// The families that each node is a part of.
    part_of: Vec<Vec<usize>>,
}

/// How many wholes are tried that a sum may be too much for.
const MOST_WHOLES: usize = 8;

impl<'s, 'c> Extremes<'s, 'c> {
    pub(super) fn new(net: &'s Net<'c>, numbers: &[usize], reading: &'s Reading) -> Self {
        let nodes = net.nodes.len();
        let mut most: Vec<Option<usize>> = vec![None; nodes];
        let mut own: Vec<Vec<usize>> = vec![Vec::new(); nodes];
        let min = |number: usize| net.range(number, &reading.loose).0;
        let max = |number: usize| net.range(number, &reading.loose).1;
        for &number in numbers {
            for wide in &net.nodes[net.at[number]].reach {
                if most[*wide].is_none_or(|other| min(other) < min(number)) {
                    most[*wide] = Some(number);
                }
            }
            if max(number) < NO_END {
                own[net.at[number]].push(number);
            }
        }
        for own in &mut own {
            own.sort_by_key(|number| max(*number));
            own.dedup_by_key(|number| max(*number));
            own.truncate(MOST_WHOLES);
        }
        let least = net.nodes.iter().map(|node| {
            let mut within: Vec<usize> = node.reach.iter().flat_map(|wide| own[*wide].iter().copied()).collect();
            within.sort_by_key(|number| max(*number));
            within.truncate(MOST_WHOLES);
            within
        });
        let least = least.collect();
        let mut part_of = vec![Vec::new(); nodes];
        for (family, of) in net.families.iter().enumerate() {
            for part in &of.parts {
                part_of[*part].push(family);
            }
        }
        Self { net, reading, most, least, part_of }
    }

    fn min(&self, number: usize) -> i128 {
        self.net.range(number, &self.reading.loose).0
    }

    fn max(&self, number: usize) -> i128 {
        self.net.range(number, &self.reading.loose).1
    }

    pub(super) fn set_with(&self, number: usize) -> Option<Vec<usize>> {
        let at = self.net.at[number];
        let pairs = [self.most[at], self.least[at].first().copied()];
        let pairs = pairs.into_iter().flatten().map(|other| vec![number, other]);
        pairs.chain(self.as_whole(number)).chain(self.as_part(number)).find_map(|set| self.smallest_with(number, set))
    }

    fn smallest_with(&self, number: usize, set: Vec<usize>) -> Option<Vec<usize>> {
        let culprits = self.net.contradiction(&set, self.reading)?;
        let set = self.net.smallest(culprits, Some(number), self.reading);
        set.contains(&number).then_some(set)
    }

    /// The number with the parts that say the most, and with all regions where they say the least.
    fn as_whole(&self, number: usize) -> impl Iterator<Item = Vec<usize>> {
        let families = self.net.nodes[self.net.at[number]].families.iter().map(|family| &self.net.families[*family]);
        families.flat_map(move |family| {
            let most = family.parts.iter().filter_map(|part| self.most[*part]);
            let least = family.parts.iter().filter_map(|part| self.least[*part].first().copied());
            let with = |numbers: Vec<usize>| [number].into_iter().chain(numbers).collect();
            [with(most.collect()), with(least.collect())]
        })
    }

    /// The number as a part, with as many of the others as their whole has room for without it; and with all other
    /// regions where they say the least, beside the whole that says the most.
    fn as_part(&self, number: usize) -> impl Iterator<Item = Vec<usize>> {
        let parts = self.net.nodes[self.net.at[number]].reach.iter();
        let places = parts
            .flat_map(move |part| self.part_of[*part].iter().map(move |family| (*part, &self.net.families[*family])));
        places.flat_map(move |(part, family)| {
            let others: Vec<usize> = family.parts.iter().copied().filter(|other| *other != part).collect();
            let mut largest: Vec<usize> = others.iter().filter_map(|other| self.most[*other]).collect();
            largest.sort_by_key(|other| (Reverse(self.min(*other)), *other));
            let mut sets: Vec<Vec<usize>> = Vec::new();
            for &whole in &self.least[family.whole] {
                let mut room = self.max(whole) - family.rest - self.net.nodes[part].floor;
                let mut set = vec![number, whole];
                for other in &largest {
                    if self.min(*other) <= room {
                        room -= self.min(*other);
                        set.push(*other);
                    }
                }
                sets.push(set);
            }
            let least = others.iter().filter_map(|other| self.least[*other].first().copied());
            sets.push([number].into_iter().chain(least).chain(self.most[family.whole]).collect());
            sets
        })
    }
}

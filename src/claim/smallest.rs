//! The smallest sets of numbers that contradict each other: no number is drawn in that cannot be at fault.
//!
//! A set that is contradictory is made smallest by leaving out what it does not need (deletion filter). All of them are
//! found by making each known one impossible in every way (hitting-set duality), where the numbers are few enough; of
//! many, a set for each number at least, as far as it is found among those that are the most likely to make one.

use super::bounds::{Reading, Side};
use super::net::Net;
use super::witness::Extremes;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

#[derive(Debug, Default)]
pub(super) struct Smallest {
    /// Each ascending.
    pub(super) sets: BTreeSet<Vec<usize>>,
    /// Numbers that may be in a set, but of which none was found before the search was cut.
    pub(super) undecided: BTreeSet<usize>,
    /// Whether these are all the sets there are.
    pub(super) complete: bool,
}

impl Smallest {
    pub(super) fn holds(&self, number: usize) -> bool {
        self.sets.iter().any(|set| set.contains(&number))
    }
}

/// How many numbers all sets are searched of: as many as a machine word has bits.
const MOST_NUMBERS: usize = 64;
/// How often numbers are held against each other in that search, and how many ways to make it fit are followed.
const MOST_TRIALS: usize = 40;
const MOST_WAYS: usize = 500;

impl Net<'_> {
    /// The smallest contradictory sets of these numbers in a reading.
    pub(super) fn smallest_sets(&self, numbers: &[usize], reading: &Reading) -> Smallest {
        let mut found = Smallest { complete: true, ..Smallest::default() };
        if self.contradiction(numbers, reading).is_none() {
            return found;
        }
        let mut suspects = self.suspects(numbers, reading);
        suspects.retain(|number| {
            let alone = self.contradiction(&[*number], reading).is_some();
            if alone {
                found.sets.insert(vec![*number]);
            }
            !alone
        });
        found.complete = suspects.len() <= MOST_NUMBERS && self.all_sets(&suspects, reading, &mut found.sets);
        if !found.complete {
            let extremes = Extremes::new(self, &suspects, reading);
            for number in suspects.iter().copied() {
                if found.holds(number) {
                    continue;
                }
                match extremes.set_with(number) {
                    Some(set) => drop(found.sets.insert(set)),
                    None => drop(found.undecided.insert(number)),
                }
            }
        }
        found
    }

    /// The numbers that may be in a smallest set: those that do not fit what all the others together would leave.
    fn suspects(&self, numbers: &[usize], reading: &Reading) -> Vec<usize> {
        let mut suspects = numbers.to_vec();
        loop {
            let bounds = self.bounds(&suspects, reading, true);
            if !bounds.settled {
                return suspects;
            }
            let before = suspects.len();
            suspects.retain(|number| {
                let ((min, max), at) = (self.range(*number, &reading.loose), self.at[*number]);
                self.value(&bounds, Side::Low, at) > max || self.value(&bounds, Side::High, at) < min
            });
            if suspects.len() == before {
                return suspects;
            }
        }
    }

    /// Adds every smallest set of the suspects; whether these are all.
    fn all_sets(&self, suspects: &[usize], reading: &Reading, sets: &mut BTreeSet<Vec<usize>>) -> bool {
        let numbers = |mask: u64| -> Vec<usize> {
            suspects.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, number)| *number).collect()
        };
        let mask = |set: &[usize]| {
            suspects
                .iter()
                .enumerate()
                .filter(|(_, number)| set.contains(number))
                .fold(0u64, |mask, (bit, _)| mask | 1 << bit)
        };
        let all = mask(suspects);
        let mut known: Vec<u64> = self.pairs(suspects, reading).iter().map(|pair| mask(pair)).collect();
        // What may be left out so that the rest fits.
        let mut fits: Vec<u64> = Vec::new();
        let mut seen = FxHashSet::from_iter([0u64]);
        let mut open = vec![0u64];
        let mut trials = 0;
        while let Some(left_out) = open.pop() {
            if fits.iter().any(|enough| enough & !left_out == 0) {
                continue;
            }
            let set = match known.iter().find(|set| *set & left_out == 0) {
                Some(set) => *set,
                None => {
                    trials += 1;
                    if trials > MOST_TRIALS || seen.len() > MOST_WAYS {
                        open.push(left_out);
                        break;
                    }
                    let Some(culprits) = self.contradiction(&numbers(all & !left_out), reading) else {
                        fits.push(left_out);
                        continue;
                    };
                    let set = mask(&self.smallest(culprits, None, reading));
                    known.push(set);
                    set
                }
            };
            for bit in (0..suspects.len()).filter(|bit| set >> bit & 1 == 1) {
                let next = left_out | 1 << bit;
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
        sets.extend(known.into_iter().map(numbers));
        open.is_empty()
    }

    /// All pairs of which one leaves nothing for the other; none of the numbers contradicts itself.
    fn pairs(&self, numbers: &[usize], reading: &Reading) -> Vec<[usize; 2]> {
        let excludes = |one: usize, other: usize| {
            // A part that has at least more than its whole has at most.
            let is_within = self.nodes[self.at[one]].reach.contains(&self.at[other]);
            is_within && self.range(one, &reading.loose).0 > self.range(other, &reading.loose).1
        };
        let mut pairs = Vec::new();
        for (index, one) in numbers.iter().enumerate() {
            for other in &numbers[index + 1..] {
                if excludes(*one, *other) || excludes(*other, *one) {
                    pairs.push([*one, *other]);
                }
            }
        }
        pairs
    }

    /// A smallest contradictory set among numbers that contradict each other, ascending; `wanted` is left out last.
    pub(super) fn smallest(&self, mut numbers: Vec<usize>, wanted: Option<usize>, reading: &Reading) -> Vec<usize> {
        numbers.sort_by_key(|number| Some(*number) == wanted);
        let mut needed = 0;
        while needed < numbers.len() {
            let mut without = numbers.clone();
            without.remove(needed);
            match self.contradiction(&without, reading) {
                // What was needed before is needed still, so it is among the culprits.
                Some(culprits) => numbers.retain(|number| culprits.contains(number)),
                None => needed += 1,
            }
        }
        numbers.sort_unstable();
        numbers
    }
}

//! What would make a conditional contradiction fit: the assumptions that may not hold, and by how much at least.

use super::bounds::{Loose, Reading, Side};
use super::net::{NO_END, Net};
use crate::count::Softness;
use crate::facts::Dimension;

/// What a reading adds to the laws. A number is named by its first claim, by its position in the mission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assumption {
    /// A3: nothing is counted in two parts by this dimension.
    Once(Dimension),
    /// A4: nothing belongs to no region.
    Whole,
    /// A1: a number that ends in zeros is not rounded.
    Exact(usize),
    /// A2: "about" allows no more than 10 %.
    About(usize),
}

impl Assumption {
    /// The first claim of the number that it is about.
    pub fn claim(self) -> Option<usize> {
        match self {
            Self::Exact(claim) | Self::About(claim) => Some(claim),
            Self::Once(_) | Self::Whole => None,
        }
    }
}

/// An assumption that has to be dropped for numbers to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    pub assumption: Assumption,
    /// How many are counted twice, or belong to no region, at least; of a number, how far it is from what fits.
    pub size: i64,
    /// Of a number: the nearest value that fits.
    pub value: Option<i64>,
}

/// Assumptions of a set as its numbers have them: `Exact` and `About` by the position of the number in the net.
type Dropped = [Assumption];

/// Up to so many combinations of assumptions are tried; of more, one that helps is given.
const MOST_COMBINATIONS: usize = 1_000;

impl Net<'_> {
    /// Every smallest set of assumptions without which the numbers fit.
    pub(super) fn conditions(&self, set: &[usize]) -> Vec<Vec<Condition>> {
        let assumptions = self.assumptions(set);
        let mut found: Vec<Vec<Assumption>> = Vec::new();
        let mut combinations: Vec<Vec<Assumption>> = vec![Vec::new()];
        let mut tried = 0;
        while !combinations.is_empty() && tried < MOST_COMBINATIONS {
            let mut longer = Vec::new();
            for combination in combinations {
                let after = combination.last();
                for assumption in assumptions.iter().filter(|assumption| after.is_none_or(|last| last < assumption)) {
                    let next: Vec<Assumption> = combination.iter().chain([assumption]).copied().collect();
                    if found.iter().any(|smaller| smaller.iter().all(|one| next.contains(one))) {
                        continue;
                    }
                    tried += 1;
                    if self.fits(set, &next) { found.push(next) } else { longer.push(next) }
                }
            }
            combinations = longer;
        }
        if found.is_empty() && self.fits(set, &assumptions) {
            found.push(self.fewest(set, assumptions));
        }
        found.iter().map(|dropped| self.sizes(set, dropped)).collect()
    }

    fn assumptions(&self, set: &[usize]) -> Vec<Assumption> {
        let of_numbers = set.iter().filter_map(|number| match self.numbers[*number].softness {
            Softness::Firm => None,
            Softness::Rounded => Some(Assumption::Exact(*number)),
            Softness::About => Some(Assumption::About(*number)),
        });
        let is_once = |dimension: &Dimension| {
            self.families.iter().any(|family| family.dimension == *dimension && !family.exclusive)
        };
        let once = Dimension::ALL.into_iter().filter(is_once).map(Assumption::Once);
        let whole = self.families.iter().any(|family| family.all_regions).then_some(Assumption::Whole);
        let mut all: Vec<Assumption> = of_numbers.chain(once).chain(whole).collect();
        all.sort();
        all
    }

    fn fits(&self, set: &[usize], dropped: &Dropped) -> bool {
        self.contradiction(set, &without(dropped, &[])).is_none()
    }

    fn fewest(&self, set: &[usize], mut dropped: Vec<Assumption>) -> Vec<Assumption> {
        let mut index = 0;
        while index < dropped.len() {
            let one = dropped.remove(index);
            if !self.fits(set, &dropped) {
                dropped.insert(index, one);
                index += 1;
            }
        }
        dropped
    }

    /// The least size of each of the assumptions that are dropped, with the others dropped altogether; the values of
    /// numbers fit together.
    fn sizes(&self, set: &[usize], dropped: &Dropped) -> Vec<Condition> {
        let mut taken = Vec::new();
        let mut condition = |assumption: &Assumption| match *assumption {
            Assumption::Exact(number) => self.distance(set, dropped, number, Assumption::Exact, &mut taken),
            Assumption::About(number) => self.distance(set, dropped, number, Assumption::About, &mut taken),
            Assumption::Once(_) | Assumption::Whole => {
                let size = whole_number(self.surplus(set, dropped, *assumption));
                Condition { assumption: *assumption, size, value: None }
            }
        };
        dropped.iter().map(&mut condition).collect()
    }

    /// How far a number has to be from what it says for the others to fit, named by its first claim; of several, the
    /// value is one beside those that were taken before.
    fn distance(
        &self,
        set: &[usize],
        dropped: &Dropped,
        number: usize,
        assumption: fn(usize) -> Assumption,
        taken: &mut Vec<Taken>,
    ) -> Condition {
        let (min, max) = self.range(number, &Loose::None);
        let fits = |taken: &[Taken], range: (i128, i128)| {
            let taken = Vec::from_iter(taken.iter().copied().chain([(number, range)]));
            self.contradiction(set, &without(dropped, &taken)).is_none()
        };
        let others: Vec<usize> = set.iter().copied().filter(|other| *other != number).collect();
        let least_beside = |taken: &[Taken]| {
            let bounds = self.bounds(&others, &without(dropped, taken), true);
            let [low, high] = [Side::Low, Side::High].map(|side| self.value(&bounds, side, self.at[number]));
            least((low - max).max(min - high), |size| fits(taken, (min - size, max + size)))
        };
        let (size, beside) = (least_beside(&[]), least_beside(taken));
        let value = if fits(taken, (max + beside, max + beside)) { max + beside } else { min - beside };
        taken.push((number, (value, value)));
        let claim = self.numbers[number].claims.first().copied().unwrap_or_default();
        Condition { assumption: assumption(claim), size: whole_number(size), value: Some(whole_number(value)) }
    }

    /// How many units have to be counted twice, or to belong to no region, for the numbers to fit. One that is counted
    /// twice in a part is so in every whole of it: so each sum may miss its whole by as many.
    fn surplus(&self, set: &[usize], dropped: &Dropped, assumption: Assumption) -> i128 {
        let kept: Vec<Assumption> = dropped.iter().copied().filter(|other| *other != assumption).collect();
        let bounds = self.bounds(set, &without(&kept, &[]), false);
        let gap = bounds.clash.map_or(1, |at| self.value(&bounds, Side::Low, at) - self.value(&bounds, Side::High, at));
        least(gap, |units| {
            let reading = Reading { slack: Some((assumption, units)), ..without(&kept, &[]) };
            self.contradiction(set, &reading).is_none()
        })
    }
}

/// The least size from 1 on that is enough, as every larger one is; mostly it is the one to begin with.
fn least(guess: i128, is_enough: impl Fn(i128) -> bool) -> i128 {
    let mut enough = if guess < NO_END / 2 { guess.max(1) } else { 1 };
    let mut too_few = enough - 1;
    if too_few > 0 && is_enough(too_few) {
        (enough, too_few) = (too_few, 0);
    }
    while enough < NO_END && !is_enough(enough) {
        (too_few, enough) = (enough, enough * 2);
    }
    while enough - too_few > 1 {
        let middle = too_few + (enough - too_few) / 2;
        if is_enough(middle) { enough = middle } else { too_few = middle }
    }
    enough
}

/// A number and the bounds that it is taken to be within.
type Taken = (usize, (i128, i128));

/// The reading without some assumptions; of the numbers that are read loosely, some are within bounds.
fn without(dropped: &Dropped, taken: &[Taken]) -> Reading {
    let range = |number: usize| taken.iter().find(|(of, _)| *of == number).map(|(_, range)| *range);
    let loose = dropped.iter().filter_map(|assumption| match assumption {
        Assumption::Exact(number) | Assumption::About(number) => Some((*number, range(*number))),
        Assumption::Once(_) | Assumption::Whole => None,
    });
    let is_kept = |assumption| !dropped.contains(&assumption);
    Reading {
        loose: Loose::These(loose.collect()),
        once: Dimension::ALL.into_iter().filter(|dimension| is_kept(Assumption::Once(*dimension))).collect(),
        whole: is_kept(Assumption::Whole),
        slack: None,
    }
}

/// What was worked out of counts fits into one, but for the end that there is none.
pub(crate) fn whole_number(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

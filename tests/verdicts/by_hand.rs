//! What is to be said of the claims of one stage, found by going through all worlds and all sets of numbers.

use crate::case::Case;
use crate::counts::{NOTATIONS, Notation, distance, holds};
use crate::worlds::{Beyond, World};
use mission::count::Softness;
use mission::words::Stage;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A published number, with all claims that say it.
#[derive(Debug, Clone)]
pub struct Number {
    pub scope: usize,
    pub notation: &'static Notation,
    pub claims: Vec<usize>,
    pub sources: BTreeSet<usize>,
}

/// The numbers of one stage.
#[derive(Debug, Clone)]
pub struct Numbers(pub Vec<Number>);

/// Some of the numbers, as bits.
pub type Set = u32;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assumption {
    OnceByCategory,
    OnceByRegion,
    Whole,
    Exact(usize),
    About(usize),
}

/// Assumptions to be dropped, each with its size.
pub type Alternative = BTreeMap<Assumption, i64>;

impl Numbers {
    pub fn of(case: &Case, stage: Stage) -> Self {
        let mut numbers: Vec<Number> = Vec::new();
        for (index, claim) in case.claims.iter().enumerate().filter(|(_, claim)| claim.stage == stage) {
            let notation = NOTATIONS.iter().find(|notation| notation.text == claim.notation().same_as).unwrap();
            let same = numbers
                .iter()
                .position(|number| number.scope == claim.scope && number.notation.same_as == notation.same_as);
            let at = same.unwrap_or_else(|| {
                numbers.push(Number { scope: claim.scope, notation, claims: Vec::new(), sources: BTreeSet::new() });
                numbers.len() - 1
            });
            numbers[at].claims.push(index);
            numbers[at].sources.insert(claim.source);
        }
        Self(numbers)
    }

    pub fn of_claim(&self, claim: usize) -> usize {
        self.0.iter().position(|number| number.claims.contains(&claim)).unwrap()
    }

    pub fn all(&self) -> Set {
        (1 << self.0.len()) - 1
    }

    /// Of claims by position.
    pub fn set(&self, claims: &[usize]) -> Set {
        claims.iter().fold(0, |set, claim| set | 1 << self.of_claim(*claim))
    }

    pub fn in_set(&self, set: Set) -> impl Iterator<Item = &Number> {
        self.0.iter().enumerate().filter(move |(index, _)| set >> index & 1 == 1).map(|(_, number)| number)
    }

    /// All claims of some numbers, ascending.
    pub fn claims(&self, set: Set) -> Vec<usize> {
        let claims: BTreeSet<usize> = self.in_set(set).flat_map(|number| number.claims.iter().copied()).collect();
        claims.into_iter().collect()
    }

    /// Whether one source published all numbers of a set.
    pub fn are_of(&self, set: Set, source: usize) -> bool {
        self.in_set(set).all(|number| number.sources.contains(&source))
    }
}

/// What a world says of all numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct View {
    /// Those that hold, read strictly, read loosely.
    pub strict: Set,
    pub loose: Set,
    pub beyond: Beyond,
}

impl View {
    fn of(world: &World, numbers: &Numbers) -> Self {
        let mut view = Self { strict: 0, loose: 0, beyond: world.beyond };
        for (index, number) in numbers.0.iter().enumerate() {
            let n = i64::from(world.n[number.scope]);
            view.strict |= u32::from(holds(number.notation.strict, n)) << index;
            view.loose |= u32::from(holds(number.notation.loose, n)) << index;
        }
        view
    }
}

#[derive(Debug)]
pub struct ByHand {
    pub stage: Stage,
    pub numbers: Numbers,
    /// Those in which rows and complete lists hold; of what was expected, all.
    pub worlds: Vec<(&'static World, View)>,
    /// What they say, each once.
    views: Vec<View>,
}

impl ByHand {
    pub fn new(case: &Case, stage: Stage) -> Self {
        let numbers = Numbers::of(case, stage);
        let worlds = match stage {
            Stage::Reported => case.possible_worlds(),
            Stage::Expected => case.layout.worlds().iter().collect(),
        };
        let worlds: Vec<(&World, View)> = worlds.into_iter().map(|world| (world, View::of(world, &numbers))).collect();
        let views: HashSet<View> = worlds.iter().map(|(_, view)| *view).collect();
        Self { stage, numbers, worlds, views: views.into_iter().collect() }
    }

    /// Every entailment is seen in these.
    pub fn all_views(&self, holds: impl Fn(&View) -> bool) -> bool {
        self.views.iter().all(holds)
    }

    /// Whether some world keeps the laws, all numbers of the set read loosely.
    pub fn may_be_right(&self, set: Set) -> bool {
        self.views.iter().any(|view| view.loose & set == set)
    }

    /// The same of all assumptions but some, which drop nothing else.
    pub fn fits_without(&self, set: Set, dropped: &[Assumption]) -> bool {
        self.views
            .iter()
            .any(|view| view.loose & set == set && self.breaks(set, view).iter().all(|broken| dropped.contains(broken)))
    }

    /// The assumptions that a world breaks in which the numbers hold when read loosely.
    pub fn breaks(&self, set: Set, view: &View) -> Vec<Assumption> {
        let mut broken = Vec::new();
        for (assumption, by) in [
            (Assumption::OnceByCategory, view.beyond.categories),
            (Assumption::OnceByRegion, view.beyond.regions),
            (Assumption::Whole, view.beyond.in_no_region),
        ] {
            if by > 0 {
                broken.push(assumption);
            }
        }
        let beyond_strict = set & !view.strict;
        broken.extend(
            (0..self.numbers.0.len()).filter(|index| beyond_strict >> index & 1 == 1).map(|index| self.softness(index)),
        );
        broken
    }

    fn softness(&self, number: usize) -> Assumption {
        match self.numbers.0[number].notation.softness {
            Softness::About => Assumption::About(number),
            // What is firm holds strictly where it holds loosely.
            Softness::Rounded | Softness::Firm => Assumption::Exact(number),
        }
    }

    fn smallest(&self, fits: impl Fn(Set) -> bool) -> Vec<Set> {
        let mut sets: Vec<Set> = (1..=self.numbers.all()).collect();
        sets.sort_by_key(|set| set.count_ones());
        let mut smallest: Vec<Set> = Vec::new();
        for set in sets {
            if !smallest.iter().any(|smaller| smaller & set == *smaller) && !fits(set) {
                smallest.push(set);
            }
        }
        smallest
    }

    pub fn hard(&self) -> Vec<Set> {
        self.smallest(|set| self.may_be_right(set))
    }

    pub fn conditional(&self) -> Vec<Set> {
        let strict = self.smallest(|set| self.fits_without(set, &[]));
        strict.into_iter().filter(|set| self.may_be_right(*set)).collect()
    }

    /// Every smallest set of assumptions without which some numbers fit, with the least size of each.
    pub fn conditions(&self, set: Set) -> BTreeSet<Alternative> {
        let views = self.views.iter().filter(|view| view.loose & set == set);
        let mut ways: Vec<Vec<Assumption>> = views.map(|view| self.breaks(set, view)).collect();
        ways.sort_by_key(Vec::len);
        let mut smallest: Vec<Vec<Assumption>> = Vec::new();
        for way in ways {
            if !smallest.iter().any(|smaller| smaller.iter().all(|one| way.contains(one))) {
                smallest.push(way);
            }
        }
        smallest.iter().map(|way| way.iter().map(|one| (*one, self.size(set, way, *one))).collect()).collect()
    }

    fn size(&self, set: Set, way: &[Assumption], of: Assumption) -> i64 {
        let fits =
            |view: &View| view.loose & set == set && self.breaks(set, view).iter().all(|broken| way.contains(broken));
        let worlds = self.worlds.iter().filter(|(_, view)| fits(view));
        worlds.map(|(world, _)| self.amount(world, of)).min().unwrap()
    }

    /// By how much a world breaks an assumption.
    pub fn amount(&self, world: &World, assumption: Assumption) -> i64 {
        match assumption {
            Assumption::OnceByCategory => world.beyond.categories.into(),
            Assumption::OnceByRegion => world.beyond.regions.into(),
            Assumption::Whole => world.beyond.in_no_region.into(),
            Assumption::Exact(number) | Assumption::About(number) => {
                let number = &self.numbers.0[number];
                distance(number.notation.strict, world.n[number.scope].into())
            }
        }
    }

    /// The fewest numbers that are wrong.
    pub fn wrong(&self) -> i64 {
        let wrong = |view: &View| (self.numbers.all() & !view.loose).count_ones();
        self.views.iter().map(wrong).min().unwrap_or(u32::MAX).into()
    }
}

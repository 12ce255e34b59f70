//! The bounds that evidence leaves for the true number of each scope, worked out until nothing changes, with the
//! reasons.
//!
//! Every bound is a step that names the steps it was made of, back to numbers, rows and lists. So whatever is said of a
//! claim can be said with its arithmetic, and what contradicts itself is known by the numbers that it is made of.

use super::conditions::Assumption;
use super::net::{NO_END, Net};
use crate::facts::Dimension;

/// How numbers are read, and which assumptions hold beside the laws.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    pub(super) loose: Loose,
    /// A3: nothing is counted in two parts by these dimensions.
    pub(super) once: Vec<Dimension>,
    /// A4: all regions together are the whole.
    pub(super) whole: bool,
    /// How many units may break an assumption all the same.
    pub(super) slack: Option<(Assumption, i128)>,
}

/// Which numbers are read loosely; the others strictly (A1, A2).
#[derive(Debug, Clone, Default)]
pub(super) enum Loose {
    #[default]
    All,
    None,
    /// … some of them within bounds of their own.
    These(Vec<(usize, Option<(i128, i128)>)>),
}

impl Reading {
    /// The laws alone, and every number as loosely as is fair.
    pub(super) fn laws() -> Self {
        Self::default()
    }

    /// The laws and every assumption.
    pub(super) fn strict() -> Self {
        Self { loose: Loose::None, once: Dimension::ALL.to_vec(), whole: true, slack: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Low,
    High,
}

/// What a bound comes from.
#[derive(Debug, Clone)]
pub(super) enum Why {
    Number(usize),
    /// L3: the whole has what its part has, the part no more than its whole.
    Nested(usize),
    /// L4, A3: the parts, and rows beside them, come to no more than the whole.
    Sum(usize, Vec<usize>),
    /// The same from above: the whole (first) without what its other parts have at least.
    Remainder(usize, Vec<usize>),
    /// A4: the whole has no more than all regions together.
    Regions(Vec<usize>),
    /// The same from below: the whole (first) without what the other regions have at most.
    Missing(Vec<usize>),
}

impl Why {
    /// The steps that it was made of.
    pub(super) fn from(&self) -> &[usize] {
        match self {
            Self::Number(_) => &[],
            Self::Nested(step) => std::slice::from_ref(step),
            Self::Sum(_, from) | Self::Remainder(_, from) | Self::Regions(from) | Self::Missing(from) => from,
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) value: i128,
    pub(super) why: Why,
}

/// A bound on each node, by its step. The first steps are not written down: they are the floors of all nodes, and
/// behind them their caps.
#[derive(Debug)]
pub(super) struct Bounds {
    rows: usize,
    steps: Vec<Step>,
    low: Vec<usize>,
    high: Vec<usize>,
    /// The first node that nothing is left for.
    pub(super) clash: Option<usize>,
    /// Whether nothing would change any more.
    pub(super) settled: bool,
}

/// After so many rounds, bounds that still move are left as they are: they hold, only tighter ones may follow.
const MOST_ROUNDS: usize = 12;

impl Bounds {
    /// What a step comes from; `None` = from what is listed.
    pub(super) fn made(&self, step: usize) -> Option<&Step> {
        step.checked_sub(self.rows).map(|index| &self.steps[index])
    }

    pub(super) fn step(&self, side: Side, node: usize) -> usize {
        match side {
            Side::Low => self.low[node],
            Side::High => self.high[node],
        }
    }

    /// The numbers that the steps rest on, ascending.
    pub(super) fn numbers(&self, steps: [usize; 2]) -> Vec<usize> {
        let mut open = steps.to_vec();
        let mut seen = vec![false; self.steps.len()];
        let mut numbers = Vec::new();
        while let Some(step) = open.pop() {
            let Some(index) = step.checked_sub(self.rows) else { continue };
            if !std::mem::replace(&mut seen[index], true) {
                let why = &self.steps[index].why;
                if let Why::Number(number) = why {
                    numbers.push(*number);
                }
                open.extend_from_slice(why.from());
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The numbers that leave nothing for the node of the clash.
    pub(super) fn culprits(&self) -> Option<Vec<usize>> {
        self.clash.map(|node| self.numbers([self.low[node], self.high[node]]))
    }
}

/// What is worked on: the net, what of it counts, and the bounds so far.
struct Work<'n, 'c> {
    net: &'n Net<'c>,
    reading: &'n Reading,
    /// The nodes that matter, narrow before wide.
    nodes: Vec<usize>,
    bounds: Bounds,
    changed: bool,
    /// Whether a clash ends the work.
    stops: bool,
}

impl Net<'_> {
    /// Whether the numbers, with rows and lists, contradict each other in this reading: then the numbers that do.
    pub(super) fn contradiction(&self, numbers: &[usize], reading: &Reading) -> Option<Vec<usize>> {
        let reached = |number: &usize| {
            let node = &self.nodes[self.at[*number]];
            if reading.whole { &node.near } else { &node.reach }
        };
        let mut reached: Vec<usize> = numbers.iter().flat_map(reached).copied().collect();
        reached.sort_unstable();
        reached.dedup();
        self.work(numbers, reading, reached, true).culprits()
    }

    /// The bounds of every node. Where the numbers contradict each other, they are those of the moment when that was
    /// found, or (`all`) those that follow from every part of them.
    pub(super) fn bounds(&self, numbers: &[usize], reading: &Reading, all: bool) -> Bounds {
        self.work(numbers, reading, (0..self.nodes.len()).collect(), !all)
    }

    fn work(&self, numbers: &[usize], reading: &Reading, nodes: Vec<usize>, stops: bool) -> Bounds {
        let count = self.nodes.len();
        let bounds = Bounds {
            rows: 2 * count,
            steps: Vec::with_capacity(4 * numbers.len()),
            low: (0..count).collect(),
            high: (count..2 * count).collect(),
            clash: None,
            settled: false,
        };
        let mut work = Work { net: self, reading, nodes, bounds, changed: false, stops };
        for &number in numbers {
            let (min, max) = self.range(number, &reading.loose);
            work.better(Side::Low, self.at[number], min, || Why::Number(number));
            work.better(Side::High, self.at[number], max, || Why::Number(number));
        }
        // Only A4 makes a lower bound of upper ones: without it, once up and once down is all there is.
        for _ in 0..if reading.whole { MOST_ROUNDS } else { 1 } {
            work.changed = false;
            work.upwards();
            // By the laws alone, a bound that came down speaks against a number that it came from: the way up has found
            // every clash already.
            if work.is_done() || (stops && !reading.whole) {
                break;
            }
            work.downwards();
            if work.is_done() || !work.changed {
                break;
            }
        }
        work.bounds.settled = !reading.whole || !work.changed;
        work.bounds
    }
}

impl Work<'_, '_> {
    fn value(&self, side: Side, node: usize) -> i128 {
        self.net.value(&self.bounds, side, node)
    }

    fn is_done(&self) -> bool {
        self.stops && self.bounds.clash.is_some()
    }

    fn better(&mut self, side: Side, node: usize, value: i128, why: impl FnOnce() -> Why) {
        let now = self.value(side, node);
        let is_better = match side {
            Side::Low => value > now,
            Side::High => value < now,
        };
        if !is_better {
            return;
        }
        let step = self.bounds.rows + self.bounds.steps.len();
        self.bounds.steps.push(Step { value, why: why() });
        match side {
            Side::Low => self.bounds.low[node] = step,
            Side::High => self.bounds.high[node] = step,
        }
        self.changed = true;
    }

    fn check(&mut self, node: usize) {
        let (low, high) = (self.value(Side::Low, node), self.value(Side::High, node));
        if low > high && self.bounds.clash.is_none() {
            self.bounds.clash = Some(node);
        }
    }

    /// By how much a sum over a family that adds up may miss its whole, by how much all regions together may.
    fn slack(&self, family: usize, side: Side) -> i128 {
        let family = &self.net.families[family];
        let is_meant = |assumption: Assumption| match assumption {
            Assumption::Once(dimension) => side == Side::Low && family.dimension == dimension && !family.exclusive,
            Assumption::Whole => side == Side::High,
            Assumption::Exact(_) | Assumption::About(_) => false,
        };
        self.reading.slack.filter(|(assumption, _)| is_meant(*assumption)).map_or(0, |(_, slack)| slack)
    }

    fn adds_up(&self, family: usize) -> bool {
        let family = &self.net.families[family];
        family.exclusive || self.reading.once.contains(&family.dimension)
    }

    /// From the narrow scopes to the wide ones.
    fn upwards(&mut self) {
        let net = self.net;
        for index in 0..self.nodes.len() {
            let at = self.nodes[index];
            for &family in &net.nodes[at].families {
                if self.adds_up(family) {
                    self.sum(family);
                }
                if self.reading.whole && net.families[family].all_regions {
                    self.regions(family);
                }
            }
            self.check(at);
            if self.is_done() {
                return;
            }
            let (value, step) = (self.value(Side::Low, at), self.bounds.step(Side::Low, at));
            for wider in &net.nodes[at].wider {
                self.better(Side::Low, *wider, value, || Why::Nested(step));
            }
        }
    }

    /// From the wide scopes to the narrow ones.
    fn downwards(&mut self) {
        let net = self.net;
        for index in (0..self.nodes.len()).rev() {
            let at = self.nodes[index];
            for wider in &net.nodes[at].wider {
                let (value, step) = (self.value(Side::High, *wider), self.bounds.step(Side::High, *wider));
                self.better(Side::High, at, value, || Why::Nested(step));
            }
            self.check(at);
            for &family in &net.nodes[at].families {
                if self.adds_up(family) {
                    self.remainders(family);
                }
                if self.reading.whole && net.families[family].all_regions {
                    self.missing(family);
                }
            }
            if self.is_done() {
                return;
            }
        }
    }

    fn sum(&mut self, family: usize) {
        let of = &self.net.families[family];
        let lows = of.parts.iter().map(|part| self.value(Side::Low, *part));
        let total = lows.sum::<i128>() + of.rest - self.slack(family, Side::Low);
        if total > self.value(Side::Low, of.whole) {
            let steps = of.parts.iter().map(|part| self.bounds.step(Side::Low, *part));
            // Parts that may be empty add nothing, and would only be accused without a cause.
            let steps = steps.filter(|step| self.net.value_of(&self.bounds, *step) > 0).collect();
            self.better(Side::Low, of.whole, total, || Why::Sum(family, steps));
        }
    }

    fn remainders(&mut self, family: usize) {
        let of = &self.net.families[family];
        let high = self.value(Side::High, of.whole);
        if high >= NO_END {
            return;
        }
        let lows: Vec<i128> = of.parts.iter().map(|part| self.value(Side::Low, *part)).collect();
        let left = high - lows.iter().sum::<i128>() - of.rest + self.slack(family, Side::Low);
        for (index, part) in of.parts.iter().enumerate() {
            if left + lows[index] < self.value(Side::High, *part) {
                let steps = self.with_others(family, index, (Side::High, Side::Low));
                self.better(Side::High, *part, left + lows[index], || Why::Remainder(family, steps));
            }
        }
    }

    fn regions(&mut self, family: usize) {
        let of = &self.net.families[family];
        let highs = of.parts.iter().map(|part| self.value(Side::High, *part));
        let total: i128 = highs.sum();
        if total < NO_END {
            let steps = of.parts.iter().map(|part| self.bounds.step(Side::High, *part)).collect();
            self.better(Side::High, of.whole, total + self.slack(family, Side::High), || Why::Regions(steps));
        }
    }

    fn missing(&mut self, family: usize) {
        let of = &self.net.families[family];
        let highs: Vec<i128> = of.parts.iter().map(|part| self.value(Side::High, *part)).collect();
        let low = self.value(Side::Low, of.whole) - self.slack(family, Side::High);
        let total: i128 = highs.iter().sum();
        for (index, part) in of.parts.iter().enumerate() {
            let others = total - highs[index];
            if low - others > self.value(Side::Low, *part) {
                let steps = self.with_others(family, index, (Side::Low, Side::High));
                self.better(Side::Low, *part, low - others, || Why::Missing(steps));
            }
        }
    }

    /// The step of the whole on one side, and those of all parts but one on the other.
    fn with_others(&self, family: usize, but: usize, (of_whole, of_parts): (Side, Side)) -> Vec<usize> {
        let of = &self.net.families[family];
        let others = of.parts.iter().enumerate().filter(|(index, _)| *index != but);
        let others = others.map(|(_, part)| self.bounds.step(of_parts, *part));
        let matters = |step: &usize| of_parts == Side::High || self.net.value_of(&self.bounds, *step) > 0;
        [self.bounds.step(of_whole, of.whole)].into_iter().chain(others.filter(matters)).collect()
    }
}

impl Net<'_> {
    pub(super) fn value(&self, bounds: &Bounds, side: Side, node: usize) -> i128 {
        self.value_of(bounds, bounds.step(side, node))
    }

    pub(super) fn value_of(&self, bounds: &Bounds, step: usize) -> i128 {
        let nodes = self.nodes.len();
        match bounds.made(step) {
            Some(made) => made.value,
            None if step < nodes => self.nodes[step].floor,
            None => self.nodes[step - nodes].cap,
        }
    }

    /// A number as it is read: its lowest and its highest value.
    pub(super) fn range(&self, number: usize, loose: &Loose) -> (i128, i128) {
        let is_loose = match loose {
            Loose::All => true,
            Loose::None => false,
            Loose::These(these) => match these.iter().find(|(this, _)| *this == number) {
                Some((_, Some(range))) => return *range,
                Some((_, None)) => true,
                None => false,
            },
        };
        let number = &self.numbers[number];
        let interval = if is_loose { number.loose } else { number.strict };
        (interval.min.into(), interval.max.map_or(NO_END, i128::from))
    }
}

//! The verdict on every claim of a mission.

use super::bounds::{Bounds, Reading, Side};
use super::contradiction::{Contradiction, Kind};
use super::implied::implied;
use super::net::{Net, regions_of};
use super::number::{Group, groups};
use super::smallest::Smallest;
use super::support::{Support, supports};
use super::verdict::Verdict;
use super::wrong::Wrong;
use crate::count::Interval;
use crate::facts::{Claim, Facts, ListedCount, Names, RowsByCity, Scope, Subject};
use crate::words::Stage;
use std::collections::{BTreeMap, BTreeSet};

/// What was found of a mission.
#[derive(Debug, Clone)]
pub struct Judged<'c> {
    /// In the order of the claims.
    pub claims: Vec<Judgement<'c>>,
    /// Of each subject and stage the first, hard ones before the others, and for each claim that is in one at least
    /// one.
    pub contradictions: Vec<Contradiction>,
    /// How many were found.
    pub found: usize,
    pub wrong: Wrong,
    /// Whether a search was cut: a claim may be in a contradiction that was not found.
    pub cut: bool,
    /// What follows for each scope that something is reported of, and for every wider one.
    pub implied: BTreeMap<(Subject, Scope), Interval>,
}

#[derive(Debug, Clone)]
pub struct Judgement<'c> {
    pub claim: &'c Claim,
    /// The rows in its scope; `None` where nothing of its subject is listed.
    pub listed: Option<ListedCount>,
    pub implied: Option<Interval>,
    pub verdict: Verdict,
    /// The contradictions that it is in, by their positions, as far as they are told.
    pub contradictions: Vec<usize>,
    /// How many it is in.
    pub found: usize,
    pub support: Option<Support>,
    /// The other claims of the same number.
    pub same: Vec<usize>,
    /// The parts that its own source published, which come to just what it says.
    pub adds_up: Vec<usize>,
    /// Whether it may be in a contradiction that was not found.
    pub undecided: bool,
}

/// So many contradictions of a subject are told, besides those that a claim would be in none without.
const MOST_TOLD: usize = 20;

/// Judges every claim of a mission.
pub fn judge<'c>(facts: &'c Facts, names: &Names) -> Judged<'c> {
    let by_city = [Subject::Participants, Subject::Agreements, Subject::Events]
        .map(|subject| (RowsByCity::of(facts.rows(&subject).unwrap_or_default()), subject));
    let listed = |Claim { subject, scope, .. }: &Claim| {
        facts.list(subject, scope)?;
        by_city.iter().find(|(_, of)| of == subject).map(|(rows, _)| rows.count(scope))
    };
    let mut judged = Judged {
        claims: facts.claims.iter().map(|claim| Judgement::new(claim, listed(claim))).collect(),
        contradictions: Vec::new(),
        found: 0,
        wrong: Wrong { at_least: 0, exact: true },
        cut: false,
        implied: BTreeMap::new(),
    };
    for group in groups(facts) {
        judged.group(facts, names, group);
    }
    judged
}

impl<'c> Judgement<'c> {
    fn new(claim: &'c Claim, listed: Option<ListedCount>) -> Self {
        Self {
            claim,
            listed,
            implied: None,
            verdict: Verdict::Unverified,
            contradictions: Vec::new(),
            found: 0,
            support: None,
            same: Vec::new(),
            adds_up: Vec::new(),
            undecided: false,
        }
    }
}

impl<'c> Judged<'c> {
    fn group(&mut self, facts: &'c Facts, names: &Names, (subject, stage, numbers): Group<'c>) {
        let regions = regions_of(facts, names, subject, &numbers);
        let net = Net::new(facts, names, (subject, stage), numbers, regions);
        let all: Vec<usize> = (0..net.numbers.len()).collect();
        let hard = net.smallest_sets(&all, &Reading::laws());
        let strict = net.smallest_sets(&all, &Reading::strict());
        let own = own_contradictions(&net, &hard);
        let wrong = net.wrong(&hard);
        self.wrong.at_least += wrong.at_least;
        self.wrong.exact &= wrong.exact;
        let is_hard = |set: &&Vec<usize>| {
            hard.sets.contains(*set) || !hard.complete && net.contradiction(set, &Reading::laws()).is_some()
        };
        let (found_hard, conditional): (Vec<_>, Vec<_>) = strict.sets.iter().partition(is_hard);
        let hard_sets: BTreeSet<&Vec<usize>> =
            hard.sets.iter().chain(own.values().flatten()).chain(found_hard).collect();
        let hard_sets = hard_sets.into_iter().map(|set| (set, Kind::Hard));
        let sets = Vec::from_iter(hard_sets.chain(conditional.into_iter().map(|set| (set, Kind::Conditional))));
        let mut told = BTreeSet::new();
        for (index, (set, kind)) in sets.iter().enumerate() {
            self.contradicted(&net, set, *kind, &own);
            // Every number that is in one is in one that is told.
            let is_told = index < MOST_TOLD || set.iter().any(|number| !told.contains(number));
            if is_told {
                told.extend(set.iter().copied());
                let contradiction = net.contradiction_of(set, *kind, subject, stage);
                for claim in &contradiction.claims {
                    self.claims[*claim].contradictions.push(self.contradictions.len());
                }
                self.contradictions.push(contradiction);
            }
        }
        self.found += sets.len();
        for number in hard.undecided.iter().chain(&strict.undecided) {
            for claim in &net.numbers[*number].claims {
                let judgement = &mut self.claims[*claim];
                judgement.undecided = judgement.contradictions.is_empty();
                self.cut |= judgement.undecided;
            }
        }
        for number in &net.numbers {
            for claim in &number.claims {
                self.claims[*claim].same = number.claims.iter().copied().filter(|other| other != claim).collect();
            }
        }
        supports(&net, facts, &mut self.claims);
        adds_up(&net, &mut self.claims);
        // Rows and the other reported numbers say nothing of what was expected.
        if stage == Stage::Reported {
            self.implied(facts, names, subject, &net);
        }
    }

    fn implied(&mut self, facts: &Facts, names: &Names, subject: &Subject, net: &Net<'_>) {
        let is_refuted = |claim: &usize| self.claims[*claim].verdict == Verdict::Refuted;
        let numbers = net.numbers.iter().filter(|number| !number.claims.iter().any(is_refuted));
        let scopes = net.numbers.iter().map(|number| number.scope.clone());
        let implied = implied(facts, names, subject, numbers, scopes);
        for number in &net.numbers {
            for claim in &number.claims {
                self.claims[*claim].implied = implied.get(number.scope).copied();
            }
        }
        self.implied.extend(implied.into_iter().map(|(scope, interval)| ((subject.clone(), scope), interval)));
    }

    /// What a contradiction means for the claims in it.
    fn contradicted(
        &mut self,
        net: &Net<'_>,
        set: &Vec<usize>,
        kind: Kind,
        own: &BTreeMap<&str, BTreeSet<Vec<usize>>>,
    ) {
        for claim in set.iter().flat_map(|number| &net.numbers[*number].claims) {
            let judgement = &mut self.claims[*claim];
            let verdict = match kind {
                Kind::Conditional => Verdict::Conditional,
                Kind::Hard if set.len() == 1 => Verdict::Refuted,
                Kind::Hard if own.get(judgement.claim.source.as_str()).is_some_and(|sets| sets.contains(set)) => {
                    Verdict::Inconsistent
                }
                Kind::Hard => Verdict::Conflicting,
            };
            judgement.verdict = judgement.verdict.min(verdict);
            judgement.found += 1;
        }
    }
}

/// The hard contradictions all of whose numbers one source published, by source.
fn own_contradictions<'c>(net: &Net<'c>, hard: &Smallest) -> BTreeMap<&'c str, BTreeSet<Vec<usize>>> {
    let mut numbers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let involved: BTreeSet<usize> =
        hard.sets.iter().filter(|set| set.len() > 1).flatten().chain(&hard.undecided).copied().collect();
    for number in involved {
        for source in &net.numbers[number].sources {
            numbers.entry(source).or_default().push(number);
        }
    }
    let is_of = |source: &str, set: &&Vec<usize>| set.iter().all(|number| net.numbers[*number].is_published_by(source));
    let mut own = BTreeMap::new();
    for (source, numbers) in numbers.into_iter().filter(|(_, numbers)| numbers.len() > 1) {
        let sets = if hard.complete {
            hard.sets.iter().filter(|set| is_of(source, set)).cloned().collect()
        } else {
            net.smallest_sets(&numbers, &Reading::laws()).sets
        };
        own.insert(source, sets);
    }
    own
}

/// Whether the bounds of a node leave only numbers of an interval.
pub(super) fn leave_only(net: &Net<'_>, bounds: &Bounds, node: usize, interval: Interval) -> bool {
    let (low, high) = (net.value(bounds, Side::Low, node), net.value(bounds, Side::High, node));
    low >= interval.min.into() && interval.max.is_none_or(|max| high <= max.into())
}

/// Notes the claims that are the exact sum of parts that their own source published: one number for each part.
fn adds_up(net: &Net<'_>, claims: &mut [Judgement<'_>]) {
    let mut at_node: Vec<Vec<usize>> = vec![Vec::new(); net.nodes.len()];
    net.at.iter().enumerate().for_each(|(number, at)| at_node[*at].push(number));
    for (whole, at) in net.at.iter().enumerate() {
        for family in net.nodes[*at].families.iter().map(|family| &net.families[*family]) {
            for source in &net.numbers[whole].sources {
                let of_source = |part: &usize| {
                    let own = at_node[*part].iter().filter(|number| net.numbers[**number].is_published_by(source));
                    Vec::from_iter(own.copied())
                };
                let parts: Vec<Vec<usize>> = family.parts.iter().map(of_source).filter(|own| !own.is_empty()).collect();
                let one_each = parts.len() > 1 && parts.iter().all(|own| own.len() == 1);
                let exact = |number: &usize| net.numbers[*number].strict.exact();
                let total = parts.iter().flatten().map(exact).try_fold(0i64, |sum, part| sum.checked_add(part?));
                if one_each && total.is_some() && total == exact(&whole) {
                    let all: Vec<usize> = parts.iter().flatten().copied().chain([whole]).collect();
                    let of_all = |number: &usize| net.numbers[*number].claims.iter().copied();
                    let involved: Vec<usize> =
                        all.iter().flat_map(of_all).filter(|claim| claims[*claim].claim.source == **source).collect();
                    for claim in &involved {
                        claims[*claim].adds_up.clone_from(&involved);
                    }
                }
            }
        }
    }
}

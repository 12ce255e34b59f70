//! The rules R1 to R4, for all claims of one mission. Each fires only where it holds in every completion
//! of what is not known.

use super::facts::{Claim, Facts, Names};
use super::falls_in::ListedCount;
use super::scope::{Dimension, Scope, Subject};
use super::sums::Parts;
use super::verdict::{Argument, Verdict, verdict};
use crate::words::Stage;
use std::collections::{BTreeMap, HashMap};

#[derive(Debug, Clone)]
pub struct Judgement<'c> {
    pub claim: &'c Claim,
    /// The rows in its scope; `None` where no table lists its subject.
    pub listed: Option<ListedCount>,
    pub arguments: Vec<Argument<'c>>,
    pub verdict: Verdict,
}

/// Claims that are held against each other: same subject, same stage; by scope. What was expected beforehand and what was
/// reported afterwards may both be right.
type Group<'c> = BTreeMap<&'c Scope, Vec<&'c Claim>>;

/// The key of a claim, and what was found of it.
type Found<'c> = (&'c str, Argument<'c>);

/// Judges every claim of a mission, in their order.
pub fn judge<'c>(facts: &'c Facts, names: &Names) -> Vec<Judgement<'c>> {
    let mut groups: HashMap<(&Subject, Stage), Group<'c>> = HashMap::new();
    for claim in &facts.claims {
        groups.entry((&claim.subject, claim.stage)).or_default().entry(&claim.scope).or_default().push(claim);
    }
    let mut against_each_other: HashMap<&str, Vec<Argument<'c>>> = HashMap::new();
    for group in groups.values() {
        for (id, argument) in part_and_whole(group).into_iter().chain(sums(group, names)) {
            against_each_other.entry(id).or_default().push(argument);
        }
    }
    let judged = facts.claims.iter().map(|claim| {
        let listed = facts.rows(&claim.subject).map(|rows| ListedCount::of(rows, &claim.scope));
        let mut arguments = Vec::from_iter(listed.map(|listed| rows(facts, claim, listed)));
        if let Some(same) = groups.get(&(&claim.subject, claim.stage)).and_then(|group| group.get(&claim.scope)) {
            arguments.extend(same_scope(claim, same));
        }
        arguments.extend(against_each_other.remove(claim.id.as_str()).unwrap_or_default());
        Judgement { claim, listed, verdict: verdict(&arguments, &claim.source), arguments }
    });
    judged.collect()
}

/// R1. That few rows are listed speaks against a claim only where the list is declared complete: most lists are partial.
fn rows<'c>(facts: &'c Facts, claim: &Claim, listed: ListedCount) -> Argument<'c> {
    let complete = facts.complete(&claim.subject, &claim.scope);
    if claim.count.max.is_some_and(|max| listed.min > max) {
        return Argument::TooManyListed(listed);
    }
    match complete {
        Some(list) if listed.max < claim.count.min => Argument::TooFewListed(listed, list),
        Some(list) if listed.interval().is_within(claim.count) => Argument::ListBearsOut(listed, list),
        Some(_) | None => Argument::ListSaysLittle(listed, complete),
    }
}

/// R2. A source that repeats its own number bears nothing out, but may contradict itself.
fn same_scope<'c>(claim: &Claim, same: &[&'c Claim]) -> Vec<Argument<'c>> {
    let others = same.iter().filter(|other| other.id != claim.id);
    let find = |other: &&'c Claim| {
        if !other.count.overlaps(claim.count) {
            Some(Argument::Contradicts(other))
        } else {
            (other.count == claim.count && other.source != claim.source).then_some(Argument::Agrees(other))
        }
    };
    others.filter_map(find).collect()
}

/// R3. Both claims are told: arithmetic does not know which of the two is wrong.
fn part_and_whole<'c>(group: &Group<'c>) -> Vec<Found<'c>> {
    let mut found = Vec::new();
    for (scope, parts) in group {
        for wholes in scope.wider().iter().filter_map(|wider| group.get(wider)) {
            for (&part, &whole) in parts.iter().flat_map(|part| wholes.iter().map(move |whole| (part, whole))) {
                if whole.count.max.is_some_and(|max| part.count.min > max) {
                    found.push((part.id.as_str(), Argument::PartExceedsWhole(part, whole)));
                    found.push((whole.id.as_str(), Argument::PartExceedsWhole(part, whole)));
                }
            }
        }
    }
    found
}

/// R4. A sum of one source tells more than the same kind of sum put together from several: it rules out what the source
/// says by its own words. So the parts of the source of the whole come first, and the others where these yield nothing.
fn sums<'c>(group: &Group<'c>, names: &Names) -> Vec<Found<'c>> {
    let mut found = Vec::new();
    for ((whole, dimension), parts) in parts_of_wholes(group) {
        // The regions make the whole country; categories and cities need not be all there are.
        let exhaustive = |parts: &Parts<'_>| {
            dimension == Dimension::Region
                && names.regions.iter().all(|region| parts.claims.contains_key(region.as_str()))
        };
        let parts = Parts { exhaustive: exhaustive(&parts), ..parts };
        for &whole in group.get(&whole).into_iter().flatten() {
            let own = parts.of_source(&whole.source);
            let own = Parts { exhaustive: exhaustive(&own), ..own };
            for claim in parts.claims.values().flatten().copied().chain([whole]) {
                let part = (claim.id != whole.id).then_some(claim);
                let of_one_source = if claim.source == whole.source { own.sums(whole, part) } else { Vec::new() };
                let of_all = parts.sums(whole, part);
                let kinds: Vec<_> = of_one_source.iter().map(|sum| sum.relation).collect();
                let further = of_all.into_iter().filter(|sum| !kinds.contains(&sum.relation));
                found.extend(of_one_source.into_iter().chain(further).map(|sum| (claim.id.as_str(), sum.into())));
            }
        }
    }
    found
}

/// The parts of every scope that is divided in a dimension into at least two claimed parts.
fn parts_of_wholes<'c>(group: &Group<'c>) -> BTreeMap<(Scope, Dimension), Parts<'c>> {
    let mut wholes: BTreeMap<(Scope, Dimension), Parts<'c>> = BTreeMap::new();
    for (&scope, claims) in group {
        let Some(subject) = claims.first().map(|claim| &claim.subject) else { continue };
        for dimension in Dimension::ALL.into_iter().filter(|dimension| subject.is_disjoint_over(*dimension)) {
            if let Some(value) = scope.value(dimension) {
                let parts =
                    wholes.entry((scope.without(dimension), dimension)).or_insert_with(|| Parts::new(dimension));
                parts.claims.insert(value, claims.clone());
            }
        }
    }
    wholes.retain(|_, parts| parts.claims.len() > 1);
    wholes
}

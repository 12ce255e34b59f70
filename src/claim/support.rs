//! What bears a claim out: rows and complete lists, or counts that others made.

use super::bounds::{Bounds, Reading, Side};
use super::contradiction::{Sum, TermOf};
use super::judge::{Judgement, leave_only};
use super::net::Net;
use super::verdict::Verdict;
use crate::facts::{Claim, Facts};
use std::collections::{BTreeMap, BTreeSet};

/// What leaves only what a claim says.
#[derive(Debug, Clone, PartialEq)]
pub enum Support {
    /// Rows and complete lists alone.
    Rows,
    /// The same number, counted by others.
    Counted(Vec<usize>),
    /// The same number, borne out already.
    Said(Vec<usize>),
    /// Other claims, with rows and lists, by the laws: there are at least so many, and at most so many; a side that
    /// bears nothing out is empty.
    Follows { low: Sum, high: Sum },
}

/// Decides which claims of a net are supported. A claim of unknown origin bears nothing out and is borne out by rows
/// and by what is supported already only: repeating is not confirming.
pub(super) fn supports(net: &Net<'_>, facts: &Facts, judged: &mut [Judgement<'_>]) {
    let laws = Reading::laws();
    let rows = net.bounds(&[], &laws, true);
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (number, of) in net.numbers.iter().enumerate() {
        let by_rows = leave_only(net, &rows, net.at[number], of.strict);
        for claim in &of.claims {
            let judgement = &mut judged[*claim];
            match judgement.verdict {
                Verdict::Refuted | Verdict::Inconsistent => {}
                Verdict::Conflicting | Verdict::Conditional | Verdict::Unverified | Verdict::Supported if by_rows => {
                    judgement.verdict = Verdict::Supported;
                    judgement.support = Some(Support::Rows);
                }
                Verdict::Unverified if !judgement.undecided => open.push((number, *claim)),
                Verdict::Conflicting | Verdict::Conditional | Verdict::Unverified | Verdict::Supported => {}
            }
        }
    }
    by_others(net, facts, judged, &mut open);
    by_supported(net, judged, &mut open);
}

/// Claims of other known origins, as far as nothing speaks against them.
fn by_others(net: &Net<'_>, facts: &Facts, judged: &mut [Judgement<'_>], open: &mut Vec<(usize, usize)>) {
    let is_free = |claim: &usize| judged[*claim].contradictions.is_empty() && !judged[*claim].undecided;
    let is_independent = |claim: &Claim, other: &Claim| {
        other.origin.is_some() && other.origin != claim.origin && other.source != claim.source
    };
    let mut evidence_for: BTreeMap<(&Option<String>, &str), _> = BTreeMap::new();
    let mut found: BTreeMap<usize, Support> = BTreeMap::new();
    for (number, claim) in open.iter().filter(|(_, claim)| facts.claims[*claim].origin.is_some()) {
        let of = &facts.claims[*claim];
        let independent = |other: &&usize| is_free(other) && is_independent(of, &facts.claims[**other]);
        let counted: Vec<usize> = net.numbers[*number].claims.iter().filter(independent).copied().collect();
        if !counted.is_empty() {
            found.insert(*claim, Support::Counted(counted));
            continue;
        }
        let (bounds, usable) = evidence_for.entry((&of.origin, &of.source)).or_insert_with(|| {
            let usable = numbers_of(net, independent);
            (net.bounds(&usable, &Reading::laws(), true), usable)
        });
        if !usable.is_empty() {
            found.extend(
                follows(net, bounds, *number, &[&|other| independent(&other)]).map(|support| (*claim, support)),
            );
        }
    }
    accept(judged, open, found);
}

/// What follows from supported claims is supported, whoever says it.
fn by_supported(net: &Net<'_>, judged: &mut [Judgement<'_>], open: &mut Vec<(usize, usize)>) {
    loop {
        let is_supported = |claim: &&usize| judged[**claim].verdict == Verdict::Supported;
        let supported = numbers_of(net, is_supported);
        if supported.is_empty() || open.is_empty() {
            return;
        }
        let bounds = net.bounds(&supported, &Reading::laws(), true);
        let found: BTreeMap<usize, Support> = open
            .iter()
            .filter_map(|(number, claim)| {
                let same: Vec<usize> = net.numbers[*number].claims.iter().filter(is_supported).copied().collect();
                let by_others = |other: &usize| judged[*other].claim.source != judged[*claim].claim.source;
                let kinds: [&dyn Fn(&usize) -> bool; 2] = [&|other| is_supported(&other), &by_others];
                let support = match same.is_empty() {
                    true => follows(net, &bounds, *number, &kinds)?,
                    false => Support::Said(same),
                };
                Some((*claim, support))
            })
            .collect();
        if found.is_empty() {
            return;
        }
        accept(judged, open, found);
    }
}

/// The numbers of which some claim is of a kind.
fn numbers_of(net: &Net<'_>, is_meant: impl Fn(&&usize) -> bool) -> Vec<usize> {
    (0..net.numbers.len()).filter(|number| net.numbers[*number].claims.iter().any(|claim| is_meant(&claim))).collect()
}

/// What a number follows from, if the bounds leave only what it says: the fewest numbers that do so, as leaving out one
/// after the other finds them. Of each, only its claims of these kinds are named, one kind after the other, unless
/// there are none.
fn follows(net: &Net<'_>, bounds: &Bounds, number: usize, kinds: &[&dyn Fn(&usize) -> bool]) -> Option<Support> {
    let (at, interval) = (net.at[number], net.numbers[number].strict);
    leave_only(net, bounds, at, interval).then(|| {
        let mut needed = bounds.numbers([Side::Low, Side::High].map(|side| bounds.step(side, at)));
        for number in needed.clone() {
            let without: Vec<usize> = needed.iter().copied().filter(|other| *other != number).collect();
            if leave_only(net, &net.bounds(&without, &Reading::laws(), true), at, interval) {
                needed = without;
            }
        }
        let bounds = net.bounds(&needed, &Reading::laws(), true);
        let sum = |side: Side| {
            let mut sum = Sum::new();
            net.summands(&bounds, bounds.step(side, at), false, &mut sum, &mut BTreeSet::new());
            for term in &mut sum {
                let TermOf::Claims(claims) = &mut term.of else { continue };
                for is_meant in kinds {
                    if claims.iter().any(is_meant) {
                        claims.retain(is_meant);
                    }
                }
            }
            sum
        };
        let low = if interval.min > 0 { sum(Side::Low) } else { Sum::new() };
        let high = if interval.max.is_some() { sum(Side::High) } else { Sum::new() };
        Support::Follows { low, high }
    })
}

fn accept(judged: &mut [Judgement<'_>], open: &mut Vec<(usize, usize)>, found: BTreeMap<usize, Support>) {
    open.retain(|(_, claim)| !found.contains_key(claim));
    for (claim, support) in found {
        judged[claim].verdict = Verdict::Supported;
        judged[claim].support = Some(support);
    }
}

//! Where the parts differ in one dimension, the laws say all that follows: so nothing is overlooked either, and every
//! verdict, contradiction, condition and bound is what brute force finds.

use crate::by_hand::{ByHand, Set};
use crate::case::{Case, cases};
use crate::config;
use crate::counts::{Range, holds};
use crate::engine::{conditions, facts_of, found, names};
use crate::layout::{Layout, Reach};
use crate::support::Before;
use crate::worlds::World;
use mission::claim::{Judged, Kind, Verdict, judge};
use mission::words::Stage;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn all_that_follows_in_one_dimension_is_found(
        case in cases(Layout::is_of_one_axis).prop_filter("the laws say less", Case::laws_say_all_of_rows),
    ) {
        let facts = facts_of(&case);
        let judged = judge(&facts, &names(&case));
        let mut hard: BTreeSet<Vec<usize>> = BTreeSet::new();
        let mut verdicts: BTreeMap<usize, Verdict> = BTreeMap::new();
        let mut wrong = 0;
        for stage in [Stage::Reported, Stage::Expected] {
            let by_hand = ByHand::new(&case, stage);
            let numbers = &by_hand.numbers;
            let (hard_sets, conditional_sets) = (by_hand.hard(), by_hand.conditional());
            verdicts.extend(verdicts_of(&case, &by_hand, &hard_sets, &conditional_sets)?);
            wrong += by_hand.wrong();
            hard.extend(hard_sets.iter().map(|set| numbers.claims(*set)));
            let of_stage: Vec<_> = judged.contradictions.iter().filter(|found| found.stage == stage).cloned().collect();
            let engine = conditions(&Judged { contradictions: of_stage, ..judged.clone() }, numbers);
            if stage == Stage::Reported {
                implied_bounds_are_the_tightest(&case, &judged, &by_hand)?;
            }
            let by_hand: BTreeMap<_, _> = conditional_sets.iter().map(|set| (numbers.claims(*set), by_hand.conditions(*set))).collect();
            prop_assert_eq!(engine, by_hand);
        }
        prop_assert_eq!(found(&judged, Kind::Hard), hard);
        let judged_verdicts: BTreeMap<usize, Verdict> = judged.claims.iter().map(|judgement| judgement.verdict).enumerate().collect();
        prop_assert_eq!(judged_verdicts, verdicts);
        prop_assert_eq!((judged.wrong.at_least, judged.wrong.exact), (wrong, true));
    }
}

/// The rules, one after the other.
fn verdicts_of(
    case: &Case,
    by_hand: &ByHand,
    hard: &[Set],
    conditional: &[Set],
) -> Result<Vec<(usize, Verdict)>, TestCaseError> {
    let numbers = &by_hand.numbers;
    let claims = numbers.claims(numbers.all());
    let is_in = |sets: &[Set], claim: usize| sets.iter().any(|set| set >> numbers.of_claim(claim) & 1 == 1);
    let is_refuted = |claim: usize| hard.contains(&(1 << numbers.of_claim(claim)));
    let of_own_source = |claim: usize| {
        let own: Vec<Set> =
            hard.iter().copied().filter(|set| numbers.are_of(*set, case.claims[claim].source)).collect();
        is_in(&own, claim)
    };
    let contradicted =
        claims.iter().copied().filter(|claim| is_in(hard, *claim) || is_in(conditional, *claim)).collect();
    let decided = claims.iter().copied().filter(|claim| is_refuted(*claim) || of_own_source(*claim)).collect();
    let supported = by_hand.supported(case, &Before { contradicted: &contradicted, decided: &decided });
    let evidence = supported.iter().fold(0, |set, claim| set | 1 << numbers.of_claim(*claim));
    prop_assert!(by_hand.may_be_right(evidence), "what is supported cannot all be right");
    for claim in &supported {
        prop_assert!(
            by_hand.may_be_right(by_hand.usable_for(case, *claim, &contradicted)),
            "the evidence cannot all be right"
        );
    }
    let verdict = |claim: usize| {
        if is_refuted(claim) {
            Verdict::Refuted
        } else if of_own_source(claim) {
            Verdict::Inconsistent
        } else if by_hand.borne_out_by_rows(numbers.of_claim(claim)) {
            Verdict::Supported
        } else if is_in(hard, claim) {
            Verdict::Conflicting
        } else if is_in(conditional, claim) {
            Verdict::Conditional
        } else if supported.contains(&claim) {
            Verdict::Supported
        } else {
            Verdict::Unverified
        }
    };
    Ok(claims.into_iter().map(|claim| (claim, verdict(claim))).collect())
}

/// Of each scope the hull of its numbers is the premise: then what is implied is the least and the most of all worlds.
fn implied_bounds_are_the_tightest(case: &Case, judged: &Judged<'_>, by_hand: &ByHand) -> Result<(), TestCaseError> {
    let layout = case.layout;
    let mut hulls: BTreeMap<usize, Range> = BTreeMap::new();
    for number in &by_hand.numbers.0 {
        if judged.claims[number.claims[0]].verdict != Verdict::Refuted {
            let range = number.notation.loose;
            let hull = hulls.entry(number.scope).or_insert(range);
            *hull = (hull.0.min(range.0), hull.1.zip(range.1).map(|(one, other)| one.max(other)));
        }
    }
    let meets = |world: &World| hulls.iter().all(|(scope, hull)| holds(*hull, world.n[*scope].into()));
    let worlds: Vec<_> = by_hand.worlds.iter().filter(|(world, _)| meets(world)).collect();
    // Counts above all that is drawn stand for those that have no end.
    let highest = if matches!(layout.reach, Reach::Parts(most) if most > 7) { 13 } else { 6 };
    for scope in 0..layout.scopes.len() {
        let implied = judged.implied.get(&(layout.subject.clone(), layout.scope(&layout.scopes[scope])));
        let extent = |n: &mut dyn Iterator<Item = i64>| {
            let extent = n.fold(None, |extent: Option<Range>, n| {
                Some(extent.map_or((n, Some(n)), |(least, most)| (least.min(n), most.max(Some(n)))))
            });
            extent.map(|(least, most)| (least, most.filter(|most| *most <= highest)))
        };
        let of = |world: &World| i64::from(world.n[scope]);
        let by_rows = extent(&mut by_hand.worlds.iter().map(|(world, _)| of(world)));
        if let Some(by_hand) = extent(&mut worlds.iter().map(|(world, _)| of(world))) {
            // Of what no published number has a part in, nothing is said.
            let is_meant = hulls.contains_key(&scope) && Some(by_hand) != by_rows;
            prop_assert!(implied.is_some() || !is_meant, "nothing is implied for {scope}");
            prop_assert_eq!(implied.map_or(by_hand, |implied| (implied.min, implied.max)), by_hand, "scope {}", scope);
        }
    }
    Ok(())
}

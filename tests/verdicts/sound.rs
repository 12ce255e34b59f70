//! Nothing is said that some world contradicts, in layouts of one and of two axes.

use crate::by_hand::{Assumption, ByHand};
use crate::case::{Case, cases};
use crate::config;
use crate::counts::holds;
use crate::engine::{alternatives, facts_of, names};
use crate::support::Before;
use mission::claim::{Judged, Kind, Verdict, judge};
use mission::words::Stage;
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_world_contradicts_what_is_said(case in cases(|_| true)) {
        let facts = facts_of(&case);
        let judged = judge(&facts, &names(&case));
        prop_assert!(!judged.cut, "nothing is cut in a mission of a few claims");
        let mut wrong = 0;
        let by_hand = [Stage::Reported, Stage::Expected].map(|stage| ByHand::new(&case, stage));
        for by_hand in &by_hand {
            contradictions_have_no_world(&judged, by_hand)?;
            support_is_entailed(&case, &judged, by_hand)?;
            verdicts_are_as_bad_as_their_contradictions(&case, &judged, by_hand)?;
            wrong += by_hand.wrong();
        }
        implied_bounds_hold(&case, &judged, &by_hand[0])?;
        prop_assert!(judged.wrong.at_least <= wrong, "{:?}, but {wrong} are enough", judged.wrong);
    }
}

fn contradictions_have_no_world(judged: &Judged<'_>, by_hand: &ByHand) -> Result<(), TestCaseError> {
    let numbers = &by_hand.numbers;
    for found in judged.contradictions.iter().filter(|found| found.stage == by_hand.stage) {
        let set = numbers.set(&found.claims);
        prop_assert_eq!(&numbers.claims(set), &found.claims, "all claims of its numbers are named");
        match found.kind {
            Kind::Hard => {
                prop_assert!(!by_hand.may_be_right(set), "some world allows {found:?}");
                prop_assert!(found.conditions.is_empty());
            }
            Kind::Conditional => {
                prop_assert!(!by_hand.fits_without(set, &[]), "some world allows {found:?}");
                conditions_hold(found, set, by_hand)?;
            }
        }
    }
    Ok(())
}

/// Whatever world the numbers fit into, it breaks what one of the conditions says, by so much at least.
fn conditions_hold(found: &mission::claim::Contradiction, set: u32, by_hand: &ByHand) -> Result<(), TestCaseError> {
    let alternatives = alternatives(found, &by_hand.numbers);
    prop_assert!(!alternatives.is_empty() && alternatives.iter().flatten().all(|(_, size)| *size > 0), "{found:?}");
    prop_assert_eq!(alternatives.len(), found.conditions.len());
    for (world, view) in by_hand.worlds.iter().filter(|(_, view)| view.loose & set == set) {
        let broken = by_hand.breaks(set, view);
        let is_met = |dropped: &Vec<&Assumption>| dropped.iter().all(|one| broken.contains(one));
        let met: Vec<_> = alternatives.iter().filter(|alternative| is_met(&alternative.keys().collect())).collect();
        prop_assert!(!met.is_empty(), "{world:?} meets no condition of {found:?}");
        for alternative in met.into_iter().filter(|alternative| broken.len() == alternative.len()) {
            for (assumption, size) in alternative {
                prop_assert!(by_hand.amount(world, *assumption) >= *size, "{world:?} needs less than {found:?}");
            }
        }
    }
    Ok(())
}

fn support_is_entailed(case: &Case, judged: &Judged<'_>, by_hand: &ByHand) -> Result<(), TestCaseError> {
    let contradicted: BTreeSet<usize> =
        judged.contradictions.iter().flat_map(|found| found.claims.iter().copied()).collect();
    let verdict = |claim: &usize| judged.claims[*claim].verdict;
    let decided =
        (0..case.claims.len()).filter(|claim| matches!(verdict(claim), Verdict::Refuted | Verdict::Inconsistent));
    let entailed = by_hand.supported(case, &Before { contradicted: &contradicted, decided: &decided.collect() });
    for claim in by_hand.numbers.claims(by_hand.numbers.all()) {
        let judgement = &judged.claims[claim];
        prop_assert!(
            judgement.verdict != Verdict::Supported || entailed.contains(&claim),
            "not entailed: {judgement:?}"
        );
        prop_assert_eq!(judgement.support.is_some(), judgement.verdict == Verdict::Supported);
    }
    Ok(())
}

/// The verdict of a claim is that of its worst contradiction, unless the rows alone bear it out.
fn verdicts_are_as_bad_as_their_contradictions(
    case: &Case,
    judged: &Judged<'_>,
    by_hand: &ByHand,
) -> Result<(), TestCaseError> {
    let numbers = &by_hand.numbers;
    for claim in numbers.claims(numbers.all()) {
        let judgement = &judged.claims[claim];
        let named = || judged.contradictions.iter().filter(|found| found.claims.contains(&claim));
        let sets = || named().filter(|found| found.kind == Kind::Hard).map(|found| numbers.set(&found.claims));
        let is_own = |set: u32| numbers.are_of(set, case.claims[claim].source);
        let expected = if sets().any(|set| set.count_ones() == 1) {
            Verdict::Refuted
        } else if sets().any(is_own) {
            Verdict::Inconsistent
        } else if by_hand.borne_out_by_rows(numbers.of_claim(claim)) && judgement.verdict == Verdict::Supported {
            Verdict::Supported
        } else if sets().next().is_some() {
            Verdict::Conflicting
        } else if named().next().is_some() {
            Verdict::Conditional
        } else {
            prop_assert!(matches!(judgement.verdict, Verdict::Supported | Verdict::Unverified), "{judgement:?}");
            judgement.verdict
        };
        prop_assert_eq!(judgement.verdict, expected, "{:?}", judgement);
    }
    Ok(())
}

/// If of each scope of which something is implied at least one number that is not refuted is right, the true numbers
/// are within what is implied.
fn implied_bounds_hold(case: &Case, judged: &Judged<'_>, by_hand: &ByHand) -> Result<(), TestCaseError> {
    let layout = case.layout;
    let implied: Vec<_> = (0..layout.scopes.len())
        .filter_map(|scope| {
            let key = (layout.subject.clone(), layout.scope(&layout.scopes[scope]));
            Some((scope, (judged.implied.get(&key)?.min, judged.implied.get(&key)?.max)))
        })
        .collect();
    let is_refuted = |claims: &[usize]| judged.claims[claims[0]].verdict == Verdict::Refuted;
    let numbers = || by_hand.numbers.0.iter().filter(|number| !is_refuted(&number.claims));
    for (world, _) in &by_hand.worlds {
        let meets = |scope: usize| {
            let mut of_scope = numbers().filter(|number| number.scope == scope).peekable();
            of_scope.peek().is_none() || of_scope.any(|number| holds(number.notation.loose, world.n[scope].into()))
        };
        if implied.iter().all(|(scope, _)| meets(*scope)) {
            for (scope, range) in &implied {
                prop_assert!(holds(*range, world.n[*scope].into()), "{world:?} is beyond {range:?} of {scope}");
            }
        }
    }
    Ok(())
}

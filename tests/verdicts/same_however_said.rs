//! What is found depends on nothing but what is said: not on order, names or claims of another stage; each contradiction
//! stands by itself, and repeating bears nothing out.

use crate::by_hand::Numbers;
use crate::case::{Case, Drawn, cases, claim};
use crate::config;
use crate::engine::{alternatives, facts_of, names};
use mission::claim::{Judged, Kind, Verdict, judge};
use mission::facts::{Attribute, Facts, Key, ListedRow, Names, Scope};
use mission::words::Stage;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn order_and_names_never_matter(case in cases(|_| true), order in any::<u64>()) {
        let facts = facts_of(&case);
        let judged = judge(&facts, &names(&case));
        let mut places: Vec<usize> = (0..case.claims.len()).collect();
        places.sort_by_key(|place| (order.rotate_left(7 * u32::try_from(*place).unwrap()) ^ order) % 61);
        let other = Case { claims: places.iter().map(|place| case.claims[*place].clone()).collect(), ..case.clone() };
        let renamed = renamed(&crate::engine::facts_of(&other));
        let regions = names(&case).regions.iter().map(|key| reversed(key)).collect();
        let again = judge(&renamed, &Names { regions, ..Names::default() });
        let verdicts: Vec<Verdict> = places.iter().map(|place| judged.claims[*place].verdict).collect();
        prop_assert_eq!(again.claims.iter().map(|again| again.verdict).collect::<Vec<_>>(), verdicts);
        let found = |judged: &Judged<'_>, case: &Case, place: &dyn Fn(usize) -> usize| {
            let one = |found: &mission::claim::Contradiction| {
                let mut claims: Vec<usize> = found.claims.iter().map(|claim| place(*claim)).collect();
                claims.sort_unstable();
                let sizes = sizes(found, case, place);
                (found.kind, claims, sizes)
            };
            let mut all: Vec<_> = judged.contradictions.iter().map(one).collect();
            all.sort();
            all
        };
        prop_assert_eq!(found(&again, &other, &|claim| places[claim]), found(&judged, &case, &|claim| claim));
        prop_assert_eq!(again.wrong, judged.wrong);
        let implied: BTreeMap<_, _> = judged.implied.iter().map(|((subject, scope), range)| ((subject.clone(), renamed_scope(scope)), *range)).collect();
        prop_assert_eq!(again.implied, implied);
    }

    #[test]
    fn stages_are_never_held_against_each_other(case in cases(|_| true)) {
        let facts = facts_of(&case);
        let judged = judge(&facts, &names(&case));
        for stage in [Stage::Reported, Stage::Expected] {
            let alone = Case { claims: case.claims.iter().filter(|claim| claim.stage == stage).cloned().collect(), ..case.clone() };
            // What was expected is held against nothing that is listed.
            let alone = match stage {
                Stage::Reported => alone,
                Stage::Expected => Case { rows: Vec::new(), complete: Vec::new(), ..alone },
            };
            let alone_facts = crate::engine::facts_of(&alone);
            let alone = judge(&alone_facts, &names(&case));
            let of_stage = judged.claims.iter().filter(|judgement| judgement.claim.stage == stage);
            prop_assert_eq!(of_stage.map(|of| of.verdict).collect::<Vec<_>>(), alone.claims.iter().map(|of| of.verdict).collect::<Vec<_>>());
        }
    }

    /// Without one of its numbers, nothing of a contradiction is left; with nothing else, all of it.
    #[test]
    fn contradictions_are_smallest_and_stand_by_themselves(case in cases(|_| true)) {
        let facts = facts_of(&case);
        let names = names(&case);
        for found in &judge(&facts, &names).contradictions {
            let only = |claims: &[usize]| Facts { claims: claims.iter().map(|claim| facts.claims[*claim].clone()).collect(), ..facts.clone() };
            let alone = only(&found.claims);
            let again = judge(&alone, &names);
            prop_assert_eq!(again.contradictions.iter().filter(|again| again.kind == found.kind).count(), 1, "{:?}", found);
            prop_assert!(again.contradictions.iter().any(|again| again.kind == found.kind && again.claims.len() == found.claims.len()));
            let numbers = Numbers::of(&case, found.stage);
            let set = numbers.set(&found.claims);
            for number in 0..numbers.0.len() {
                if set >> number & 1 == 1 {
                    let without = only(&numbers.claims(set & !(1 << number)));
                    let left = judge(&without, &names).contradictions;
                    let is_smaller = |left: &mission::claim::Contradiction| found.kind == Kind::Conditional || left.kind == Kind::Hard;
                    prop_assert!(!left.iter().any(is_smaller), "{found:?} is not smallest");
                }
            }
        }
    }

    /// One more claim of unknown origin makes no other claim supported, one more of some origin none of that origin. Each
    /// source repeats one origin here: one that repeats several may be the link between them.
    #[test]
    fn repeating_bears_nothing_out(
        (case, more) in cases(|_| true).prop_flat_map(|case| { let layout = case.layout; (Just(case), claim(layout)) }),
    ) {
        let of_source = |claim: &Drawn| Drawn { origin: [Some(0), None, Some(1), Some(0)][claim.source], ..claim.clone() };
        let case = Case { claims: case.claims.iter().map(of_source).collect(), ..case };
        let more = of_source(&more);
        let with_more = Case { claims: case.claims.iter().chain([&more]).cloned().collect(), ..case.clone() };
        let (before, after) = (facts_of(&case), facts_of(&with_more));
        let (before, after) = (judge(&before, &names(&case)), judge(&after, &names(&case)));
        for (claim, drawn) in case.claims.iter().enumerate() {
            if more.origin.is_none() || drawn.origin == more.origin {
                let is_new = before.claims[claim].verdict != Verdict::Supported && after.claims[claim].verdict == Verdict::Supported;
                prop_assert!(!is_new, "{:?}", after.claims[claim]);
            }
        }
    }
}

/// Conditions by the claims that they are about, however those are numbered.
fn sizes(
    found: &mission::claim::Contradiction,
    case: &Case,
    place: &dyn Fn(usize) -> usize,
) -> Vec<Vec<(String, i64)>> {
    use crate::by_hand::Assumption;
    let numbers = Numbers::of(case, found.stage);
    let name = |assumption: &Assumption| match assumption {
        Assumption::Exact(number) | Assumption::About(number) => {
            let claims: BTreeSet<usize> = numbers.claims(1 << number).into_iter().map(place).collect();
            format!("number {claims:?}")
        }
        Assumption::OnceByCategory | Assumption::OnceByRegion | Assumption::Whole => format!("{assumption:?}"),
    };
    let one = |alternative: &crate::by_hand::Alternative| {
        let mut sizes: Vec<_> = alternative.iter().map(|(assumption, size)| (name(assumption), *size)).collect();
        sizes.sort();
        sizes
    };
    let mut all: Vec<_> = alternatives(found, &numbers).iter().map(one).collect();
    all.sort();
    all
}

/// Keys whose order is another one.
fn reversed<T: FromIterator<char>>(key: &str) -> T {
    key.chars().rev().collect()
}

fn renamed_scope(scope: &Scope) -> Scope {
    let renamed = |key: &Option<Key>| key.as_deref().map(reversed);
    Scope {
        category: renamed(&scope.category),
        region: renamed(&scope.region),
        city: renamed(&scope.city),
        day: scope.day.clone(),
    }
}

fn renamed(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    for claim in &mut facts.claims {
        claim.id = reversed(&claim.id);
        claim.scope = renamed_scope(&claim.scope);
        claim.source = reversed(&claim.source);
        claim.origin = claim.origin.as_deref().map(reversed);
    }
    for list in &mut facts.complete {
        list.region = list.region.as_deref().map(reversed);
    }
    let attribute = |attribute: &Attribute| match attribute {
        Attribute::Is(value) => Attribute::Is(reversed(value)),
        Attribute::AtLeast(values) => Attribute::AtLeast(values.iter().map(|value| reversed(value)).collect()),
        Attribute::Unknown => Attribute::Unknown,
    };
    let row = |row: &ListedRow| ListedRow {
        category: attribute(&row.category),
        region: attribute(&row.region),
        city: attribute(&row.city),
        ..row.clone()
    };
    for rows in [&mut facts.participants, &mut facts.agreements, &mut facts.events] {
        *rows = rows.iter().rev().map(row).collect();
    }
    facts
}

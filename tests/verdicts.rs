//! The rules against brute force: small worlds, all of whose true counts are enumerated.
//!
//! `VERDICT_CASES=100000 cargo test --release --test verdicts` makes a longer run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use mission::claim::{
    Argument, Attribute, Claim, CompleteList, Dimension, Facts, ListedCount, ListedRow, Names, Period, Scope, Subject,
    Verdict, judge,
};
use mission::count::Interval;
use mission::language::Language;
use mission::words::Stage;
use proptest::prelude::*;

fn config() -> ProptestConfig {
    let cases = std::env::var("VERDICT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(500);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

const DAYS: [&str; 3] = ["2025-10-04", "2025-10-05", "2025-10-06"];

/// A scope, by position; the last of the values is what no claim names.
const CATEGORIES: [&str; 3] = ["company", "university", "other"];
const REGIONS: [&str; 2] = ["flanders", "wallonia"];
const CITIES: [&str; 3] = ["berkeley", "stanford", "elsewhere"];

fn interval() -> impl Strategy<Value = Interval> {
    prop_oneof![
        3 => (0i64..6).prop_map(Interval::exactly),
        1 => (0i64..6).prop_map(|min| Interval { min, max: None }),
        1 => (0i64..4, 0i64..3).prop_map(|(min, more)| Interval::between(min, min + more)),
    ]
}

/// The two dimensions that a world is divided in, and what is counted in it.
#[derive(Debug, Clone, Copy)]
struct Layout {
    subject: fn() -> Subject,
    rows: Dimension,
    columns: Dimension,
    /// The highest true count of a cell.
    most: i64,
}

const LAYOUTS: [Layout; 5] = [
    Layout { subject: || Subject::Participants, rows: Dimension::Category, columns: Dimension::Region, most: 3 },
    Layout { subject: || Subject::People, rows: Dimension::Category, columns: Dimension::Region, most: 3 },
    Layout { subject: || Subject::Other("jobs".into()), rows: Dimension::City, columns: Dimension::Region, most: 3 },
    Layout { subject: || Subject::Agreements, rows: Dimension::City, columns: Dimension::Region, most: 3 },
    Layout { subject: || Subject::Events, rows: Dimension::Category, columns: Dimension::City, most: 1 },
];

fn values(dimension: Dimension) -> &'static [&'static str] {
    match dimension {
        Dimension::Category => &CATEGORIES,
        Dimension::Region => &REGIONS,
        Dimension::City => &CITIES,
    }
}

fn narrow(scope: &mut Scope, dimension: Dimension, value: &str) {
    match dimension {
        Dimension::Category => scope.category = Some(value.to_owned()),
        Dimension::Region => scope.region = Some(value.to_owned()),
        Dimension::City => scope.city = Some(value.to_owned()),
    }
}

/// A claim by position: narrowed or not in either dimension, its interval, its source, its stage.
type Drawn = (Option<usize>, Option<usize>, Interval, usize, bool);

fn facts(
    layout: Layout,
    claims: &[Drawn],
    listed: &[(usize, Option<usize>, i64)],
    complete: &[Option<usize>],
) -> Facts {
    let claims = claims.iter().enumerate().map(|(index, (row, column, count, source, expected))| {
        let mut scope = Scope::default();
        for (dimension, value) in [(layout.rows, row), (layout.columns, column)] {
            if let Some(value) = value {
                narrow(&mut scope, dimension, values(dimension)[*value % 2]);
            }
        }
        Claim {
            id: format!("claim-{index}"),
            subject: (layout.subject)(),
            scope,
            notation: Language::En.interval(*count),
            count: *count,
            stage: if *expected { Stage::Expected } else { Stage::Reported },
            source: format!("source-{source}"),
        }
    });
    let participants = listed.iter().map(|(category, region, number)| ListedRow {
        number: *number,
        certain: true,
        category: Attribute::Is(CATEGORIES[*category].to_owned()),
        region: region.map_or(Attribute::Unknown, |region| Attribute::Is(REGIONS[region].to_owned())),
        city: Attribute::Unknown,
        period: None,
    });
    let complete = complete.iter().map(|region| CompleteList {
        subject: Subject::Participants,
        region: region.map(|region| REGIONS[region].to_owned()),
        source: "declaration".to_owned(),
    });
    Facts {
        claims: claims.collect(),
        participants: participants.collect(),
        complete: complete.collect(),
        ..Facts::default()
    }
}

/// The true count of every cell, row by row.
type World = Vec<i64>;

fn worlds(layout: Layout) -> Vec<World> {
    let cells = values(layout.rows).len() * values(layout.columns).len();
    let mut worlds = vec![Vec::new()];
    for _ in 0..cells {
        worlds = worlds
            .into_iter()
            .flat_map(|world: World| (0..=layout.most).map(move |n| world.iter().copied().chain([n]).collect()))
            .collect();
    }
    worlds
}

fn count(world: &World, layout: Layout, scope: &Scope) -> i64 {
    let columns = values(layout.columns);
    let falls_in = |index: usize| {
        let named = |dimension, value: &str| scope.value(dimension).is_none_or(|wanted| wanted == value);
        named(layout.rows, values(layout.rows)[index / columns.len()])
            && named(layout.columns, columns[index % columns.len()])
    };
    world.iter().enumerate().filter(|(index, _)| falls_in(*index)).map(|(_, n)| n).sum()
}

fn satisfies(world: &World, layout: Layout, claim: &Claim) -> bool {
    let n = count(world, layout, &claim.scope);
    n >= claim.count.min && claim.count.max.is_none_or(|max| n <= max)
}

/// Whether the listed participants can be in a world, for some region of those whose region is not known;
/// where a list is declared complete, nobody else is.
fn agrees_with_rows(world: &World, listed: &[(usize, Option<usize>, i64)], complete: &[Option<usize>]) -> bool {
    let unknown: i64 = listed.iter().filter(|(_, region, _)| region.is_none()).map(|(_, _, n)| n).sum();
    (0..1u32 << unknown).any(|choice| {
        let mut cells = [0i64; 6];
        let mut drawn = 0;
        for (category, region, number) in listed {
            for _ in 0..*number {
                let region = region.unwrap_or_else(|| {
                    drawn += 1;
                    (choice >> (drawn - 1) & 1) as usize
                });
                cells[category * 2 + region] += 1;
            }
        }
        cells.iter().enumerate().all(|(cell, listed)| {
            let closed = complete.iter().any(|region| region.is_none_or(|region| region == cell % 2));
            if closed { world[cell] == *listed } else { world[cell] >= *listed }
        })
    })
}

proptest! {
    #![proptest_config(config())]

    /// Whatever speaks against a claim leaves no world in which the claims and rows involved are all true;
    /// a complete list that bears a claim out leaves no world in which the claim is false.
    #[test]
    fn no_finding_is_made_that_some_world_contradicts(
        layout in prop::sample::select(LAYOUTS.to_vec()),
        claims in prop::collection::vec(
            (prop::option::of(0usize..2), prop::option::of(0usize..2), interval(), 0usize..3, prop::bool::weighted(0.1)), 1..7),
        listed in prop::collection::vec((0usize..3, prop::option::of(0usize..2), 1i64..3), 0..3),
        complete in prop::collection::vec(prop::option::of(0usize..2), 0..2),
    ) {
        let facts = facts(layout, &claims, &listed, &complete);
        let names = Names { regions: REGIONS.map(str::to_owned).into(), ..Names::default() };
        let worlds = worlds(layout);
        let none = |involved: &[&Claim]| !worlds.iter().any(|world| involved.iter().all(|claim| satisfies(world, layout, claim)));
        for judged in judge(&facts, &names) {
            let claim = judged.claim;
            let with_rows = || worlds.iter().filter(|world| agrees_with_rows(world, &listed, &complete));
            for argument in &judged.arguments {
                match argument {
                    Argument::TooManyListed(_) | Argument::TooFewListed(..) => {
                        prop_assert!(!with_rows().any(|world| satisfies(world, layout, claim)), "{judged:?}");
                    }
                    Argument::ListBearsOut(..) => {
                        prop_assert!(with_rows().all(|world| satisfies(world, layout, claim)), "{judged:?}");
                    }
                    Argument::Contradicts(other) => prop_assert!(none(&[claim, other]), "{judged:?}"),
                    Argument::PartExceedsWhole(part, whole) => {
                        prop_assert!(claim == *part || claim == *whole);
                        prop_assert!(none(&[part, whole]), "{judged:?}");
                    }
                    Argument::SumDoesNotFit(sum) => {
                        let involved: Vec<&Claim> = sum.parts.iter().copied().chain([sum.whole]).collect();
                        prop_assert!(involved.contains(&claim));
                        prop_assert!(none(&involved), "{judged:?}");
                        prop_assert!(involved.iter().all(|other| other.stage == claim.stage));
                    }
                    Argument::Agrees(_) | Argument::AddsUp(_) | Argument::ListSaysLittle(..) => {}
                }
            }
            if matches!(judged.verdict, Verdict::Refuted | Verdict::Disputed) {
                let same_stage: Vec<&Claim> = facts.claims.iter().filter(|other| other.stage == claim.stage).collect();
                let possible = with_rows().any(|world| {
                    (layout.rows, layout.columns) == (Dimension::Category, Dimension::Region)
                        && matches!(claim.subject, Subject::Participants)
                        && same_stage.iter().all(|claim| satisfies(world, layout, claim))
                });
                prop_assert!(!possible, "{judged:?}");
            }
        }
    }

    /// Two claims, one on each region or one within the other: what is impossible is found, nothing is overlooked.
    #[test]
    fn what_two_claims_rule_out_is_always_found(
        layout in prop::sample::select(LAYOUTS.to_vec()),
        claims in prop::collection::vec(
            (prop::option::of(0usize..2), prop::option::of(0usize..2), interval(), 0usize..2, Just(false)), 2),
    ) {
        let facts = facts(layout, &claims, &[], &[]);
        let names = Names { regions: REGIONS.map(str::to_owned).into(), ..Names::default() };
        // True counts of a cell up to 6 hold every bound that is drawn; so few cells matter that two suffice.
        let (one, other) = (&facts.claims[0], &facts.claims[1]);
        let nested = one.scope == other.scope || one.scope.wider().contains(&other.scope) || other.scope.wider().contains(&one.scope);
        let (part, whole) = if other.scope.wider().contains(&one.scope) { (other, one) } else { (one, other) };
        let impossible = if part.scope == whole.scope {
            !part.count.overlaps(whole.count)
        } else {
            nested && whole.count.max.is_some_and(|max| part.count.min > max)
        };
        for judged in judge(&facts, &names) {
            let ruled_out = matches!(judged.verdict, Verdict::Refuted | Verdict::Disputed);
            prop_assert_eq!(ruled_out, impossible, "{:?}", judged);
            if ruled_out {
                prop_assert_eq!(judged.verdict == Verdict::Refuted, one.source == other.source);
            }
        }
    }

    /// The certain and the possible rows of a scope are the fewest and the most over all completions.
    #[test]
    fn listed_rows_are_bounded_by_all_their_completions(
        rows in prop::collection::vec(row(), 0..5),
        city in prop::option::of(0usize..2),
        region in prop::option::of(0usize..2),
        day in prop::option::of(0usize..3),
    ) {
        let scope = Scope {
            city: city.map(|city| CITIES[city].to_owned()),
            region: region.map(|region| REGIONS[region].to_owned()),
            day: day.map(|day| DAYS[day].to_owned()),
            ..Scope::default()
        };
        let outcomes: Vec<Vec<bool>> = rows.iter().map(|row| completions(row, &scope)).collect();
        let fewest = outcomes.iter().filter(|row| row.iter().all(|falls_in| *falls_in)).count();
        let most = outcomes.iter().filter(|row| row.iter().any(|falls_in| *falls_in)).count();
        let listed = ListedCount::of(&rows, &scope);
        prop_assert_eq!((listed.min, listed.max), (i64::try_from(fewest).unwrap(), i64::try_from(most).unwrap()));
    }
}

fn row() -> impl Strategy<Value = ListedRow> {
    let is = |values: &'static [&'static str]| {
        prop_oneof![
            (0..values.len()).prop_map(|index| Attribute::Is(values[index].to_owned())),
            Just(Attribute::Unknown),
        ]
    };
    let regions = prop_oneof![
        is(&REGIONS),
        (0..REGIONS.len()).prop_map(|index| Attribute::AtLeast(vec![REGIONS[index].to_owned()])),
    ];
    let period = prop::option::of((0usize..3, 0usize..3, any::<bool>())).prop_map(|period| {
        period.map(|(one, other, stated)| Period {
            first: DAYS[one.min(other)].to_owned(),
            last: DAYS[one.max(other)].to_owned(),
            // As the view `listed_rows` has it: on one of one days is on every one of them.
            every_day: stated || one == other,
        })
    });
    (any::<bool>(), regions, is(&CITIES), period).prop_map(|(certain, region, city, period)| ListedRow {
        number: 1,
        certain,
        category: Attribute::Unknown,
        region,
        city,
        period,
    })
}

/// Whether a row falls in a scope, once for every way to complete what is not known of it.
fn completions(row: &ListedRow, scope: &Scope) -> Vec<bool> {
    let exists: &[bool] = if row.certain { &[true] } else { &[true, false] };
    let sets = |attribute: &Attribute, values: &[&str]| -> Vec<Vec<String>> {
        let owned: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        match attribute {
            Attribute::Is(value) => vec![vec![value.clone()]],
            Attribute::AtLeast(some) => vec![some.clone(), owned],
            Attribute::Unknown => owned.into_iter().map(|value| vec![value]).collect(),
        }
    };
    let days: Vec<Vec<&str>> = match &row.period {
        None => DAYS.iter().map(|day| vec![*day]).collect(),
        Some(period) => {
            let within =
                DAYS.iter().copied().filter(|day| period.first.as_str() <= *day && *day <= period.last.as_str());
            if period.every_day { vec![within.collect()] } else { within.map(|day| vec![day]).collect() }
        }
    };
    let mut outcomes = Vec::new();
    for exists in exists {
        for regions in sets(&row.region, &REGIONS) {
            for cities in sets(&row.city, &CITIES) {
                for days in &days {
                    let named =
                        |wanted: &Option<String>, found: &[String]| wanted.as_ref().is_none_or(|w| found.contains(w));
                    let on_day = scope.day.as_ref().is_none_or(|day| days.contains(&day.as_str()));
                    outcomes.push(*exists && named(&scope.region, &regions) && named(&scope.city, &cities) && on_day);
                }
            }
        }
    }
    outcomes
}

fn claim(id: &str, category: Option<&str>, region: Option<&str>, count: i64, source: &str) -> Claim {
    Claim {
        id: id.to_owned(),
        subject: Subject::Participants,
        scope: Scope { category: category.map(str::to_owned), region: region.map(str::to_owned), ..Scope::default() },
        notation: count.to_string(),
        count: Interval::exactly(count),
        stage: Stage::Reported,
        source: source.to_owned(),
    }
}

fn verdicts(claims: Vec<Claim>) -> Vec<Verdict> {
    let facts = Facts { claims, ..Facts::default() };
    let names = Names { regions: REGIONS.map(str::to_owned).into(), ..Names::default() };
    judge(&facts, &names).iter().map(|judged| judged.verdict).collect()
}

#[test]
fn a_sum_of_one_source_refutes_and_a_sum_of_several_disputes() {
    let sum = |source| {
        vec![
            claim("f", None, Some("flanders"), 112, "a"),
            claim("w", None, Some("wallonia"), 74, source),
            claim("all", None, None, 180, "a"),
        ]
    };
    assert_eq!(verdicts(sum("a")), [Verdict::Refuted; 3]);
    assert_eq!(verdicts(sum("b")), [Verdict::Disputed; 3]);
}

#[test]
fn a_sum_of_all_regions_may_not_fall_short_but_one_of_some_categories_may() {
    let regions = vec![
        claim("f", None, Some("flanders"), 5, "a"),
        claim("w", None, Some("wallonia"), 4, "b"),
        claim("all", None, None, 10, "c"),
    ];
    assert_eq!(verdicts(regions), [Verdict::Disputed; 3]);
    let categories = vec![
        claim("c", Some("company"), None, 5, "a"),
        claim("u", Some("university"), None, 4, "b"),
        claim("all", None, None, 10, "c"),
    ];
    assert_eq!(verdicts(categories), [Verdict::Unverified; 3]);
}

#[test]
fn of_several_claims_on_a_part_the_most_favourable_is_used() {
    let claims = vec![
        claim("f1", None, Some("flanders"), 5, "a"),
        claim("f2", None, Some("flanders"), 6, "b"),
        claim("w", None, Some("wallonia"), 5, "c"),
        claim("all", None, None, 10, "d"),
    ];
    // f1 and f2 contradict each other; w and the whole fit together with f1.
    assert_eq!(verdicts(claims), [Verdict::Disputed, Verdict::Disputed, Verdict::Supported, Verdict::Supported]);
}

#[test]
fn a_part_is_only_drawn_into_a_broken_sum_that_would_fit_without_it() {
    let claims = vec![
        claim("f", None, Some("flanders"), 100, "a"),
        claim("w", None, Some("wallonia"), 1, "b"),
        claim("all", None, None, 50, "c"),
    ];
    assert_eq!(verdicts(claims), [Verdict::Disputed, Verdict::Unverified, Verdict::Disputed]);
}

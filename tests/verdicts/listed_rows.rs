//! What is listed in a scope, against all ways to complete what is not known of the rows.

use crate::config;
use mission::facts::{Attribute, Key, ListedCount, ListedRow, Period, Scope};
use proptest::prelude::*;

const DAYS: [&str; 3] = ["2025-10-04", "2025-10-05", "2025-10-06"];
const CATEGORIES: [&str; 2] = ["company", "university"];
const REGIONS: [&str; 2] = ["flanders", "wallonia"];
const CITIES: [&str; 3] = ["berkeley", "stanford", "elsewhere"];

proptest! {
    #![proptest_config(config())]

    /// The certain and the possible rows of a scope are the fewest and the most over all completions.
    #[test]
    fn listed_rows_are_bounded_by_all_their_completions(
        rows in prop::collection::vec(row(), 0..5),
        category in prop::option::of(0usize..2),
        city in prop::option::of(0usize..2),
        region in prop::option::of(0usize..2),
        day in prop::option::of(0usize..3),
    ) {
        let scope = Scope {
            category: category.map(|category| CATEGORIES[category].into()),
            city: city.map(|city| CITIES[city].into()),
            region: region.map(|region| REGIONS[region].into()),
            day: day.map(|day| DAYS[day].into()),
        };
        let outcomes: Vec<Vec<i64>> = rows.iter().map(|row| completions(row, &scope)).collect();
        let total = |of: fn(&Vec<i64>) -> i64| outcomes.iter().map(of).sum::<i64>();
        let (fewest, most) = (total(|row| row.iter().copied().min().unwrap()), total(|row| row.iter().copied().max().unwrap()));
        let listed = ListedCount::of(&rows, &scope);
        prop_assert_eq!((listed.min, listed.max), (fewest, most));
    }
}

fn row() -> impl Strategy<Value = ListedRow> {
    let is = |values: &'static [&'static str]| {
        prop_oneof![(0..values.len()).prop_map(|index| Attribute::Is(values[index].into())), Just(Attribute::Unknown),]
    };
    let at_least = |values: &'static [&'static str]| {
        prop_oneof![is(values), (0..values.len()).prop_map(|index| Attribute::AtLeast(vec![values[index].into()])),]
    };
    let period = prop::option::of((0usize..3, 0usize..3, any::<bool>())).prop_map(|period| {
        period.map(|(one, other, stated)| Period {
            first: DAYS[one.min(other)].into(),
            last: DAYS[one.max(other)].into(),
            // As they are read: on one of one days is on every one of them.
            every_day: stated || one == other,
        })
    });
    let counts = prop_oneof![Just((1i64, 1i64)), Just((0, 1)), Just((2, 3)), Just((0, 2))];
    (counts, any::<bool>(), at_least(&CATEGORIES), at_least(&REGIONS), is(&CITIES), period).prop_map(
        |((min, max), in_mission, category, region, city, period)| ListedRow {
            min,
            max,
            in_mission,
            category,
            region,
            city,
            period,
        },
    )
}

/// How many fall in a scope, for every way to complete what is not known of them.
fn completions(row: &ListedRow, scope: &Scope) -> Vec<i64> {
    let sets = |attribute: &Attribute, values: &[&str]| -> Vec<Vec<Key>> {
        let owned: Vec<Key> = values.iter().map(|value| (*value).into()).collect();
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
    // Where no day is asked for, what may be outside the mission may not count.
    let counts: &[bool] = if row.in_mission || scope.day.is_some() { &[true] } else { &[true, false] };
    let mut outcomes = Vec::new();
    for number in row.min..=row.max {
        for counts in counts {
            for categories in sets(&row.category, &CATEGORIES) {
                for regions in sets(&row.region, &REGIONS) {
                    for cities in sets(&row.city, &CITIES) {
                        for days in &days {
                            let named =
                                |wanted: &Option<Key>, found: &[Key]| wanted.as_ref().is_none_or(|w| found.contains(w));
                            let falls_in = *counts
                                && named(&scope.category, &categories)
                                && named(&scope.region, &regions)
                                && named(&scope.city, &cities)
                                && scope.day.as_ref().is_none_or(|day| days.contains(&day.as_str()));
                            outcomes.push(if falls_in { number } else { 0 });
                        }
                    }
                }
            }
        }
    }
    outcomes
}

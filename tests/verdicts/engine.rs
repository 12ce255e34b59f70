//! What the engine is given, and what it answers, by position.

use crate::by_hand::{Alternative, Assumption, Numbers};
use crate::case::{Case, Known, Row, Rows, is_in_mission};
use crate::layout::Axis;
use mission::claim::{self, Judged, Kind};
use mission::facts::{self, Attribute, Claim, CompleteList, Facts, ListedRow, Names, Period};
use std::collections::{BTreeMap, BTreeSet};

pub fn names(case: &Case) -> Names {
    Names { regions: case.layout.regions().into_iter().collect(), ..Names::default() }
}

pub fn facts_of(case: &Case) -> Facts {
    let layout = case.layout;
    let claims = case.claims.iter().enumerate().map(|(index, drawn)| Claim {
        id: format!("claim-{index}"),
        subject: layout.subject.clone(),
        scope: layout.scope(&layout.scopes[drawn.scope]),
        count: drawn.notation().count(),
        stage: drawn.stage,
        source: format!("source-{}", drawn.source),
        origin: drawn.origin.map(|origin| format!("origin-{origin}")),
    });
    let complete = case.complete.iter().map(|region| CompleteList {
        subject: layout.subject.clone(),
        region: region.map(|region| Axis::Region.key(region).into()),
        source: "declaration".to_owned(),
    });
    let mut facts = Facts {
        claims: claims.collect(),
        complete: complete.collect(),
        days: Some((Axis::Day.key(1).into(), Axis::Day.key(3).into())),
        ..Facts::default()
    };
    let rows = case.rows.iter().flat_map(|rows| listed(case, rows)).collect();
    match layout.subject {
        facts::Subject::Participants => facts.participants = rows,
        facts::Subject::Agreements => facts.agreements = rows,
        facts::Subject::Events => facts.events = rows,
        facts::Subject::People | facts::Subject::Other(_) => {}
    }
    facts
}

fn listed(case: &Case, rows: &Rows) -> Vec<ListedRow> {
    match rows {
        Rows::Certain(row, times) => vec![listed_row(case, row, i64::from(*times), i64::from(*times))],
        Rows::Planned(row) => vec![listed_row(case, row, 0, 1)],
        Rows::LikelySame(alike) => {
            let each = alike.iter().map(|row| listed_row(case, row, 0, 1));
            let certain = alike.iter().map(|row| listed_row(case, row, 1, 0)).reduce(common);
            certain.into_iter().chain(each).collect()
        }
    }
}

/// What holds for both.
fn common(one: ListedRow, other: ListedRow) -> ListedRow {
    let same = |one: Attribute, other: Attribute| if one == other { one } else { Attribute::Unknown };
    ListedRow {
        category: same(one.category, other.category),
        region: same(one.region, other.region),
        city: same(one.city, other.city),
        period: if one.period == other.period { one.period } else { None },
        in_mission: one.in_mission && other.in_mission,
        ..one
    }
}

fn listed_row(case: &Case, row: &Row, min: i64, max: i64) -> ListedRow {
    let layout = case.layout;
    let attribute = |axis: Axis| match layout.position(axis).map(|position| row[position]) {
        Some(Known::Is(value)) => Attribute::Is(axis.key(value).into()),
        Some(Known::AtLeast(value)) => Attribute::AtLeast(vec![axis.key(value).into()]),
        Some(Known::Window | Known::EveryDay | Known::Unknown) | None => Attribute::Unknown,
    };
    let days = |first, last, every_day| Period {
        first: Axis::Day.key(first).into(),
        last: Axis::Day.key(last).into(),
        every_day,
    };
    let last_day = layout.position(Axis::Day).map_or(0, |axis| layout.axes[axis].1 - 1);
    let period = layout.position(Axis::Day).and_then(|axis| match row[axis] {
        Known::Is(day) => Some(days(day, day, true)),
        Known::Window => Some(days(0, last_day, false)),
        Known::EveryDay => Some(days(0, last_day, true)),
        Known::AtLeast(_) | Known::Unknown => None,
    });
    ListedRow {
        min,
        max,
        in_mission: is_in_mission(layout, row),
        category: attribute(Axis::Category),
        region: attribute(Axis::Region),
        city: attribute(Axis::City),
        period,
    }
}

/// The contradictions that the engine names, by their claims.
pub fn found(judged: &Judged<'_>, kind: Kind) -> BTreeSet<Vec<usize>> {
    judged.contradictions.iter().filter(|found| found.kind == kind).map(|found| found.claims.clone()).collect()
}

/// The conditions of each conditional contradiction, by its claims.
pub fn conditions(judged: &Judged<'_>, numbers: &Numbers) -> BTreeMap<Vec<usize>, BTreeSet<Alternative>> {
    let conditional = judged.contradictions.iter().filter(|found| found.kind == Kind::Conditional);
    conditional.map(|found| (found.claims.clone(), alternatives(found, numbers))).collect()
}

pub fn alternatives(found: &claim::Contradiction, numbers: &Numbers) -> BTreeSet<Alternative> {
    let one = |condition: &claim::Condition| {
        let assumption = match condition.assumption {
            claim::Assumption::Exact(claim) => Assumption::Exact(numbers.of_claim(claim)),
            claim::Assumption::About(claim) => Assumption::About(numbers.of_claim(claim)),
            claim::Assumption::Once(facts::Dimension::Category) => Assumption::OnceByCategory,
            claim::Assumption::Once(facts::Dimension::Region) => Assumption::OnceByRegion,
            claim::Assumption::Once(facts::Dimension::City) => panic!("nothing is assumed of cities"),
            claim::Assumption::Whole => Assumption::Whole,
        };
        (assumption, condition.size)
    };
    found.conditions.iter().map(|alternative| alternative.iter().map(one).collect()).collect()
}

//! Claims and rows of one mission: judging ends, and says the same in whatever order they come.
#![no_main]

use libfuzzer_sys::arbitrary::{Arbitrary, Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use mission::claim::{Judged, Kind, Verdict, judge};
use mission::evidence::{arithmetic, conditions, evidence};
use mission::facts::{Attribute, Claim, CompleteList, Facts, ListedRow, Names, Period, Scope, Subject};
use mission::words::Stage;
use std::collections::BTreeMap;

const SUBJECTS: [&str; 5] = ["participants", "people", "agreements", "events", "jobs"];
const CATEGORIES: [&str; 3] = ["company", "university", "organisation"];
const REGIONS: [&str; 3] = ["flanders", "wallonia", "brussels"];
const CITIES: [&str; 3] = ["berkeley", "stanford", "seattle"];
const DAYS: [&str; 4] = ["2025-10-03", "2025-10-04", "2025-10-05", "2025-10-06"];
const SIGNS: [(&str, &str); 10] =
    [("", ""), ("", "="), (">", ""), (">=", ""), ("", "+"), ("<", ""), ("<=", ""), ("~", ""), ("~<", ""), ("~>", "")];

fuzz_target!(|facts: Mission| {
    let Mission(facts) = facts;
    let names = Names { regions: REGIONS.map(str::to_owned).into(), ..Names::default() };
    let judged = judge(&facts, &names);
    check(&judged, &facts, &names);
    let mut turned = facts.clone();
    turned.claims.reverse();
    for rows in [&mut turned.participants, &mut turned.agreements, &mut turned.events] {
        rows.reverse();
    }
    let again = judge(&turned, &names);
    let verdicts = |judged: &Judged<'_>| judged.claims.iter().map(|judgement| judgement.verdict).collect::<Vec<_>>();
    let mut turned_back = verdicts(&again);
    turned_back.reverse();
    assert_eq!(turned_back, verdicts(&judged));
    assert_eq!((again.wrong, &again.implied, again.cut), (judged.wrong, &judged.implied, judged.cut));
});

/// What must hold of whatever is found.
fn check(judged: &Judged<'_>, facts: &Facts, names: &Names) {
    assert_eq!(judged.claims.len(), facts.claims.len());
    let mut words = Vec::new();
    for found in &judged.contradictions {
        assert!(found.claims.is_sorted() && !found.claims.is_empty());
        assert_eq!(found.kind == Kind::Hard, found.conditions.is_empty(), "{found:?}");
        assert!(found.conditions.iter().flatten().all(|condition| condition.size > 0), "{found:?}");
        let worst = match found.kind {
            Kind::Hard => Verdict::Conflicting,
            Kind::Conditional => Verdict::Conditional,
        };
        for claim in &found.claims {
            let judgement = &judged.claims[*claim];
            let is_borne_out_by_rows = judgement.verdict == Verdict::Supported;
            assert!(is_borne_out_by_rows || judgement.verdict <= worst, "{judgement:?}");
        }
        words.push(arithmetic(found, facts, names));
        assert_eq!(conditions(found, facts, names).is_some(), found.kind == Kind::Conditional);
    }
    let mut refuted: BTreeMap<(&Subject, &Scope, Stage, String), ()> = BTreeMap::new();
    for judgement in &judged.claims {
        let Claim { subject, scope, count, stage, .. } = judgement.claim;
        assert_eq!(judgement.support.is_some(), judgement.verdict == Verdict::Supported);
        assert!(!evidence(judgement, &words, facts, names).is_empty() || judgement.verdict == Verdict::Unverified);
        if judgement.verdict == Verdict::Refuted {
            assert!(*stage == Stage::Reported && judgement.listed.is_some(), "{judgement:?}");
            refuted.insert((subject, scope, *stage, count.canonical()), ());
        }
    }
    let wrong = usize::try_from(judged.wrong.at_least).unwrap();
    assert!((refuted.len()..=facts.claims.len()).contains(&wrong), "{:?}", judged.wrong);
    for interval in judged.implied.values() {
        assert!(interval.min >= 0 && interval.max.is_none_or(|max| max >= interval.min));
    }
}

/// A mission out of bytes.
#[derive(Debug)]
struct Mission(Facts);

impl<'a> Arbitrary<'a> for Mission {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let mut facts = Facts { days: Some((DAYS[1].into(), DAYS[3].into())), ..Facts::default() };
        for _ in 0..bytes.int_in_range(0..=3)? {
            facts.complete.push(CompleteList {
                subject: Subject::of(bytes.choose(&["participants", "agreements", "events"])?),
                region: key(bytes, &REGIONS)?,
                source: "declaration".to_owned(),
            });
        }
        for rows in [&mut facts.participants, &mut facts.agreements, &mut facts.events] {
            for _ in 0..bytes.int_in_range(0..=6)? {
                rows.push(row(bytes)?);
            }
        }
        while !bytes.is_empty() && facts.claims.len() < 40 {
            facts.claims.extend(claim(bytes)?);
        }
        Ok(Self(facts))
    }
}

fn key<K: for<'k> From<&'k str>>(bytes: &mut Unstructured<'_>, keys: &[&str]) -> Result<Option<K>> {
    Ok(if bytes.arbitrary()? { Some((*bytes.choose(keys)?).into()) } else { None })
}

fn attribute(bytes: &mut Unstructured<'_>, keys: &[&str]) -> Result<Attribute> {
    Ok(match key(bytes, keys)? {
        Some(key) if bytes.ratio(1, 4)? => Attribute::AtLeast(vec![key]),
        key => Attribute::from(key),
    })
}

fn row(bytes: &mut Unstructured<'_>) -> Result<ListedRow> {
    let min = bytes.int_in_range(0..=3)?;
    let period = if bytes.arbitrary()? {
        let days = [*bytes.choose(&DAYS)?, *bytes.choose(&DAYS)?];
        let (first, last) = (days[0].min(days[1]).into(), days[0].max(days[1]).into());
        Some(Period { every_day: first == last || bytes.arbitrary()?, first, last })
    } else {
        None
    };
    // As it is read: what is on some day of the mission for certain is part of it.
    let is_outside =
        |period: &Period| period.first.as_str() < DAYS[1] && (!period.every_day || period.last.as_str() < DAYS[1]);
    Ok(ListedRow {
        min,
        max: min + bytes.int_in_range(0..=2)?,
        in_mission: !period.as_ref().is_some_and(is_outside),
        category: attribute(bytes, &CATEGORIES)?,
        region: attribute(bytes, &REGIONS)?,
        city: attribute(bytes, &CITIES)?,
        period,
    })
}

/// `None` = what was drawn is no count.
fn claim(bytes: &mut Unstructured<'_>) -> Result<Option<Claim>> {
    let number: i64 = match bytes.int_in_range(0..=9)? {
        0 => bytes.int_in_range(0..=i64::MAX)?,
        1..=3 => bytes.int_in_range(0..=50)? * 10,
        _ => bytes.int_in_range(0..=120)?,
    };
    let (before, after) = bytes.choose(&SIGNS)?;
    let count = format!("{before}{number}{after}").parse();
    let claim = Claim {
        id: "claim".to_owned(),
        subject: Subject::of(bytes.choose(&SUBJECTS)?),
        scope: Scope {
            category: key(bytes, &CATEGORIES)?,
            region: key(bytes, &REGIONS)?,
            city: key(bytes, &CITIES)?,
            day: key(bytes, &DAYS)?,
        },
        count: match count {
            Ok(count) => count,
            Err(_) => return Ok(None),
        },
        stage: if bytes.ratio(1, 8)? { Stage::Expected } else { Stage::Reported },
        source: format!("source-{}", bytes.int_in_range(0..=4)?),
        origin: if bytes.arbitrary()? { Some(format!("origin-{}", bytes.int_in_range(0..=2)?)) } else { None },
    };
    Ok(Some(claim))
}

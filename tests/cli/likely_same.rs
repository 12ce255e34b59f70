//! Rows that are likely the same thing: which they are, and how they count in verdicts and reports, against a plain
//! retelling of the contract.

use crate::harness::{Place, Ran};
use proptest::prelude::*;
use rusqlite::{Connection, Row as SqlRow};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

/// First and last day, and whether on every day between.
type Days = (u8, u8, bool);

#[derive(Debug, Clone)]
struct Row {
    /// Folded, rows of one title have one number.
    title: usize,
    certain: bool,
    category: Option<usize>,
    region: Option<usize>,
    city: Option<usize>,
    days: Option<Days>,
}

#[derive(Debug, Clone, Default)]
struct Scope {
    category: Option<usize>,
    region: Option<usize>,
    city: Option<usize>,
    day: Option<u8>,
}

#[derive(Debug, Clone)]
struct Mission {
    days: Option<(u8, u8)>,
    participants: Vec<Row>,
    agreements: Vec<Row>,
    events: Vec<Row>,
    claims: Vec<(usize, Scope)>,
}

const SUBJECTS: [&str; 3] = ["participants", "agreements", "events"];
/// Spellings of each title.
const TITLES: [[&str; 3]; 2] = [["Réunion B2B", "reunion b2b", "REUNION (B2B)"], ["Acme NV", "ACME", "acme sa"]];

fn day(n: u8) -> String {
    format!("2025-10-{n:02}")
}

fn key(prefix: char) -> impl Fn(Option<usize>) -> String {
    move |n| n.map(|n| format!("{prefix}{n}")).unwrap_or_default()
}

fn row() -> impl Strategy<Value = Row> {
    let place = (prop::option::of(0usize..2), prop::option::weighted(0.7, (3u8..9, 0u8..3, any::<bool>())));
    (0usize..2, prop::bool::weighted(0.7), 0usize..2, prop::option::of(0usize..2), place).prop_map(
        |(title, certain, category, region, (city, days))| Row {
            title,
            certain,
            category: Some(category),
            region,
            city,
            days: days.map(|(first, more, every)| (first, first + more, every || more == 0)),
        },
    )
}

fn scope() -> impl Strategy<Value = (usize, Scope)> {
    let place = (prop::option::of(0usize..2), prop::option::of(3u8..10));
    (0usize..3, prop::option::of(0usize..2), prop::option::of(0usize..2), place)
        .prop_map(|(subject, category, region, (city, day))| (subject, Scope { category, region, city, day }))
}

fn mission() -> impl Strategy<Value = Mission> {
    let rows = || prop::collection::vec(row(), 0..7);
    let days =
        prop::option::weighted(0.8, (4u8..7, 0u8..4)).prop_map(|days| days.map(|(first, more)| (first, first + more)));
    (days, rows(), rows(), rows(), prop::collection::vec(scope(), 6)).prop_map(
        |(days, mut participants, mut agreements, mut events, claims)| {
            for row in &mut participants {
                (row.city, row.days) = (None, None);
            }
            for row in agreements.iter_mut().chain(&mut events) {
                (row.category, row.region) = (None, None);
            }
            events.iter_mut().for_each(|row| row.certain = true);
            Mission { days, participants, agreements, events, claims }
        },
    )
}

impl Mission {
    fn rows(&self, subject: usize) -> &[Row] {
        [&self.participants, &self.agreements, &self.events][subject]
    }

    fn in_mission(&self, row: &Row) -> bool {
        let (Some((first, last)), Some((from, to, every))) = (self.days, row.days) else { return true };
        if every { from <= last && to >= first } else { from >= first && to <= last }
    }

    /// Whether the row is certainly in the scope; `None` = not at all.
    fn falls_in(&self, row: &Row, scope: &Scope) -> Option<bool> {
        let is = |known: Option<usize>, wanted: Option<usize>| match (known, wanted) {
            (_, None) => Some(true),
            (None, Some(_)) => Some(false),
            (Some(known), Some(wanted)) => (known == wanted).then_some(true),
        };
        let on_day = match (row.days, scope.day) {
            (_, None) => Some(true),
            (None, Some(_)) => Some(false),
            (Some((first, last, every)), Some(day)) => (first..=last).contains(&day).then_some(every),
        };
        let counts = row.certain && (scope.day.is_some() || self.in_mission(row));
        let all = [is(row.category, scope.category), is(row.region, scope.region), is(row.city, scope.city), on_day];
        all.into_iter().try_fold(counts, |certainly, next| next.map(|next| certainly && next))
    }

    /// The least and the most that fall in a scope: a unit counts for certain where each certain row of it does.
    fn listed(&self, subject: usize, scope: &Scope) -> (i64, i64) {
        let rows = self.rows(subject);
        let max = rows.iter().filter(|row| self.falls_in(row, scope).is_some()).count();
        let units = units(rows);
        let certainly = |unit: &usize| {
            let certain: Vec<&Row> =
                rows.iter().zip(&units).filter(|(row, of)| row.certain && *of == unit).map(|(row, _)| row).collect();
            let one_period = scope.day.is_none() || certain.iter().all(|row| row.days == certain[0].days);
            !certain.is_empty() && one_period && certain.iter().all(|row| self.falls_in(row, scope) == Some(true))
        };
        let min = BTreeSet::from_iter(&units).into_iter().filter(|unit| certainly(unit)).count();
        (i64::try_from(min).unwrap(), i64::try_from(max).unwrap())
    }
}

/// Of each row the first that is likely the same thing.
fn units(rows: &[Row]) -> Vec<usize> {
    let differ = |one: &Row, other: &Row| {
        let days = match (one.days, other.days) {
            (Some((a, b, true)), Some((c, d, true))) => (a, b) != (c, d),
            (Some((a, b, _)), Some((c, d, _))) => !(a..=b).any(|day| (c..=d).contains(&day)),
            _ => false,
        };
        one.title != other.title || days || one.city.zip(other.city).is_some_and(|(one, other)| one != other)
    };
    // Of rows that say the same, one is certain if any is.
    let is_certain = |row: &Row| {
        rows.iter()
            .any(|other| other.certain && (other.title, other.city, other.days) == (row.title, row.city, row.days))
    };
    let unknown = |row: &Row| usize::from(row.city.is_none()) + usize::from(!row.days.is_some_and(|(.., every)| every));
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|row| {
        (!is_certain(&rows[*row]), unknown(&rows[*row]), rows[*row].days.map(|(_, last, _)| last), *row)
    });
    let mut of: Vec<Vec<usize>> = Vec::new();
    for row in order {
        match of.iter_mut().find(|unit| !differ(&rows[unit[0]], &rows[row])) {
            Some(unit) => unit.push(row),
            None => of.push(vec![row]),
        }
    }
    let unit = |row: usize| of.iter().find(|unit| unit.contains(&row)).unwrap().iter().min().unwrap();
    (0..rows.len()).map(|row| *unit(row)).collect()
}

/// A data folder of missions `m0`, `m1` and so on.
fn write(place: &Place, missions: &[Mission]) {
    let (category, region, city) = (key('k'), key('r'), key('c'));
    let mut files = BTreeMap::from([
        ("sources", "source_id,title\ns,S\n".to_owned()),
        ("missions", "mission_id,name,first_day,last_day,source_id\n".to_owned()),
        ("categories", "category_id,label_en,label_nl,label_fr\nk0,K0,K0,K0\nk1,K1,K1,K1\n".to_owned()),
        ("regions", "region_id,label_en,label_nl,label_fr\nr0,R0,R0,R0\nr1,R1,R1,R1\n".to_owned()),
        ("cities", "city_id,name,country\nc0,C0,US\nc1,C1,US\n".to_owned()),
        ("participants", "mission_id,participant_id,name,category_id,region_id,status,source_id\n".to_owned()),
        (
            "agreements",
            "mission_id,agreement_id,title,kind,status,city_id,first_day,last_day,date_basis,source_id\n".to_owned(),
        ),
        ("events", "mission_id,event_id,title,kind,city_id,first_day,last_day,date_basis,source_id\n".to_owned()),
        ("claims", "mission_id,claim_id,subject,category_id,region_id,city_id,day,count,source_id\n".to_owned()),
    ]);
    let mut line = |file: &'static str, cells: &[&str]| {
        writeln!(files.get_mut(file).unwrap(), "{}", cells.join(",")).unwrap();
    };
    for (number, mission) in missions.iter().enumerate() {
        let m = format!("m{number}");
        let (first, last) = mission.days.map(|(first, last)| (day(first), day(last))).unwrap_or_default();
        line("missions", &[&m, &m, &first, &last, "s"]);
        for (subject, word) in SUBJECTS.into_iter().enumerate() {
            for (number, row) in mission.rows(subject).iter().enumerate() {
                let (id, title) = (format!("{number}"), TITLES[row.title][number % 3]);
                let days = row.days.map(|(first, last, every)| {
                    [
                        day(first),
                        day(last),
                        if every && (first != last || number % 2 == 0) { "stated" } else { "window" }.to_owned(),
                    ]
                });
                let [first, last, basis] = days.unwrap_or_default();
                let (category, region, city) = (category(row.category), region(row.region), city(row.city));
                match word {
                    "participants" => {
                        let status = if row.certain { "" } else { "announced" };
                        line("participants", &[&m, &id, title, &category, &region, status, "s"]);
                    }
                    "agreements" => {
                        let status = if row.certain { "signed" } else { "planned" };
                        line("agreements", &[&m, &id, title, "contract", status, &city, &first, &last, &basis, "s"]);
                    }
                    _ => line("events", &[&m, &id, title, "visit", &city, &first, &last, &basis, "s"]),
                }
            }
        }
        for (number, (subject, scope)) in mission.claims.iter().enumerate() {
            let (id, on) = (format!("{number}"), scope.day.map(day).unwrap_or_default());
            let (category, region, city) = (category(scope.category), region(scope.region), city(scope.city));
            line("claims", &[&m, &id, SUBJECTS[*subject], &category, &region, &city, &on, "3", "s"]);
        }
    }
    for (file, text) in files {
        fs::write(place.path("data").join(format!("{file}.csv")), text).unwrap();
    }
}

fn ask<T>(conn: &Connection, sql: &str, read: fn(&SqlRow<'_>) -> rusqlite::Result<T>) -> Vec<T> {
    conn.prepare(sql).unwrap().query_map([], read).unwrap().map(Result::unwrap).collect()
}

fn number(text: &str) -> usize {
    text[1..].parse().unwrap()
}

/// What a view says of each mission and scope.
type Listed = (String, Option<String>, Option<String>, i64, i64);

fn listed(row: &SqlRow<'_>) -> rusqlite::Result<Listed> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn rows_that_are_likely_the_same_count_once_for_certain_everywhere(missions in prop::collection::vec(mission(), 40)) {
        let place = Place::empty();
        fs::create_dir(place.path("data")).unwrap();
        write(&place, &missions);
        let ran = place.run(&["init", "data", "-f", "jsonl"]);
        prop_assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let conn = Connection::open(place.path("mission.db")).unwrap();

        let mut same = Vec::new();
        let mut doubles = 0;
        for (mission, of) in missions.iter().enumerate() {
            for (subject, word) in SUBJECTS.into_iter().enumerate() {
                let units = units(of.rows(subject));
                for (row, unit) in units.iter().enumerate() {
                    doubles += usize::from(row != *unit);
                    if subject > 0 && units.iter().filter(|of| *of == unit).count() > 1 {
                        same.push((format!("m{mission}"), word.to_owned(), row.to_string(), unit.to_string()));
                    }
                }
            }
        }
        same.sort();
        let stored = "SELECT * FROM likely_same ORDER BY 1, 2, 3";
        prop_assert_eq!(ask(&conn, stored, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))), same);
        prop_assert_eq!(ran.stdout.matches("N401").count(), doubles);

        for (mission, claim, _, min, max) in
            ask(&conn, "SELECT mission_id, claim_id, NULL, coalesce(listed_min, 0), coalesce(listed_max, 0) FROM claim_verdicts", listed)
        {
            let of = &missions[number(&mission)];
            let (subject, scope) = &of.claims[claim.unwrap().parse::<usize>().unwrap()];
            prop_assert_eq!((min, max), of.listed(*subject, scope), "{} {} {:?}", mission, SUBJECTS[*subject], scope);
        }
        let whole = |of: &Mission, subject| of.listed(subject, &Scope::default());
        for (mission, region, category, min, max) in ask(
            &conn,
            "SELECT mission_id, region_id, category_id, listed_min, listed_max FROM participants_by_category",
            listed,
        ) {
            let of = &missions[number(&mission)];
            let [region, category] = [region, category].map(|key| key.map(|key| number(&key)));
            let scope = Scope { region, category, ..Scope::default() };
            prop_assert_eq!((min, max), of.listed(0, &scope), "{} {:?}", mission, scope);
        }
        for (mission, city, _, min, max) in
            ask(&conn, "SELECT mission_id, city_id, NULL, listed_min, listed_max FROM agreements_per_city", listed)
        {
            let of = &missions[number(&mission)];
            let expected = match city.as_deref() {
                Some("*") => whole(of, 1),
                Some(city) => of.listed(1, &Scope { city: Some(number(city)), ..Scope::default() }),
                // What is in no city for certain, and the rows of which none is known.
                None => {
                    let in_a_city: i64 = (0..2).map(|city| of.listed(1, &Scope { city: Some(city), ..Scope::default() }).0).sum();
                    (whole(of, 1).0 - in_a_city, of.agreements.iter().filter(|row| row.city.is_none()).count() as i64)
                }
            };
            prop_assert_eq!((min, max), expected, "{} {:?}", mission, city);
        }
        for (mission, on, _, certain, possible) in
            ask(&conn, "SELECT mission_id, day, NULL, certain, possible FROM events_per_day", listed)
        {
            let of = &missions[number(&mission)];
            let scope = Scope { day: on.map(|on| on[8..].parse().unwrap()), ..Scope::default() };
            prop_assert_eq!((certain, certain + possible), of.listed(2, &scope), "{} {:?}", mission, scope);
        }
        for (mission, subject, _, min, max) in ask(
            &conn,
            "SELECT mission_id, subject, NULL, listed_min, listed_max FROM headline_counts
             WHERE subject <> 'people' AND category_id IS NULL",
            listed,
        ) {
            let subject = SUBJECTS.iter().position(|of| subject.as_deref() == Some(of)).unwrap();
            prop_assert_eq!((min, max), whole(&missions[number(&mission)], subject), "{} {}", mission, SUBJECTS[subject]);
        }
        let overview = "SELECT mission_id, participants_listed, agreements_listed, events_listed FROM missions_overview";
        for (mission, counts) in ask(&conn, overview, |row| Ok((row.get::<_, String>(0)?, [row.get::<_, i64>(1)?, row.get(2)?, row.get(3)?]))) {
            let of = &missions[number(&mission)];
            prop_assert_eq!(counts, [0, 1, 2].map(|subject| whole(of, subject).0), "{}", mission);
        }
    }
}

#[test]
fn rows_that_are_likely_the_same_are_told_where_they_stand_and_beside_a_claim() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    let vague = Row { title: 0, certain: true, category: None, region: None, city: None, days: None };
    let events = vec![
        vague.clone(),
        Row { city: Some(0), days: Some((5, 5, true)), ..vague.clone() },
        Row { city: Some(1), days: Some((5, 5, true)), ..vague.clone() },
        Row { city: Some(1), days: Some((5, 6, false)), ..vague },
    ];
    let claims = vec![(2, Scope::default())];
    let mission = Mission { days: Some((4, 8)), participants: Vec::new(), agreements: Vec::new(), events, claims };
    write(&place, &[mission]);
    let Ran { code, stderr, .. } = place.run(&["init", "data"]);
    assert_eq!(code, Some(0), "{stderr}");
    let notices: Vec<&str> = stderr.lines().filter(|line| line.contains(": notice[N401]")).collect();
    let told = |place: &str, first: &str| {
        format!(
            "events.csv:{place}: notice[N401]: this is probably the same as events.csv:{first}: counted once for certain, and as possibly two"
        )
    };
    assert_eq!(notices, [told("3:6", "2:1"), told("5:6", "4:1")]);
    let explained = place.run(&["check", "0", "-f", "markdown"]).stdout;
    let rows: Vec<&str> = explained.lines().filter(|line| line.starts_with("| row")).collect();
    assert_eq!(
        rows,
        [
            "| row: certain | Réunion B2B (0) |",
            "| row: certain | reunion b2b (1), probably the same as 0 |",
            "| row: certain | REUNION (B2B) (2) |",
            "| row: certain | Réunion B2B (3), probably the same as 2 |",
        ]
    );
}

/// What lies in two cities is two things, whatever else may be either of them.
#[test]
fn a_row_of_which_less_is_known_makes_no_rows_one_that_differ() {
    let row = |city, certain| Row { title: 0, certain, category: None, region: None, city, days: None };
    let listed = |rows: &[Row]| {
        let place = Place::empty();
        fs::create_dir(place.path("data")).unwrap();
        let (agreements, claims) = (rows.to_vec(), vec![(1, Scope::default())]);
        let mission = Mission { days: Some((4, 8)), participants: Vec::new(), agreements, events: Vec::new(), claims };
        write(&place, &[mission]);
        assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
        place.ask("SELECT listed_min || '–' || listed_max AS listed FROM claim_verdicts")
    };
    assert_eq!(listed(&[row(Some(0), true), row(Some(1), true), row(None, true)]), "2–3");
    assert_eq!(listed(&[row(None, true), row(Some(1), true), row(Some(0), true)]), "2–3");
    // What was only planned may not have come about, and the vague row may be the other one.
    assert_eq!(listed(&[row(Some(0), false), row(Some(1), true), row(None, true)]), "1–3");
}

/// Two organisations may share a name, but not an enterprise number.
#[test]
fn rows_of_one_name_with_other_enterprise_numbers_are_two_and_one_without_goes_with_the_first() {
    let rows = ["c,0999.200.166", "a,", "b,0999200265"];
    for (number, listed, doubles) in [(1, "1–1", 0), (2, "1–2", 1), (3, "2–3", 1)] {
        let place = Place::empty();
        fs::create_dir(place.path("data")).unwrap();
        let write = |name: &str, text: &str| fs::write(place.path("data").join(name), text).unwrap();
        write("sources.csv", "source_id,title\ns,S\n");
        write("missions.csv", "mission_id,name,source_id\nm,M,s\n");
        write("categories.csv", "category_id,label_en\ncompany,Companies\n");
        write("claims.csv", "claim_id,subject,count,source_id\nc,participants,9,s\n");
        let rows: String = rows[..number].iter().map(|row| format!("{row},Acme NV,company,s\n")).collect();
        write("participants.csv", &format!("participant_id,enterprise_number,name,category_id,source_id\n{rows}"));
        assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
        let counted = "SELECT listed_min || '–' || listed_max AS listed FROM claim_verdicts";
        assert_eq!(place.ask(counted), listed);
        let shown = place.run(&["check", "c", "--plain"]).stdout;
        assert_eq!(shown.matches("probably the same as").count(), doubles, "{shown}");
    }
}

//! Every claim of every mission judged, once for all, while the database is built; readers only read.

use super::arithmetic::{arithmetic, conditions};
use super::sentences::evidence;
use crate::claim::{Contradiction, Judged, Judgement, Verdict, judge};
use crate::count::Interval;
use crate::db;
use crate::error::Error;
use crate::facts::{Counted, Facts, Names, SameRow, Scope, Subject, facts, names};
use crate::language::Language;
use crate::words::Stage;
use rusqlite::{Connection, ToSql, params};
use std::collections::{BTreeMap, BTreeSet};
use std::thread;

/// The languages that findings are stored in: what is told of a claim needs everything that is known of its mission.
const LANGUAGES: [Language; 3] = [Language::En, Language::Nl, Language::Fr];

/// Judges every claim of every mission, and stores verdicts, contradictions, what follows and what is stated of each scope.
pub fn judge_all(conn: &Connection) -> Result<(), Error> {
    let [en, nl, fr] = LANGUAGES.map(|language| names(conn, language));
    let names = [en?, nl?, fr?];
    let missions = db::texts(conn, "SELECT mission_id FROM missions ORDER BY mission_id", [])?;
    for missions in missions.chunks(AT_A_TIME) {
        let known = missions.iter().map(|mission| known(conn, mission)).collect::<Result<Vec<Facts>, Error>>()?;
        // Judging is most of the work, and SQLite takes rows from one thread only.
        let (first, second) = known.split_at(known.len() / 2);
        let told = thread::scope(|scope| {
            let other = thread::Builder::new().spawn_scoped(scope, || Told::of_all(first, &names));
            let second = Told::of_all(second, &names);
            // Where no thread can be had, this one does it all.
            let join = |other: thread::ScopedJoinHandle<'_, _>| {
                other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            let mut told = other.map_or_else(|_| Told::of_all(first, &names), join);
            told.extend(second);
            told
        });
        for ((mission, facts), told) in missions.iter().zip(&known).zip(&told) {
            Store { conn, mission, facts, told }.all()?;
        }
    }
    Ok(())
}

/// How many missions are judged before they are stored.
const AT_A_TIME: usize = 64;

/// What is known of a mission; the rows that are likely the same thing are stored on the way.
fn known(conn: &Connection, mission: &str) -> Result<Facts, Error> {
    let (facts, same) = facts(conn, mission)?;
    let mut insert = conn.prepare_cached(include_str!("sql/insert_likely_same.sql"))?;
    for SameRow { subject, id, unit } in same {
        insert.execute(params![mission, subject.to_string(), id, unit])?;
    }
    Ok(facts)
}

/// What was found of a mission, in words of each language.
struct Told<'f> {
    judged: Judged<'f>,
    /// The contradictions, each with its condition.
    contradictions: [Vec<(String, Option<String>)>; 3],
    /// Of each claim.
    findings: [Vec<String>; 3],
}

impl<'f> Told<'f> {
    fn of_all(facts: &'f [Facts], names: &[Names; 3]) -> Vec<Self> {
        facts.iter().map(|facts| Self::of(facts, names)).collect()
    }

    fn of(facts: &'f Facts, names: &[Names; 3]) -> Self {
        let judged = judge(facts, &names[0]);
        let contradictions = names.each_ref().map(|names| {
            let words = |of: &Contradiction| (arithmetic(of, facts, names), conditions(of, facts, names));
            Vec::from_iter(judged.contradictions.iter().map(words))
        });
        let findings = [0, 1, 2].map(|language| {
            let whole = contradictions[language].iter().map(|(sum, condition)| match condition {
                Some(condition) => names[language].language.labelled(sum, condition),
                None => sum.clone(),
            });
            let whole: Vec<String> = whole.collect();
            let of_claim = |of: &Judgement<'_>| evidence(of, &whole, facts, &names[language]).join("\n");
            Vec::from_iter(judged.claims.iter().map(of_claim))
        });
        Self { judged, contradictions, findings }
    }
}

/// What is stored of one mission.
struct Store<'s> {
    conn: &'s Connection,
    mission: &'s str,
    facts: &'s Facts,
    told: &'s Told<'s>,
}

impl Store<'_> {
    fn insert(&self, sql: &str, values: &[&dyn ToSql]) -> Result<(), Error> {
        self.conn.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    fn all(&self) -> Result<(), Error> {
        self.listed()?;
        if self.facts.claims.is_empty() {
            return Ok(());
        }
        self.contradictions()?;
        self.verdicts()?;
        self.implied()?;
        self.stated()
    }

    /// What the reports show of the listed rows, and the days that they show.
    fn listed(&self) -> Result<(), Error> {
        for Counted { subject, scope, listed } in self.facts.counted() {
            let Scope { category, region, city, day } = &scope;
            let about = params![self.mission, subject.to_string(), scope.key(), category, region, city, day];
            let counts = params![listed.min, listed.max];
            self.insert(include_str!("sql/insert_listed.sql"), &[about, counts].concat())?;
        }
        for day in self.facts.days_of_mission() {
            let values = params![self.mission, day.to_string(), day.strftime("%A").to_string()];
            self.insert(include_str!("sql/insert_day.sql"), values)?;
        }
        Ok(())
    }

    fn contradictions(&self) -> Result<(), Error> {
        let [en, nl, fr] = &self.told.contradictions;
        for (index, of) in self.told.judged.contradictions.iter().enumerate() {
            let number = i64::try_from(index + 1).unwrap_or(i64::MAX);
            let laws: Vec<&str> = of.laws.iter().map(|law| law.into()).collect();
            let claims: Vec<&str> = of.claims.iter().map(|claim| self.facts.claims[*claim].id.as_str()).collect();
            let (kind, subject, stage): (&str, _, &str) = (of.kind.into(), of.subject.to_string(), of.stage.into());
            let (all, laws) = (claims.join(" "), laws.join(" "));
            let [en, nl, fr] = [&en[index], &nl[index], &fr[index]];
            let about = params![self.mission, number, kind, subject, stage, all, laws];
            let told = params![en.0, nl.0, fr.0, en.1, nl.1, fr.1];
            self.insert(include_str!("sql/insert_contradiction.sql"), &[about, told].concat())?;
            for claim in claims {
                self.insert(include_str!("sql/insert_contradicted.sql"), params![self.mission, claim, number])?;
            }
        }
        let Judged { wrong, found, cut, .. } = &self.told.judged;
        let found = i64::try_from(*found).unwrap_or(i64::MAX);
        let values = params![self.mission, wrong.at_least, wrong.exact, found, cut];
        self.insert(include_str!("sql/insert_wrong.sql"), values)
    }

    fn verdicts(&self) -> Result<(), Error> {
        let [en, nl, fr] = &self.told.findings;
        for (index, of) in self.told.judged.claims.iter().enumerate() {
            let (min, max) = of.listed.map(|listed| (listed.min, listed.max)).unzip();
            let (implied_min, implied_max) = bounds(of.implied);
            let published = of.claim.count.strict();
            let about = params![self.mission, of.claim.id, published.min, published.max];
            let counts = params![min, max, implied_min, implied_max, of.verdict.word()];
            let told = params![en[index], nl[index], fr[index]];
            self.insert(include_str!("sql/insert_verdict.sql"), &[about, counts, told].concat())?;
        }
        Ok(())
    }

    fn implied(&self) -> Result<(), Error> {
        for ((subject, scope), interval) in &self.told.judged.implied {
            let Scope { category, region, city, day } = scope;
            let Interval { min, max } = interval;
            self.insert(
                include_str!("sql/insert_implied.sql"),
                params![self.mission, subject.to_string(), scope.key(), category, region, city, day, min, max],
            )?;
        }
        Ok(())
    }

    /// Stores what was published of each subject and scope; expected counts only where none is reported.
    fn stated(&self) -> Result<(), Error> {
        let mut groups: BTreeMap<(&Subject, &Scope), Vec<&Judgement<'_>>> = BTreeMap::new();
        for judged in &self.told.judged.claims {
            groups.entry((&judged.claim.subject, &judged.claim.scope)).or_default().push(judged);
        }
        for ((subject, scope), group) in groups {
            let Scope { category, region, city, day } = scope;
            let any_reported = group.iter().any(|judged| judged.claim.stage == Stage::Reported);
            let chosen = || group.iter().filter(|judged| !any_reported || judged.claim.stage == Stage::Reported);
            let worst = chosen().map(|judged| judged.verdict).min().map(Verdict::word);
            let counts: BTreeSet<(i64, Option<i64>, &str)> = chosen()
                .map(|judged| &judged.claim.count)
                .map(|count| (count.strict().min, count.strict().max, count.notation()))
                .collect();
            let notations = counts.iter().map(|(_, _, notation)| *notation).collect::<Vec<_>>().join(" / ");
            let lowest = counts.iter().map(|(min, _, _)| *min).min();
            // One count without an upper bound leaves all of them without.
            let highest = counts.iter().try_fold(0, |highest, (_, max, _)| max.map(|max| max.max(highest)));
            self.insert(
                include_str!("sql/insert_stated.sql"),
                params![
                    self.mission,
                    subject.to_string(),
                    scope.key(),
                    category,
                    region,
                    city,
                    day,
                    notations,
                    lowest,
                    highest,
                    worst
                ],
            )?;
        }
        Ok(())
    }
}

fn bounds(interval: Option<Interval>) -> (Option<i64>, Option<i64>) {
    (interval.map(|interval| interval.min), interval.and_then(|interval| interval.max))
}

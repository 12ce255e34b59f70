//! What was found of a mission, as rows of the database.

use super::arithmetic::{arithmetic, conditions};
use super::sentences::evidence;
use crate::cell::Value;
use crate::claim::{Contradiction, Judged, Judgement, Verdict, judge};
use crate::count::Interval;
use crate::facts::{Counted, Facts, Key, Names, SameRow, Scope, Subject};
use crate::words::Stage;
use std::collections::{BTreeMap, BTreeSet};

/// Rows on their way into the database: by the statement that inserts them, the values of its parameters, row by row.
pub(super) type FoundRows = BTreeMap<&'static str, Vec<Value<Key>>>;

impl From<i64> for Value<Key> {
    fn from(integer: i64) -> Self {
        Self::Integer(integer)
    }
}

impl From<bool> for Value<Key> {
    fn from(is: bool) -> Self {
        Self::Integer(is.into())
    }
}

impl From<Key> for Value<Key> {
    fn from(text: Key) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value<Key> {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<Key> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value<Key> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, T::into)
    }
}

/// Judges what is known of a mission.
pub(super) fn findings((mission, (facts, same)): (&str, (Facts, Vec<SameRow>)), names: &[Names; 3]) -> FoundRows {
    let mut found = Findings { mission: mission.into(), rows: FoundRows::new() };
    found.likely_same(same);
    found.listed(&facts);
    if !facts.claims.is_empty() {
        let judged = judge(&facts, &names[0]);
        let told = names.each_ref().map(|names| Told::of(&judged, &facts, names));
        found.contradictions(&judged, &facts, &told);
        found.verdicts(&judged, &told);
        found.implied(&judged);
        found.stated(&judged);
    }
    found.rows
}

/// What was found, in words of one language.
struct Told {
    /// The contradictions, each with its condition.
    contradictions: Vec<(String, Option<String>)>,
    /// Of each claim.
    evidence: Vec<String>,
}

impl Told {
    fn of(judged: &Judged<'_>, facts: &Facts, names: &Names) -> Self {
        let words = |of: &Contradiction| (arithmetic(of, facts, names), conditions(of, facts, names));
        let contradictions = Vec::from_iter(judged.contradictions.iter().map(words));
        let whole = contradictions.iter().map(|(sum, condition)| match condition {
            Some(condition) => names.language.labelled(sum, condition),
            None => sum.clone(),
        });
        let whole: Vec<String> = whole.collect();
        let of_claim = |of: &Judgement<'_>| evidence(of, &whole, facts, names).join("\n");
        let evidence = judged.claims.iter().map(of_claim).collect();
        Self { contradictions, evidence }
    }
}

struct Findings {
    mission: Key,
    rows: FoundRows,
}

/// Values of different types, each as SQLite has it.
macro_rules! values {
    ($($value:expr),* $(,)?) => { [$(Value::from($value)),*] };
}

impl Findings {
    /// Adds a row of the mission.
    fn add(&mut self, insert: &'static str, values: impl IntoIterator<Item = Value<Key>>) {
        let mission = Value::from(self.mission.clone());
        self.rows.entry(insert).or_default().extend([mission].into_iter().chain(values));
    }

    /// Adds what is known of a subject in a scope.
    fn add_of(
        &mut self,
        insert: &'static str,
        subject: &Subject,
        scope: &Scope,
        values: impl IntoIterator<Item = Value<Key>>,
    ) {
        let Scope { category, region, city, day } = scope.clone();
        let about = values![subject.to_string(), scope.key(), category, region, city, day];
        self.add(insert, about.into_iter().chain(values));
    }

    fn likely_same(&mut self, same: Vec<SameRow>) {
        for SameRow { subject, id, unit } in same {
            self.add(include_str!("sql/insert_likely_same.sql"), values![subject.to_string(), id, unit]);
        }
    }

    /// What the reports show of the listed rows, and the days that they show.
    fn listed(&mut self, facts: &Facts) {
        for Counted { subject, scope, listed } in facts.counted() {
            self.add_of(include_str!("sql/insert_listed.sql"), &subject, &scope, values![listed.min, listed.max]);
        }
        for day in facts.days_of_mission() {
            let weekday = day.strftime("%A").to_string();
            self.add(include_str!("sql/insert_day.sql"), values![day.to_string(), weekday]);
        }
    }

    fn contradictions(&mut self, judged: &Judged<'_>, facts: &Facts, [en, nl, fr]: &[Told; 3]) {
        let in_words = [en, nl, fr].map(|told| &told.contradictions);
        for (index, of) in judged.contradictions.iter().enumerate() {
            let number = i64::try_from(index + 1).unwrap_or(i64::MAX);
            let laws = of.laws.iter().map(|law| law.into()).collect::<Vec<&str>>().join(" ");
            let claims: Vec<&str> = of.claims.iter().map(|claim| facts.claims[*claim].id.as_str()).collect();
            let (kind, stage): (&str, &str) = (of.kind.into(), of.stage.into());
            let about = values![number, kind, of.subject.to_string(), stage, claims.join(" "), laws];
            let sums = in_words.map(|told| Value::from(told[index].0.as_str()));
            let conditions = in_words.map(|told| Value::from(told[index].1.as_deref()));
            let values = about.into_iter().chain(sums).chain(conditions);
            self.add(include_str!("sql/insert_contradiction.sql"), values);
            for claim in claims {
                self.add(include_str!("sql/insert_contradicted.sql"), values![claim, number]);
            }
        }
        let found = i64::try_from(judged.found).unwrap_or(i64::MAX);
        let values = values![judged.wrong.at_least, judged.wrong.exact, found, judged.cut];
        self.add(include_str!("sql/insert_wrong.sql"), values);
    }

    fn verdicts(&mut self, judged: &Judged<'_>, told: &[Told; 3]) {
        for (index, of) in judged.claims.iter().enumerate() {
            let published = of.claim.count.strict();
            let (min, max) = of.listed.map(|listed| (listed.min, listed.max)).unzip();
            let implied_min = of.implied.map(|implied| implied.min);
            let implied_max = of.implied.and_then(|implied| implied.max);
            let verdict = of.verdict.word();
            let about = values![
                of.claim.id.as_str(),
                published.min,
                published.max,
                min,
                max,
                implied_min,
                implied_max,
                verdict
            ];
            let told = told.iter().map(|told| Value::from(told.evidence[index].as_str()));
            self.add(include_str!("sql/insert_verdict.sql"), about.into_iter().chain(told));
        }
    }

    fn implied(&mut self, judged: &Judged<'_>) {
        for ((subject, scope), Interval { min, max }) in &judged.implied {
            self.add_of(include_str!("sql/insert_implied.sql"), subject, scope, values![*min, *max]);
        }
    }

    /// What was published of each subject and scope; expected counts only where none is reported.
    fn stated(&mut self, judged: &Judged<'_>) {
        let mut groups: BTreeMap<(&Subject, &Scope), Vec<&Judgement<'_>>> = BTreeMap::new();
        for judged in &judged.claims {
            groups.entry((&judged.claim.subject, &judged.claim.scope)).or_default().push(judged);
        }
        for ((subject, scope), group) in groups {
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
            self.add_of(
                include_str!("sql/insert_stated.sql"),
                subject,
                scope,
                values![notations, lowest, highest, worst],
            );
        }
    }
}

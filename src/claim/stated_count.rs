//! What was published of each subject and scope, all claims together.

use super::judge::Judgement;
use super::scope::{Scope, Subject};
use super::verdict::Verdict;
use crate::error::Error;
use crate::words::Stage;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// Stores what was published of each subject and scope of a mission; expected counts only where none is reported.
pub(super) fn insert_stated_counts(conn: &Connection, mission: &str, judged: &[Judgement<'_>]) -> Result<(), Error> {
    let mut groups: BTreeMap<(&Subject, &Scope), Vec<&Judgement<'_>>> = BTreeMap::new();
    for judged in judged {
        groups.entry((&judged.claim.subject, &judged.claim.scope)).or_default().push(judged);
    }
    for ((subject, scope), group) in groups {
        let Scope { category, region, city, day } = scope;
        let any_reported = group.iter().any(|judged| judged.claim.stage == Stage::Reported);
        let chosen = || group.iter().filter(|judged| !any_reported || judged.claim.stage == Stage::Reported);
        let worst = chosen().map(|judged| judged.verdict).min().map(Verdict::word);
        let counts: BTreeSet<(i64, Option<i64>, &str)> = chosen()
            .map(|judged| (judged.claim.count.min, judged.claim.count.max, judged.claim.notation.as_str()))
            .collect();
        let notations = counts.iter().map(|(_, _, notation)| *notation).collect::<Vec<_>>().join(" / ");
        let lowest = counts.iter().map(|(min, _, _)| *min).min();
        // One count without an upper bound leaves all of them without.
        let highest = counts.iter().try_fold(0, |highest, (_, max, _)| max.map(|max| max.max(highest)));
        let subject = subject.to_string();
        conn.prepare_cached("INSERT INTO stated_counts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
            .execute(params![mission, subject, category, region, city, day, notations, lowest, highest, worst])?;
    }
    Ok(())
}

//! What was published of each subject and scope, all claims together.

use super::judge::Judgement;
use super::scope::{Scope, Subject};
use super::verdict::Verdict;
use crate::count::Interval;
use crate::words::Stage;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedCount<'c> {
    /// The different counts as published, with slashes between them.
    pub counts: String,
    /// From the lowest of their lower to the highest of their upper bounds.
    pub hull: Interval,
    /// The worst of their verdicts.
    pub verdict: Verdict,
    pub subject: &'c Subject,
    pub scope: &'c Scope,
}

/// Draws the claims of a mission together, by subject and scope; expected counts only where none is reported.
pub fn stated_counts<'c>(judged: &[Judgement<'c>]) -> Vec<StatedCount<'c>> {
    let mut groups: BTreeMap<(&'c Subject, &'c Scope), Vec<&Judgement<'c>>> = BTreeMap::new();
    for judged in judged {
        groups.entry((&judged.claim.subject, &judged.claim.scope)).or_default().push(judged);
    }
    groups.into_iter().filter_map(|((subject, scope), group)| draw_together(subject, scope, &group)).collect()
}

fn draw_together<'c>(subject: &'c Subject, scope: &'c Scope, group: &[&Judgement<'c>]) -> Option<StatedCount<'c>> {
    let any_reported = group.iter().any(|judged| judged.claim.stage == Stage::Reported);
    let chosen = || group.iter().filter(|judged| !any_reported || judged.claim.stage == Stage::Reported);
    let counts: BTreeSet<(i64, Option<i64>, &str)> = chosen()
        .map(|judged| (judged.claim.count.min, judged.claim.count.max, judged.claim.notation.as_str()))
        .collect();
    let open = counts.iter().any(|(_, max, _)| max.is_none());
    Some(StatedCount {
        counts: counts.iter().map(|(_, _, notation)| *notation).collect::<Vec<_>>().join(" / "),
        hull: Interval {
            min: counts.iter().map(|(min, _, _)| *min).min()?,
            max: counts.iter().filter_map(|(_, max, _)| *max).max().filter(|_| !open),
        },
        verdict: chosen().map(|judged| judged.verdict).min()?,
        subject,
        scope,
    })
}

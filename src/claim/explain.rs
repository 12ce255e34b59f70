//! A claim explained: everything that the rules found, one line each.

use super::facts::{Claim, Names};
use super::finding::{Finding, sentence};
use super::judge::Judgement;
use crate::count::Interval;
use crate::words::Stage;

/// One line of an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about: "claim", "source", a rule ...
    pub about: String,
    /// What it says.
    pub text: String,
}

/// A claim in words, the interval that was tested, and each rule that applied with its outcome.
pub fn explain(judged: &Judgement<'_>, names: &Names) -> Vec<Line> {
    let claim = judged.claim;
    let line = |about: &str, text: String| Line { about: about.to_owned(), text };
    let stage = match claim.stage {
        Stage::Expected => "published beforehand",
        Stage::Reported => "reported",
    };
    let mut lines = vec![
        line("claim", claim.id.clone()),
        line("says", format!("{}: {}", names.describe(&claim.subject, &claim.scope), claim.notation)),
        line("tested", format!("{} means {}", claim.notation, in_words(claim.count))),
        line("source", format!("{}, {stage}", claim.source)),
        line("verdict", judged.verdict.word().to_owned()),
    ];
    let mut findings: Vec<_> = judged.findings.iter().collect();
    findings.sort_by_key(|finding| finding.verdict(&claim.source));
    for finding in findings {
        let about = format!("{}: {}", rule(finding), finding.verdict(&claim.source).word());
        let text = sentence(claim, finding, names);
        let found = Line { about, text };
        if !lines.contains(&found) {
            lines.push(found);
        }
    }
    lines
}

/// The interval that a notation stands for: "exactly 112", "at least 31".
fn in_words(count: Interval) -> String {
    match count.max {
        None => format!("at least {}", count.min),
        Some(max) if max == count.min => format!("exactly {max}"),
        Some(max) => format!("{} to {max}", count.min),
    }
}

fn rule(finding: &Finding<'_>) -> &'static str {
    match finding {
        Finding::TooManyListed(_)
        | Finding::TooFewListed(..)
        | Finding::ListBearsOut(..)
        | Finding::ListSaysLittle(..) => "rows",
        Finding::Contradicts(_) | Finding::Agrees(_) => "same scope",
        Finding::PartExceedsWhole(..) => "part and whole",
        Finding::SumDoesNotFit(_) | Finding::AddsUp(_) => "sum",
    }
}

/// The SQL that lists the rows which certainly or possibly fall in the scope of a claim; `None` where
/// no table lists its subject.
pub fn listing(claim: &Claim) -> Option<&'static str> {
    use super::scope::Subject;
    match claim.subject {
        Subject::Participants => Some(include_str!("sql/list_participants.sql")),
        Subject::Agreements => Some(include_str!("sql/list_agreements.sql")),
        Subject::Events => Some(include_str!("sql/list_events.sql")),
        Subject::People | Subject::Other(_) => None,
    }
}

//! A claim explained: everything that the rules found, one line each.

use super::facts::{Claim, Names};
use super::finding::{Finding, sentence};
use super::judge::Judgement;
use crate::count::Interval;
use crate::language::{Language, Phrase};
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
    let language = names.language;
    let line = |about: Phrase, text: String| Line { about: language.say(about).to_owned(), text };
    let stage = match claim.stage {
        Stage::Expected => language.say(Phrase::PublishedBeforehand),
        Stage::Reported => language.say(Phrase::Reported),
    };
    let mut lines = vec![
        line(Phrase::Claim, claim.id.clone()),
        line(Phrase::Says, language.labelled(&names.describe(&claim.subject, &claim.scope), &claim.notation)),
        line(Phrase::Tested, in_words(&claim.notation, claim.count, language)),
        line(Phrase::Source, format!("{}, {stage}", claim.source)),
        line(Phrase::Verdict, language.word(judged.verdict.word())),
    ];
    let mut findings: Vec<_> = judged.findings.iter().collect();
    findings.sort_by_key(|finding| finding.verdict(&claim.source));
    for finding in findings {
        let verdict = language.word(finding.verdict(&claim.source).word());
        let about = language.labelled(language.say(rule(finding)), &verdict);
        let text = sentence(claim, finding, names);
        let found = Line { about, text };
        if !lines.contains(&found) {
            lines.push(found);
        }
    }
    lines
}

/// The interval that a notation stands for: "112 means exactly 112", ">30 means at least 31".
fn in_words(notation: &str, count: Interval, language: Language) -> String {
    let min = language.number(count.min);
    match count.max {
        None => language.fill_all(Phrase::MeansAtLeast, &[notation, &min]),
        Some(max) if max == count.min => language.fill_all(Phrase::MeansExactly, &[notation, &min]),
        Some(max) => language.fill_all(Phrase::MeansBetween, &[notation, &min, &language.number(max)]),
    }
}

fn rule(finding: &Finding<'_>) -> Phrase {
    match finding {
        Finding::TooManyListed(_)
        | Finding::TooFewListed(..)
        | Finding::ListBearsOut(..)
        | Finding::ListSaysLittle(..) => Phrase::Rows,
        Finding::Contradicts(_) | Finding::Agrees(_) => Phrase::SameScope,
        Finding::PartExceedsWhole(..) => Phrase::PartAndWhole,
        Finding::SumDoesNotFit(_) | Finding::AddsUp(_) => Phrase::Sum,
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

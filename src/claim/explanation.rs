//! A claim explained: everything that the rules found, one line each.

use super::evidence::sentence;
use super::facts::Names;
use super::judge::Judgement;
use super::verdict::Argument;
use crate::count::Interval;
use crate::language::{Language, Phrase};
use crate::words::Stage;

/// What a line is about, and its text: the claim in words, the interval that was tested, and each rule that applied
/// with its outcome.
pub fn explain(judged: &Judgement<'_>, names: &Names) -> Vec<(String, String)> {
    let claim = judged.claim;
    let language = names.language;
    let line = |about: Phrase, text: String| (language.say(about).to_owned(), text);
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
    let mut arguments: Vec<_> = judged.arguments.iter().collect();
    arguments.sort_by_key(|argument| argument.verdict(&claim.source));
    for argument in arguments {
        let verdict = language.word(argument.verdict(&claim.source).word());
        let about = language.labelled(language.say(rule(argument)), &verdict);
        let found = (about, sentence(claim, argument, names));
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

fn rule(argument: &Argument<'_>) -> Phrase {
    match argument {
        Argument::TooManyListed(_)
        | Argument::TooFewListed(..)
        | Argument::ListBearsOut(..)
        | Argument::ListSaysLittle(..) => Phrase::Rows,
        Argument::Contradicts(_) | Argument::Agrees(_) => Phrase::SameScope,
        Argument::PartExceedsWhole(..) => Phrase::PartAndWhole,
        Argument::SumDoesNotFit(_) | Argument::AddsUp(_) => Phrase::Sum,
    }
}

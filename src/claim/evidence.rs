//! What speaks for and against a claim, in sentences with the arithmetic and the sources in them.

use super::facts::{Claim, Names};
use super::falls_in::ListedCount;
use super::sums::{Relation, Sum};
use super::verdict::{Argument, Verdict};
use crate::language::{Language, Phrase};
use std::collections::BTreeMap;

/// Everything found, in sentences, what is against first.
pub fn evidence(claim: &Claim, arguments: &[Argument<'_>], names: &Names) -> String {
    let mut sentences: Vec<(Verdict, String)> = arguments
        .iter()
        .filter(|argument| !matches!(argument, Argument::Contradicts(_) | Argument::Agrees(_)))
        .map(|argument| (argument.verdict(&claim.source), sentence(claim, argument, names)))
        .collect();
    sentences.extend(published_elsewhere(claim, arguments, names.language));
    sentences.sort_by_key(|(verdict, _)| *verdict);
    sentences.dedup();
    let sentences: Vec<String> = sentences.into_iter().map(|(_, sentence)| sentence).collect();
    if sentences.is_empty() {
        names.language.say(Phrase::NothingToHoldItAgainst).to_owned()
    } else {
        sentences.join("; ")
    }
}

/// One sentence per count that others published on the same scope.
fn published_elsewhere(claim: &Claim, arguments: &[Argument<'_>], language: Language) -> Vec<(Verdict, String)> {
    let mut sources: BTreeMap<(Verdict, bool, &str), Vec<&str>> = BTreeMap::new();
    for argument in arguments {
        let (agrees, other) = match argument {
            Argument::Contradicts(other) => (false, other),
            Argument::Agrees(other) => (true, other),
            Argument::TooManyListed(_)
            | Argument::TooFewListed(..)
            | Argument::ListBearsOut(..)
            | Argument::ListSaysLittle(..)
            | Argument::PartExceedsWhole(..)
            | Argument::SumDoesNotFit(_)
            | Argument::AddsUp(_) => continue,
        };
        let sources = sources.entry((argument.verdict(&claim.source), agrees, &other.notation)).or_default();
        if !sources.contains(&other.source.as_str()) {
            sources.push(&other.source);
        }
    }
    let sentences = sources.into_iter().map(|((verdict, agrees, count), sources)| {
        let phrase = if agrees { Phrase::AlsoPublishedBy } else { Phrase::PublishedBy };
        (verdict, language.fill_all(phrase, &[count, &sources.join(", ")]))
    });
    sentences.collect()
}

pub(super) fn sentence(claim: &Claim, argument: &Argument<'_>, names: &Names) -> String {
    let (stated, language) = (claim.notation.as_str(), names.language);
    let rows = |listed: &ListedCount| language.interval(listed.interval());
    match argument {
        Argument::TooManyListed(listed) => {
            language.fill_all(Phrase::ListedAndPublished, &[&language.number(listed.min), stated])
        }
        Argument::ListBearsOut(listed, list) => {
            language.fill_all(Phrase::InCompleteList, &[&rows(listed), &list.source])
        }
        Argument::ListSaysLittle(listed, None) => {
            let phrase = if claim.count.exact().is_some() { Phrase::ListedOf } else { Phrase::ListedAndPublished };
            language.fill_all(phrase, &[&rows(listed), stated])
        }
        Argument::TooFewListed(listed, list) | Argument::ListSaysLittle(listed, Some(list)) => {
            language.fill_all(Phrase::InCompleteListAndPublished, &[&rows(listed), &list.source, stated])
        }
        Argument::Contradicts(other) | Argument::Agrees(other) => {
            language.fill_all(Phrase::PublishedBy, &[&other.notation, &other.source])
        }
        Argument::PartExceedsWhole(part, whole) => {
            let named = |claim: &Claim| names.describe(&claim.subject, &claim.scope);
            let terms =
                [(named(part), at_least(part, language), *part), (named(whole), at_most(whole, language), *whole)];
            let (words, source) = in_words(&terms);
            format!("{}{source}", words.join(" > "))
        }
        Argument::SumDoesNotFit(sum) | Argument::AddsUp(sum) => arithmetic(sum, names),
    }
}

fn at_least(claim: &Claim, language: Language) -> String {
    let min = language.number(claim.count.min);
    if claim.count.exact().is_some() { min } else { language.fill(Phrase::AtLeast, &min) }
}

fn at_most(claim: &Claim, language: Language) -> String {
    match claim.count.max {
        Some(max) if claim.count.exact().is_none() => language.fill(Phrase::AtMost, &language.number(max)),
        Some(max) => language.number(max),
        None => claim.notation.clone(),
    }
}

/// One end of a count, in words.
type Bound = fn(&Claim, Language) -> String;

/// What is named, the bound that counts, and the claim.
type Term<'t> = (String, String, &'t Claim);

/// The terms in words, each with its source where they have different ones, and the source that they have in common.
fn in_words(terms: &[Term<'_>]) -> (Vec<String>, String) {
    let in_brackets = |claim: &Claim| format!(" ({})", claim.source);
    let several = terms.windows(2).any(|pair| pair[0].2.source != pair[1].2.source);
    let words = terms.iter().map(|(name, bound, claim)| {
        let gap = if name.is_empty() { "" } else { " " };
        let source = if several { in_brackets(claim) } else { String::new() };
        format!("{name}{gap}{bound}{source}")
    });
    let common = terms.first().filter(|_| !several).map(|(_, _, claim)| in_brackets(claim));
    (words.collect(), common.unwrap_or_default())
}

/// `Flanders 112 (flemish-report) + Wallonia 74 (aktus) + Brussels-Capital 37 (bx1) = 223 > 221 (eventail)`.
fn arithmetic(sum: &Sum<'_>, names: &Names) -> String {
    let (bound, of_whole, sign): (Bound, Bound, &str) = match sum.relation {
        Relation::Above(_) => (at_least, at_most, " > "),
        Relation::Below(_) => (at_most, at_least, " < "),
        Relation::Equal(_) => (at_least, at_most, ""),
    };
    let dimension = sum.relation.dimension();
    let name = |part: &Claim| part.scope.value(dimension).map(|key| names.of(dimension, key));
    let parts = sum.parts.iter().map(|part| (name(part).unwrap_or_default(), bound(part, names.language), *part));
    let whole = (String::new(), of_whole(sum.whole, names.language), sum.whole);
    let (words, source) = in_words(&parts.chain([whole]).collect::<Vec<_>>());
    let (parts, whole) = words.split_at(sum.parts.len());
    let number = names.language.number(sum.total);
    let total = match (sum.parts.iter().all(|part| part.count.exact().is_some()), &sum.relation) {
        (true, _) => format!("= {number}"),
        (false, Relation::Above(_)) => format!("≥ {number}"),
        (false, Relation::Below(_) | Relation::Equal(_)) => format!("≤ {number}"),
    };
    let whole = match sum.relation {
        Relation::Above(_) | Relation::Below(_) => format!("{sign}{}", whole.concat()),
        Relation::Equal(_) if source.is_empty() => format!(" ({})", sum.whole.source),
        Relation::Equal(_) => String::new(),
    };
    format!("{} {total}{whole}{source}", parts.join(" + "))
}

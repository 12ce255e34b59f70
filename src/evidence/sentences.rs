//! What speaks for and against a claim, in sentences with the arithmetic and the sources in them.

use super::arithmetic;
use crate::claim::{Judgement, Support};
use crate::facts::{Claim, Facts, Names};
use crate::language::Phrase;
use crate::words::Stage;
use std::collections::BTreeSet;

/// The strongest findings of a claim that are told; then how many more there are.
pub(super) const MOST_FINDINGS: usize = 20;

/// Everything found of a claim, what is against it first. The contradictions come in words already, in their order.
pub fn evidence(judged: &Judgement<'_>, contradictions: &[String], facts: &Facts, names: &Names) -> Vec<String> {
    let language = names.language;
    let against = judged.contradictions.iter().filter_map(|index| contradictions.get(*index));
    let mut sentences: Vec<String> = against.take(MOST_FINDINGS).cloned().collect();
    let more = judged.found - sentences.len();
    if more > 0 {
        sentences.push(language.fill(Phrase::NMoreFindings, &more.to_string()));
    }
    sentences.extend(rows(judged, facts, names));
    let support = judged.support.as_ref().and_then(|support| supported_by(support, facts, names));
    sentences.extend(support);
    sentences.extend(repeated(judged, facts, names));
    sentences.extend(adds_up(judged, facts, names));
    if judged.undecided {
        sentences.push(language.say(Phrase::NotAllSearched).to_owned());
    }
    sentences
}

fn rows(judged: &Judgement<'_>, facts: &Facts, names: &Names) -> Option<String> {
    let (claim, language) = (judged.claim, names.language);
    let list = facts.complete(&claim.subject, &claim.scope);
    let Some(listed) = judged.listed else {
        return Some(language.say(Phrase::NoList).to_owned());
    };
    let [min, max] = [listed.min, listed.max].map(|n| language.number(n));
    let published = claim.count.notation();
    let listed_in_words = if listed.min == listed.max {
        language.fill(Phrase::NListed, &min)
    } else {
        language.fill_all(Phrase::CertainAndPossible, &[&min, &max])
    };
    Some(match (claim.stage, list) {
        (Stage::Expected, _) => language.fill_all(Phrase::Outcome, &[&listed_in_words, published]),
        (Stage::Reported, Some(list)) => {
            let rows = language.interval(listed.interval());
            language.fill_all(Phrase::InCompleteListAndPublished, &[&rows, &list.source, published])
        }
        (Stage::Reported, None) => language.fill_all(Phrase::ListedAndPublished, &[&listed_in_words, published]),
    })
}

fn supported_by(support: &Support, facts: &Facts, names: &Names) -> Option<String> {
    let language = names.language;
    match support {
        Support::Rows => None,
        Support::Counted(claims) => {
            let counted = claims
                .iter()
                .map(|claim| &facts.claims[*claim])
                .map(|claim| format!("{} ({})", claim.origin.as_deref().unwrap_or_default(), claim.source));
            Some(language.fill(Phrase::CountedIndependently, &listed(counted)))
        }
        Support::Said(claims) => {
            let said = claims.iter().map(|claim| &facts.claims[*claim]);
            let said = said.map(|claim| format!("{} ({})", claim.count.notation(), claim.source));
            Some(language.fill(Phrase::FollowsFrom, &listed(said)))
        }
        Support::Follows { low, high } => {
            Some(language.fill(Phrase::FollowsFrom, &arithmetic::support(low, high, facts, names)))
        }
    }
}

/// The first few, with commas.
fn listed(words: impl Iterator<Item = String>) -> String {
    let distinct: BTreeSet<String> = words.collect();
    let more = distinct.len().saturating_sub(MOST_FINDINGS);
    let named: Vec<String> = distinct.into_iter().take(MOST_FINDINGS).collect();
    if more > 0 { format!("{} +{more}", named.join(", ")) } else { named.join(", ") }
}

/// Others that say the same, which bears nothing out: they may all repeat one count.
fn repeated(judged: &Judgement<'_>, facts: &Facts, names: &Names) -> Option<String> {
    let counted: &[usize] = match &judged.support {
        Some(Support::Counted(claims)) => claims,
        Some(Support::Follows { .. } | Support::Said(_)) => return None,
        Some(Support::Rows) | None => &[],
    };
    let others =
        judged.same.iter().filter(|claim| !counted.contains(claim)).map(|claim| facts.claims[*claim].source.clone());
    let others: BTreeSet<String> = others.filter(|source| *source != judged.claim.source).collect();
    (!others.is_empty()).then(|| names.language.fill(Phrase::SameNumberIn, &listed(others.into_iter())))
}

fn adds_up(judged: &Judgement<'_>, facts: &Facts, names: &Names) -> Option<String> {
    let claims: Vec<&Claim> = judged.adds_up.iter().map(|claim| &facts.claims[*claim]).collect();
    let whole = claims.iter().min_by_key(|claim| claim.scope.parts())?;
    let parts: BTreeSet<String> = claims
        .iter()
        .filter(|claim| claim.scope != whole.scope)
        .map(|part| format!("{} {}", names.place(&part.scope), part.count.notation()))
        .collect();
    let parts: Vec<String> = parts.into_iter().collect();
    let sum = format!("{} = {}", parts.join(" + "), whole.count.notation());
    Some(names.language.fill(Phrase::AddsUpInItsSource, &sum))
}

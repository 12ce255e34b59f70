//! What speaks for and against a claim, and the verdict that follows.

use super::facts::{Claim, CompleteList, Names};
use super::listing::Listed;
use super::sums::{Relation, Sum};
use crate::language::{Language, Phrase};
use std::collections::BTreeMap;

/// What is to be thought of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Verdict {
    /// The rows rule it out, or claims of its own source do.
    Refuted,
    /// Claims of other sources rule it out.
    Disputed,
    /// Nothing decides.
    Unverified,
    /// A complete list, a sum or another source bears it out.
    Supported,
}

impl Verdict {
    /// The word that is stored and shown.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// One thing that was found for or against a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding<'c> {
    /// R1: more rows are listed than it allows.
    TooManyListed(Listed),
    /// R1: the list is complete and has fewer than it needs.
    TooFewListed(Listed, &'c CompleteList),
    /// R1: the list is complete and every reading of it is within the claim.
    ListBearsOut(Listed, &'c CompleteList),
    /// R1: the rows decide nothing.
    ListSaysLittle(Listed, Option<&'c CompleteList>),
    /// R2: a claim on the same scope that cannot be right together with it.
    Contradicts(&'c Claim),
    /// R2: a claim of another source on the same scope with the same interval.
    Agrees(&'c Claim),
    /// R3: a part that is larger than its whole.
    PartExceedsWhole(&'c Claim, &'c Claim),
    /// R4: a sum that does not fit the whole.
    SumDoesNotFit(Sum<'c>),
    /// R4: exact parts that add up to an exact whole.
    AddsUp(Sum<'c>),
}

impl Finding<'_> {
    /// The verdict that it leads to, by itself, for one claim of `source`.
    pub fn verdict(&self, source: &str) -> Verdict {
        let ruled_out_by = |same_source| if same_source { Verdict::Refuted } else { Verdict::Disputed };
        match self {
            Self::TooManyListed(_) | Self::TooFewListed(..) => Verdict::Refuted,
            Self::ListBearsOut(..) | Self::Agrees(_) | Self::AddsUp(_) => Verdict::Supported,
            Self::ListSaysLittle(..) => Verdict::Unverified,
            Self::Contradicts(other) => ruled_out_by(other.source == source),
            Self::PartExceedsWhole(part, whole) => ruled_out_by(part.source == whole.source),
            Self::SumDoesNotFit(sum) => ruled_out_by(sum.is_of_one_source()),
        }
    }
}

impl<'c> From<Sum<'c>> for Finding<'c> {
    fn from(sum: Sum<'c>) -> Self {
        match sum.relation {
            Relation::Above(_) | Relation::Below(_) => Self::SumDoesNotFit(sum),
            Relation::Equal(_) => Self::AddsUp(sum),
        }
    }
}

/// The verdict that all findings lead to together: rows beat papers, what is against beats what is for.
pub fn verdict(findings: &[Finding<'_>], source: &str) -> Verdict {
    let worst = findings.iter().map(|finding| finding.verdict(source)).min().unwrap_or(Verdict::Unverified);
    let borne_out_by_list = findings.iter().any(|finding| matches!(finding, Finding::ListBearsOut(..)));
    let supported = findings.iter().any(|finding| finding.verdict(source) == Verdict::Supported);
    match worst {
        Verdict::Refuted => Verdict::Refuted,
        Verdict::Disputed | Verdict::Unverified | Verdict::Supported if borne_out_by_list => Verdict::Supported,
        Verdict::Disputed => Verdict::Disputed,
        Verdict::Unverified | Verdict::Supported if supported => Verdict::Supported,
        Verdict::Unverified | Verdict::Supported => Verdict::Unverified,
    }
}

/// Everything found, in sentences, what is against first.
pub fn evidence(claim: &Claim, findings: &[Finding<'_>], names: &Names) -> String {
    let mut sentences: Vec<(Verdict, String)> = findings
        .iter()
        .filter(|finding| !matches!(finding, Finding::Contradicts(_) | Finding::Agrees(_)))
        .map(|finding| (finding.verdict(&claim.source), sentence(claim, finding, names)))
        .collect();
    sentences.extend(published_elsewhere(claim, findings, names.language));
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
fn published_elsewhere(claim: &Claim, findings: &[Finding<'_>], language: Language) -> Vec<(Verdict, String)> {
    let mut sources: BTreeMap<(Verdict, bool, &str), Vec<&str>> = BTreeMap::new();
    for finding in findings {
        let (agrees, other) = match finding {
            Finding::Contradicts(other) => (false, other),
            Finding::Agrees(other) => (true, other),
            _ => continue,
        };
        let sources = sources.entry((finding.verdict(&claim.source), agrees, &other.notation)).or_default();
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

/// One finding in words.
pub(super) fn sentence(claim: &Claim, finding: &Finding<'_>, names: &Names) -> String {
    let (stated, language) = (claim.notation.as_str(), names.language);
    let rows = |listed: &Listed| language.interval(listed.interval());
    match finding {
        Finding::TooManyListed(listed) => {
            language.fill_all(Phrase::ListedAndPublished, &[&language.number(listed.min), stated])
        }
        Finding::ListBearsOut(listed, list) => {
            language.fill_all(Phrase::InCompleteList, &[&rows(listed), &list.source])
        }
        Finding::ListSaysLittle(listed, None) => {
            let phrase = if is_exact(claim) { Phrase::ListedOf } else { Phrase::ListedAndPublished };
            language.fill_all(phrase, &[&rows(listed), stated])
        }
        Finding::TooFewListed(listed, list) | Finding::ListSaysLittle(listed, Some(list)) => {
            language.fill_all(Phrase::InCompleteListAndPublished, &[&rows(listed), &list.source, stated])
        }
        Finding::Contradicts(other) | Finding::Agrees(other) => {
            language.fill_all(Phrase::PublishedBy, &[&other.notation, &other.source])
        }
        Finding::PartExceedsWhole(part, whole) => {
            let named = |claim: &Claim| names.describe(&claim.subject, &claim.scope);
            let terms =
                [(named(part), at_least(part, language), *part), (named(whole), at_most(whole, language), *whole)];
            let [part, whole] = with_sources(&terms);
            format!("{part} > {whole}{}", only_source(&terms))
        }
        Finding::SumDoesNotFit(sum) | Finding::AddsUp(sum) => arithmetic(sum, names),
    }
}

fn is_exact(claim: &Claim) -> bool {
    claim.count.max == Some(claim.count.min)
}

fn at_least(claim: &Claim, language: Language) -> String {
    let min = language.number(claim.count.min);
    if is_exact(claim) { min } else { language.fill(Phrase::AtLeast, &min) }
}

fn at_most(claim: &Claim, language: Language) -> String {
    match claim.count.max {
        Some(max) if !is_exact(claim) => language.fill(Phrase::AtMost, &language.number(max)),
        Some(max) => language.number(max),
        None => claim.notation.clone(),
    }
}

/// One end of a count, in words.
type Bound = fn(&Claim, Language) -> String;

/// What is named, the bound that counts, and the claim.
type Term<'t> = (String, String, &'t Claim);

/// Each term, with its source where the terms have different ones.
fn with_sources<const N: usize>(terms: &[Term<'_>; N]) -> [String; N] {
    let several = only_source(terms).is_empty();
    terms.each_ref().map(|term| in_words(term, several))
}

fn in_words((name, bound, claim): &Term<'_>, with_source: bool) -> String {
    let gap = if name.is_empty() { "" } else { " " };
    let source = if with_source { format!(" ({})", claim.source) } else { String::new() };
    format!("{name}{gap}{bound}{source}")
}

fn only_source(terms: &[Term<'_>]) -> String {
    match terms.first() {
        Some((_, _, first)) if terms.iter().all(|(_, _, claim)| claim.source == first.source) => {
            format!(" ({})", first.source)
        }
        Some(_) | None => String::new(),
    }
}

/// `Flanders 112 (flemish-report) + Wallonia 74 (aktus) + Brussels-Capital 37 (bx1) = 223 > 221 (eventail)`.
fn arithmetic(sum: &Sum<'_>, names: &Names) -> String {
    let (bound, of_whole, sign): (Bound, Bound, &str) = match sum.relation {
        Relation::Above(_) => (at_least, at_most, " > "),
        Relation::Below(_) => (at_most, at_least, " < "),
        Relation::Equal(_) => (at_least, at_most, ""),
    };
    let mut terms: Vec<Term<'_>> = sum
        .parts
        .iter()
        .map(|part| (names.places(&sum.relation.apart(&part.scope)).join(" · "), bound(part, names.language), *part))
        .collect();
    let number = names.language.number(sum.total);
    let total = match (sum.parts.iter().all(|part| is_exact(part)), &sum.relation) {
        (true, _) => format!("= {number}"),
        (false, Relation::Above(_)) => format!("≥ {number}"),
        (false, Relation::Below(_) | Relation::Equal(_)) => format!("≤ {number}"),
    };
    terms.push((String::new(), of_whole(sum.whole, names.language), sum.whole));
    let source = only_source(&terms);
    let words: Vec<String> = terms.iter().map(|term| in_words(term, source.is_empty())).collect();
    let (whole, parts) =
        words.split_last().map_or((String::new(), words.as_slice()), |(last, parts)| (last.clone(), parts));
    let whole = match sum.relation {
        Relation::Above(_) | Relation::Below(_) => format!("{sign}{whole}"),
        Relation::Equal(_) if source.is_empty() => format!(" ({})", sum.whole.source),
        Relation::Equal(_) => String::new(),
    };
    format!("{} {total}{whole}{source}", parts.join(" + "))
}

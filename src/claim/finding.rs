//! What speaks for and against a claim, and the verdict that follows.

use super::facts::{Claim, CompleteList, Names};
use super::listing::Listed;
use super::sums::Relation;
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

/// A sum of parts held against a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum<'c> {
    /// The parts, one claim each.
    pub parts: Vec<&'c Claim>,
    /// The whole.
    pub whole: &'c Claim,
    /// How the sum stands to the whole.
    pub relation: Relation,
    /// The sum of the bounds that were added.
    pub total: i64,
}

impl Sum<'_> {
    /// Whether one source published all of it.
    pub fn is_of_one_source(&self) -> bool {
        self.parts.iter().all(|part| part.source == self.whole.source)
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
    sentences.extend(published_elsewhere(claim, findings));
    sentences.sort_by_key(|(verdict, _)| *verdict);
    sentences.dedup();
    let sentences: Vec<String> = sentences.into_iter().map(|(_, sentence)| sentence).collect();
    if sentences.is_empty() { "nothing to hold it against".to_owned() } else { sentences.join("; ") }
}

/// One sentence per count that others published on the same scope.
fn published_elsewhere(claim: &Claim, findings: &[Finding<'_>]) -> Vec<(Verdict, String)> {
    let mut sources: BTreeMap<(Verdict, &str, &str), Vec<&str>> = BTreeMap::new();
    for finding in findings {
        let (word, other) = match finding {
            Finding::Contradicts(other) => ("", other),
            Finding::Agrees(other) => ("also ", other),
            _ => continue,
        };
        let sources = sources.entry((finding.verdict(&claim.source), word, &other.notation)).or_default();
        if !sources.contains(&other.source.as_str()) {
            sources.push(&other.source);
        }
    }
    let sentences = sources.into_iter().map(|((verdict, word, count), sources)| {
        (verdict, format!("{word}{count} published by {}", sources.join(", ")))
    });
    sentences.collect()
}

/// One finding in words.
pub(super) fn sentence(claim: &Claim, finding: &Finding<'_>, names: &Names) -> String {
    let stated = &claim.notation;
    match finding {
        Finding::TooManyListed(listed) => format!("{} listed, {stated} published", listed.min),
        Finding::TooFewListed(listed, list) => {
            format!("{} in the complete list ({}), {stated} published", listed.interval(), list.source)
        }
        Finding::ListBearsOut(listed, list) => {
            format!("{} in the complete list ({})", listed.interval(), list.source)
        }
        Finding::ListSaysLittle(listed, None) => format!("{} of {stated} listed", listed.interval()),
        Finding::ListSaysLittle(listed, Some(list)) => {
            format!("{} of {stated} in the complete list ({})", listed.interval(), list.source)
        }
        Finding::Contradicts(other) | Finding::Agrees(other) => {
            format!("{} published by {}", other.notation, other.source)
        }
        Finding::PartExceedsWhole(part, whole) => format!(
            "{} {} > {} {} (sources {}, {})",
            names.describe(&part.subject, &part.scope),
            part.notation,
            names.describe(&whole.subject, &whole.scope),
            whole.notation,
            part.source,
            whole.source,
        ),
        Finding::SumDoesNotFit(sum) | Finding::AddsUp(sum) => arithmetic(sum, names),
    }
}

/// `Flanders 112 + Wallonia 74 + Brussels-Capital 37 = 223 > 221 (sources …)`.
fn arithmetic(sum: &Sum<'_>, names: &Names) -> String {
    let terms: Vec<String> = sum
        .parts
        .iter()
        .map(|part| {
            let places = names.places(&sum.relation.apart(&part.scope));
            format!("{} {}", places.join(" · "), part.notation)
        })
        .collect();
    let exact = sum.parts.iter().all(|part| part.count.max == Some(part.count.min));
    let total = match (exact, &sum.relation) {
        (true, _) => format!("= {}", sum.total),
        (false, Relation::Above(_)) => format!("≥ {}", sum.total),
        (false, Relation::Below(_) | Relation::Equal(_)) => format!("≤ {}", sum.total),
    };
    let whole = match sum.relation {
        Relation::Above(_) => format!(" > {}", sum.whole.notation),
        Relation::Below(_) => format!(" < {}", sum.whole.notation),
        Relation::Equal(_) => String::new(),
    };
    let mut sources: Vec<&str> = Vec::new();
    for claim in sum.parts.iter().copied().chain([sum.whole]) {
        if !sources.contains(&claim.source.as_str()) {
            sources.push(&claim.source);
        }
    }
    let noun = if sources.len() == 1 { "source" } else { "sources" };
    format!("{} {total}{whole} ({noun} {})", terms.join(" + "), sources.join(", "))
}

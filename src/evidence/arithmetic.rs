//! A contradiction in words: its arithmetic, and what would make it fit.

use crate::claim::{Assumption, Condition, Contradiction, Side, Sum, Term, TermOf, whole_number};
use crate::count::Softness;
use crate::facts::{Claim, Dimension, Facts, Names, Scope};
use crate::language::Phrase;
use std::collections::BTreeSet;

/// A text that may go on for hundreds of terms names so many, and then how many more there are.
const MOST_NAMED: usize = 12;

/// `Companies: Flanders 112 (flemish-report) + Wallonia 74 (aktus) + Brussels-Capital 37 (bx1) = 223 > 221 (eventail)`.
pub fn arithmetic(of: &Contradiction, facts: &Facts, names: &Names) -> String {
    let terms = || of.low.iter().chain(&of.high);
    let context = common(terms().map(|term| term.of.scope(facts)));
    let sources: BTreeSet<Vec<&str>> = terms().filter_map(|term| term.of.sources(facts)).collect();
    let names_a_list = terms().any(|term| matches!(term.of, TermOf::CompleteList(..)));
    let with_sources = sources.len() > 1 || names_a_list;
    let writer = Writer { facts, names, context: &context, with_sources };
    let place = names.place(&context);
    let prefix = if place.is_empty() { String::new() } else { names.language.labelled(&place, "") };
    let [low, high] = [(&of.low, Side::Low), (&of.high, Side::High)].map(|(sum, side)| writer.sum(sum, side));
    let source = if sources.len() == 1 && !with_sources {
        sources.iter().map(|sources| in_brackets(sources)).collect()
    } else {
        String::new()
    };
    format!("{prefix}{low} > {high}{source}")
}

/// What all the scopes have in common.
fn common<'s>(mut scopes: impl Iterator<Item = &'s Scope>) -> Scope {
    let first = scopes.next().cloned().unwrap_or_default();
    scopes.fold(first, |mut common, scope| {
        for dimension in Dimension::ALL {
            if common.value(dimension) != scope.value(dimension) {
                common = common.without(dimension);
            }
        }
        common.day = common.day.filter(|day| scope.day.as_ref() == Some(day));
        common
    })
}

impl TermOf {
    fn scope<'f>(&'f self, facts: &'f Facts) -> &'f Scope {
        match self {
            Self::Claims(claims) => &facts.claims[claims[0]].scope,
            Self::Rows(scope) | Self::MoreRows(scope) | Self::CompleteList(scope, _) => scope,
        }
    }

    /// Who published the number; `None` = it is no published one.
    fn sources<'f>(&self, facts: &'f Facts) -> Option<Vec<&'f str>> {
        let Self::Claims(claims) = self else { return None };
        let sources: BTreeSet<&str> = claims.iter().map(|claim| facts.claims[*claim].source.as_str()).collect();
        Some(sources.into_iter().collect())
    }
}

/// Up to three, and how many more there are.
fn in_brackets(sources: &[&str]) -> String {
    match sources {
        [one, two, three, _, more @ ..] => format!(" ({one}, {two}, {three} +{})", more.len() + 1),
        few => format!(" ({})", few.join(", ")),
    }
}

struct Writer<'w> {
    facts: &'w Facts,
    names: &'w Names,
    /// What need not be said of each term.
    context: &'w Scope,
    with_sources: bool,
}

impl Writer<'_> {
    fn sum(&self, sum: &Sum, side: Side) -> String {
        let mut text = String::new();
        for (index, term) in sum.iter().take(MOST_NAMED).enumerate() {
            text += match (index, term.is_less) {
                (0, _) => "",
                (_, false) => " + ",
                (_, true) => " − ",
            };
            let side = if term.is_less { opposite(side) } else { side };
            text += &self.term(term, side);
        }
        if sum.len() > MOST_NAMED {
            text += " + … ";
            text += &self.names.language.fill(Phrase::NMore, &(sum.len() - MOST_NAMED).to_string());
        }
        if sum.len() > 1 {
            let total: i128 = sum.iter().map(|term| if term.is_less { -term.value } else { term.value }).sum();
            let is_exact = sum.iter().all(|term| self.is_exact(term));
            text += " = ";
            text += &self.bound(whole_number(total), side, is_exact);
        }
        text
    }

    fn term(&self, term: &Term, side: Side) -> String {
        let language = self.names.language;
        let mut scope = term.of.scope(self.facts).clone();
        for dimension in Dimension::ALL {
            if self.context.value(dimension).is_some() {
                scope = scope.without(dimension);
            }
        }
        scope.day = scope.day.filter(|_| self.context.day.is_none());
        let name = self.names.place(&scope);
        let value = whole_number(term.value);
        let text = match &term.of {
            TermOf::Claims(claims) => {
                let count = &self.facts.claims[claims[0]].count;
                let said = count.canonical();
                let sources = term.of.sources(self.facts).filter(|_| self.with_sources);
                let sources = sources.map(|sources| in_brackets(&sources)).unwrap_or_default();
                let (notation, bound) = (count.notation(), self.bound(value, side, self.is_exact(term)));
                if self.is_exact(term) {
                    format!("{notation}{sources}")
                } else if said == format!(">={value}") || said == format!("<={value}") {
                    format!("{bound}{sources}")
                } else if notation.starts_with(|first: char| first.is_ascii_digit()) {
                    format!("{notation} ({bound}){sources}")
                } else {
                    // An operator beside those of the sum could not be read.
                    format!("{bound} (“{notation}”){sources}")
                }
            }
            TermOf::Rows(_) => language.fill(Phrase::NListed, &language.number(value)),
            TermOf::MoreRows(_) => language.fill(Phrase::NMoreListed, &language.number(value)),
            TermOf::CompleteList(_, source) => {
                language.fill_all(Phrase::InCompleteList, &[&language.number(value), source])
            }
        };
        match scope.day {
            _ if name.is_empty() => text,
            Some(_) => language.labelled(&name, &text),
            None => format!("{name} {text}"),
        }
    }

    /// Whether a number is read as just what it says.
    fn is_exact(&self, term: &Term) -> bool {
        match &term.of {
            TermOf::Claims(claims) => {
                let said = self.facts.claims[claims[0]].count.canonical();
                said.trim_end_matches('=') == term.value.to_string()
            }
            TermOf::Rows(_) | TermOf::MoreRows(_) | TermOf::CompleteList(..) => true,
        }
    }

    fn bound(&self, value: i64, side: Side, is_exact: bool) -> String {
        let (number, language) = (self.names.language.number(value), self.names.language);
        match side {
            _ if is_exact => number,
            Side::Low => language.fill(Phrase::AtLeast, &number),
            Side::High => language.fill(Phrase::AtMost, &number),
        }
    }
}

/// What a claim follows from: `San Francisco 20= (chronicle) + Los Angeles 15 (gazette) = 35`.
pub(super) fn support(low: &Sum, high: &Sum, facts: &Facts, names: &Names) -> String {
    let writer = Writer { facts, names, context: &Scope::default(), with_sources: true };
    let sides = [(low, Side::Low), (high, Side::High)].into_iter().filter(|(sum, _)| !sum.is_empty());
    let mut words: Vec<String> = sides.map(|(sum, side)| writer.sum(sum, side)).collect();
    words.dedup();
    words.join("; ")
}

fn opposite(side: Side) -> Side {
    match side {
        Side::Low => Side::High,
        Side::High => Side::Low,
    }
}

/// `fits only if at least 2 are counted in two regions, or if 70 is rounded (65–75 allows 72)`; `None` if it is hard.
pub fn conditions(of: &Contradiction, facts: &Facts, names: &Names) -> Option<String> {
    let language = names.language;
    let one = |condition: &Condition| in_words(condition, of, facts, names);
    let number = |claim: &Claim| (claim.scope.clone(), claim.count.canonical());
    let soft =
        of.claims.iter().map(|claim| &facts.claims[*claim]).filter(|claim| claim.count.softness() != Softness::Firm);
    let soft: BTreeSet<_> = soft.map(number).collect();
    let all = |conditions: &Vec<Condition>| {
        let words: Vec<String> = conditions.iter().map(one).collect();
        let dropped: BTreeSet<_> = conditions
            .iter()
            .filter_map(|of| of.assumption.claim())
            .map(|claim| number(&facts.claims[claim]))
            .collect();
        // Fewer units might be enough if the other numbers were read loosely as well.
        let is_read_strictly = conditions.len() > dropped.len() && dropped.len() < soft.len();
        let as_written = if is_read_strictly { language.say(Phrase::AsWritten) } else { "" };
        words.join(language.say(Phrase::AndIf)) + as_written
    };
    let alternatives: Vec<String> = of.conditions.iter().take(MOST_NAMED).map(all).collect();
    let joined = alternatives.join(language.say(Phrase::OrIf));
    (!joined.is_empty()).then(|| language.fill(Phrase::FitsOnlyIf, &joined))
}

fn in_words(condition: &Condition, of: &Contradiction, facts: &Facts, names: &Names) -> String {
    let language = names.language;
    let size = language.number(condition.size);
    let number = |claim: usize| {
        let Claim { count, scope, .. } = &facts.claims[claim];
        let looks_alike = |other: &Claim| other.count.canonical() == count.canonical() && other.scope != *scope;
        let mut said = count.notation().to_owned();
        // Where two numbers are written alike, the scope tells which one is meant.
        if of.claims.iter().any(|other| looks_alike(&facts.claims[*other])) {
            said = [names.place(scope), said].join(" ").trim().to_owned();
        }
        (said, language.interval(count.loose()), language.number(condition.value.unwrap_or_default()))
    };
    match (condition.assumption, condition.size) {
        (Assumption::Exact(claim), _) => {
            let (said, range, value) = number(claim);
            language.fill_all(Phrase::IsRounded, &[said, range, value])
        }
        (Assumption::About(claim), _) => {
            let (said, range, value) = number(claim);
            language.fill_all(Phrase::AboutAllows, &[said, value, range])
        }
        (Assumption::Once(Dimension::Region), 1) => language.say(Phrase::OneInTwoRegions).to_owned(),
        (Assumption::Once(Dimension::Region), _) => language.fill(Phrase::NInTwoRegions, &size),
        (Assumption::Once(Dimension::Category), 1) => language.say(Phrase::OneInTwoCategories).to_owned(),
        (Assumption::Once(Dimension::Category), _) => language.fill(Phrase::NInTwoCategories, &size),
        // Nothing but agreements and events adds up over cities, and those do by law.
        (Assumption::Once(Dimension::City), _) => language.fill(Phrase::NInTwoCities, &size),
        (Assumption::Whole, 1) => language.say(Phrase::OneInNoRegion).to_owned(),
        (Assumption::Whole, _) => language.fill(Phrase::NInNoRegion, &size),
    }
}

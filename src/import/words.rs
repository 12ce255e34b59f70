//! The words of other people's lists, in English, Dutch and French, each table of them a CSV file: headers, values and
//! numbers. Headers and values are written without capitals, accents, blanks and signs (`squeezed`), with blanks
//! between them.

use crate::cell::{Cell, Day, EnterpriseNumber, squeezed};
use crate::dataset::LocalDate;
use crate::model::Table;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A row of such a table, in which no cell is quoted.
type Entry = [&'static str; 3];

/// Table, field, and the words that head it.
static HEADERS: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("words/headers.csv")));
/// Column (of a table, with a point between them) or kind of word, value, and everyday words for it.
static VALUES: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("words/values.csv")));
/// What kind of word it is, the word, and what it means.
static NUMBERS: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("words/numbers.csv")));

/// The values by kind of word and word.
static MEANINGS: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let words = |&[of, value, words]: &Entry| words.split_ascii_whitespace().map(move |word| ((of, word), value));
    VALUES.iter().flat_map(words).collect()
});

fn entries(csv: &'static str) -> Vec<Entry> {
    let entry = |line: &'static str| line.splitn(3, ',').collect::<Vec<_>>().try_into().ok();
    csv.lines().skip(1).filter_map(entry).collect()
}

/// The tables that a list can be of.
pub(super) fn tables() -> Vec<Table> {
    Table::ALL.iter().copied().filter(|table| headers(*table).next().is_some()).collect()
}

/// The fields of a table that have words of their own, with these.
pub(super) fn headers(table: Table) -> impl Iterator<Item = (&'static str, &'static str)> {
    HEADERS.iter().filter(move |[of, ..]| *of == table.name()).map(|[_, field, words]| (*field, *words))
}

/// The values of a column, each with everyday words for it.
pub(super) fn values(table: Table, column: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_of = move |of: &str| of == column || of.split_once('.') == Some((table.name(), column));
    VALUES.iter().filter(move |[of, value, _]| is_of(of) && *value != "?").map(|[_, value, words]| (*value, *words))
}

/// What a squeezed word of a kind means: of `any` that nothing is known, or (`?`) not yet; of `count` that there are
/// none; of `subject` (`?`) that it may be organisations as well as people.
pub(super) fn meaning(kind: &str, word: &str) -> Option<&'static str> {
    MEANINGS.get(&(kind, word)).copied()
}

/// Whether a squeezed word says that something is not known yet: `nog te bevestigen`.
pub(super) fn is_to_come(word: &str) -> bool {
    meaning("any", word) == Some("?")
}

/// What a text in several languages means, where all of its parts mean the same: `Naam / Nom`, `Type (Catégorie)`.
pub(super) fn in_every_language<T: PartialEq>(text: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    let parts = text.split(['/', '|', '(', ')']).map(squeezed).filter(|part| !part.is_empty());
    let mut meanings = parts.map(|part| known(&part));
    let first = meanings.next()?;
    first.filter(|first| meanings.all(|other| other.as_ref() == Some(first)))
}

/// The words of a kind about numbers, each with what it means.
pub(super) fn numbers(kind: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    NUMBERS.iter().filter(move |[of, ..]| *of == kind).map(|[_, words, means]| (*words, *means))
}

pub(super) fn tells_of_persons(header: &str) -> bool {
    meaning("header", &squeezed(header)).is_some() || is_of_persons_only(header)
}

/// Whether a header tells of persons so clearly that no choice makes something else of it.
pub(super) fn is_of_persons_only(header: &str) -> bool {
    let word = squeezed(header);
    MEANINGS.keys().any(|(of, part)| *of == "part of a header" && word.contains(part))
}

/// The signs that say of a text that it is not sure or has a note: `getekend?`, `Vlaanderen*`, `~9 maart 2026`.
pub(super) const DOUBT: [char; 5] = ['?', '*', '~', '±', '≈'];

/// Whether a text has none of these signs.
pub(super) fn is_sure(text: &str) -> bool {
    !text.contains(DOUBT)
}

/// What a text may be that stands alone in its row, or beside numbers only.
#[derive(PartialEq)]
pub(super) enum Beside {
    /// It sums up other rows: `Totaal aantal deelnemers`, `12 bedrijven`; or says where they are from: `Bron: FIT`.
    Sum,
    /// `* onder voorbehoud`, if no rows come below it.
    Note,
    /// `Total Energies`.
    SumOrName,
}

/// What of it a text says; `None` = nothing.
pub(super) fn beside_the_rows(text: &str) -> Option<Beside> {
    let squeezed_words = |text: &str| Vec::from_iter(text.split_whitespace().map(squeezed));
    let words = squeezed_words(text);
    let means = |kinds: &[&str], word: &String| kinds.iter().any(|kind| meaning(kind, word).is_some());
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let counted = ["subject", "category_id", "agreements.kind"];
    let (first, others) = words.split_first()?;
    let label = text.split_once(':').and_then(|(label, _)| squeezed_words(label).into_iter().next());
    let is_total = means(&["total"], first) || text.to_lowercase().starts_with("grand total");
    let is_said = |word: &String| {
        let beside = ["total", "note", "region_id", "beside a date", "beside a total"];
        word.is_empty() || is_number(word) || means(&counted, word) || means(&beside, word)
    };
    if label.is_some_and(|label| means(&["note", "total"], &label))
        || (is_total && others.iter().all(is_said))
        || (is_number(first) && means(&counted, &others.concat()))
    {
        Some(Beside::Sum)
    } else if is_total {
        Some(Beside::SumOrName)
    } else {
        text.starts_with('*').then_some(Beside::Note)
    }
}

/// Whether a text names somebody with a form of address: `Mme Dupont`.
pub(super) fn addresses_a_person(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let is_form = |word: &str| word == "M." || meaning("form of address", &squeezed(word)).is_some();
    let is_name = |word: &str| word.trim_start_matches(['(', '"']).starts_with(char::is_uppercase);
    words.windows(2).any(|pair| is_form(pair[0]) && is_name(pair[1]))
}

/// Whether a text holds an e-mail address, a telephone number or the number of a person in the national register.
pub(super) fn holds_an_address(text: &str) -> bool {
    let text = text.replace("[at]", "@").replace("(at)", "@");
    let is_address =
        |word: &str| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let is_between = |c: char| !(c.is_ascii_digit() || " ./-()+".contains(c));
    text.split_whitespace().any(is_address) || text.split(is_between).any(is_number_of_a_person)
}

/// Digits as telephones and the national register have them: from `+` or `0` on, or `85.07.30-033.28`.
fn is_number_of_a_person(run: &str) -> bool {
    let run = run.trim_matches([' ', '.', '-', '/', ')']).trim_start_matches(['(', ' ']);
    let digits = run.chars().filter(char::is_ascii_digit).count();
    let shape: String = run.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    // Nine digits behind a zero are a telephone number, ten may be that of an enterprise (dots between them, or none).
    let is_enterprise = EnterpriseNumber::parse(&run.replace(' ', "")).is_ok();
    let has_day = run.split(' ').any(|word| Day::parse(word).is_ok() || LocalDate::of(word).is_some());
    let is_telephone = run.starts_with('+') && digits >= 8
        || run.starts_with("00") && digits >= 11
        || run.starts_with('0') && (9..=10).contains(&digits);
    shape == "00.00.00-000.00" || (is_telephone && !is_enterprise && !has_day)
}

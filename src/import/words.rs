//! The words of other people's lists, in English, Dutch and French, each table of them a CSV file: headers, values and
//! numbers. Headers and values are written without capitals, accents, blanks and signs (`squeezed`), with blanks between
//! them.

use crate::cell::{Cell, Day, EnterpriseNumber, squeezed};
use crate::dataset::LocalDate;
use crate::model::Table;
use std::collections::HashSet;
use std::sync::LazyLock;

/// A row of such a table, in which no cell is quoted.
type Entry = [&'static str; 3];

/// Table, field, and the words that head it.
static HEADERS: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("words/headers.csv")));
/// Column (of a table, with a point between them), value, and everyday words for it.
static VALUES: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("words/values.csv")));
/// What kind of word it is, the word, and what it means.
static NUMBERS: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("words/numbers.csv")));

/// Says that nothing is known.
pub(super) static NOTHING: LazyLock<HashSet<&str>> = LazyLock::new(|| set("any", ""));
/// Says that there are none.
pub(super) static ZERO: LazyLock<HashSet<&str>> = LazyLock::new(|| set("count", "0"));
/// Subjects that may be organisations as well as people.
pub(super) static AMBIGUOUS: LazyLock<HashSet<&str>> = LazyLock::new(|| set("subject", "?"));
/// Heads a column that tells of persons.
static PERSONS: LazyLock<HashSet<&str>> = LazyLock::new(|| set("header", "personal"));
static OF_PERSONS: LazyLock<HashSet<&str>> = LazyLock::new(|| set("part of a header", "personal"));

fn entries(csv: &'static str) -> Vec<Entry> {
    let entry = |line: &'static str| {
        let mut cells = line.splitn(3, ',');
        Some([cells.next()?, cells.next()?, cells.next()?])
    };
    csv.lines().skip(1).filter_map(entry).collect()
}

fn set(column: &str, value: &str) -> HashSet<&'static str> {
    let entry = VALUES.iter().find(|[of, is, _]| *of == column && *is == value);
    entry.map(|[.., words]| words.split_ascii_whitespace().collect()).unwrap_or_default()
}

/// The tables that a list can be of.
pub(super) fn tables() -> Vec<Table> {
    Table::ALL.iter().copied().filter(|table| HEADERS.iter().any(|[of, ..]| *of == table.name())).collect()
}

/// The fields of a table that have words of their own, with these.
pub(super) fn headers(table: Table) -> impl Iterator<Item = (&'static str, &'static str)> {
    HEADERS.iter().filter(move |[of, ..]| *of == table.name()).map(|[_, field, words]| (*field, *words))
}

/// The values of a column, each with everyday words for it.
pub(super) fn values(table: Table, column: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_table = format!("{}.{column}", table.name());
    let is_of = move |of: &str| of == of_table || of == of_table.rsplit('.').next().unwrap_or_default();
    VALUES.iter().filter(move |[of, value, _]| is_of(of) && *value != "?").map(|[_, value, words]| (*value, *words))
}

/// The words of a kind about numbers, each with what it means.
pub(super) fn numbers(kind: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    NUMBERS.iter().filter(move |[of, ..]| *of == kind).map(|[_, words, means]| (*words, *means))
}

pub(super) fn tells_of_persons(header: &str) -> bool {
    let word = squeezed(header);
    PERSONS.contains(word.as_str()) || OF_PERSONS.iter().any(|part| word.contains(part))
}

const TOTALS: &str = "totaal total totaux totals subtotaal soustotal subtotal eindtotaal som somme sum";
const NOTES: &str = "bron source note nota noot remarque opmerking legende legend aantal nombre number";

/// Whether a row that begins with such a word sums up others.
pub(super) fn is_total(word: &str) -> bool {
    is_among(word, TOTALS)
}

/// Whether a text that stands alone in its row, or beside numbers, sums up others or is a note on them: `Totaal aantal
/// deelnemers`, `Bron: FIT`, `* onder voorbehoud`. With anything beside it, it may be the name of somebody.
pub(super) fn is_beside_the_rows(text: &str) -> bool {
    let (label, _) = text.split_once(':').unwrap_or(("", ""));
    let first = |text: &str| text.split_whitespace().next().map(squeezed).unwrap_or_default();
    let is_grand = text.to_lowercase().starts_with("grand total");
    text.starts_with('*') || is_grand || is_total(&first(text)) || is_among(&first(label), NOTES)
}

/// Whether a text names somebody with a form of address: `Mme Dupont`.
pub(super) fn addresses_a_person(text: &str) -> bool {
    const FORMS: &str = "mme mlle mr mrs ms dhr mevr mevrouw heer madame monsieur prof professor dr";
    let words: Vec<&str> = text.split(' ').collect();
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    words.windows(2).any(|pair| {
        (is_among(&squeezed(pair[0]), FORMS) || pair[0] == "M.") && is_name(pair[1].trim_start_matches(['(', '"']))
    })
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

/// Whether a header tells of persons so clearly that no choice makes something else of it.
pub(super) fn is_of_persons_only(header: &str) -> bool {
    let word = squeezed(header);
    OF_PERSONS.iter().any(|part| word.contains(part))
}

pub(super) fn is_given_name(word: &str) -> bool {
    is_among(word, "voornaam prenom firstname givenname voornamen prenoms")
}

pub(super) fn is_among(word: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}

//! Days as people write them. Which number of 4/10/2025 is the day is decided once, from all dates of the list.

use super::choices::Choices;
use super::fields::Field;
use super::headers::Headers;
use super::list::{List, alone};
use super::numbers;
use super::words::{is_sure, meaning};
use crate::cell::{Cell, Day, DayOrder, squeezed};
use crate::dataset::{LocalDate, order_of};
use crate::error::Error;
use jiff::civil::Date;

const DAYS: [&str; 4] = ["first_day", "last_day", "day", "published_on"];

/// The order of day and month in the list; `None` = no date needs one.
///
/// # Errors
/// Its dates prove both orders, or none while one of them needs it, and none was chosen.
pub(super) fn order(list: &mut List, headers: &Headers, choices: &Choices) -> Result<Option<DayOrder>, Error> {
    let days: Vec<&(usize, Field)> = headers.filled.iter().filter(|(_, field)| DAYS.contains(field)).collect();
    let texts = list.rows.iter().flat_map(|(_, record)| {
        // A day alone in its row heads others, in whatever column it stands.
        days.iter().filter_map(|(column, _)| record.get(*column)).chain(alone(record).filter(|_| headers.has_days()))
    });
    let words = texts.flat_map(str::split_whitespace);
    let dates: Vec<(&str, LocalDate)> = words.filter_map(|word| Some((word, LocalDate::of(word)?))).collect();
    let Some((first, _)) = dates.first() else { return Ok(choices.dates) };
    let mut proofs = dates.iter().filter_map(|(text, date)| Some((date.proves()?, *text)));
    let proof = proofs.next().filter(|_| choices.dates.is_none());
    let other = proof.and_then(|(order, _)| proofs.find(|(other, _)| *other != order));
    if let Some(((order, proof), (other, text))) = proof.zip(other) {
        let message = format!("`{proof}` is {order}, `{text}` is {other}");
        return Err(Error::usage(message, "write the dates of the list in one order, or as 2026-03-09"));
    }
    let has_custom = list.file.dialect.delimiter == b';';
    let (order, reason) = order_of(choices.dates, proof, has_custom, (&format!("`{first}`"), "the list"))?;
    list.remarks.push(format!("dates are read {order}, as {reason}"));
    Ok(Some(order))
}

/// One day or two, the first and the last: `16-17 oktober 2025`, `van 18 tot 19 oktober 2025`.
pub(super) fn days(text: &str, order: Option<DayOrder>) -> Option<(String, Option<String>)> {
    if let Some(day) = day(text, order) {
        return Some((day, None));
    }
    let text = text.trim();
    let text = ["van ", "du ", "from "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let (first, last) = [" tot ", " t/m ", " au ", " to ", " en ", " et ", " and ", " - ", " – ", "–", "-"]
        .iter()
        .find_map(|between| text.split_once(between))?;
    let last_day = day(last, order)?;
    // The first day lacks what it has in common with the last: the year, or month and year.
    let (year, month) = (last_day.get(..4)?, last_day.get(..7)?);
    let number = first.trim().trim_end_matches("er").parse::<u8>().ok();
    let first_day = match number {
        Some(number) => day(&format!("{month}-{number:02}"), order),
        None => day(first, order).or_else(|| day(&format!("{first} {year}"), order)),
    };
    first_day.filter(|first| *first < last_day).map(|first| (first, Some(last_day)))
}

/// A day as ISO 8601 writes it; `None` = it cannot be read as one.
pub(super) fn day(text: &str, order: Option<DayOrder>) -> Option<String> {
    let text = text.trim();
    let local = || Some(LocalDate::of(without_weekday(text))?.in_iso(order?));
    let iso = if Day::parse(text).is_ok() { Some(text.to_owned()) } else { local().or_else(|| in_words(text)) };
    iso.filter(|iso| Day::parse(iso).is_ok() && is_on_its_weekday(text, iso) && is_sure(text))
}

/// Whether a text says a day, be it one that cannot be read, and nothing else: `vrijdag 13 maart`, `13 maart 2026?`,
/// `dag 2`, `13/03/2026 (onder voorbehoud)`.
pub(super) fn says_only_a_day(text: &str) -> bool {
    let text = text.split_once('(').map_or(text, |(text, _)| text);
    let is_date = |word: &str| Day::parse(word).is_ok() || LocalDate::of(word).is_some();
    let named = |word: &str| ["weekday", "month", "day"].iter().any(|kind| meaning(kind, word).is_some());
    let is_number = |word: &str| word.len() <= 4 && word.starts_with(|first: char| first.is_ascii_digit());
    let words = text.split(|c: char| !c.is_alphanumeric()).map(squeezed).filter(|word| !word.is_empty());
    let words = Vec::from_iter(words);
    (words.iter().any(|word| named(word)) || text.split_whitespace().any(is_date))
        && words.iter().all(|word| named(word) || is_number(word) || is_beside(word))
}

/// A time stamp as its day and its time of day; at midnight it is the day alone.
pub(super) fn without_time(text: &str) -> (&str, Option<String>) {
    let text = text.trim();
    let is_between = |(at, c): &(usize, char)| {
        *c == ' ' || (*c == 'T' && text[..*at].ends_with(|before: char| before.is_ascii_digit()))
    };
    let Some((at, _)) = text.char_indices().rev().find(is_between) else { return (text, None) };
    let time = text[at + 1..].trim_end_matches('Z');
    let is_time = time.starts_with(|first: char| first.is_ascii_digit()) && time.contains(':');
    match numbers::times(time).filter(|_| is_time) {
        Some((time, None)) => (text[..at].trim_end(), Some(time).filter(|time| time != "00:00")),
        Some((_, Some(_))) | None => (text, None),
    }
}

fn weekday(word: &str) -> Option<i8> {
    meaning("weekday", word)?.parse().ok()
}

fn is_beside(word: &str) -> bool {
    weekday(word).is_some() || meaning("beside a date", word).is_some()
}

/// Whether a day of the week that is named is that of the day: `mardi 9 mars 2026` was a Monday.
fn is_on_its_weekday(text: &str, iso: &str) -> bool {
    let named = text.split([' ', ',', '.']).find_map(|word| weekday(&squeezed(word)));
    let is_on = |named| iso.parse::<Date>().is_ok_and(|day| day.weekday().to_monday_one_offset() == named);
    named.is_none_or(is_on)
}

fn without_weekday(text: &str) -> &str {
    let (first, rest) = text.split_once(' ').unwrap_or(("", text));
    if is_beside(&squeezed(first)) { rest.trim() } else { text }
}

/// `maandag 9 maart 2026`, `9 mars 2026`, `March 9, 2026`.
fn in_words(text: &str) -> Option<String> {
    let words = text.split([' ', '\u{a0}', ',', '.', '/', '-']).map(squeezed).filter(|word| !word.is_empty());
    let (mut day, mut month, mut year) = (None, None, None);
    for word in words.filter(|word| !is_beside(word)) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let (part, number) = match (meaning("month", &word), digits.len(), &word[digits.len()..]) {
            (Some(number), _, _) => (&mut month, number),
            (None, 4, "") => (&mut year, digits),
            (None, 1..=2, "" | "st" | "nd" | "rd" | "th" | "er") => (&mut day, digits),
            (None, _, _) => return None,
        };
        // A second day, or month, or year makes it none.
        if part.replace(number.parse::<i16>().ok()?).is_some() {
            return None;
        }
    }
    Some(Date::new(year?, month?.try_into().ok()?, day?.try_into().ok()?).ok()?.to_string())
}

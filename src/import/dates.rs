//! Days as people write them. Which number of 4/10/2025 is the day is decided once, from all dates of the list.

use super::choices::Choices;
use super::headers::Headers;
use super::list::List;
use super::numbers;
use crate::cell::{Cell, Day, DayOrder, OrderReason, squeezed};
use crate::dataset::LocalDate;
use crate::error::Error;
use jiff::civil::Date;

/// The months by what their names begin with, squeezed: English, Dutch, French.
const MONTHS: [&str; 12] = [
    "january jan januari janvier janv",
    "february feb februari fevrier fevr fev",
    "march mar maart mrt mars",
    "april apr avril avr",
    "may mei mai",
    "june jun juni juin",
    "july jul juli juillet juil",
    "august aug augustus aout",
    "september sept sep septembre",
    "october oct oktober okt octobre",
    "november nov novembre",
    "december dec decembre",
];

/// The days of the week in three languages, squeezed.
const WEEKDAYS: [&str; 7] = [
    "monday mon maandag ma lundi lun",
    "tuesday tue tues dinsdag di mardi",
    "wednesday wed woensdag wo mercredi mer",
    "thursday thu thur thurs donderdag do jeudi jeu",
    "friday fri vrijdag vr vendredi ven",
    "saturday sat zaterdag za samedi sam",
    "sunday sun zondag zo dimanche dim",
];

/// Articles that may stand beside a date.
const BESIDE: &str = "le op on the of de er";

const DAYS: [&str; 4] = ["first_day", "last_day", "day", "published_on"];

/// The order of day and month in the list; `None` = no date needs one.
///
/// # Errors
/// Its dates prove both orders, or none while one of them needs it.
pub(super) fn order(list: &mut List, headers: &Headers, choices: &Choices) -> Result<Option<DayOrder>, Error> {
    if choices.dates.is_some() {
        return Ok(choices.dates);
    }
    let days: Vec<usize> =
        headers.filled().filter(|(_, field)| DAYS.contains(field)).map(|(column, _)| column).collect();
    let texts = list.rows.iter().flat_map(|(_, record)| days.iter().filter_map(|column| record.get(*column)));
    let date = |text: &str| LocalDate::of(without_weekday(without_time(text.trim()).0));
    let dates = texts.filter_map(|text| Some((text.trim(), date(text)?)));
    let (mut first, mut proved) = (None, None);
    for (text, date) in dates {
        first.get_or_insert(text);
        match (date.proves(), proved) {
            (Some(order), None) => proved = Some((order, text)),
            (Some(order), Some((other, proof))) if order != other => {
                let message = format!("`{proof}` is {other}, `{text}` is {order}");
                return Err(Error::usage(message, "write the dates of the list in one order, or as 2026-03-09"));
            }
            (Some(_) | None, _) => {}
        }
    }
    let told = |order: DayOrder, reason: OrderReason| (order, format!("dates are read {order}, as {reason}"));
    let (order, remark) = match (proved, first) {
        (Some((order, proof)), _) => told(order, OrderReason::Proof(proof.to_owned())),
        (None, Some(_)) if list.has_semicolons() => told(DayOrder::DayFirst, OrderReason::Custom),
        (None, Some(text)) => {
            let message = format!("`{text}` may be day first or month first, and no date of the list tells");
            return Err(Error::usage(message, "say which with --dates day-first or --dates month-first"));
        }
        (None, None) => return Ok(None),
    };
    list.remarks.push(remark);
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
    iso.filter(|iso| Day::parse(iso).is_ok() && is_on_its_weekday(text, iso))
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

fn weekday(word: &str) -> Option<usize> {
    WEEKDAYS.iter().position(|names| super::words::is_among(word, names))
}

fn is_beside(word: &str) -> bool {
    weekday(word).is_some() || super::words::is_among(word, BESIDE)
}

/// Whether a day of the week that is named is that of the day: `mardi 9 mars 2026` was a Monday.
fn is_on_its_weekday(text: &str, iso: &str) -> bool {
    let named = text.split([' ', ',', '.']).find_map(|word| weekday(&squeezed(word)));
    let is_of = |day: Date| usize::try_from(day.weekday().to_monday_zero_offset()).ok();
    named.is_none() || iso.parse::<Date>().is_ok_and(|day| is_of(day) == named)
}

fn without_weekday(text: &str) -> &str {
    let (first, rest) = text.split_once(' ').unwrap_or(("", text));
    if is_beside(&squeezed(first)) { rest.trim() } else { text }
}

/// `maandag 9 maart 2026`, `9 mars 2026`, `March 9, 2026`.
fn in_words(text: &str) -> Option<String> {
    let words = text.split([' ', '\u{a0}', ',', '.', '/', '-']).map(squeezed).filter(|word| !word.is_empty());
    let (mut day, mut month, mut year) = (None, None, None);
    for word in words {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        if let Some(found) = MONTHS.iter().position(|names| super::words::is_among(&word, names)) {
            month.replace(found + 1).is_none().then_some(())?;
        } else if digits.len() == 4 && digits.len() == word.len() {
            year.replace(digits.parse::<i16>().ok()?).is_none().then_some(())?;
        } else if (1..=2).contains(&digits.len()) && ["", "st", "nd", "rd", "th", "er"].contains(&&word[digits.len()..])
        {
            day.replace(digits.parse::<i8>().ok()?).is_none().then_some(())?;
        } else if !is_beside(&word) {
            return None;
        }
    }
    Some(Date::new(year?, i8::try_from(month?).ok()?, day?).ok()?.to_string())
}

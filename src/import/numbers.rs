//! Counts, amounts and times as people write them.

use super::words;
use crate::cell::{Cell, Currency, Time};
use crate::count::Count;

/// A count in the notation of a data folder; `None` = it cannot be read as one.
pub(super) fn count(text: &str) -> Option<String> {
    let text = text.to_lowercase().replace('’', "'").replace('±', "~");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.parse::<Count>().is_ok() {
        return Some(text);
    }
    for (first, middle) in words::numbers("between") {
        let range = text.strip_prefix(first).and_then(|rest| rest.split_once(&format!(" {middle} ")));
        if let Some((low, high)) = range.and_then(|(low, high)| Some((whole(low)?, whole(high)?))) {
            return valid(format!("{low}-{high}"));
        }
    }
    // "ca. 120" and "een dertigtal": a sign in words, and a number or a word for one.
    let begins = |words: &str| {
        text.strip_prefix(words).is_some_and(|rest| words.ends_with('\'') || rest.starts_with([' ', '.']))
    };
    let best = words::numbers("before").filter(|(words, _)| begins(words)).max_by_key(|(words, _)| words.len());
    let (words, sign) = best.unwrap_or_default();
    let rest = if best.is_some() { text[words.len()..].trim_start_matches(['.', ' ']) } else { &text };
    let meaning = |kind: &str| words::numbers(kind).find(|(word, _)| *word == rest).map(|(_, means)| means.to_owned());
    let tens = || whole(rest.strip_suffix("tal")?.trim_end_matches('-'));
    if let Some(about) = meaning("about").or_else(tens) {
        // "Nearly a hundred" says more than "about a hundred": such a sign is kept.
        return match sign {
            "" => valid(format!("~{about}")),
            sign if sign.starts_with('~') => valid(format!("{sign}{about}")),
            // "More than about a hundred" leaves open which number it is more than.
            _ => None,
        };
    }
    if let Some(small) = meaning("number") {
        return signed(sign, &small);
    }
    // An article alone says nothing of a number.
    if ["een", "une", "a"].contains(&words) {
        return None;
    }
    let signs = rest.find(|c: char| c.is_ascii_digit()).filter(|_| sign.is_empty());
    let (sign, rest) = signs.map_or((sign, rest), |at| rest.split_at(at));
    signed(sign, &whole(rest)?)
}

/// A number with its sign, which stands behind it where that says that it is exact.
fn signed(sign: &str, number: &str) -> Option<String> {
    valid(if sign == "=" { format!("{number}=") } else { format!("{}{number}", sign.trim()) })
}

fn valid(count: String) -> Option<String> {
    count.parse::<Count>().is_ok().then_some(count)
}

/// A whole number, with a factor in words behind it or not.
fn whole(text: &str) -> Option<String> {
    let text = text.trim();
    let end = text.rfind(|c: char| c.is_ascii_digit() || c == '+')? + 1;
    let (digits, factor) = (text[..end].trim(), text[end..].trim().trim_end_matches('.'));
    if factor.is_empty() {
        let whole = [",00", ".00"].iter().find_map(|cents| digits.strip_suffix(cents)).unwrap_or(digits);
        return valid(whole.to_owned());
    }
    let zeros: usize = words::numbers("zeros").find(|(word, _)| *word == factor)?.1.parse().ok()?;
    // 1,5 and 1.5 million: what stands behind the comma is part of the number; of 1.234 million, nobody knows what
    // does.
    let (before, behind) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let is_whole = !before.is_empty() && format!("{before}{behind}").bytes().all(|byte| byte.is_ascii_digit());
    if !is_whole || behind.len() > zeros || behind.len() == 3 {
        return None;
    }
    let number: u128 = format!("{before}{behind}{}", "0".repeat(zeros - behind.len())).parse().ok()?;
    valid(number.to_string())
}

/// An amount and its currency, if it is said: `1,5 million EUR`, `€ 250.000`, `>2 mln euro`.
pub(super) fn amount(text: &str) -> Option<(String, Option<String>)> {
    let text = text.to_lowercase();
    let text = words::numbers("currency sign")
        .fold(text, |text, (sign, code)| text.replace(sign, &format!(" {} ", code.to_lowercase())));
    let is_code = |word: &&str| {
        let is_three_letters = word.len() == 3 && Currency::parse(&word.to_uppercase()).is_ok();
        is_three_letters && words::numbers("zeros").all(|(factor, _)| factor != *word)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut codes = words.iter().copied().filter(is_code);
    let code = codes.next();
    // One number or range in one currency: of `500 EUR 600 USD` and `500 EUR 600`, nobody knows which.
    let numbers: Vec<&[&str]> = words.split(is_code).filter(|number| !number.is_empty()).collect();
    let is_digit = |c: char| c.is_ascii_digit();
    let are_two = |ends: &[&[&str]]| ends[0].concat().ends_with(is_digit) && ends[1].concat().starts_with(is_digit);
    if numbers.windows(2).any(are_two) || codes.any(|other| Some(other) != code) {
        return None;
    }
    Some((count(&numbers.concat().join(" "))?, code.map(str::to_uppercase)))
}

/// A currency, by its code, its sign or its name.
pub(super) fn currency(text: &str) -> Option<String> {
    let word = text.trim().to_lowercase();
    let mut known = words::numbers("currency sign").chain(words::numbers("currency"));
    let code = known.find(|(written, _)| *written == word).map_or(word.to_uppercase(), |(_, code)| code.to_owned());
    Currency::parse(&code).is_ok().then_some(code)
}

/// One time of day or two: `9.30`, `14u30`, `09h30`, `11u`, `14 uur 30`, `08.30 - 10.00`, `14-15 uur`.
pub(super) fn times(text: &str) -> Option<(String, Option<String>)> {
    let text = text.to_lowercase();
    let text = ["de ", "van ", "from "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    let text = [" tot ", " à ", " to ", "–", "—", "→"].iter().fold(text.to_owned(), |text, to| text.replace(to, "-"));
    match text.split('-').map(str::trim).collect::<Vec<_>>().as_slice() {
        [start] => Some((time(start)?, None)),
        [start, end] => {
            // In `14-15 uur`, a plain number is an hour as well. Of `12u-1u`, nobody knows whether it ends at night.
            let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let is_hour =
                |text: &str, other: &str| is_plain(text) && other.contains(['u', 'h']) && !other.ends_with('m');
            let hour =
                |text: &str, other: &str| time(&format!("{text}{}", if is_hour(text, other) { "h" } else { "" }));
            let times = (hour(start, end)?, hour(end, start)?);
            let says_night = [start, end].iter().all(|time| time.ends_with('m')) || times.1.starts_with("00:");
            (times.0 <= times.1 || says_night).then_some((times.0, Some(times.1)))
        }
        _ => None,
    }
}

fn time(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("om ").trim_start_matches("à ").trim_start_matches("at ");
    let text = ["uur", "heures", "heure"].iter().fold(text.to_owned(), |text, hour| text.replace(hour, "h"));
    let text = text.trim();
    // Where two hours are named, these are two times.
    if text.matches(['u', 'h']).count() > 1 {
        return None;
    }
    if ["midi", "noon"].contains(&text) {
        return Some("12:00".to_owned());
    }
    let half = ["am", "pm"].into_iter().find(|half| text.ends_with(half));
    let text = text.strip_suffix(half.unwrap_or_default()).unwrap_or(text);
    let mut parts = text.split(['.', ':', 'u', 'h']).map(str::trim);
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| !part.starts_with('+'));
    let hour = match (number(parts.next()?)?, half) {
        (hour, None) => hour,
        (hour @ 1..=12, Some(half)) => hour % 12 + if half == "pm" { 12 } else { 0 },
        (_, Some(_)) => return None,
    };
    let minute = match parts.next() {
        Some("") => 0,
        Some(minute) => number(minute).filter(|_| minute.len() == 2)?,
        // A plain number such as 9 may be anything.
        None => half.map(|_| 0)?,
    };
    // Seconds are left out only where there are none.
    let has_seconds = parts.any(|seconds| !["", "00"].contains(&seconds));
    let time = format!("{hour:02}:{minute:02}");
    (!has_seconds && Time::parse(&time).is_ok()).then_some(time)
}

/// Whether a squeezed word says that nothing is known, or (of a count) that there are none.
pub(super) fn says_nothing(word: &str) -> bool {
    word.is_empty() || words::meaning("any", word).is_some()
}

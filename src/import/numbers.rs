//! Counts, amounts and times as people write them.

use super::words;
use crate::cell::{Cell, Currency, Time, squeezed};
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
    let rest = best.map_or(text.as_str(), |(words, _)| text[words.len()..].trim_start_matches(['.', ' ']));
    let (words, sign) = best.unwrap_or_default();
    let about = words::numbers("about").find(|(word, _)| *word == rest).map(|(_, about)| about.to_owned());
    if let Some(about) = about.or_else(|| whole(rest.strip_suffix("tal")?.trim_end_matches('-'))) {
        // "Nearly a hundred" says more than "about a hundred": such a sign is kept.
        return match sign {
            "" => valid(format!("~{about}")),
            sign if sign.starts_with('~') => valid(format!("{sign}{about}")),
            // "More than about a hundred" leaves open which number it is more than.
            _ => None,
        };
    }
    if let Some((_, small)) = words::numbers("number").find(|(word, _)| *word == rest) {
        return valid(if sign == "=" { format!("{small}=") } else { format!("{sign}{small}") });
    }
    // An article alone says nothing of a number.
    if ["een", "une", "a"].contains(&words) {
        return None;
    }
    let signs = rest.find(|c: char| c.is_ascii_digit()).filter(|_| sign.is_empty());
    let (sign, rest) = signs.map_or((sign, rest), |at| rest.split_at(at));
    let number = whole(rest)?;
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
    // 1,5 and 1.5 million: what stands behind the comma is part of the number; of 1.234 million, nobody knows what does.
    let (before, behind) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if before.is_empty() || behind.len() > zeros || behind.len() == 3 || !is_digits(before) || !is_digits(behind) {
        return None;
    }
    let number = format!("{before}{behind}{}", "0".repeat(zeros - behind.len()));
    let number = number.trim_start_matches('0');
    valid(if number.is_empty() { "0" } else { number }.to_owned())
}

/// An amount and its currency, if it is said: `1,5 million EUR`, `€ 250.000`, `>2 mln euro`.
pub(super) fn amount(text: &str) -> Option<(String, Option<String>)> {
    const SIGNS: [(&str, &str); 6] =
        [("€", "EUR"), ("euros", "EUR"), ("euro", "EUR"), ("us$", "USD"), ("$", "USD"), ("£", "GBP")];
    let mut rest = text.to_lowercase();
    let mut found: Option<String> = None;
    for (sign, code) in SIGNS {
        if rest.contains(sign) {
            found.get_or_insert_with(|| code.to_owned());
            rest = rest.replace(sign, " ");
        }
    }
    let words: Vec<String> = rest.split_whitespace().map(str::to_owned).collect();
    let is_code = |word: &&String| {
        word.len() == 3
            && Currency::parse(&word.to_uppercase()).is_ok()
            && !words::numbers("zeros").any(|(factor, _)| factor == word.as_str())
    };
    if let Some(code) = words.iter().find(is_code) {
        found.get_or_insert_with(|| code.to_uppercase());
    }
    let number: Vec<String> = words.iter().filter(|word| !is_code(word)).cloned().collect();
    Some((count(&number.join(" "))?, found))
}

/// A currency, by its code, its sign or its name.
pub(super) fn currency(text: &str) -> Option<String> {
    let code = match text.trim().to_lowercase().as_str() {
        "€" | "euro" | "euros" => "EUR".to_owned(),
        "$" | "us$" | "dollar" | "dollars" => "USD".to_owned(),
        "£" | "pond" | "pound" | "livre" => "GBP".to_owned(),
        other => other.to_uppercase(),
    };
    Currency::parse(&code).is_ok().then_some(code)
}

/// One time of day or two: `9.30`, `14u30`, `09h30`, `11u`, `08.30 - 10.00`.
pub(super) fn times(text: &str) -> Option<(String, Option<String>)> {
    let text = text.to_lowercase();
    let text = ["de ", "van ", "from "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    let halves: Vec<&str> = text.split(['-', '–', '—', '→']).flat_map(|part| part.split(" tot ")).collect();
    let halves: Vec<&str> =
        halves.into_iter().flat_map(|part| part.split(" à ")).flat_map(|part| part.split(" to ")).collect();
    match halves.as_slice() {
        [start] => Some((time(start)?, None)),
        [start, end] => Some((time(start)?, Some(time(end)?))),
        _ => None,
    }
}

fn time(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("om ").trim_start_matches("à ").trim_start_matches("at ");
    let text = text.trim_end_matches("uur").trim_end_matches("heures").trim_end_matches("heure").trim();
    if ["midi", "noon"].contains(&text) {
        return Some("12:00".to_owned());
    }
    let (text, afternoon) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(text), _) => (text.trim(), Some(true)),
        (None, Some(text)) => (text.trim(), Some(false)),
        (None, None) => (text, None),
    };
    let mut parts = text.split(['.', ':', 'u', 'h']).map(str::trim);
    let number = |part: Option<&str>| part.filter(|part| part.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned);
    let hour: u32 = number(parts.next())?.parse().ok()?;
    let minute = number(parts.next()).filter(|minute| minute.is_empty() || minute.len() == 2);
    // A plain number such as 9 may be anything.
    if minute.is_none() && (afternoon.is_none() || text.contains(['.', ':', 'u', 'h'])) {
        return None;
    }
    let minute: u32 = minute.filter(|minute| !minute.is_empty()).map_or(Some(0), |minute| minute.parse().ok())?;
    // Seconds are left out only where there are none.
    if parts.any(|seconds| !["", "00"].contains(&seconds)) {
        return None;
    }
    let hour = match afternoon {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(is_pm) => hour % 12 + if is_pm { 12 } else { 0 },
        None => hour,
    };
    let time = format!("{hour:02}:{minute:02}");
    Time::parse(&time).is_ok().then_some(time)
}

/// Whether a text says that nothing is known, or (of a count) that there are none.
pub(super) fn says_nothing(text: &str) -> bool {
    let word = squeezed(text);
    word.is_empty() || words::NOTHING.contains(word.as_str())
}

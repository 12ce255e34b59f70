//! A cell of a list as the cell of a data folder that it stands for.

use super::numbers;
use super::words::DOUBT;
use crate::cell::{Cell, CellError, EnterpriseNumber, is_invisible, is_legal_form, squeezed};
use crate::format::would_run;

/// A key of a name: lower-case letters, digits and hyphens, 60 at most.
pub(super) fn slug(name: &str) -> String {
    slug_within(60, name)
}

/// Letters of our neighbours that are no letter with an accent.
const SPELT_OUT: [(char, &str); 8] =
    [('œ', "oe"), ('æ', "ae"), ('ø', "o"), ('ß', "ss"), ('ł', "l"), ('đ', "d"), ('ð', "d"), ('þ', "th")];

/// A key of so many characters at most. What it has no room for, or no letters, such as Greek ones, is told apart by a
/// number behind it, the same each time (FNV-1a).
pub(super) fn slug_within(longest: usize, name: &str) -> String {
    let joined =
        |words: &mut dyn Iterator<Item = String>| words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let name = &SPELT_OUT.iter().fold(name.to_lowercase(), |name, (letter, letters)| name.replace(*letter, letters));
    let is_between = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    let whole = joined(&mut name.split(is_between).map(squeezed));
    let mut slug = joined(&mut whole.split('-').map(|word| word.replace(|c: char| !c.is_ascii(), "")));
    if slug == whole && (1..=longest).contains(&slug.len()) {
        return slug;
    }
    let told_by = if whole.is_empty() { name } else { &whole };
    let number = told_by.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let room = longest - "-01234567".len();
    if slug.len() > room {
        slug.truncate(slug[..=room].rfind('-').unwrap_or(room));
    }
    format!("{}-{number:08x}", if slug.is_empty() { "x" } else { &slug })
}

/// A text without blanks at its ends and with single ones within.
pub(super) fn text(text: &str) -> String {
    let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    // An apostrophe before a formula is how a spreadsheet is told that it is text.
    let text = text.trim().strip_prefix('\'').filter(|rest| would_run(rest)).unwrap_or(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// A number with dots and `BE` before it, or without.
pub(super) fn enterprise_number(text: &str) -> Result<String, CellError> {
    let digits = digits(text);
    let prefix: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let is_plain = ["", "be", "btwbe", "tvabe"].contains(&prefix.to_ascii_lowercase().as_str());
    // The first digit is a zero that spreadsheets drop.
    let digits = if digits.len() == 9 { format!("0{digits}") } else { digits };
    match EnterpriseNumber::parse(&digits) {
        Ok(_) if is_plain => Ok(format!("{}.{}.{}", &digits[..4], &digits[4..7], &digits[7..])),
        Ok(_) | Err(_) => Err(CellError::NotA(EnterpriseNumber::KIND)),
    }
}

/// The parties of a cell: at semicolons, line breaks and bullets, at commas only where somebody said that this cell has
/// them. What stands before each in a list of them goes: a dash, or its number.
pub(super) fn parties(cell: &str, by_hand: bool) -> Vec<String> {
    let is_between = |c: char| matches!(c, ';' | '\n' | '\r' | '•' | '▪' | '●') || (by_hand && c == ',');
    let is_name = |party: &&str| !numbers::says_nothing(&squeezed(party));
    let parts: Vec<String> = cell.split(is_between).map(text).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(is_name).collect();
    let number = |at: usize| (at + 1).to_string();
    let numbered = parts.iter().enumerate().map(|(at, party)| behind(&['.', ')'], party.strip_prefix(&number(at))?));
    // The number of one alone is part of its name, unless there is no name.
    let is_list = |names: &Vec<&str>| names.len() > 1 || !names.iter().all(is_name);
    let names = numbered.collect::<Option<_>>().filter(is_list).unwrap_or(parts);
    let dashes = ['-', '–', '—', '·'];
    let without_dash = |name| behind(&dashes, name).filter(|rest| !rest.ends_with(dashes)).unwrap_or(name);
    names.into_iter().map(without_dash).filter(is_name).map(str::to_owned).collect()
}

/// What stands behind a sign and a blank: without the blank, the sign may be part of a name or a number.
fn behind<'t>(signs: &[char], text: &'t str) -> Option<&'t str> {
    let rest = text.strip_prefix(signs)?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
}

/// A heading without what stands before and behind its words: `1. Brussel`, `Vlaanderen (12)`, `Wallonië*`.
pub(super) fn bare(heading: &str) -> &str {
    let number = heading.split(['.', ')']).next().unwrap_or_default();
    let is_number = number.len() == 1 || number.bytes().all(|byte| byte.is_ascii_digit());
    let words = Some(&heading[number.len()..]).filter(|_| is_number).and_then(|rest| behind(&['.', ')'], rest));
    let words = words.unwrap_or(heading);
    words.split_once(" (").map_or(words, |(words, _)| words).trim_matches(|sign| sign == ' ' || DOUBT.contains(&sign))
}

/// Whether a name may be several: a sign between two that is seldom part of one, or numbers before them.
pub(super) fn holds_several(name: &str) -> bool {
    [" + ", ";", "|", "↔", "→", "->"].iter().any(|sign| name.contains(sign))
        || [("1. ", " 2. "), ("1) ", " 2) ")].iter().any(|(one, two)| name.contains(one) && name.contains(two))
        // In `A/S` the slash is none between names.
        || (name.contains('/') && name.split('/').all(|part| part.len() > 1))
}

/// Whether a party may be several: between parties, dashes and commas stand as well. Behind a comma, a legal form is
/// none.
pub(super) fn may_be_several(party: &str) -> bool {
    let is_name = |part: &&str| !is_legal_form(&squeezed(part));
    let has_dash = [" - ", " – ", " — "].iter().any(|dash| party.contains(dash));
    has_dash || holds_several(party) || party.split(',').filter(is_name).count() > 1
}

//! A count is an interval: what was published as "more than 30" is 31 or any higher number.

use std::str::FromStr;

/// A closed interval of whole numbers, zero or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    pub min: i64,
    /// `None` = no upper bound.
    pub max: Option<i64>,
}

impl Interval {
    pub fn exactly(n: i64) -> Self {
        Self { min: n, max: Some(n) }
    }

    pub fn between(min: i64, max: i64) -> Self {
        Self { min, max: Some(max) }
    }

    /// The only number that it allows; `None` = there are several.
    pub fn exact(self) -> Option<i64> {
        self.max.filter(|max| *max == self.min)
    }
}

/// A published count: the notation as given, and the intervals that it stands for, read strictly and as loosely as a
/// fair reader allows.
///
/// | notation | strictly | loosely |
/// |---|---|---|
/// | `112` | 112 | 112 |
/// | `500=` | 500 | 500: said to be exact |
/// | `500` | 500 | 450 to 550: it ends in zeros, so it may be rounded, by half a unit of its last digit that is none |
/// | `>30` | 31 and more | the same |
/// | `>=30`, `30+` | 30 and more | the same |
/// | `<500`, `<=500` | up to 499, up to 500 | the same |
/// | `10-15` | 10 to 15 | the same |
/// | `~500` | 450 to 550: 10 % on either side, at least 1, rounded inwards | 375 to 625: 25 %, at least 2, outwards |
/// | `~<500` | 450 to 499 | 375 to 499 |
/// | `~>500` | 501 to 550 | 501 to 625 |
///
/// `1.000`, `1,000` and `1 000` are a thousand; `≥`, `≤`, `≈` and all dashes are read, and `500 à 600`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    notation: String,
    sign: Sign,
    strict: Interval,
    loose: Interval,
}

/// Why a count is read loosely otherwise than strictly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Softness {
    /// It is not.
    Firm,
    /// It ends in zeros, and may be rounded.
    Rounded,
    /// It is said to be about a number.
    About,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plain,
    Exactly,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
    Range,
    About,
    Nearly,
    AGood,
}

impl Count {
    pub fn notation(&self) -> &str {
        &self.notation
    }

    pub fn strict(&self) -> Interval {
        self.strict
    }

    pub fn loose(&self) -> Interval {
        self.loose
    }

    pub fn softness(&self) -> Softness {
        if self.loose == self.strict {
            Softness::Firm
        } else if self.sign == Sign::Plain {
            Softness::Rounded
        } else {
            Softness::About
        }
    }

    /// One text for one notation, however its signs and its thousands are written.
    pub fn canonical(&self) -> String {
        let Interval { min, max } = self.strict;
        let max = max.unwrap_or(min);
        match self.sign {
            Sign::Plain => format!("{min}"),
            Sign::Exactly => format!("{min}="),
            Sign::MoreThan => format!(">{}", min - 1),
            Sign::AtLeast => format!(">={min}"),
            Sign::LessThan => format!("<{}", i128::from(max) + 1),
            Sign::AtMost => format!("<={max}"),
            Sign::Range => format!("{min}-{max}"),
            Sign::About => format!("~{min}-{max}"),
            Sign::Nearly => format!("~<{}", i128::from(max) + 1),
            Sign::AGood => format!("~>{}", min - 1),
        }
    }
}

/// Why a text is no count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountError {
    Notation,
    /// No number fits, as in `<0` or `15-10`.
    Empty,
    /// A number is higher than SQLite can hold, 2^63 - 1.
    TooLarge,
}

impl FromStr for Count {
    type Err = CountError;

    fn from_str(text: &str) -> Result<Self, CountError> {
        let (sign, rest) = signed(text.trim_matches(is_blank));
        let between = |min, max| if min <= max { Ok(Interval::between(min, max)) } else { Err(CountError::Empty) };
        let at_least = |min| Interval { min, max: None };
        let n = if sign == Sign::Range { 0 } else { number(&rest)? };
        let higher = |by| n.checked_add(by).ok_or(CountError::TooLarge);
        // About 0 leaves nothing to any reading.
        let (narrow, wide) = if n > 0 { ((n / 10).max(1), (n / 4 + i64::from(n % 4 > 0)).max(2)) } else { (0, 0) };
        let (lowest, highest) = ((n - wide).max(0), n.saturating_add(wide));
        let firm = |interval| (interval, interval);
        let (strict, loose) = match sign {
            Sign::Plain => {
                let half = half_a_unit(n);
                (Interval::exactly(n), Interval::between(n - half, n.saturating_add(half)))
            }
            Sign::Exactly => firm(Interval::exactly(n)),
            Sign::MoreThan => firm(at_least(higher(1)?)),
            Sign::AtLeast => firm(at_least(n)),
            Sign::LessThan => firm(between(0, n - 1)?),
            Sign::AtMost => firm(between(0, n)?),
            Sign::Range => {
                let (min, max) = rest.split_once('-').ok_or(CountError::Notation)?;
                firm(between(number(min)?, number(max)?)?)
            }
            Sign::About => (between(n - narrow, higher(narrow)?)?, Interval::between(lowest, highest)),
            Sign::Nearly => (between(n - narrow, n - 1)?, Interval::between(lowest, n - 1)),
            Sign::AGood => (between(higher(1)?, higher(narrow)?)?, Interval::between(n + 1, highest)),
        };
        Ok(Self { notation: text.to_owned(), sign, strict, loose })
    }
}

/// By how much a number that ends in zeros may be rounded: half a unit of its last digit that is none, at most 10 %, at
/// least 1. 0 = it does not end in zeros.
fn half_a_unit(n: i64) -> i64 {
    let mut unit: i64 = 1;
    while let Some(next) = unit.checked_mul(10).filter(|next| n > 0 && n % next == 0) {
        unit = next;
    }
    if unit == 1 { 0 } else { (unit / 2).min(n / 10).max(1) }
}

/// The sign of a count, and what it is said of; the two ends of a range with a plain dash between them.
fn signed(text: &str) -> (Sign, String) {
    // The longer sign comes before the one that it begins with.
    const BEFORE: [(&[&str], Sign); 7] = [
        (&[">=", "≥"], Sign::AtLeast),
        (&["<=", "≤"], Sign::AtMost),
        (&["~<", "≈<"], Sign::Nearly),
        (&["~>", "≈>"], Sign::AGood),
        (&[">"], Sign::MoreThan),
        (&["<"], Sign::LessThan),
        (&["~", "≈", "∼"], Sign::About),
    ];
    const BEHIND: [(&str, Sign); 2] = [("+", Sign::AtLeast), ("=", Sign::Exactly)];
    let before =
        |(all, sign): (&[&str], Sign)| Some((sign, all.iter().find_map(|written| text.strip_prefix(written))?));
    let behind = |(written, sign)| Some((sign, text.strip_suffix(written)?));
    let found = BEFORE.into_iter().find_map(before).or_else(|| BEHIND.into_iter().find_map(behind));
    if let Some((sign, rest)) = found {
        return (sign, rest.to_owned());
    }
    // Hyphens, dashes and the minus sign, and the word that stands between two numbers in French.
    match text.split_once(['-', '\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '\u{2015}', '−', 'à']) {
        Some((min, max)) => (Sign::Range, format!("{min}-{max}")),
        None => (Sign::Plain, text.to_owned()),
    }
}

/// A blank, also one that does not break or is thin, as typesetters put it between thousands.
fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}')
}

/// No number begins with a zero but zero itself: `0.500` and `007` are something else than counts.
fn number(text: &str) -> Result<i64, CountError> {
    let digits = &without_thousands_separators(text.trim_matches(is_blank));
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || (digits.starts_with('0') && digits != "0") {
        return Err(CountError::Notation);
    }
    digits.parse().map_err(|_| CountError::TooLarge)
}

/// `1.000`, `1,000` and `1 000` are a thousand: a count has no decimals.
fn without_thousands_separators(text: &str) -> String {
    let text = text.replace(is_blank, " ");
    for separator in ['.', ',', ' '] {
        let mut groups = text.split(separator);
        let first = groups.next().unwrap_or_default();
        if (1..=3).contains(&first.len()) && text.contains(separator) && groups.all(|group| group.len() == 3) {
            return text.replace(separator, "");
        }
    }
    text
}

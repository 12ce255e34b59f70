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

    pub fn is_within(self, other: Self) -> bool {
        self.min >= other.min && self.end() <= other.end()
    }

    pub fn overlaps(self, other: Self) -> bool {
        i128::from(self.min) <= other.end() && i128::from(other.min) <= self.end()
    }

    /// The highest number, where there is none one above all.
    fn end(self) -> i128 {
        self.max.map_or(i128::MAX, i128::from)
    }
}

/// A published count: the notation as given, and the interval that it stands for.
///
/// | notation | stands for |
/// |---|---|
/// | `112` | exactly 112 |
/// | `>30` | 31 or more |
/// | `>=30`, `30+` | 30 or more |
/// | `<500` | 0 to 499 |
/// | `<=500` | 0 to 500 |
/// | `10-15` | 10 to 15, ends included |
/// | `1.000`, `1,000`, `1 000` | exactly 1000, and likewise in every other notation |
/// | `~500` | 450 to 550: 10 % on either side, rounded inwards |
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    notation: String,
    interval: Interval,
}

impl Count {
    pub fn notation(&self) -> &str {
        &self.notation
    }

    pub fn interval(&self) -> Interval {
        self.interval
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
        Ok(Self { notation: text.to_owned(), interval: interval(text)? })
    }
}

fn interval(text: &str) -> Result<Interval, CountError> {
    // The longer sign comes before the one that it begins with.
    const SIGNS: [&str; 5] = [">=", "<=", ">", "<", "~"];
    let (sign, rest) = match text.strip_suffix('+') {
        Some(rest) => (">=", rest),
        None => SIGNS.into_iter().find_map(|sign| Some((sign, text.strip_prefix(sign)?))).unwrap_or(("", text)),
    };
    let between = |min, max| if min <= max { Ok(Interval::between(min, max)) } else { Err(CountError::Empty) };
    let at_least = |min| Interval { min, max: None };
    if let ("", Some((min, max))) = (sign, rest.split_once(['-', '–'])) {
        return between(number(min)?, number(max)?);
    }
    let n = number(rest)?;
    match sign {
        ">=" => Ok(at_least(n)),
        "<=" => between(0, n),
        ">" => n.checked_add(1).map(at_least).ok_or(CountError::TooLarge),
        "<" => between(0, n - 1),
        // Ten per cent on either side, rounded inwards.
        "~" => between(n - n / 10, n.checked_add(n / 10).ok_or(CountError::TooLarge)?),
        _ => Ok(Interval::exactly(n)),
    }
}

fn number(text: &str) -> Result<i64, CountError> {
    let digits = &without_thousands_separators(text.trim());
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CountError::Notation);
    }
    digits.parse().map_err(|_| CountError::TooLarge)
}

/// `1.000`, `1,000` and `1 000` are a thousand: a count has no decimals.
fn without_thousands_separators(text: &str) -> String {
    for separator in ['.', ',', ' ', '\u{a0}', '\u{202f}'] {
        let mut groups = text.split(separator);
        let first = groups.next().unwrap_or_default();
        if (1..=3).contains(&first.len()) && text.contains(separator) && groups.all(|group| group.len() == 3) {
            return text.replace(separator, "");
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bounds(text: &str) -> Result<(i64, Option<i64>), CountError> {
        text.parse::<Count>().map(|count| (count.interval().min, count.interval().max))
    }

    #[test]
    fn every_notation_stands_for_its_interval() {
        assert_eq!(bounds("112"), Ok((112, Some(112))));
        assert_eq!(bounds(">30"), Ok((31, None)));
        assert_eq!(bounds(">=30"), Ok((30, None)));
        assert_eq!(bounds("30+"), Ok((30, None)));
        assert_eq!(bounds("<500"), Ok((0, Some(499))));
        assert_eq!(bounds("<=500"), Ok((0, Some(500))));
        assert_eq!(bounds("10-15"), Ok((10, Some(15))));
        assert_eq!(bounds("10–15"), Ok((10, Some(15))));
        assert_eq!(bounds("~500"), Ok((450, Some(550))));
        assert_eq!(bounds("~7"), Ok((7, Some(7))));
        assert_eq!(bounds("~25"), Ok((23, Some(27))));
        assert_eq!(bounds("~0"), Ok((0, Some(0))));
        assert_eq!(bounds("> 30"), Ok((31, None)));
        for thousand in ["1000", "1.000", "1,000", "1 000", "1\u{202f}000"] {
            assert_eq!(bounds(thousand), Ok((1000, Some(1000))), "{thousand}");
        }
        assert_eq!(bounds(">1.000.000.000"), Ok((1_000_000_001, None)));
    }

    #[test]
    fn what_is_no_count_is_refused() {
        for text in
            ["", "about 30", "3.5", "-5", "1,00", "1.000,5", "1.0000", "1,000.000", "10-", "++", "30++", ">", "٣"]
        {
            assert_eq!(bounds(text), Err(CountError::Notation), "{text}");
        }
        assert_eq!(bounds("15-10"), Err(CountError::Empty));
        assert_eq!(bounds("<0"), Err(CountError::Empty));
        for text in ["9223372036854775808", ">9223372036854775807", "~9223372036854775807"] {
            assert_eq!(bounds(text), Err(CountError::TooLarge), "{text}");
        }
        assert_eq!(bounds("9223372036854775807"), Ok((i64::MAX, Some(i64::MAX))));
    }

    fn small() -> impl Strategy<Value = Interval> {
        (0i64..12, prop::option::of(0i64..12))
            .prop_map(|(min, more)| Interval { min, max: more.map(|more| min + more) })
    }

    fn holds(interval: Interval, n: i64) -> bool {
        n >= interval.min && interval.max.is_none_or(|max| n <= max)
    }

    proptest! {
        /// Against the definition, number by number; 40 is above every bound that is tried.
        #[test]
        fn overlap_and_inclusion_agree_with_their_definition(a in small(), b in small()) {
            prop_assert_eq!(a.overlaps(b), (0..40).any(|n| holds(a, n) && holds(b, n)));
            prop_assert_eq!(a.is_within(b), (0..40).all(|n| !holds(a, n) || holds(b, n)));
        }

        #[test]
        fn about_is_ten_per_cent_rounded_inwards(n in 0i64..100_000) {
            let interval = bounds(&format!("~{n}"));
            let exact = |m: i64| 9 * n <= 10 * m && 10 * m <= 11 * n;
            let (min, max) = interval.map(|(min, max)| (min, max.unwrap())).unwrap();
            prop_assert!(exact(min) && exact(max) && !exact(min - 1) && !exact(max + 1));
        }
    }
}

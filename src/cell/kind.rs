//! What a column holds, in a type and in words, and why a cell does not hold it.

use super::{Cell, Country, Currency, Language, Slug};
use crate::error::nearest;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellKind {
    Slug,
    Text,
    Name,
    Day,
    Count,
    Word(&'static [&'static str]),
    /// A number from minus this one to this one.
    Degrees(i32),
    Country,
    Currency,
    Language,
    EnterpriseNumber,
    Time,
    Url,
}

/// Why a cell does not hold what its column asks for, as it is said behind its column or its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::Display)]
pub enum CellError {
    #[strum(to_string = "is empty, and must not be")]
    Empty,
    #[strum(to_string = "is not {0}")]
    NotA(CellKind),
    /// Such as `15-10`.
    #[strum(to_string = "is not a count that at least one number fits")]
    FitsNothing,
    /// SQLite cannot hold it.
    #[strum(to_string = "is not a count below 9223372036854775808")]
    TooLarge,
}

/// What is expected, with its article: `a day of the calendar, such as 2025-10-04`.
impl fmt::Display for CellKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slug => f.write_str("a slug: lower-case letters a-z, digits and hyphens, at most 100"),
            Self::Text => f.write_str("text without control characters and without lost ones"),
            Self::Name => f.write_str("a name without control characters and lost ones, of at most 2,000 letters"),
            Self::Day => f.write_str("a day of the calendar, such as 2025-10-04"),
            Self::Count => f.write_str("a count: 112, 500=, >30, >=30, 30+, <500, <=500, 10-15, ~500, ~<500 or ~>500"),
            Self::Word(words) => write!(f, "one of: {}", words.join(", ")),
            Self::Degrees(limit) => write!(f, "degrees as a number from -{limit} to {limit}"),
            Self::Country => f.write_str("a country code (ISO 3166-1 alpha-2), such as BE"),
            Self::Currency => f.write_str("a currency code (ISO 4217), such as EUR"),
            Self::Language => f.write_str("a language code of two lower-case letters (ISO 639-1), such as nl"),
            Self::EnterpriseNumber => {
                f.write_str("a Belgian enterprise number with its two check digits, such as 0999.200.166")
            }
            Self::Time => f.write_str("a time of day, such as 09:30"),
            Self::Url => f.write_str("an address that starts with http:// or https://"),
        }
    }
}

impl CellKind {
    /// The valid value that was probably meant by a text.
    pub fn nearest(self, text: &str) -> Option<String> {
        match self {
            Self::Word(words) => nearest(text, words),
            Self::Country => match text.to_uppercase().as_str() {
                "UK" => Some("GB".to_owned()),
                "EL" => Some("GR".to_owned()),
                capitals => valid::<Country>(capitals.to_owned()),
            },
            Self::Currency => valid::<Currency>(text.to_uppercase()),
            Self::Language => valid::<Language>(text.to_lowercase()),
            Self::Slug => valid::<Slug>(text.to_lowercase().replace(|c: char| c.is_whitespace() || c == '_', "-")),
            Self::Text
            | Self::Name
            | Self::Day
            | Self::Count
            | Self::Degrees(_)
            | Self::EnterpriseNumber
            | Self::Time
            | Self::Url => None,
        }
    }
}

/// A text, if it is a cell of this kind.
fn valid<C: Cell>(text: String) -> Option<String> {
    C::parse(&text).is_ok().then_some(text)
}

//! What is said of a cell that does not hold what its column asks for.

use super::{Cell, Country, Currency, Language, Slug};
use crate::count::CountError;
use crate::error::nearest;
use std::fmt;

/// Why a cell does not hold what its column asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellError {
    /// The cell is empty and must not be.
    Missing,
    /// Not a slug.
    Slug,
    /// Text with control characters in it.
    Control,
    /// Not a day of the calendar in ISO 8601.
    Day,
    /// Not a count.
    Count(CountError),
    /// Not one of these words.
    Word(&'static [&'static str]),
    /// Not a number from the lowest to the highest given.
    Degrees(i32),
    /// Not an ISO 3166-1 alpha-2 code.
    Country,
    /// Not an ISO 4217 code.
    Currency,
    /// Not an ISO 639-1 code.
    Language,
    /// Not an http or https address.
    Url,
}

/// What was expected, in words.
impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("a value; this cell must not be empty"),
            Self::Slug => f.write_str("a slug: lower-case letters a-z, digits and hyphens"),
            Self::Control => f.write_str("text without control characters and without lost ones"),
            Self::Day => f.write_str("a day of the calendar, such as 2025-10-04"),
            Self::Count(CountError::Notation) => {
                f.write_str("a count: 112, >30, >=30, 30+, <500, <=500, 10-15 or ~500")
            }
            Self::Count(CountError::Empty) => f.write_str("a count that at least one number fits"),
            Self::Count(CountError::TooLarge) => f.write_str("a count below 9223372036854775808"),
            Self::Word(words) => write!(f, "one of: {}", words.join(", ")),
            Self::Degrees(limit) => write!(f, "degrees as a number from -{limit} to {limit}"),
            Self::Country => f.write_str("a country code (ISO 3166-1 alpha-2), such as BE"),
            Self::Currency => f.write_str("a currency code (ISO 4217), such as EUR"),
            Self::Language => f.write_str("a language code of two lower-case letters (ISO 639-1), such as nl"),
            Self::Url => f.write_str("an address that starts with http:// or https://"),
        }
    }
}

impl CellError {
    /// The valid value that was probably meant by a text.
    pub fn nearest(self, text: &str) -> Option<String> {
        let capitals = text.to_uppercase();
        match self {
            Self::Word(words) => nearest(text, words),
            Self::Country => match capitals.as_str() {
                "UK" => Some("GB".to_owned()),
                "EL" => Some("GR".to_owned()),
                _ => Country::parse(&capitals).ok().map(|country| country.to_string()),
            },
            Self::Currency => Currency::parse(&capitals).ok().map(|currency| currency.to_string()),
            Self::Language => Language::parse(&text.to_lowercase()).ok().map(|language| language.to_string()),
            Self::Slug => {
                let slug = text.to_lowercase().replace(|c: char| c.is_whitespace() || c == '_', "-");
                Slug::parse(&slug).ok().map(|slug| slug.to_string())
            }
            Self::Missing | Self::Control | Self::Day | Self::Count(_) | Self::Degrees(_) | Self::Url => None,
        }
    }
}

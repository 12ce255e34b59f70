//! What a column holds, in a type and in words, and why a cell does not hold it.

use super::{Cell, Country, Currency, Language, Slug};
use crate::error::nearest;
use std::fmt;

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellKind {
    Slug,
    Text,
    Day,
    Count,
    Word(&'static [&'static str]),
    /// A number from minus this one to this one.
    Degrees(i32),
    Country,
    Currency,
    Language,
    Url,
}

/// Why a cell does not hold what its column asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellError {
    Empty,
    NotA(CellKind),
    /// A count that no number fits, such as `15-10`.
    FitsNothing,
    /// A count beyond what SQLite can hold, 2^63 - 1.
    TooLarge,
}

/// What is expected, with its article: `a day of the calendar, such as 2025-10-04`.
impl fmt::Display for CellKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slug => f.write_str("a slug: lower-case letters a-z, digits and hyphens"),
            Self::Text => f.write_str("text without control characters and without lost ones"),
            Self::Day => f.write_str("a day of the calendar, such as 2025-10-04"),
            Self::Count => f.write_str("a count: 112, >30, >=30, 30+, <500, <=500, 10-15 or ~500"),
            Self::Word(words) => write!(f, "one of: {}", words.join(", ")),
            Self::Degrees(limit) => write!(f, "degrees as a number from -{limit} to {limit}"),
            Self::Country => f.write_str("a country code (ISO 3166-1 alpha-2), such as BE"),
            Self::Currency => f.write_str("a currency code (ISO 4217), such as EUR"),
            Self::Language => f.write_str("a language code of two lower-case letters (ISO 639-1), such as nl"),
            Self::Url => f.write_str("an address that starts with http:// or https://"),
        }
    }
}

/// What is said of the cell, behind its column or its text: `is not a slug: ...`.
impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty, and must not be"),
            Self::NotA(kind) => write!(f, "is not {kind}"),
            Self::FitsNothing => f.write_str("is not a count that at least one number fits"),
            Self::TooLarge => f.write_str("is not a count below 9223372036854775808"),
        }
    }
}

impl CellKind {
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
            Self::Text | Self::Day | Self::Count | Self::Degrees(_) | Self::Url => None,
        }
    }
}

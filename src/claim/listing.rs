//! Listed rows: which certainly fall in a scope, and which possibly do.

use super::scope::Scope;
use crate::count::Interval;
use crate::words::DateBasis;

/// What is known of one property of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// It is this, and nothing else.
    Is(String),
    /// It is at least these, perhaps others too.
    AtLeast(Vec<String>),
    /// Not known.
    Unknown,
}

/// The days of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// First day (ISO 8601).
    pub first: String,
    /// Last day (ISO 8601).
    pub last: String,
    /// Whether it is every one of these days or only one of them.
    pub basis: DateBasis,
}

/// A listed row, or several that are alike in all that matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRow {
    /// How many rows.
    pub number: i64,
    /// Whether they certainly count at all; a planned agreement does not.
    pub certain: bool,
    /// Their category.
    pub category: Attribute,
    /// Their region.
    pub region: Attribute,
    /// Their city.
    pub city: Attribute,
    /// Their days; `None` = not known.
    pub period: Option<Period>,
}

/// How many rows fall in a scope: certainly, and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Rows that fall in it in every completion of what is not known.
    pub min: i64,
    /// Rows that fall in it in some completion.
    pub max: i64,
}

impl Listed {
    /// Counts rows.
    pub fn count(rows: &[ListedRow], scope: &Scope) -> Self {
        let mut listed = Self { min: 0, max: 0 };
        for row in rows {
            match row.falls_in(scope) {
                Answer::Certain => {
                    listed.min += row.number;
                    listed.max += row.number;
                }
                Answer::Possible => listed.max += row.number,
                Answer::No => {}
            }
        }
        listed
    }

    /// As an interval.
    pub fn interval(self) -> Interval {
        Interval::between(self.min, self.max)
    }
}

/// An answer over incomplete data; the worse of two comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Certain,
    Possible,
    No,
}

impl ListedRow {
    fn falls_in(&self, scope: &Scope) -> Answer {
        let certain = if self.certain { Answer::Certain } else { Answer::Possible };
        certain
            .max(self.category.matches(scope.category.as_deref()))
            .max(self.region.matches(scope.region.as_deref()))
            .max(self.city.matches(scope.city.as_deref()))
            .max(self.takes_place_on(scope.day.as_deref()))
    }

    fn takes_place_on(&self, day: Option<&str>) -> Answer {
        let (Some(day), Some(period)) = (day, &self.period) else {
            return if day.is_none() { Answer::Certain } else { Answer::Possible };
        };
        if day < period.first.as_str() || day > period.last.as_str() {
            return Answer::No;
        }
        match period.basis {
            DateBasis::Stated => Answer::Certain,
            DateBasis::Window if period.first == period.last => Answer::Certain,
            DateBasis::Window => Answer::Possible,
        }
    }
}

impl Attribute {
    fn matches(&self, wanted: Option<&str>) -> Answer {
        let Some(wanted) = wanted else { return Answer::Certain };
        match self {
            Self::Is(value) if value == wanted => Answer::Certain,
            Self::Is(_) => Answer::No,
            Self::AtLeast(values) if values.iter().any(|value| value == wanted) => Answer::Certain,
            Self::AtLeast(_) | Self::Unknown => Answer::Possible,
        }
    }
}

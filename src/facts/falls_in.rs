//! A listed row, and whether it falls in a scope: certainly, possibly or not. This decides what counts, for every
//! verdict and for every row that is shown beside one.

use super::scope::{Dimension, Key, Scope};
use crate::count::Interval;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// What is known of one property of a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Attribute {
    /// It is this, and nothing else.
    Is(Key),
    /// It is at least these, perhaps others too.
    AtLeast(Vec<Key>),
    Unknown,
}

impl From<Option<Key>> for Attribute {
    fn from(value: Option<Key>) -> Self {
        value.map_or(Self::Unknown, Self::Is)
    }
}

/// The days of a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Period {
    pub first: Key,
    pub last: Key,
    /// Whether it takes place on every one of these days, or on one of them, not known which.
    pub every_day: bool,
}

/// A listed row, or several that are alike in all that matters to a scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ListedRow {
    /// How many of them count for certain: none that is only planned or announced, and one of those that are likely the
    /// same thing.
    pub min: i64,
    /// How many rows there are.
    pub max: i64,
    /// Whether they are certainly on the days of the mission, or its days are not known.
    pub in_mission: bool,
    /// Of participants their category, of agreements those of the parties that are listed.
    pub category: Attribute,
    /// Of participants their region, of agreements those of the parties that are listed.
    pub region: Attribute,
    pub city: Attribute,
    pub period: Option<Period>,
}

/// A listed row by itself, as a reader can look it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRow {
    pub id: Key,
    /// Its title, or the name of the organisation.
    pub title: String,
    /// Of a participant its enterprise number; `None` = not known.
    pub number: Option<Key>,
    /// The first row that is likely the same thing; `None` = it is that row, or alone.
    pub same_as: Option<Key>,
    pub row: ListedRow,
}

/// Whether something falls in a scope, as far as it is known; the worse of two answers comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FallsIn {
    /// In every completion of what is not known.
    Certainly,
    /// In some completion.
    Possibly,
    /// In none.
    Not,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedCount {
    /// Rows that certainly do.
    pub min: i64,
    pub max: i64,
}

impl ListedCount {
    pub fn of<'r>(rows: impl IntoIterator<Item = &'r ListedRow>, scope: &Scope) -> Self {
        let mut count = Self { min: 0, max: 0 };
        for row in rows {
            match row.falls_in(scope) {
                FallsIn::Certainly => {
                    count.min += row.min;
                    count.max += row.max;
                }
                FallsIn::Possibly => count.max += row.max,
                FallsIn::Not => {}
            }
        }
        count
    }

    pub fn interval(self) -> Interval {
        Interval::between(self.min, self.max)
    }
}

/// The listed rows of a subject by their city: of those that are in another one, none is looked at.
#[derive(Debug)]
pub(crate) struct RowsByCity<'r> {
    all: &'r [ListedRow],
    of: FxHashMap<&'r str, Vec<&'r ListedRow>>,
    /// Those that may be in any.
    unknown: Vec<&'r ListedRow>,
}

impl<'r> RowsByCity<'r> {
    pub(crate) fn of(all: &'r [ListedRow]) -> Self {
        let mut rows = Self { all, of: FxHashMap::default(), unknown: Vec::new() };
        for row in all {
            match &row.city {
                Attribute::Is(city) => rows.of.entry(city).or_default().push(row),
                Attribute::AtLeast(_) | Attribute::Unknown => rows.unknown.push(row),
            }
        }
        rows
    }

    pub(crate) fn all(&self) -> &'r [ListedRow] {
        self.all
    }

    pub(crate) fn count(&self, scope: &Scope) -> ListedCount {
        match scope.city.as_deref() {
            None => ListedCount::of(self.all, scope),
            Some(city) => {
                let there = self.of.get(city).into_iter().flatten();
                ListedCount::of(there.chain(&self.unknown).copied(), scope)
            }
        }
    }
}

impl ListedRow {
    /// Whether the row falls in the scope. It is only as certain as the least certain thing that is asked of it.
    pub fn falls_in(&self, scope: &Scope) -> FallsIn {
        let counts = if self.min > 0 && (self.in_mission || scope.day.is_some()) {
            FallsIn::Certainly
        } else {
            FallsIn::Possibly
        };
        counts
            .max(self.category.is(scope.category.as_deref()))
            .max(self.region.is(scope.region.as_deref()))
            .max(self.city.is(scope.city.as_deref()))
            .max(takes_place_on(self.period.as_ref(), scope.day.as_deref()))
    }
}

impl ListedRow {
    /// Whether the row is certainly of none of these values.
    pub(crate) fn is_certainly_beyond(&self, dimension: Dimension, values: &BTreeSet<&str>) -> bool {
        let attribute = match dimension {
            Dimension::Category => &self.category,
            Dimension::Region => &self.region,
            Dimension::City => &self.city,
        };
        matches!(attribute, Attribute::Is(value) if !values.contains(value.as_str()))
    }
}

impl Attribute {
    fn is(&self, wanted: Option<&str>) -> FallsIn {
        let Some(wanted) = wanted else { return FallsIn::Certainly };
        match self {
            Self::Is(value) if value == wanted => FallsIn::Certainly,
            Self::Is(_) => FallsIn::Not,
            Self::AtLeast(values) if values.iter().any(|value| value == wanted) => FallsIn::Certainly,
            Self::AtLeast(_) | Self::Unknown => FallsIn::Possibly,
        }
    }
}

fn takes_place_on(period: Option<&Period>, day: Option<&str>) -> FallsIn {
    match (day, period) {
        (None, _) => FallsIn::Certainly,
        (Some(_), None) => FallsIn::Possibly,
        // Days are written such that their order is that of their letters (ISO 8601).
        (Some(day), Some(period)) if day < period.first.as_str() || day > period.last.as_str() => FallsIn::Not,
        (Some(_), Some(period)) if period.every_day => FallsIn::Certainly,
        (Some(_), Some(_)) => FallsIn::Possibly,
    }
}

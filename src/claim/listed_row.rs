//! A row that is listed, as the view `listed_rows` has it: what is known of it, and what is not.

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

impl From<Option<String>> for Attribute {
    fn from(value: Option<String>) -> Self {
        value.map_or(Self::Unknown, Self::Is)
    }
}

/// The days of a row (ISO 8601).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    pub first: String,
    pub last: String,
    /// Whether it takes place on every one of these days, or on one of them, not known which.
    pub every_day: bool,
}

/// A listed row, or several that are alike in all that matters to a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRow {
    pub number: i64,
    /// Whether they certainly count at all; a planned agreement does not.
    pub certain: bool,
    /// Of participants their category, of agreements those of the parties that are listed.
    pub category: Attribute,
    /// Of participants their region, of agreements those of the parties that are listed.
    pub region: Attribute,
    pub city: Attribute,
    /// On which days; `None` = not known.
    pub period: Option<Period>,
}

/// A listed row by itself, as a reader can look it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRow {
    pub id: String,
    /// Its title, or the name of the organisation.
    pub title: String,
    pub row: ListedRow,
}

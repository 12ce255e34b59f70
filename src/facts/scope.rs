//! What a claim counts, and in which part of the mission.

use compact_str::CompactString;

/// A key, or a day (ISO 8601): so short that a copy of it hardly ever needs memory of its own.
pub type Key = CompactString;

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, strum::Display)]
#[strum(serialize_all = "lowercase")]
pub enum Subject {
    /// Participating organisations: listed, one row each.
    Participants,
    /// Delegates: only ever counted.
    People,
    /// Agreements: listed, one row each.
    Agreements,
    /// Events: listed, one row each.
    Events,
    /// Something that no table lists.
    #[strum(to_string = "{0}")]
    Other(String),
}

impl Subject {
    pub fn of(word: &str) -> Self {
        match word {
            "participants" => Self::Participants,
            "people" => Self::People,
            "agreements" => Self::Agreements,
            "events" => Self::Events,
            other => Self::Other(other.to_owned()),
        }
    }

    /// L4: whether nothing can be counted in two values of the dimension, in any world.
    pub fn is_exclusive_over(&self, dimension: Dimension) -> bool {
        match (self, dimension) {
            (Self::Participants, Dimension::Category) | (Self::Agreements | Self::Events, Dimension::City) => true,
            (Self::Participants, Dimension::Region | Dimension::City)
            | (Self::Agreements | Self::Events, Dimension::Category | Dimension::Region)
            | (Self::People | Self::Other(_), _) => false,
        }
    }

    /// L4 and A3: whether nothing is counted in two values of the dimension, as numbers are commonly read. An agreement
    /// may have parties from several regions and categories, an event may be about several; organisations and people
    /// travel from city to city.
    pub fn adds_up_over(&self, dimension: Dimension) -> bool {
        match (self, dimension) {
            (Self::Participants | Self::People | Self::Other(_), Dimension::Category | Dimension::Region) => true,
            (Self::Participants | Self::People | Self::Other(_), Dimension::City) => false,
            (Self::Agreements | Self::Events, Dimension::City) => true,
            (Self::Agreements | Self::Events, Dimension::Category | Dimension::Region) => false,
        }
    }

    /// A4: whether each belongs to a region of its own, so that all regions together are all there are.
    pub fn is_of_regions(&self) -> bool {
        self.adds_up_over(Dimension::Region)
    }
}

/// A way in which a mission is divided into parts that can be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    Category,
    Region,
    City,
}

impl Dimension {
    pub const ALL: [Self; 3] = [Self::Category, Self::Region, Self::City];
}

/// The part of a mission that a claim is about; `None` does not narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scope {
    pub category: Option<Key>,
    pub region: Option<Key>,
    pub city: Option<Key>,
    pub day: Option<Key>,
}

impl Scope {
    /// What it is stored and joined by: its parts with slashes between them, `*` for each that does not narrow it.
    pub fn key(&self) -> String {
        let parts = [&self.category, &self.region, &self.city, &self.day];
        parts.map(|part| part.as_deref().unwrap_or("*")).join("/")
    }

    pub fn value(&self, dimension: Dimension) -> Option<&str> {
        match dimension {
            Dimension::Category => self.category.as_deref(),
            Dimension::Region => self.region.as_deref(),
            Dimension::City => self.city.as_deref(),
        }
    }

    pub fn without(&self, dimension: Dimension) -> Self {
        let mut whole = self.clone();
        match dimension {
            Dimension::Category => whole.category = None,
            Dimension::Region => whole.region = None,
            Dimension::City => whole.city = None,
        }
        whole
    }

    /// How many things are said: how narrow it is.
    pub fn parts(&self) -> usize {
        let Self { category, region, city, day } = self;
        [category, region, city, day].into_iter().flatten().count()
    }

    /// The scopes with one thing less said. What is on a day outside those of the mission is no part of the mission.
    pub fn one_wider(&self, days: Option<&(Key, Key)>) -> Vec<Self> {
        let Self { category, region, city, day } = self;
        let is_outside = |day: &Key| days.is_some_and(|(first, last)| day < first || day > last);
        let mut wider = Vec::new();
        if category.is_some() {
            wider.push(Self { category: None, ..self.clone() });
        }
        if region.is_some() {
            wider.push(Self { region: None, ..self.clone() });
        }
        if city.is_some() {
            wider.push(Self { city: None, ..self.clone() });
        }
        if day.as_ref().is_some_and(|day| !is_outside(day)) {
            wider.push(Self { day: None, ..self.clone() });
        }
        wider
    }

    /// Every wider scope that this one lies in, itself left out, each once.
    pub fn wider(&self, days: Option<&(Key, Key)>) -> Vec<Self> {
        let mut scopes = self.one_wider(days);
        let mut index = 0;
        while index < scopes.len() {
            for wider in scopes[index].one_wider(days) {
                if !scopes.contains(&wider) {
                    scopes.push(wider);
                }
            }
            index += 1;
        }
        scopes
    }
}

#[cfg(test)]
#[path = "../../tests/unit/facts_scope.rs"]
mod tests;

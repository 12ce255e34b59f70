//! What a claim counts, and in which part of the mission.

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

    /// Whether nothing is counted in two values of the dimension. An agreement may have parties from
    /// several regions and categories, an event may be about several; organisations and people travel
    /// from city to city, and whether something else does is not known.
    pub fn is_disjoint_over(&self, dimension: Dimension) -> bool {
        match (self, dimension) {
            (Self::Participants | Self::People | Self::Other(_), Dimension::Category | Dimension::Region) => true,
            (Self::Participants | Self::People | Self::Other(_), Dimension::City) => false,
            (Self::Agreements | Self::Events, Dimension::City) => true,
            (Self::Agreements | Self::Events, Dimension::Category | Dimension::Region) => false,
        }
    }
}

/// A way in which a mission is divided into parts that can be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    pub category: Option<String>,
    pub region: Option<String>,
    pub city: Option<String>,
    /// ISO 8601.
    pub day: Option<String>,
}

impl Scope {
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

    /// Every wider scope that this one lies in, itself left out.
    pub fn wider(&self) -> Vec<Self> {
        let mut scopes = vec![self.clone()];
        let widen: [fn(&mut Self) -> Option<String>; 4] =
            [|s| s.category.take(), |s| s.region.take(), |s| s.city.take(), |s| s.day.take()];
        for take in widen {
            for index in 0..scopes.len() {
                let mut wider = scopes[index].clone();
                if take(&mut wider).is_some() {
                    scopes.push(wider);
                }
            }
        }
        scopes.remove(0);
        scopes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_lies_in_every_scope_that_narrows_less() {
        let scope = Scope { region: Some("flanders".into()), day: Some("2025-10-06".into()), ..Scope::default() };
        let region = Scope { day: None, ..scope.clone() };
        let day = Scope { region: None, ..scope.clone() };
        assert_eq!(scope.wider(), [day, region, Scope::default()]);
        assert_eq!(Scope::default().wider(), []);
    }
}

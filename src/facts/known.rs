//! What is known of one mission when its claims are judged.

use super::falls_in::{Attribute, ListedRow};
use super::scope::{Dimension, Key, Scope, Subject};
use crate::count::Count;
use crate::language::Language;
use crate::model::Table;
use crate::result_set::Labels;
use crate::words::Stage;
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub id: String,
    pub subject: Subject,
    pub scope: Scope,
    pub count: Count,
    pub stage: Stage,
    pub source: String,
    /// Who did the counting; `None` = not known.
    pub origin: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CompleteList {
    pub subject: Subject,
    /// In this region only; `None` = in the whole mission.
    pub region: Option<Key>,
    pub source: String,
}

impl CompleteList {
    fn covers(&self, scope: &Scope) -> bool {
        self.region.is_none() || self.region == scope.region
    }
}

#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub claims: Vec<Claim>,
    /// Equal ones drawn together.
    pub participants: Vec<ListedRow>,
    pub agreements: Vec<ListedRow>,
    pub events: Vec<ListedRow>,
    pub complete: Vec<CompleteList>,
    /// The first and the last day of the mission (ISO 8601); `None` = not known.
    pub days: Option<(Key, Key)>,
}

impl Facts {
    /// The rows that a table lists of a subject; `None` where no table does.
    pub fn rows(&self, subject: &Subject) -> Option<&[ListedRow]> {
        match subject {
            Subject::Participants => Some(&self.participants),
            Subject::Agreements => Some(&self.agreements),
            Subject::Events => Some(&self.events),
            Subject::People | Subject::Other(_) => None,
        }
    }

    /// The rows of a subject, unless there are none, and nobody says that there are none.
    pub fn list(&self, subject: &Subject, scope: &Scope) -> Option<&[ListedRow]> {
        self.rows(subject).filter(|rows| !rows.is_empty() || self.complete(subject, scope).is_some())
    }

    /// The declaration that everything of a subject in a scope is listed.
    pub fn complete(&self, subject: &Subject, scope: &Scope) -> Option<&CompleteList> {
        self.complete.iter().find(|list| list.subject == *subject && list.covers(scope))
    }

    /// The scopes that a report has a row of, whether anything was published of them or not.
    pub(crate) fn further_scopes(&self, subject: &Subject) -> BTreeSet<Scope> {
        let is = |attribute: &Attribute| match attribute {
            Attribute::Is(value) => Some(value.clone()),
            Attribute::AtLeast(_) | Attribute::Unknown => None,
        };
        let scopes_of = |row: &ListedRow| match subject {
            Subject::Participants => {
                let (category, region) = (is(&row.category), is(&row.region));
                let both = Scope { category: category.clone(), region: region.clone(), ..Scope::default() };
                vec![
                    both,
                    Scope { category, ..Scope::default() },
                    Scope { region, ..Scope::default() },
                    Scope::default(),
                ]
            }
            Subject::Agreements => vec![Scope { city: is(&row.city), ..Scope::default() }, Scope::default()],
            Subject::Events | Subject::People | Subject::Other(_) => Vec::new(),
        };
        self.rows(subject).unwrap_or_default().iter().flat_map(scopes_of).collect()
    }
}

/// What all missions share: the regions of the country, and the names that evidence is worded with.
#[derive(Debug, Clone, Default)]
pub struct Names {
    pub language: Language,
    /// The keys of all regions, which together make the whole country.
    pub regions: BTreeSet<String>,
    pub labels: Labels,
}

impl Names {
    /// A subject in a scope, in words: `participants · Companies · Flanders`.
    pub fn describe(&self, subject: &Subject, scope: &Scope) -> String {
        let (subject, place) = (self.language.word(&subject.to_string()), self.place(scope));
        if place.is_empty() { subject } else { format!("{subject} · {place}") }
    }

    /// What a scope is narrowed to, in words; nothing for the whole mission.
    pub(crate) fn place(&self, scope: &Scope) -> String {
        let places =
            Dimension::ALL.into_iter().filter_map(|dimension| Some(self.of(dimension, scope.value(dimension)?)));
        places.chain(scope.day.as_deref().map(str::to_owned)).collect::<Vec<_>>().join(" · ")
    }

    pub fn of(&self, dimension: Dimension, key: &str) -> String {
        let table = match dimension {
            Dimension::Category => Table::Category,
            Dimension::Region => Table::Region,
            Dimension::City => Table::City,
        };
        self.labels.of(table, key).to_owned()
    }
}

//! What is known of one mission when its claims are judged.

use super::falls_in::ListedRow;
use super::scope::{Dimension, Scope, Subject};
use crate::count::Interval;
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
    pub notation: String,
    pub count: Interval,
    pub stage: Stage,
    pub source: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CompleteList {
    pub subject: Subject,
    /// In this region only; `None` = in the whole mission.
    pub region: Option<String>,
    pub source: String,
}

#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub claims: Vec<Claim>,
    /// Equal ones drawn together.
    pub participants: Vec<ListedRow>,
    pub agreements: Vec<ListedRow>,
    pub events: Vec<ListedRow>,
    pub complete: Vec<CompleteList>,
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

    /// The declaration that everything of a subject in a scope is listed.
    pub fn complete(&self, subject: &Subject, scope: &Scope) -> Option<&CompleteList> {
        let covers =
            |list: &&CompleteList| list.subject == *subject && (list.region.is_none() || list.region == scope.region);
        self.complete.iter().find(covers)
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
        let places =
            Dimension::ALL.into_iter().filter_map(|dimension| Some(self.of(dimension, scope.value(dimension)?)));
        let words = [self.language.word(&subject.to_string())].into_iter().chain(places).chain(scope.day.clone());
        words.collect::<Vec<_>>().join(" · ")
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

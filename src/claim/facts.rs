//! What is known of one mission when its claims are judged.

use super::listed_row::ListedRow;
use super::scope::{Scope, Subject};
use crate::count::Interval;
use crate::db::Labelled;
use crate::language::Language;
use crate::words::Stage;
use std::collections::{BTreeSet, HashMap};

/// One published count.
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
    /// In which language evidence is worded.
    pub language: Language,
    /// The keys of all regions, which together make the whole country.
    pub regions: BTreeSet<String>,
    /// Names of regions, categories and cities, by kind and key.
    pub labels: HashMap<(Labelled, String), String>,
}

impl Names {
    fn label(&self, kind: Labelled, key: &str) -> String {
        self.labels.get(&(kind, key.to_owned())).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// A subject in a scope, in words: `participants · Companies · Flanders`.
    pub fn describe(&self, subject: &Subject, scope: &Scope) -> String {
        let mut words = self.language.word(&subject.to_string());
        for place in self.places(scope) {
            words.push_str(" · ");
            words.push_str(&place);
        }
        words
    }

    /// What narrows a scope, in words; empty for the whole mission.
    pub fn places(&self, scope: &Scope) -> Vec<String> {
        let named =
            [(Labelled::Category, &scope.category), (Labelled::Region, &scope.region), (Labelled::City, &scope.city)];
        let named = named.into_iter().filter_map(|(kind, key)| key.as_ref().map(|key| self.label(kind, key)));
        named.chain(scope.day.clone()).collect()
    }
}

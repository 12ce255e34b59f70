//! What of the listed rows falls in each scope that a report has a row of.

use super::falls_in::{Attribute, ListedCount, RowsByCity};
use super::known::Facts;
use super::scope::{Scope, Subject};
use compact_str::ToCompactString;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Stands for a city where none is known; it is no slug.
const NO_KNOWN_CITY: &str = "?";

/// How many rows of a subject fall in a scope.
pub(crate) struct Counted {
    pub(crate) subject: Subject,
    pub(crate) scope: Scope,
    pub(crate) listed: ListedCount,
}

impl Facts {
    /// Participants by region and category, agreements by city, events by day, and each of the whole mission. What is
    /// certainly in no one city, and the agreements whose city is not known, stand under the city `?`.
    pub(crate) fn counted(&self) -> Vec<Counted> {
        let of = |subject: Subject| {
            let rows = RowsByCity::of(self.rows(&subject).unwrap_or_default());
            move |scope: Scope| Counted { subject: subject.clone(), listed: rows.count(&scope), scope }
        };
        let participants = self.scopes_of_participants().into_iter().map(of(Subject::Participants));
        let agreements = self.scopes_of_agreements().into_iter().map(of(Subject::Agreements));
        let days = self.days_of_mission().map(|day| Scope { day: Some(day.to_compact_string()), ..Scope::default() });
        let events = [Scope::default()].into_iter().chain(days).map(of(Subject::Events));
        participants.chain(agreements).chain(self.in_no_known_city()).chain(events).collect()
    }

    /// The days from the first to the last (ISO 8601); none where one of the two is not known.
    pub(crate) fn days_of_mission(&self) -> impl Iterator<Item = Date> {
        let days = self.days.as_ref().and_then(|(first, last)| Some((first.parse().ok()?, last.parse().ok()?)));
        days.into_iter()
            .flat_map(|(first, last): (Date, Date)| first.series(1.day()).take_while(move |day| *day <= last))
    }

    /// Those of a region and a category that are listed or claimed, and the wider ones.
    fn scopes_of_participants(&self) -> BTreeSet<Scope> {
        let claimed = self.claimed(&Subject::Participants).filter(|scope| scope.city.is_none() && scope.day.is_none());
        let mut scopes = self.further_scopes(&Subject::Participants);
        scopes.extend(claimed.flat_map(|scope| scope.wider(None).into_iter().chain([scope.clone()])));
        scopes
    }

    fn scopes_of_agreements(&self) -> BTreeSet<Scope> {
        let claimed = self.claimed(&Subject::Agreements).filter(|scope| scope.city.is_some() && scope.parts() == 1);
        let mut scopes = self.further_scopes(&Subject::Agreements);
        scopes.extend(claimed.cloned().chain([Scope::default()]));
        scopes
    }

    fn claimed(&self, subject: &Subject) -> impl Iterator<Item = &Scope> {
        let scopes = self.claims.iter().filter(move |claim| claim.subject == *subject).map(|claim| &claim.scope);
        scopes.collect::<BTreeSet<_>>().into_iter()
    }

    fn in_no_known_city(&self) -> Option<Counted> {
        let rows = || self.agreements.iter().filter(|row| row.city == Attribute::Unknown);
        let min = rows().filter(|row| row.in_mission).map(|row| row.min).sum();
        let listed = ListedCount { min, max: rows().map(|row| row.max).sum() };
        let scope = Scope { city: Some(NO_KNOWN_CITY.into()), ..Scope::default() };
        (listed.max > 0).then_some(Counted { subject: Subject::Agreements, scope, listed })
    }
}

//! A mission as one page of HTML that needs nothing else: no request goes out from it, and its policy allows none.

mod bar;
mod claims;
mod headline;
mod index;
mod lists;
mod markup;
mod programme;
mod reports;
mod shell;
mod sources;

use crate::db::{self, Labelled};
use crate::error::Error;
use crate::language::{Language, Phrase, capitalised};
use crate::model::Table;
use crate::result_set::Labels;
use jiff::civil::Date;
use rusqlite::{Connection, named_params};
use std::io::Write;

pub use index::{file_name, index};

struct Page<'p> {
    conn: &'p Connection,
    mission: &'p str,
    language: Language,
    labels: Labels,
}

/// The page of one mission: headline numbers, reports, lists, programme, claims and sources.
///
/// `index` is the address of the page of all missions, if there is one.
pub fn mission(
    conn: &Connection,
    mission: &str,
    language: Language,
    index: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let about = About::read(conn, mission)?;
    let page = Page { conn, mission, language, labels: labels(conn, language)? };
    let title = shell::Title { name: &about.name, subtitle: &about.subtitle(language) };
    let reports = || reports::of_a_mission().map(|report| (report.name, report.title));
    let sections = [("glance", Phrase::AtAGlance)].into_iter().chain(reports()).chain([
        ("participant-list", Phrase::ListedParticipants),
        ("agreement-list", Phrase::ListedAgreements),
        ("programme", Phrase::Programme),
        ("claims", Phrase::PublishedCounts),
        ("sources", Phrase::Sources),
    ]);
    shell::begin(out, language, &title, &sections.collect::<Vec<_>>(), index)?;
    headline::write(&page, out)?;
    for report in reports::of_a_mission() {
        reports::write(conn, report, Some(mission), language, out)?;
    }
    lists::participants(&page, out)?;
    lists::agreements(&page, out)?;
    programme::write(&page, about.days(), out)?;
    claims::write(&page, out)?;
    sources::write(&page, out)?;
    shell::end(out, language)
}

impl Page<'_> {
    /// The name of a region, category or city; its key where it has none.
    fn label(&self, table: Table, key: &str) -> String {
        let names = self.labels.get(&table);
        names.and_then(|names| names.get(key)).map_or_else(|| key.to_owned(), Clone::clone)
    }
}

fn labels(conn: &Connection, language: Language) -> Result<Labels, Error> {
    let mut labels = Labels::new();
    for (kind, key, label) in db::labels(conn, language)? {
        let table = match kind {
            Labelled::Region => Table::Region,
            Labelled::Category => Table::Category,
            Labelled::City => Table::City,
        };
        labels.entry(table).or_default().insert(key, label);
    }
    Ok(labels)
}

struct About {
    name: String,
    kind: Option<String>,
    lead: Option<String>,
    first_day: Option<Date>,
    last_day: Option<Date>,
}

impl About {
    fn read(conn: &Connection, mission: &str) -> Result<Self, Error> {
        let sql = "SELECT name, kind, lead, first_day, last_day FROM missions WHERE mission_id = :mission";
        Ok(conn.query_row(sql, named_params! { ":mission": mission }, |row| {
            Ok(Self {
                name: row.get("name")?,
                kind: row.get("kind")?,
                lead: row.get("lead")?,
                first_day: day(row.get("first_day")?),
                last_day: day(row.get("last_day")?),
            })
        })?)
    }

    fn days(&self) -> Option<(Date, Date)> {
        self.first_day.zip(self.last_day)
    }

    fn subtitle(&self, language: Language) -> String {
        let kind = self.kind.as_ref().map(|kind| capitalised(&language.word(kind)));
        let lead = self.lead.as_ref().map(|lead| language.fill(Phrase::LedBy, lead));
        let days = Some(span(language, self.first_day, self.last_day));
        [kind, days, lead].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

fn span(language: Language, first: Option<Date>, last: Option<Date>) -> String {
    match (first, last) {
        (Some(first), Some(last)) => language.period(first, last),
        (Some(first), None) => language.fill(Phrase::From, &language.date(first)),
        (None, Some(last)) => language.fill(Phrase::Until, &language.date(last)),
        (None, None) => language.say(Phrase::DaysNotKnown).to_owned(),
    }
}

/// A day of the database, which holds only days of the real calendar.
fn day(text: Option<String>) -> Option<Date> {
    text?.parse().ok()
}

/// When something takes place: on every one of its days, on one of them, or on some day of the mission. The second part
/// is what it is sorted by.
fn when(language: Language, days: Option<(Date, Date)>, certain: bool) -> (String, String) {
    let shown = |first: Date, last: Date| match first.year() == last.year() {
        true => language.days_of_year(first, last),
        false => language.period(first, last),
    };
    let when = match days {
        Some((first, last)) if first == last => language.weekday(first),
        Some((first, last)) if certain => shown(first, last),
        Some((first, last)) => language.fill(Phrase::OneDayOf, &shown(first, last)),
        None => language.say(Phrase::SomeDayOfTheMission).to_owned(),
    };
    (when, days.map(|(first, last)| format!("{first} {last}")).unwrap_or_default())
}

//! A mission as one page of HTML that needs nothing else: no request goes out from it, and its policy allows none.

mod claims;
mod figure;
mod headline;
mod index;
mod markup;
mod programme;
mod shell;

use crate::error::Error;
use crate::language::{Language, Phrase, capitalised};
use jiff::civil::Date;
use rusqlite::{Connection, named_params};
use std::io::Write;

pub use index::{file_name, index};

/// The page of one mission: headline numbers, charts with their tables, programme, claims and sources.
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
    let title = shell::Title { name: &about.name, subtitle: &about.subtitle(language) };
    let sections = [
        ("glance", Phrase::AtAGlance),
        ("participants", Phrase::ParticipantsByRegionAndCategory),
        ("agreements", Phrase::AgreementsPerCity),
        ("events", Phrase::EventsPerDay),
        ("programme", Phrase::Programme),
        ("claims", Phrase::PublishedCounts),
        ("sources", Phrase::Sources),
    ];
    shell::begin(out, language, &title, &sections, index)?;
    headline::write(conn, mission, language, out)?;
    figure::write(conn, mission, language, out)?;
    programme::write(conn, mission, language, about.days(), out)?;
    claims::write(conn, mission, language, out)?;
    shell::end(out, language)
}

/// What a page says of its mission.
struct About {
    name: String,
    kind: Option<String>,
    lead: Option<String>,
    first_day: Option<Date>,
    last_day: Option<Date>,
}

impl About {
    fn read(conn: &Connection, mission: &str) -> Result<Self, Error> {
        let sql = include_str!("sql/about.sql");
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

/// The days of a mission, as far as they are known.
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

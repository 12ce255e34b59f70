//! A mission as one page of HTML that needs nothing else: no request goes out from it, and its policy allows none.

mod claims;
mod index;
mod json_ld;
mod lists;
mod markup;
mod programme;
mod reports;
mod shell;

use crate::count::Interval;
use crate::db;
use crate::error::Error;
use crate::language::{Language, Phrase, capitalised};
use crate::model::Table;
use crate::report::REPORTS;
use crate::result_set::Labels;
use jiff::civil::Date;
use rusqlite::{Connection, Row, named_params};
use std::io::Write;

pub use index::{file_name, index};

struct Page<'p> {
    conn: &'p Connection,
    /// `None` = it is about all of them.
    mission: Option<&'p str>,
    /// The days of the mission, if both ends are known.
    days: Option<(Date, Date)>,
    language: Language,
    labels: Labels,
}

/// The page of one mission: headline numbers, what does not fit together, reports, lists, programme, claims and
/// sources.
///
/// `index` is the address of the page of all missions, if there is one.
pub fn mission(
    conn: &Connection,
    mission: &str,
    language: Language,
    index: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let sql = "SELECT name, kind, lead, first_day, last_day FROM missions WHERE mission_id = :mission";
    let (name, subtitle, (first, last), event) = conn.query_row(sql, named_params! { ":mission": mission }, |row| {
        let event = json_ld::event(row, Some(json_ld::MISSION))?;
        Ok((row.get::<_, String>("name")?, subtitle(row, language)?, days(row)?, event))
    })?;
    let (mission, days, labels) = (Some(mission), first.zip(last), db::labels(conn, language)?);
    let page = Page { conn, mission, days, language, labels };
    let mut sections = vec![claims::headlines(&page)?];
    sections.extend(claims::contradictions(&page, |_| Some(String::new()))?);
    for report in REPORTS.iter().filter(|report| report.divides_missions()) {
        sections.push(reports::section(&page, report)?);
    }
    sections.extend([
        lists::participants(&page)?,
        lists::agreements(&page)?,
        programme::section(&page)?,
        claims::section(&page)?,
        lists::sources(&page)?,
    ]);
    let data = json_ld::script(&json_ld::graph(&page, event)?);
    shell::write(out, language, (&name, &subtitle), index, sections, &data).map_err(Error::Output)
}

impl Page<'_> {
    /// The rows of a statement about the mission.
    fn rows<T>(&self, sql: &str, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>, Error> {
        db::rows(self.conn, sql, named_params! { ":mission": self.mission }, read)
    }

    /// The name of the region, category or city of a row; `None` = not known, or all of them.
    fn label(&self, row: &Row<'_>, table: Table) -> rusqlite::Result<Option<String>> {
        let key: Option<String> = row.get(table.key()[0].name)?;
        Ok(key.map(|key| self.labels.of(table, &key).to_owned()))
    }
}

/// What a mission is, when it is, and who leads it.
fn subtitle(row: &Row<'_>, language: Language) -> rusqlite::Result<String> {
    let kind = row.get::<_, Option<String>>("kind")?.map(|kind| capitalised(&language.word(&kind)));
    let lead = row.get::<_, Option<String>>("lead")?.map(|lead| language.fill(Phrase::LedBy, &lead));
    let days = Some(span(language, days(row)?));
    Ok([kind, days, lead].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn span(language: Language, days: (Option<Date>, Option<Date>)) -> String {
    match days {
        (Some(first), Some(last)) => language.period(first, last),
        (Some(first), None) => language.fill(Phrase::From, &language.date(first)),
        (None, Some(last)) => language.fill(Phrase::Until, &language.date(last)),
        (None, None) => language.say(Phrase::DaysNotKnown).to_owned(),
    }
}

fn days(row: &Row<'_>) -> rusqlite::Result<(Option<Date>, Option<Date>)> {
    Ok((day(row.get("first_day")?), day(row.get("last_day")?)))
}

/// What the two bounds of a count allow; `None` = they are not known, or no table lists what is counted.
fn bounds(row: &Row<'_>, count: &str) -> rusqlite::Result<Option<Interval>> {
    let min: Option<i64> = row.get(format!("{count}_min").as_str())?;
    let max = row.get(format!("{count}_max").as_str())?;
    Ok(min.map(|min| Interval { min, max }))
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

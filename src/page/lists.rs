//! The rows of the mission: its participants, its agreements, and the sources that its rows name.

use super::markup::{Section, field, markup, source, text};
use super::{Page, day, days, when};
use crate::cell::{Cell, Url};
use crate::error::Error;
use crate::format::escape;
use crate::language::{Phrase, capitalised};
use crate::model::Table;

pub(super) fn participants(page: &Page<'_>) -> Result<Section, Error> {
    let headings = [Phrase::Name, Phrase::Category, Phrase::Region, Phrase::Source];
    let rows = page.rows(include_str!("sql/participants.sql"), |row| {
        let [category, region] = [Table::Category, Table::Region].map(|table| page.label(row, table));
        let [category, region] = [category?, region?].map(|label| text(&label.unwrap_or_default()));
        Ok(vec![field(row, "name")?, category, region, source(row)?])
    })?;
    let section = Section::new("participant-list", Phrase::ListedParticipants, String::new());
    Ok(section.table(page.language, &headings, &[], rows))
}

pub(super) fn agreements(page: &Page<'_>) -> Result<Section, Error> {
    let headings = [Phrase::Title, Phrase::Parties, Phrase::City, Phrase::When, Phrase::Status, Phrase::Source];
    let rows = page.rows(include_str!("sql/agreements.sql"), |row| {
        let (first, last) = days(row)?;
        let (shown, key) = when(page.language, first.zip(last), row.get("certain")?);
        // A list of agreements says nothing where the day is not known.
        let when = if key.is_empty() { text("") } else { markup(escape(&shown), &key) };
        let city = text(&page.label(row, Table::City)?.unwrap_or_default());
        let status = text(&capitalised(&page.language.word(&row.get::<_, String>("status")?)));
        Ok(vec![field(row, "title")?, field(row, "parties")?, city, when, status, source(row)?])
    })?;
    let section = Section::new("agreement-list", Phrase::ListedAgreements, String::new());
    Ok(section.table(page.language, &headings, &[], rows))
}

/// The sources, each to be reached from its claims, with its address.
pub(super) fn sources(page: &Page<'_>) -> Result<Section, Error> {
    let headings = [Phrase::Source, Phrase::Publisher, Phrase::PublishedOn, Phrase::Key];
    let rows =
        page.rows(&named_sources("SELECT source_id, title, publisher, url, published_on FROM sources"), |row| {
            let (id, title) = (row.get::<_, String>("source_id")?, row.get::<_, String>("title")?);
            // Of a database from a stranger, an address may be a script.
            let url = row.get::<_, Option<String>>("url")?.filter(|url| Url::parse(url).is_ok());
            let shown = url.map_or_else(
                || escape(&title),
                |url| format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(&url), escape(&title)),
            );
            let published: Option<String> = row.get("published_on")?;
            let date = day(published.clone()).map(|day| page.language.date(day)).unwrap_or_default();
            Ok(vec![
                markup(format!("<span id=\"source-{}\">{shown}</span>", escape(&id)), &title),
                field(row, "publisher")?,
                markup(escape(&date), &published.unwrap_or_default()),
                markup(format!("<code>{}</code>", escape(&id)), &id),
            ])
        })?;
    Ok(Section::new("sources", Phrase::Sources, String::new()).table(page.language, &headings, &[], rows))
}

/// Narrows a statement to the sources of every table whose rows name a mission and a source, so that a new table's
/// sources are there as well.
pub(super) fn named_sources(statement: &str) -> String {
    let names = |table: &&Table| ["mission_id", "source_id"].iter().all(|name| table.position(name).is_some());
    let of_table = |table: &Table| format!("SELECT source_id FROM {} WHERE mission_id = :mission", table.name());
    let named: Vec<String> = Table::ALL.iter().filter(names).map(of_table).collect();
    format!("{statement} WHERE source_id IN ({}) ORDER BY source_id", named.join(" UNION "))
}

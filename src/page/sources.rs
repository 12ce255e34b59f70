//! The sources that the rows of a mission name, each to be reached from its claims, with its address.

use super::markup::{WIDE, columns, end_section, markup, section, table, text};
use super::{Page, day};
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase};
use crate::model::Table;
use rusqlite::{Row, named_params};
use std::io::Write;

pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> Result<(), Error> {
    let language = page.language;
    section(out, language, "sources", Phrase::Sources)?;
    let mut statement = page.conn.prepare(&statement())?;
    let sources = statement.query_map(named_params! { ":mission": page.mission }, |row| cells(row, language))?;
    let headings =
        [Phrase::Source, Phrase::Publisher, Phrase::PublishedOn, Phrase::Key].map(|heading| (heading, false));
    let rows = sources.collect::<Result<Vec<_>, _>>()?;
    table(out, language, Phrase::Sources, columns(language, headings), WIDE, rows.into_iter())?;
    end_section(out)
}

/// The sources of every table whose rows name a mission and a source, so that a new table's sources are there as well.
fn statement() -> String {
    let names = |table: &&Table, name: &str| table.columns().iter().any(|column| column.name == name);
    let tables = Table::ALL.iter().filter(|table| names(table, "mission_id") && names(table, "source_id"));
    let named: Vec<String> =
        tables.map(|table| format!("SELECT source_id FROM {} WHERE mission_id = :mission", table.name())).collect();
    format!(
        "SELECT source_id, title, publisher, url, published_on FROM sources WHERE source_id IN ({}) ORDER BY source_id",
        named.join(" UNION ")
    )
}

fn cells(row: &Row<'_>, language: Language) -> rusqlite::Result<Vec<HtmlCell>> {
    let (id, title) = (row.get::<_, String>("source_id")?, row.get::<_, String>("title")?);
    let shown = match row.get::<_, Option<String>>("url")? {
        Some(url) => format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(&url), escape(&title)),
        None => escape(&title),
    };
    let published: Option<String> = row.get("published_on")?;
    let date = day(published.clone()).map(|day| language.date(day)).unwrap_or_default();
    Ok(vec![
        markup(format!("<span id=\"source-{}\">{shown}</span>", escape(&id)), &title),
        text(&row.get::<_, Option<String>>("publisher")?.unwrap_or_default()),
        markup(escape(&date), &published.unwrap_or_default()),
        markup(format!("<code>{}</code>", escape(&id)), &id),
    ])
}

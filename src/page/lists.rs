//! The rows of the mission: its participants and its agreements, each with its source.

use super::markup::{WIDE, columns, end_section, markup, section, source, table, text};
use super::{Page, day, when};
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Phrase, capitalised};
use crate::model::Table;
use rusqlite::{Row, named_params};
use std::io::Write;

pub(super) fn participants(page: &Page<'_>, out: &mut dyn Write) -> Result<(), Error> {
    let headings = [Phrase::Name, Phrase::Category, Phrase::Region, Phrase::Source].map(|heading| (heading, false));
    let rows = rows(page, include_str!("sql/participants.sql"), |row| {
        let region: Option<String> = row.get("region_id")?;
        Ok(vec![
            text(&row.get::<_, String>("name")?),
            text(&page.label(Table::Category, &row.get::<_, String>("category_id")?)),
            text(&region.map(|region| page.label(Table::Region, &region)).unwrap_or_default()),
            source(&row.get::<_, String>("source_id")?),
        ])
    })?;
    list(page, "participant-list", Phrase::ListedParticipants, headings, rows, out)
}

pub(super) fn agreements(page: &Page<'_>, out: &mut dyn Write) -> Result<(), Error> {
    let headings = [Phrase::Title, Phrase::Parties, Phrase::City, Phrase::When, Phrase::Status, Phrase::Source]
        .map(|it| (it, false));
    let rows = rows(page, include_str!("sql/agreements.sql"), |row| {
        let days = day(row.get("first_day")?).zip(day(row.get("last_day")?));
        let (shown, key) = when(page.language, days, row.get("certain")?);
        let city: Option<String> = row.get("city_id")?;
        let parties: Option<String> = row.get("parties")?;
        Ok(vec![
            text(&row.get::<_, String>("title")?),
            text(&parties.unwrap_or_default()),
            text(&city.map(|city| page.label(Table::City, &city)).unwrap_or_default()),
            markup(if days.is_some() { escape(&shown) } else { String::new() }, &key),
            text(&capitalised(&page.language.word(&row.get::<_, String>("status")?))),
            source(&row.get::<_, String>("source_id")?),
        ])
    })?;
    list(page, "agreement-list", Phrase::ListedAgreements, headings, rows, out)
}

fn rows(
    page: &Page<'_>,
    sql: &str,
    cells: impl FnMut(&Row<'_>) -> rusqlite::Result<Vec<HtmlCell>>,
) -> Result<Vec<Vec<HtmlCell>>, Error> {
    let mut statement = page.conn.prepare(sql)?;
    let rows = statement.query_map(named_params! { ":mission": page.mission }, cells)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn list<const N: usize>(
    page: &Page<'_>,
    id: &str,
    title: Phrase,
    headings: [(Phrase, bool); N],
    rows: Vec<Vec<HtmlCell>>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    section(out, page.language, id, title)?;
    table(out, page.language, title, columns(page.language, headings), WIDE, rows.into_iter())?;
    end_section(out)
}

//! The headline numbers, each with its verdict.

use super::markup::{Section, badge};
use super::{Page, bounds};
use crate::claim::Verdict;
use crate::error::Error;
use crate::format::escape;
use crate::language::{Phrase, capitalised};
use crate::model::Table;
use rusqlite::Row;

pub(super) fn section(page: &Page<'_>) -> Result<Section, Error> {
    let cards = page.rows("SELECT * FROM headline_counts WHERE mission_id = :mission", |row| card(page, row))?;
    let note = page.language.say(Phrase::CountsAreIntervals);
    let html = format!("<ul class=\"cards\">\n{}</ul>\n<p class=\"note\">{note}</p>\n", cards.concat());
    Ok(Section::new("glance", Phrase::AtAGlance, html))
}

fn card(page: &Page<'_>, row: &Row<'_>) -> rusqlite::Result<String> {
    let language = page.language;
    let label = match page.label(row, Table::Category)? {
        Some(category) => escape(&category),
        None => escape(&capitalised(&language.word(&row.get::<_, String>("subject")?))),
    };
    let listed = bounds(row, "listed")?.map(|listed| language.interval(listed));
    let stated: Option<String> = row.get("stated")?;
    let number = escape(&stated.or_else(|| listed.clone()).unwrap_or_default());
    let verdict = row.get::<_, Option<String>>("verdict")?.and_then(|word| word.parse::<Verdict>().ok());
    let verdict = verdict.map_or_else(
        || format!("<span class=\"note\">{}</span>", language.say(Phrase::NothingPublished)),
        |verdict| badge(verdict, language),
    );
    let listed = match listed {
        Some(listed) => language.fill(Phrase::NListed, &listed),
        None => language.say(Phrase::NotListed).to_owned(),
    };
    Ok(format!(
        "<li><span class=\"label\">{label}</span> <strong>{number}</strong> {verdict} <span class=\"note\">{listed}</span></li>\n"
    ))
}

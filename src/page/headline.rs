//! The headline numbers, each with its verdict.

use super::Page;
use super::markup::{badge, end_section, section};
use crate::claim::Verdict;
use crate::count::Interval;
use crate::error::Error;
use crate::format::escape;
use crate::language::{Phrase, capitalised};
use crate::model::Table;
use rusqlite::{Row, named_params};
use std::io::Write;

pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> Result<(), Error> {
    let language = page.language;
    section(out, language, "glance", Phrase::AtAGlance)?;
    let mut statement = page.conn.prepare("SELECT * FROM headline_counts WHERE mission_id = :mission")?;
    let cards = statement.query_map(named_params! { ":mission": page.mission }, |row| card(page, row))?;
    let cards: String = cards.collect::<Result<_, _>>()?;
    let note = language.say(Phrase::CountsAreIntervals);
    writeln!(out, "<ul class=\"cards\">\n{cards}</ul>\n<p class=\"note\">{note}</p>").map_err(Error::Output)?;
    end_section(out)
}

fn card(page: &Page<'_>, row: &Row<'_>) -> rusqlite::Result<String> {
    let language = page.language;
    let category: Option<String> = row.get("category_id")?;
    let stated: Option<String> = row.get("stated")?;
    let listed = row.get::<_, Option<i64>>("listed_min")?.zip(row.get::<_, Option<i64>>("listed_max")?);
    let listed = listed.map(|(min, max)| language.interval(Interval::between(min, max)));
    let label = match category {
        Some(category) => page.label(Table::Category, &category),
        None => capitalised(&language.word(&row.get::<_, String>("subject")?)),
    };
    let verdict = row.get::<_, Option<String>>("verdict")?.and_then(|word| word.parse::<Verdict>().ok());
    let verdict = verdict.map_or_else(
        || format!("<span class=\"note\">{}</span>", language.say(Phrase::NothingPublished)),
        |verdict| badge(verdict, language),
    );
    let number = escape(&stated.or_else(|| listed.clone()).unwrap_or_default());
    let listed = match listed {
        Some(listed) => language.fill(Phrase::NListed, &listed),
        None => language.say(Phrase::NotListed).to_owned(),
    };
    let label = escape(&label);
    Ok(format!(
        "<li><span class=\"label\">{label}</span> <strong>{number}</strong> {verdict} <span class=\"note\">{listed}</span></li>\n"
    ))
}

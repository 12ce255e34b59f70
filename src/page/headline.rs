//! The headline numbers, each with its verdict.

use super::markup::{badge, end_section, section};
use crate::claim::Verdict;
use crate::count::Interval;
use crate::error::Error;
use crate::format::escape;
use crate::language::{Language, Phrase, capitalised};
use rusqlite::{Connection, Row, named_params};
use std::io::Write;

pub(super) fn write(conn: &Connection, mission: &str, language: Language, out: &mut dyn Write) -> Result<(), Error> {
    section(out, language, "glance", Phrase::AtAGlance)?;
    let mut statement = conn.prepare(include_str!("sql/headline.sql"))?;
    let mut rows = statement.query(named_params! { ":mission": mission, ":language": language.code() })?;
    let mut cards = String::new();
    while let Some(row) = rows.next()? {
        cards.push_str(&card(row, language)?);
    }
    writeln!(
        out,
        "<ul class=\"cards\">\n{cards}</ul>\n<p class=\"note\">{}</p>",
        language.say(Phrase::CountsAreIntervals)
    )
    .map_err(Error::Output)?;
    end_section(out)
}

/// What was published and what is listed of one subject.
fn card(row: &Row<'_>, language: Language) -> Result<String, Error> {
    let subject: String = row.get("subject")?;
    let category: Option<String> = row.get("category")?;
    let stated: Option<String> = row.get("stated")?;
    let listed = row.get::<_, Option<i64>>("listed_min")?.zip(row.get::<_, Option<i64>>("listed_max")?);
    let listed = listed.map(|(min, max)| language.interval(Interval::between(min, max)));
    let label = category.unwrap_or_else(|| capitalised(&language.word(&subject)));
    let (number, verdict) = match (&stated, &listed) {
        (Some(stated), _) => (escape(stated), row.get::<_, String>("verdict")?.parse::<Verdict>().ok()),
        (None, Some(listed)) => (listed.clone(), None),
        (None, None) => (String::new(), None),
    };
    let verdict = verdict.map_or_else(
        || format!("<span class=\"note\">{}</span>", language.say(Phrase::NothingPublished)),
        |verdict| badge(verdict, language),
    );
    let listed = match listed {
        Some(listed) => language.fill(Phrase::NListed, &listed),
        None => language.say(Phrase::NotListed).to_owned(),
    };
    let label = escape(&label);
    Ok(format!(
        "<li><span class=\"label\">{label}</span> <strong>{number}</strong> {verdict} <span class=\"note\">{listed}</span></li>\n"
    ))
}

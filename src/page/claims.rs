//! Every published count with its verdict and evidence, and the sources.

use super::day;
use super::markup::{Cell, Head, end_section, section, table};
use crate::claim::evidence_in;
use crate::count::Interval;
use crate::error::Error;
use crate::format::escape;
use crate::language::{Language, Phrase, capitalised};
use rusqlite::{Connection, Row, named_params};
use std::collections::HashMap;
use std::io::Write;

pub(super) fn write(conn: &Connection, mission: &str, language: Language, out: &mut dyn Write) -> Result<(), Error> {
    section(out, language, "claims", Phrase::PublishedCounts)?;
    meanings(out, language)?;
    let mut statement = conn.prepare(include_str!("sql/claims.sql"))?;
    let mut rows = statement.query(named_params! { ":mission": mission, ":language": language.code() })?;
    let evidence = match language {
        Language::En => HashMap::new(),
        Language::Nl | Language::Fr => evidence_in(conn, mission, language)?,
    };
    let mut cells = Vec::new();
    while let Some(row) = rows.next()? {
        cells.push(claim(row, &evidence, language)?);
    }
    let headings = [
        Phrase::WhatIsCounted,
        Phrase::Published,
        Phrase::Allows,
        Phrase::Listed,
        Phrase::Verdict,
        Phrase::Evidence,
        Phrase::Source,
    ];
    table(
        out,
        language,
        &Head { caption: Phrase::PublishedCounts, headings: &headings, wide: true, below_last: "" },
        &cells,
    )?;
    end_section(out)?;
    sources(conn, mission, language, out)
}

/// What each verdict means.
fn meanings(out: &mut dyn Write, language: Language) -> Result<(), Error> {
    use crate::claim::Verdict::{Disputed, Refuted, Supported, Unverified};
    let meanings = [
        (Refuted, Phrase::RefutedMeans),
        (Disputed, Phrase::DisputedMeans),
        (Unverified, Phrase::UnverifiedMeans),
        (Supported, Phrase::SupportedMeans),
    ];
    let mut html = String::from("<dl class=\"meanings\">\n");
    for (verdict, means) in meanings {
        let badge = super::markup::badge(verdict, language);
        html.push_str(&format!("<div><dt>{badge}</dt><dd>{}</dd></div>\n", language.say(means)));
    }
    let listed = language.say(Phrase::ListedMeans);
    writeln!(out, "{html}</dl>\n<p class=\"note\">{listed} {}</p>", language.say(Phrase::WorstFirst))
        .map_err(Error::Output)
}

fn claim(row: &Row<'_>, evidence: &HashMap<String, String>, language: Language) -> Result<Vec<Cell>, Error> {
    let text = |name: &str| row.get::<_, Option<String>>(name);
    let mut what = capitalised(&language.word(&row.get::<_, String>("subject")?));
    let on = day(text("day")?).map(|day| language.date(day));
    for place in [text("category")?, text("region")?, text("city")?, on].into_iter().flatten() {
        what.push_str(" · ");
        what.push_str(&place);
    }
    let beforehand = row.get::<_, String>("stage")? == "expected";
    let (count, id) =
        (Interval { min: row.get("count_min")?, max: row.get("count_max")? }, row.get::<_, String>("claim_id")?);
    let listed = row.get::<_, Option<i64>>("listed_min")?.zip(row.get::<_, Option<i64>>("listed_max")?);
    let listed = listed.map(|(min, max)| Interval::between(min, max));
    let source = escape(&row.get::<_, String>("source_id")?);
    let mut named = escape(&what);
    if beforehand {
        named.push_str(&format!(" <span class=\"note\">({})</span>", language.say(Phrase::PublishedBeforehand)));
    }
    let evidence = match evidence.get(&id) {
        Some(evidence) => evidence.clone(),
        None => row.get("evidence")?,
    };
    let (id, key) = (escape(&id), what);
    Ok(vec![
        Cell::markup(format!("<span id=\"claim-{id}\">{named}</span>"), &key),
        Cell::count(&row.get::<_, String>("count")?, Some(count.min)),
        Cell::count(&language.interval(count), Some(count.min)),
        Cell::count(
            &listed.map_or_else(|| "–".to_owned(), |listed| language.interval(listed)),
            listed.map(|listed| listed.min),
        ),
        Cell::verdict(row.get::<_, String>("verdict")?.parse().ok(), language),
        Cell::text(&evidence.replace("; ", "\n")),
        Cell::markup(format!("<a href=\"#source-{source}\">{source}</a>"), &source),
    ])
}

/// The sources, each to be reached from its claims, with its address.
fn sources(conn: &Connection, mission: &str, language: Language, out: &mut dyn Write) -> Result<(), Error> {
    section(out, language, "sources", Phrase::Sources)?;
    let mut statement = conn.prepare(include_str!("sql/sources.sql"))?;
    let sources = statement.query_map(named_params! { ":mission": mission }, |row| source(row, language))?;
    let cells = sources.collect::<Result<Vec<_>, _>>()?;
    let headings = [Phrase::Source, Phrase::Publisher, Phrase::PublishedOn, Phrase::Key];
    table(out, language, &Head { caption: Phrase::Sources, headings: &headings, wide: true, below_last: "" }, &cells)?;
    end_section(out)
}

fn source(row: &Row<'_>, language: Language) -> rusqlite::Result<Vec<Cell>> {
    let (id, title) = (row.get::<_, String>("source_id")?, row.get::<_, String>("title")?);
    let shown = match row.get::<_, Option<String>>("url")? {
        Some(url) => format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(&url), escape(&title)),
        None => escape(&title),
    };
    let published: Option<String> = row.get("published_on")?;
    let date = day(published.clone()).map(|day| language.date(day)).unwrap_or_default();
    Ok(vec![
        Cell::markup(format!("<span id=\"source-{}\">{shown}</span>", escape(&id)), &title),
        Cell::text(&row.get::<_, Option<String>>("publisher")?.unwrap_or_default()),
        Cell::markup(escape(&date), &published.unwrap_or_default()),
        Cell::markup(format!("<code>{}</code>", escape(&id)), &id),
    ])
}

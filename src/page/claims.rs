//! Every published count with its verdict and evidence.

use super::markup::{self, WIDE, columns, end_section, section, table};
use super::{Page, day};
use crate::claim::evidence_in;
use crate::count::Interval;
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase, capitalised};
use crate::model::Table;
use rusqlite::{Row, named_params};
use std::collections::HashMap;
use std::io::Write;

pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> Result<(), Error> {
    let language = page.language;
    section(out, language, "claims", Phrase::PublishedCounts)?;
    meanings(out, language)?;
    // What is stored is English.
    let evidence = match language {
        Language::En => HashMap::new(),
        Language::Nl | Language::Fr => evidence_in(page.conn, page.mission, language)?,
    };
    let mut statement = page.conn.prepare(include_str!("sql/claims.sql"))?;
    let rows = statement.query_map(named_params! { ":mission": page.mission }, |row| claim(page, row, &evidence))?;
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let headings = [
        (Phrase::WhatIsCounted, false),
        (Phrase::Published, true),
        (Phrase::Allows, true),
        (Phrase::Listed, true),
        (Phrase::Verdict, false),
        (Phrase::Evidence, false),
        (Phrase::Source, false),
    ];
    table(out, language, Phrase::PublishedCounts, columns(language, headings), WIDE, rows.into_iter())?;
    end_section(out)
}

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
        let badge = markup::badge(verdict, language);
        html.push_str(&format!("<div><dt>{badge}</dt><dd>{}</dd></div>\n", language.say(means)));
    }
    let listed = language.say(Phrase::ListedMeans);
    writeln!(out, "{html}</dl>\n<p class=\"note\">{listed} {}</p>", language.say(Phrase::WorstFirst))
        .map_err(Error::Output)
}

fn claim(page: &Page<'_>, row: &Row<'_>, evidence: &HashMap<String, String>) -> rusqlite::Result<Vec<HtmlCell>> {
    let language = page.language;
    let text = |name: &str| row.get::<_, Option<String>>(name);
    let mut what = capitalised(&language.word(&row.get::<_, String>("subject")?));
    let on = day(text("day")?).map(|day| language.date(day));
    let label = |table, column| Ok(text(column)?.map(|key| page.label(table, &key)));
    let places: [rusqlite::Result<Option<String>>; 3] =
        [label(Table::Category, "category_id"), label(Table::Region, "region_id"), label(Table::City, "city_id")];
    let [category, region, city] = places;
    for place in [category?, region?, city?, on].into_iter().flatten() {
        what.push_str(" · ");
        what.push_str(&place);
    }
    let beforehand = row.get::<_, String>("stage")? == "expected";
    let (count, id) =
        (Interval { min: row.get("count_min")?, max: row.get("count_max")? }, row.get::<_, String>("claim_id")?);
    let listed = row.get::<_, Option<i64>>("listed_min")?.zip(row.get::<_, Option<i64>>("listed_max")?);
    let listed = listed.map(|(min, max)| Interval::between(min, max));
    let source: String = row.get("source_id")?;
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
        markup::markup(format!("<span id=\"claim-{id}\">{named}</span>"), &key),
        markup::count(&row.get::<_, String>("count")?, Some(count.min)),
        markup::count(&language.interval(count), Some(count.min)),
        markup::count(
            &listed.map_or_else(|| language.say(Phrase::Nothing).to_owned(), |listed| language.interval(listed)),
            listed.map(|listed| listed.min),
        ),
        markup::verdict(row.get::<_, String>("verdict")?.parse().ok(), language),
        markup::text(&evidence.replace("; ", "\n")),
        markup::source(&source),
    ])
}

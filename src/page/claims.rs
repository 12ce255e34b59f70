//! Every published count with its verdict and evidence.

use super::markup::{self, Section, columns};
use super::{Page, day, listed};
use crate::claim::Verdict::{Disputed, Refuted, Supported, Unverified};
use crate::claim::evidence_in;
use crate::count::Interval;
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase, capitalised};
use crate::model::Table;
use rusqlite::Row;
use std::collections::HashMap;

pub(super) fn section(page: &Page<'_>) -> Result<Section, Error> {
    let language = page.language;
    // What is stored is English.
    let evidence = match language {
        Language::En => HashMap::new(),
        Language::Nl | Language::Fr => evidence_in(page.conn, page.mission, language)?,
    };
    let rows = page.rows(include_str!("sql/claims.sql"), |row| claim(page, row, &evidence))?;
    let numbers = [Phrase::Published, Phrase::Allows, Phrase::Listed];
    let [published, allows, listed] = numbers;
    let headings =
        [Phrase::WhatIsCounted, published, allows, listed, Phrase::Verdict, Phrase::Evidence, Phrase::Source];
    let columns = columns(language, &headings, &numbers);
    Ok(Section::new("claims", Phrase::PublishedCounts, meanings(language)).table(columns, rows))
}

fn meanings(language: Language) -> String {
    let meanings = [
        (Refuted, Phrase::RefutedMeans),
        (Disputed, Phrase::DisputedMeans),
        (Unverified, Phrase::UnverifiedMeans),
        (Supported, Phrase::SupportedMeans),
    ];
    let meanings = meanings.map(|(verdict, means)| {
        let badge = markup::badge(verdict, language);
        format!("<div><dt>{badge}</dt><dd>{}</dd></div>\n", language.say(means))
    });
    let (listed, order) = (language.say(Phrase::ListedMeans), language.say(Phrase::WorstFirst));
    format!("<dl class=\"meanings\">\n{}</dl>\n<p class=\"note\">{listed} {order}</p>\n", meanings.concat())
}

fn claim(page: &Page<'_>, row: &Row<'_>, evidence: &HashMap<String, String>) -> rusqlite::Result<Vec<HtmlCell>> {
    let language = page.language;
    let mut what = vec![capitalised(&language.word(&row.get::<_, String>("subject")?))];
    for table in [Table::Category, Table::Region, Table::City] {
        what.extend(page.label(row, table)?);
    }
    what.extend(day(row.get("day")?).map(|day| language.date(day)));
    let what = what.join(" · ");
    let mut named = escape(&what);
    if row.get::<_, String>("stage")? == "expected" {
        named.push_str(&format!(" <span class=\"note\">({})</span>", language.say(Phrase::PublishedBeforehand)));
    }
    let id: String = row.get("claim_id")?;
    let allowed = Interval { min: row.get("count_min")?, max: row.get("count_max")? };
    let listed = listed(row)?;
    let evidence = match evidence.get(&id) {
        Some(evidence) => evidence.clone(),
        None => row.get("evidence")?,
    };
    Ok(vec![
        markup::markup(format!("<span id=\"claim-{}\">{named}</span>", escape(&id)), &what),
        markup::count(&row.get::<_, String>("count")?, Some(allowed.min)),
        markup::count(&language.interval(allowed), Some(allowed.min)),
        markup::count(
            &listed.map_or_else(|| language.say(Phrase::Nothing).to_owned(), |listed| language.interval(listed)),
            listed.map(|listed| listed.min),
        ),
        markup::verdict(row.get::<_, String>("verdict")?.parse().ok(), language),
        markup::text(&evidence.replace("; ", "\n")),
        markup::source(&row.get::<_, String>("source_id")?),
    ])
}

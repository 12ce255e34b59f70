//! Every published count with its verdict and evidence.

use super::markup::{self, Section, columns};
use super::{Page, day, listed};
use crate::claim::Verdict;
use crate::count::Interval;
use crate::error::Error;
use crate::evidence::meaning;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase, capitalised};
use crate::model::Table;
use rusqlite::Row;
use strum::VariantArray;

pub(super) fn section(page: &Page<'_>) -> Result<Section, Error> {
    let language = page.language;
    let rows = page.rows(include_str!("sql/claims.sql"), |row| claim(page, row))?;
    let numbers = [Phrase::Published, Phrase::Allows, Phrase::Listed, Phrase::Follows];
    let [published, allows, listed, follows] = numbers;
    let headings =
        [Phrase::WhatIsCounted, published, allows, listed, follows, Phrase::Verdict, Phrase::Evidence, Phrase::Source];
    let columns = columns(language, &headings, &numbers);
    Ok(Section::new("claims", Phrase::PublishedCounts, meanings(language)).table(columns, rows))
}

fn meanings(language: Language) -> String {
    let meanings = Verdict::VARIANTS.iter().map(|verdict| {
        let (badge, means) = (markup::badge(*verdict, language), meaning(*verdict, language));
        format!("<div><dt>{badge}</dt><dd>{means}</dd></div>\n")
    });
    let meanings: String = meanings.collect();
    let (listed, order) = (language.say(Phrase::ListedMeans), language.say(Phrase::WorstFirst));
    format!("<dl class=\"meanings\">\n{}</dl>\n<p class=\"note\">{listed} {order}</p>\n", meanings)
}

fn claim(page: &Page<'_>, row: &Row<'_>) -> rusqlite::Result<Vec<HtmlCell>> {
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
    let findings: String = row.get(format!("findings_{}", language.code()).as_str())?;
    let implied = row.get::<_, Option<i64>>("implied_min")?;
    let implied =
        implied.map(|min| Ok::<_, rusqlite::Error>(Interval { min, max: row.get("implied_max")? })).transpose()?;
    Ok(vec![
        markup::markup(format!("<span id=\"claim-{}\">{named}</span>", escape(&id)), &what),
        markup::count(&row.get::<_, String>("count")?, Some(allowed.min)),
        markup::count(&language.interval(allowed), Some(allowed.min)),
        markup::count(
            &listed.map_or_else(|| language.say(Phrase::Nothing).to_owned(), |listed| language.interval(listed)),
            listed.map(|listed| listed.min),
        ),
        markup::count(
            &implied.map_or_else(|| language.say(Phrase::Nothing).to_owned(), |implied| language.interval(implied)),
            implied.map(|implied| implied.min),
        ),
        markup::verdict(row.get::<_, String>("verdict")?.parse().ok(), language),
        markup::text(&findings),
        markup::source(&row.get::<_, String>("source_id")?),
    ])
}

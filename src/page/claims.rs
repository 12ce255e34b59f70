//! What was published: the headline numbers, every count with its verdict, and what does not fit together.

use super::markup::{self, Section};
use super::{Page, bounds, day};
use crate::claim::Verdict;
use crate::error::Error;
use crate::evidence::meaning;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase, capitalised};
use crate::model::Table;
use rusqlite::Row;
use strum::VariantArray;

/// The headline numbers, each with its verdict.
pub(super) fn headlines(page: &Page<'_>) -> Result<Section, Error> {
    let cards = page.rows("SELECT * FROM headline_counts WHERE mission_id = :mission", |row| card(page, row))?;
    let note = page.language.say(Phrase::CountsAreIntervals);
    let html = format!("<ul class=\"cards\">\n{}</ul>\n<p class=\"note\">{note}</p>\n", cards.concat());
    Ok(Section::new("glance", Phrase::AtAGlance, html))
}

fn card(page: &Page<'_>, row: &Row<'_>) -> rusqlite::Result<String> {
    let language = page.language;
    let subject = capitalised(&language.word(&row.get::<_, String>("subject")?));
    let label = escape(&page.label(row, Table::Category)?.unwrap_or(subject));
    let listed = bounds(row, "listed")?.map(|listed| language.interval(listed));
    let stated: Option<String> = row.get("stated")?;
    let number = escape(&stated.or_else(|| listed.clone()).unwrap_or_default());
    let verdict = match row.get::<_, Option<String>>("verdict")?.and_then(|word| word.parse().ok()) {
        Some(verdict) => markup::badge(verdict, language),
        None => format!("<span class=\"note\">{}</span>", language.say(Phrase::NothingPublished)),
    };
    let listed = match listed {
        Some(listed) => language.fill(Phrase::NListed, &listed),
        None => language.say(Phrase::NotListed).to_owned(),
    };
    Ok(format!(
        "<li><span class=\"label\">{label}</span> <strong>{number}</strong> {verdict} <span class=\"note\">{listed}</span></li>\n"
    ))
}

/// Every published count with its verdict and evidence.
pub(super) fn section(page: &Page<'_>) -> Result<Section, Error> {
    let language = page.language;
    let rows = page.rows(include_str!("sql/claims.sql"), |row| claim(page, row))?;
    let numbers = [Phrase::Published, Phrase::Allows, Phrase::Listed, Phrase::Follows];
    let headings =
        [&[Phrase::WhatIsCounted], &numbers[..], &[Phrase::Verdict, Phrase::Evidence, Phrase::Source]].concat();
    let section = Section::new("claims", Phrase::PublishedCounts, meanings(language));
    Ok(section.table(language, &headings, &numbers, rows))
}

fn meanings(language: Language) -> String {
    let means = |verdict: &Verdict| {
        let (badge, meaning) = (markup::badge(*verdict, language), meaning(*verdict, language));
        format!("<div><dt>{badge}</dt><dd>{meaning}</dd></div>\n")
    };
    let meanings: String = Verdict::VARIANTS.iter().map(means).collect();
    let (listed, order) = (language.say(Phrase::ListedMeans), language.say(Phrase::WorstFirst));
    format!("<dl class=\"meanings\">\n{meanings}</dl>\n<p class=\"note\">{listed} {order}</p>\n")
}

/// What a claim counts, and in brackets whether it did so beforehand.
pub(super) fn what(page: &Page<'_>, row: &Row<'_>) -> rusqlite::Result<(String, Option<String>)> {
    let language = page.language;
    let mut what = vec![capitalised(&language.word(&row.get::<_, String>("subject")?))];
    for table in [Table::Category, Table::Region, Table::City] {
        what.extend(page.label(row, table)?);
    }
    what.extend(day(row.get("day")?).map(|day| language.date(day)));
    let is_expected = row.get::<_, String>("stage")? == "expected";
    let note = is_expected.then(|| format!("({})", language.say(Phrase::PublishedBeforehand)));
    Ok((what.join(" · "), note))
}

fn claim(page: &Page<'_>, row: &Row<'_>) -> rusqlite::Result<Vec<HtmlCell>> {
    let language = page.language;
    let (what, note) = what(page, row)?;
    let note = note.map(|note| format!(" <span class=\"note\">{note}</span>")).unwrap_or_default();
    let id = escape(&row.get::<_, String>("claim_id")?);
    // A claim is quoted by its address, and asked for by its key: `mission check KEY`.
    let link = format!("<a class=\"address\" href=\"#claim-{id}\">{id}</a>");
    let named = format!("<span id=\"claim-{id}\">{}{note}\n{link}</span>", escape(&what));
    let allowed = bounds(row, "count")?;
    Ok(vec![
        markup::markup(named, &what),
        markup::count(&row.get::<_, String>("count")?, allowed.map(|allowed| allowed.min)),
        markup::interval(allowed, language),
        markup::interval(bounds(row, "listed")?, language),
        markup::interval(bounds(row, "implied")?, language),
        markup::verdict(row.get::<_, String>("verdict")?.parse().ok(), language),
        markup::field(row, &format!("findings_{}", language.code()))?,
        markup::source(row)?,
    ])
}

/// Those of a mission, or of all, each with its mission, that cannot all be right as they are read, with the sum that
/// shows it; `None` = everything fits together. Their claims stand on the page that `file_of` names, if there is one.
pub(super) fn contradictions(
    page: &Page<'_>,
    file_of: impl Fn(&str) -> Option<String>,
) -> Result<Option<Section>, Error> {
    let (language, of_one) = (page.language, usize::from(page.mission.is_some()));
    let rows = page.rows(include_str!("sql/contradictions.sql"), |row| {
        let file = file_of(&row.get::<_, String>("mission_id")?);
        Ok(contradiction(row, language, file.as_deref())?.split_off(of_one))
    })?;
    let section = Section::new("contradictions", Phrase::DoNotFitTogether, String::new());
    Ok((!rows.is_empty()).then(|| section.table(language, &CONTRADICTION[of_one..], &[], rows)))
}

#[rustfmt::skip]
const CONTRADICTION: [Phrase; 6] = [
    Phrase::Mission, Phrase::Contradiction, Phrase::WhatIsCounted, Phrase::Arithmetic, Phrase::Condition, Phrase::Claims,
];

/// `file` is the page of its claims, empty if it is this one.
fn contradiction(row: &Row<'_>, language: Language, file: Option<&str>) -> rusqlite::Result<Vec<HtmlCell>> {
    let code = language.code();
    let word = |column| Ok::<_, rusqlite::Error>(capitalised(&language.word(&row.get::<_, String>(column)?)));
    let claims: String = row.get("claims")?;
    let link = |claim: String| match file {
        Some(file) => format!("<a href=\"{}#claim-{claim}\">{claim}</a>", escape(file)),
        None => claim,
    };
    let linked: Vec<String> = claims.split(' ').map(escape).map(link).collect();
    let folded = format!("<details><summary>{}</summary>{}</details>", linked.len(), linked.join("<br>\n"));
    Ok(vec![
        markup::field(row, "name")?,
        markup::text(&word("kind")?),
        markup::text(&format!("{} ({})", word("subject")?, language.word(&row.get::<_, String>("stage")?))),
        markup::field(row, &format!("arithmetic_{code}"))?,
        markup::field(row, &format!("condition_{code}"))?,
        markup::markup(folded, &claims),
    ])
}

//! The reports of the catalogue, each as a chart, where it has bars, and as a table.

use super::markup::{self, Section, layer, legend, scale};
use super::{Page, day};
use crate::column::{Holds, holds};
use crate::count::Interval;
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase, capitalised};
use crate::report::Report;
use crate::result_set::{ResultSet, Value};

/// A report as it was read, and as people read it, row by row.
struct Drawn {
    raw: ResultSet,
    shown: ResultSet,
    language: Language,
}

pub(super) fn section(page: &Page<'_>, report: &Report) -> Result<Section, Error> {
    let (conn, language) = (page.conn, page.language);
    let filter = page.mission.map(|mission| ("mission_id", mission));
    let filters = filter.as_slice();
    let mut raw = ResultSet::default();
    report.send(conn, filters, language, &mut raw)?;
    let drawn = Drawn { shown: raw.clone().for_people(language), raw, language };
    let has_chart = report.bars.is_some() && !drawn.raw.rows.is_empty();
    let chart = if has_chart { drawn.chart(report) } else { String::new() };
    let shown = &drawn.shown;
    // The weekday stands before the day.
    let has_day = shown.position("day").is_some();
    let places: Vec<usize> =
        (0..shown.columns.len()).filter(|index| !has_day || shown.columns[*index] != "weekday").collect();
    let heading = |index: &usize| (escape(&capitalised(shown.heading(*index))), shown.is_numeric(*index));
    let cells = |row: usize| places.iter().map(|column| drawn.cell(row, *column)).collect();
    Ok(Section {
        columns: places.iter().map(heading).collect(),
        rows: (0..shown.rows.len()).map(cells).collect(),
        below: shown.caption.notes.iter().map(|note| format!("<p class=\"note\">{}</p>\n", escape(note))).collect(),
        ..Section::new(report.name, report.title, chart)
    })
}

impl Drawn {
    /// The name in a cell, with a capital; a day with its weekday.
    fn name(&self, row: usize, column: usize) -> String {
        let shown = self.shown.rows[row][column].to_text().into_owned();
        match holds(&self.shown.columns[column]) {
            Holds::Day => day(Some(shown.clone())).map_or(shown, |day| self.language.weekday(day)),
            Holds::Key(_) | Holds::Word | Holds::Text => capitalised(&shown),
            Holds::Count | Holds::Number | Holds::Bound(..) => shown,
        }
    }

    /// A picture of the table below it: in the dark bar what is listed, in the light one behind it what was published;
    /// each solid as far as it is certain and hatched as far as it is possible.
    fn chart(&self, report: &Report) -> String {
        let (language, raw) = (self.language, &self.raw);
        let is_key = |name: &str| report.key.contains(&name) || name == "city";
        let keys = || (0..self.shown.columns.len()).rev().filter(|index| is_key(&self.shown.columns[*index]));
        // A row that does not say how many are listed has no line.
        let counts = |row: &Vec<Value>| Some((raw.bounds(row, "listed")?, raw.bounds(row, "stated")));
        let lines: Vec<_> =
            raw.rows.iter().enumerate().filter_map(|(row, values)| Some((row, counts(values)?))).collect();
        let stated = || lines.iter().filter_map(|(_, (_, stated))| *stated);
        let scale = scale(lines.iter().map(|(_, (listed, _))| *listed).chain(stated()));
        let alternative = language.fill(Phrase::SameInTable, &language.heading(report.title));
        let mut html = format!("<div class=\"chart\" role=\"img\" aria-label=\"{}\">\n", escape(&alternative));
        let mut last_band = None;
        for &(row, (listed, stated)) in &lines {
            let mut names = keys().map(|column| self.name(row, column));
            let label = escape(&names.next().unwrap_or_default());
            // What several lines have in common.
            let band = names.next();
            if band != last_band {
                html.push_str(&format!("<p class=\"band\">{}</p>\n", escape(band.as_deref().unwrap_or_default())));
                last_band = band;
            }
            let mut value = language.interval(listed);
            if stated.is_some() {
                let stated = escape(&raw.text(&raw.rows[row], "stated"));
                value = format!("{value} {} <b>{stated}</b>", language.say(Phrase::Of));
            }
            let bar = bar(listed, stated, scale);
            html.push_str(&format!("<p><span>{label}</span>{bar}<span>{value}</span></p>\n"));
        }
        let mut parts = vec![("listed", Phrase::ListedForCertain)];
        if lines.iter().any(|(_, (listed, _))| listed.exact().is_none()) {
            parts.push(("maybe-listed", Phrase::ListedPossibly));
        }
        if stated().next().is_some() {
            parts.extend([("published", Phrase::PublishedForCertain), ("maybe-published", Phrase::PublishedPossibly)]);
        }
        html + "</div>\n" + &legend(&parts, language)
    }

    fn cell(&self, row: usize, column: usize) -> HtmlCell {
        let name = self.shown.columns[column].as_str();
        let shown = self.name(row, column);
        let raw = self.raw.position(name).map(|index| self.raw.rows[row][index].to_text());
        match holds(name) {
            Holds::Word if name == "verdict" => markup::verdict(raw.and_then(|word| word.parse().ok()), self.language),
            Holds::Count | Holds::Number | Holds::Bound(..) => {
                markup::count(&shown, self.raw.bounds(&self.raw.rows[row], name).map(|interval| interval.min))
            }
            Holds::Day => markup::markup(escape(&shown), &raw.unwrap_or_default()),
            // The row of a whole comes last.
            Holds::Key(_) | Holds::Text if raw.as_ref().is_some_and(|raw| raw.is_empty()) => {
                markup::markup(escape(&shown), "")
            }
            Holds::Key(_) | Holds::Word | Holds::Text => markup::text(&shown),
        }
    }
}

fn bar(listed: Interval, stated: Option<Interval>, scale: f64) -> String {
    let (top, height) = if stated.is_some() { (6, 10) } else { (3, 16) };
    let stated = stated.map(|stated| layer(scale, stated, "published", 1, 20)).unwrap_or_default();
    let listed = layer(scale, listed, "listed", top, height);
    format!("<svg class=\"bar\" width=\"100%\" height=\"22\">{stated}{listed}</svg>")
}

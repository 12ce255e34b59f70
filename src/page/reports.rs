//! The reports of the catalogue, each as a chart, where it has bars, and as a table.

use super::bar::{layer, legend, scale};
use super::markup::{self, Section};
use super::{Page, day};
use crate::column::{Holds, holds};
use crate::count::Interval;
use crate::db::each_row;
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase, capitalised};
use crate::report::Report;
use crate::result_set::{ResultSet, Value};

struct BarLine {
    /// What several lines have in common.
    band: Option<String>,
    label: String,
    listed: Interval,
    stated: Option<(String, Interval)>,
}

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
    each_row(&mut report.statement(conn, filters)?, &report.caption(conn, filters, language)?, &mut raw)?;
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
    /// A line for each row that says how many are listed.
    fn lines(&self, report: &Report) -> Vec<BarLine> {
        let is_key = |name: &str| report.key.contains(&name) || name == "city";
        let keys: Vec<usize> =
            (0..self.shown.columns.len()).filter(|index| is_key(&self.shown.columns[*index])).collect();
        let line = |row: usize| {
            let raw = &self.raw.rows[row];
            let stated = self.raw.cell(raw, "stated").and_then(Value::text);
            let mut names = keys.iter().rev().map(|column| self.name(row, *column));
            Some(BarLine {
                label: names.next().unwrap_or_default(),
                band: names.next(),
                listed: self.raw.bounds(raw, "listed")?,
                stated: stated.map(str::to_owned).zip(self.raw.bounds(raw, "stated")),
            })
        };
        (0..self.raw.rows.len()).filter_map(line).collect()
    }

    /// The name in a cell, with a capital; a day with its weekday.
    fn name(&self, row: usize, column: usize) -> String {
        let shown = self.shown.rows[row][column].to_text().into_owned();
        match holds(&self.shown.columns[column]) {
            Holds::Day => day(Some(shown.clone())).map_or(shown, |day| self.language.weekday(day)),
            Holds::Key(_) | Holds::Word | Holds::Text => capitalised(&shown),
            Holds::Count | Holds::Number | Holds::Bound(..) => shown,
        }
    }

    /// A picture of the table below it: in the dark bar what is listed, in the light one behind it what was published; each
    /// solid as far as it is certain and hatched as far as it is possible.
    fn chart(&self, report: &Report) -> String {
        let (language, lines) = (self.language, self.lines(report));
        let stated = || lines.iter().filter_map(|line| line.stated.as_ref()).map(|(_, bounds)| *bounds);
        let scale = scale(lines.iter().map(|line| line.listed).chain(stated()));
        let alternative = language.fill(Phrase::SameInTable, &language.heading(report.title));
        let mut html = format!("<div class=\"chart\" role=\"img\" aria-label=\"{}\">\n", escape(&alternative));
        let mut band = &None;
        for line in &lines {
            if line.band != *band {
                html.push_str(&format!("<p class=\"band\">{}</p>\n", escape(line.band.as_deref().unwrap_or_default())));
                band = &line.band;
            }
            let mut value = language.interval(line.listed);
            if let Some((stated, _)) = &line.stated {
                value = format!("{value} {} <b>{}</b>", language.say(Phrase::Of), escape(stated));
            }
            let label = escape(&line.label);
            html.push_str(&format!("<p><span>{label}</span>{}<span>{value}</span></p>\n", bar(line, scale)));
        }
        let mut parts = vec![("listed", Phrase::ListedForCertain)];
        if lines.iter().any(|line| line.listed.exact().is_none()) {
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

fn bar(line: &BarLine, scale: f64) -> String {
    let stated = line.stated.as_ref().map(|(_, bounds)| layer(scale, *bounds, "published", 1, 20)).unwrap_or_default();
    let (top, height) = if line.stated.is_some() { (6, 10) } else { (3, 16) };
    let listed = layer(scale, line.listed, "listed", top, height);
    format!("<svg class=\"bar\" width=\"100%\" height=\"22\">{stated}{listed}</svg>")
}

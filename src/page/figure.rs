//! The three headline reports, each as a chart and as a table.

use super::day;
use super::markup::{Cell, Head, end_section, section, swatch, table};
use crate::claim::Verdict;
use crate::count::Interval;
use crate::db::bind;
use crate::error::Error;
use crate::format::escape;
use crate::language::{Language, Phrase};
use crate::report::{Filter, Report};
use rusqlite::{Connection, named_params};
use std::io::Write;

/// One bar and one row.
struct Line {
    /// What several lines have in common.
    band: Option<String>,
    label: String,
    /// What the label is sorted by.
    key: String,
    listed: Interval,
    stated: Option<(String, Interval)>,
    verdict: Option<Verdict>,
}

/// A report of the page.
struct Figure {
    report: &'static str,
    title: Phrase,
    sql: &'static str,
    /// The name of the column of bands, where there are any.
    band: Option<Phrase>,
    label: Phrase,
    /// Whether anything was published beside what is listed.
    stated: bool,
}

const FIGURES: [Figure; 3] = [
    Figure {
        report: "participants",
        title: Phrase::ParticipantsByRegionAndCategory,
        sql: include_str!("sql/participants.sql"),
        band: Some(Phrase::Region),
        label: Phrase::Category,
        stated: true,
    },
    Figure {
        report: "agreements",
        title: Phrase::AgreementsPerCity,
        sql: include_str!("sql/agreements.sql"),
        band: None,
        label: Phrase::City,
        stated: true,
    },
    Figure {
        report: "events",
        title: Phrase::EventsPerDay,
        sql: include_str!("sql/events.sql"),
        band: None,
        label: Phrase::Day,
        stated: false,
    },
];

pub(super) fn write(conn: &Connection, mission: &str, language: Language, out: &mut dyn Write) -> Result<(), Error> {
    for figure in &FIGURES {
        let lines = figure.lines(conn, mission, language)?;
        section(out, language, figure.report, figure.title)?;
        if !lines.is_empty() {
            out.write_all(figure.chart(&lines, language).as_bytes()).map_err(Error::Output)?;
        }
        figure.table(&lines, language, out)?;
        for note in Report::named(figure.report)?.notes(conn, &[(Filter::Mission, mission)], language)? {
            writeln!(out, "<p class=\"note\">{}</p>", escape(&note)).map_err(Error::Output)?;
        }
        end_section(out)?;
    }
    Ok(())
}

impl Figure {
    fn lines(&self, conn: &Connection, mission: &str, language: Language) -> Result<Vec<Line>, Error> {
        let mut statement = conn.prepare(self.sql)?;
        bind(&mut statement, named_params! { ":mission": mission, ":language": language.code() })?;
        let mut lines = Vec::new();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let label: Option<String> = row.get("label")?;
            let stated: Option<String> = row.get("stated")?;
            let bounds =
                Interval { min: row.get::<_, Option<i64>>("stated_min")?.unwrap_or(0), max: row.get("stated_max")? };
            let whole_country = || language.heading(Phrase::WholeCountry);
            lines.push(Line {
                band: self
                    .band
                    .map(|_| row.get("band"))
                    .transpose()?
                    .map(|band: Option<String>| band.unwrap_or_else(whole_country)),
                key: label.clone().unwrap_or_default(),
                label: self.in_words(label, language),
                listed: Interval::between(row.get("listed_min")?, row.get("listed_max")?),
                stated: stated.map(|stated| (stated, bounds)),
                verdict: row.get::<_, Option<String>>("verdict")?.and_then(|word| word.parse().ok()),
            });
        }
        Ok(lines)
    }

    fn in_words(&self, label: Option<String>, language: Language) -> String {
        match (label, self.band) {
            (Some(label), _) if label == "*" => language.heading(Phrase::WholeMission),
            (Some(label), _) => day(Some(label.clone())).map_or(label, |day| language.weekday(day)),
            (None, Some(_)) => language.heading(Phrase::AllCategories),
            (None, None) => language.heading(Phrase::CityNotStated),
        }
    }

    /// A picture of the table below it: in the dark bar what is listed, in the light one behind it what was published;
    /// each solid as far as it is certain and hatched as far as it is possible.
    fn chart(&self, lines: &[Line], language: Language) -> String {
        let scale = Scale::over(lines);
        let alternative = language.fill(Phrase::SameInTable, &language.heading(self.title));
        let mut html = format!("<div class=\"chart\" role=\"img\" aria-label=\"{}\">\n", escape(&alternative));
        let mut band = &None;
        for line in lines {
            if line.band != *band {
                html.push_str(&format!("<p class=\"band\">{}</p>\n", escape(line.band.as_deref().unwrap_or_default())));
                band = &line.band;
            }
            let mut value = language.interval(line.listed);
            if let Some((stated, _)) = &line.stated {
                value = format!("{value} {} <b>{}</b>", language.say(Phrase::Of), escape(stated));
            }
            html.push_str(&format!(
                "<p><span>{}</span>{}<span>{value}</span></p>\n",
                escape(&line.label),
                bar(line, &scale)
            ));
        }
        html.push_str("</div>\n<ul class=\"legend\" aria-hidden=\"true\">\n");
        let certain = if self.stated { Phrase::ListedForCertain } else { Phrase::Certain };
        let possible = if self.stated { Phrase::ListedPossibly } else { Phrase::Possible };
        let mut parts = vec![(swatch("listed"), certain)];
        if lines.iter().any(|line| line.listed.max != Some(line.listed.min)) {
            parts.push((swatch("maybe-listed"), possible));
        }
        if self.stated {
            parts.push((swatch("published"), Phrase::PublishedForCertain));
            parts.push((swatch("maybe-published"), Phrase::PublishedPossibly));
        }
        for (swatch, phrase) in parts {
            html.push_str(&format!("<li>{swatch} {}</li>\n", language.say(phrase)));
        }
        html.push_str("</ul>\n");
        html
    }

    fn table(&self, lines: &[Line], language: Language, out: &mut dyn Write) -> Result<(), Error> {
        let mut headings: Vec<Phrase> = self.band.into_iter().chain([self.label]).collect();
        headings.extend(if self.stated {
            &[Phrase::Listed, Phrase::Published, Phrase::Verdict][..]
        } else {
            &[Phrase::Certain, Phrase::Possible]
        });
        let row = |line: &Line| {
            let mut cells: Vec<Cell> = line.band.iter().map(|band| Cell::text(band)).collect();
            cells.push(Cell::markup(escape(&line.label), &line.key));
            if self.stated {
                cells.push(Cell::count(&language.interval(line.listed), Some(line.listed.min)));
                cells.push(match &line.stated {
                    Some((stated, bounds)) => Cell::count(stated, Some(bounds.min)),
                    None => Cell::count("–", None),
                });
                cells.push(Cell::verdict(line.verdict, language));
            } else {
                let further = line.listed.max.unwrap_or(line.listed.min) - line.listed.min;
                cells.push(Cell::count(&language.number(line.listed.min), Some(line.listed.min)));
                cells.push(Cell::count(&language.number(further), Some(further)));
            }
            cells
        };
        let rows: Vec<_> = lines.iter().map(row).collect();
        table(
            out,
            language,
            &Head { caption: self.title, headings: &headings, wide: self.stated, below_last: "" },
            &rows,
        )
    }
}

/// What numbers become on the width of a chart.
pub(super) struct Scale(f64);

impl Scale {
    /// The largest number fills the width; where a count has no upper end, room is left to show that.
    pub(super) fn of(counts: impl Iterator<Item = Interval>) -> Self {
        let (mut largest, mut open) = (1, false);
        for count in counts {
            largest = largest.max(count.max.unwrap_or(count.min));
            open |= count.max.is_none();
        }
        Self(largest as f64 * if open { 1.15 } else { 1.0 })
    }

    fn over(lines: &[Line]) -> Self {
        Self::of(
            lines
                .iter()
                .flat_map(|line| [Some(line.listed), line.stated.as_ref().map(|(_, bounds)| *bounds)])
                .flatten(),
        )
    }

    /// The two parts of a bar: certain and possible, as `x` and `width` in per cent.
    pub(super) fn parts(&self, count: Interval) -> [(f64, f64); 2] {
        let at = |n: i64| n as f64 / self.0 * 100.0;
        let (min, max) = (at(count.min), count.max.map_or(100.0, at));
        [(0.0, min), (min, max - min)]
    }
}

fn bar(line: &Line, scale: &Scale) -> String {
    let stated = line.stated.as_ref().map(|(_, bounds)| layer(scale, *bounds, "published", 1, 20)).unwrap_or_default();
    let (top, height) = if line.stated.is_some() { (6, 10) } else { (3, 16) };
    format!(
        "<svg class=\"bar\" width=\"100%\" height=\"22\">{stated}{}</svg>",
        layer(scale, line.listed, "listed", top, height)
    )
}

/// The bar of one count: solid as far as it is certain, hatched as far as it is possible.
pub(super) fn layer(scale: &Scale, count: Interval, class: &str, top: u32, height: u32) -> String {
    let [certain, possible] = scale.parts(count);
    let draw = |(x, width): (f64, f64), class: String| {
        if width == 0.0 {
            return String::new();
        }
        format!("<rect class=\"{class}\" x=\"{x:.2}%\" y=\"{top}\" width=\"{width:.2}%\" height=\"{height}\"/>")
    };
    draw(certain, class.to_owned()) + &draw(possible, format!("maybe-{class}"))
}

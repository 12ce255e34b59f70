//! The page of all missions: what was published of each, beside each other and on one scale.

use super::figure::{Scale, layer};
use super::markup::{Cell, Head, badge, end_section, section, table};
use super::{day, shell, span};
use crate::claim::Verdict;
use crate::count::Interval;
use crate::error::Error;
use crate::format::escape;
use crate::language::{Language, Phrase};
use rusqlite::{Connection, Row};
use std::io::Write;

/// What is compared, by the names of its columns.
const COMPARED: [(&str, Phrase); 3] =
    [("people", Phrase::People), ("companies", Phrase::Companies), ("agreements", Phrase::Agreements)];

/// One published count of a mission.
struct Stated {
    text: String,
    count: Interval,
    verdict: Option<Verdict>,
}

/// One mission.
struct Line {
    id: String,
    name: String,
    days: String,
    key: String,
    stated: [Option<Stated>; COMPARED.len()],
    claims: i64,
    ruled_out: i64,
}

/// The page that compares all missions. With `linked`, each leads to the page of its own beside this one.
pub fn index(conn: &Connection, language: Language, linked: bool, out: &mut dyn Write) -> Result<(), Error> {
    let mut statement = conn.prepare(include_str!("sql/missions.sql"))?;
    let lines = statement.query_map([], |row| Line::read(row, language))?.collect::<Result<Vec<_>, _>>()?;
    let count = language.number(i64::try_from(lines.len()).unwrap_or(i64::MAX));
    let name = language.say(Phrase::MissionsCompared);
    let subtitle =
        format!("{count} {}", language.say(if lines.len() == 1 { Phrase::Mission } else { Phrase::Missions }));
    shell::begin(out, language, &shell::Title { name, subtitle: &subtitle }, &[], None)?;
    section(out, language, "missions", Phrase::Missions)?;
    writeln!(out, "<p class=\"note\">{}</p>", language.say(Phrase::CountsAreIntervals)).map_err(Error::Output)?;
    let scales: Vec<Scale> = (0..COMPARED.len())
        .map(|index| Scale::of(lines.iter().filter_map(|line| line.stated[index].as_ref()).map(|stated| stated.count)))
        .collect();
    let rows: Vec<Vec<Cell>> = lines.iter().map(|line| line.cells(&scales, linked, language)).collect();
    let headings = [Phrase::Mission, Phrase::When].into_iter().chain(COMPARED.map(|(_, phrase)| phrase));
    let headings: Vec<Phrase> = headings.chain([Phrase::Claims, Phrase::RuledOut]).collect();
    table(
        out,
        language,
        &Head { caption: Phrase::MissionsCompared, headings: &headings, wide: true, below_last: "" },
        &rows,
    )?;
    end_section(out)?;
    shell::end(out, language)
}

/// The name of the page of a mission.
pub fn file_name(mission: &str) -> String {
    format!("{mission}.html")
}

impl Line {
    fn read(row: &Row<'_>, language: Language) -> rusqlite::Result<Self> {
        let (first, last): (Option<String>, Option<String>) = (row.get("first_day")?, row.get("last_day")?);
        let mut stated = [None, None, None];
        for (place, (name, _)) in stated.iter_mut().zip(COMPARED) {
            *place = Stated::read(row, name)?;
        }
        Ok(Self {
            id: row.get("mission_id")?,
            name: row.get("name")?,
            key: first.clone().unwrap_or_default(),
            days: span(language, day(first), day(last)),
            stated,
            claims: row.get("claims")?,
            ruled_out: row.get("ruled_out")?,
        })
    }

    fn cells(&self, scales: &[Scale], linked: bool, language: Language) -> Vec<Cell> {
        let name = escape(&self.name);
        let name = if linked { format!("<a href=\"{}\">{name}</a>", file_name(&escape(&self.id))) } else { name };
        let mut cells = vec![Cell::markup(name, &self.name), Cell::markup(escape(&self.days), &self.key)];
        for (stated, scale) in self.stated.iter().zip(scales) {
            cells.push(match stated {
                Some(stated) => stated.cell(scale, language),
                None => Cell::markup("–".to_owned(), ""),
            });
        }
        cells.push(Cell::count(&language.number(self.claims), Some(self.claims)));
        cells.push(Cell::count(&language.number(self.ruled_out), Some(self.ruled_out)));
        cells
    }
}

impl Stated {
    fn read(row: &Row<'_>, name: &str) -> rusqlite::Result<Option<Self>> {
        let Some(text) = row.get::<_, Option<String>>(name)? else { return Ok(None) };
        let count =
            Interval { min: row.get(format!("{name}_min").as_str())?, max: row.get(format!("{name}_max").as_str())? };
        let verdict = row.get::<_, String>(format!("{name}_verdict").as_str())?.parse().ok();
        Ok(Some(Self { text, count, verdict }))
    }

    fn cell(&self, scale: &Scale, language: Language) -> Cell {
        let bar = layer(scale, self.count, "listed", 1, 8);
        let badge = self.verdict.map(|verdict| badge(verdict, language)).unwrap_or_default();
        let text = escape(&self.text);
        let html =
            format!("{text} {badge}<svg class=\"bar\" width=\"100%\" height=\"10\" aria-hidden=\"true\">{bar}</svg>");
        Cell::markup(html, &self.count.min.to_string())
    }
}

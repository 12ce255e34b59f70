//! The page of all missions: the report that compares them, with what was published of each on one scale.

use super::bar::{Scale, layer};
use super::markup::{WIDE, badge, columns, count, end_section, markup, section, table};
use super::{day, reports, shell, span};
use crate::claim::Verdict;
use crate::count::Interval;
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase};
use rusqlite::{Connection, Row};
use std::collections::HashMap;
use std::io::Write;

/// What is compared: its heading, and the subject and the category of its headline count.
const COMPARED: [(Phrase, &str, Option<&str>); 3] = [
    (Phrase::People, "people", None),
    (Phrase::Companies, "participants", Some("company")),
    (Phrase::Agreements, "agreements", None),
];

struct Stated {
    text: String,
    count: Interval,
    verdict: Option<Verdict>,
}

type Headlines = HashMap<(String, String, Option<String>), Stated>;

struct MissionRow {
    id: String,
    name: String,
    days: String,
    first_day: String,
    claims: i64,
    ruled_out: i64,
}

/// The page that compares all missions. With `linked`, each leads to the page of its own beside this one.
pub fn index(conn: &Connection, language: Language, linked: bool, out: &mut dyn Write) -> Result<(), Error> {
    let mut statement = conn.prepare(include_str!("sql/missions.sql"))?;
    let missions = statement.query_map([], |row| MissionRow::read(row, language))?.collect::<Result<Vec<_>, _>>()?;
    let headlines = headlines(conn)?;
    let number = language.number(i64::try_from(missions.len()).unwrap_or(i64::MAX));
    let noun = language.say(if missions.len() == 1 { Phrase::Mission } else { Phrase::Missions });
    let title = shell::Title { name: language.say(Phrase::MissionsCompared), subtitle: &format!("{number} {noun}") };
    shell::begin(out, language, &title, &[], None)?;
    section(out, language, "missions", Phrase::Missions)?;
    writeln!(out, "<p class=\"note\">{}</p>", language.say(Phrase::CountsAreIntervals)).map_err(Error::Output)?;
    let scales = COMPARED.map(|(_, subject, category)| {
        let here = headlines.iter().filter(|((_, of, within), _)| of == subject && within.as_deref() == category);
        Scale::of(here.map(|(_, stated)| stated.count))
    });
    let [people, companies, agreements] = COMPARED.map(|(heading, _, _)| (heading, false));
    let headings = [
        (Phrase::Mission, false),
        (Phrase::When, false),
        people,
        companies,
        agreements,
        (Phrase::Claims, true),
        (Phrase::RuledOut, true),
    ];
    let rows = missions.iter().map(|mission| mission.cells(&headlines, &scales, linked, language));
    table(out, language, Phrase::MissionsCompared, columns(language, headings), WIDE, rows)?;
    end_section(out)?;
    // The report of missions is the table above.
    for report in reports::of_all_missions().filter(|report| report.view != "missions_overview") {
        reports::write(conn, report, None, language, out)?;
    }
    shell::end(out, language)
}

pub fn file_name(mission: &str) -> String {
    format!("{mission}.html")
}

fn headlines(conn: &Connection) -> Result<Headlines, Error> {
    let sql = "SELECT * FROM headline_counts WHERE stated IS NOT NULL";
    let mut statement = conn.prepare(sql)?;
    let headlines = statement.query_map([], |row| {
        let key = (row.get("mission_id")?, row.get("subject")?, row.get("category_id")?);
        let count = Interval { min: row.get("stated_min")?, max: row.get("stated_max")? };
        let verdict = row.get::<_, String>("verdict")?.parse().ok();
        Ok((key, Stated { text: row.get("stated")?, count, verdict }))
    })?;
    Ok(headlines.collect::<Result<_, _>>()?)
}

impl MissionRow {
    fn read(row: &Row<'_>, language: Language) -> rusqlite::Result<Self> {
        let (first, last): (Option<String>, Option<String>) = (row.get("first_day")?, row.get("last_day")?);
        Ok(Self {
            id: row.get("mission_id")?,
            name: row.get("name")?,
            first_day: first.clone().unwrap_or_default(),
            days: span(language, day(first), day(last)),
            claims: row.get("claims")?,
            ruled_out: row.get::<_, i64>("refuted")? + row.get::<_, i64>("disputed")?,
        })
    }

    fn cells(&self, headlines: &Headlines, scales: &[Scale], linked: bool, language: Language) -> Vec<HtmlCell> {
        let name = escape(&self.name);
        let name = if linked { format!("<a href=\"{}\">{name}</a>", file_name(&escape(&self.id))) } else { name };
        let mut cells = vec![markup(name, &self.name), markup(escape(&self.days), &self.first_day)];
        for ((_, subject, category), scale) in COMPARED.iter().zip(scales) {
            let key = (self.id.clone(), (*subject).to_owned(), category.map(str::to_owned));
            cells.push(match headlines.get(&key) {
                Some(stated) => stated.cell(scale, language),
                None => markup(escape(language.say(Phrase::Nothing)), ""),
            });
        }
        cells.push(count(&language.number(self.claims), Some(self.claims)));
        cells.push(count(&language.number(self.ruled_out), Some(self.ruled_out)));
        cells
    }
}

impl Stated {
    fn cell(&self, scale: &Scale, language: Language) -> HtmlCell {
        let bar = layer(scale, self.count, "listed", 1, 8);
        let badge = self.verdict.map(|verdict| badge(verdict, language)).unwrap_or_default();
        let text = escape(&self.text);
        let html =
            format!("{text} {badge}<svg class=\"bar\" width=\"100%\" height=\"10\" aria-hidden=\"true\">{bar}</svg>");
        markup(html, &self.count.min.to_string())
    }
}

//! The page of all missions: the report that compares them, with what was published of each on one scale.

use super::markup::{Section, badge, count, layer, markup, scale};
use super::{Page, bounds, claims, days, json_ld, reports, shell, span};
use crate::cell::{Cell, Slug};
use crate::claim::Verdict;
use crate::count::Interval;
use crate::db::{labels, rows};
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase};
use crate::report::REPORTS;
use crate::system::is_reserved;
use rusqlite::{Connection, Row};
use std::collections::HashMap;
use std::io::Write;

/// What is compared, in the order of `sql/headlines.sql`.
const COMPARED: [Phrase; 4] = [Phrase::People, Phrase::Participants, Phrase::Companies, Phrase::Agreements];

/// What was published of one thing, and what follows of it.
#[derive(Default)]
struct Headline {
    stated: Option<(String, Interval)>,
    verdict: Option<Verdict>,
    implied: Option<Interval>,
}

/// By the mission, and which of the compared things it is.
type Headlines = HashMap<(String, i64), Headline>;

/// The page that compares all missions. With `linked`, each leads to the page of its own beside this one.
pub fn index(conn: &Connection, language: Language, linked: bool, out: &mut dyn Write) -> Result<(), Error> {
    let page = Page { conn, mission: None, days: None, language, labels: labels(conn, language)? };
    let headlines: Headlines = rows(conn, include_str!("sql/headlines.sql"), [], headline)?;
    let stated =
        |which| headlines.iter().filter(move |((_, of), _)| *of == which).filter_map(|(_, it)| it.stated.as_ref());
    let scales = [0, 1, 2, 3].map(|which| scale(stated(which).map(|(_, count)| *count)));
    let file_of = |mission: &str| if linked { file_name(mission).ok() } else { None };
    let missions: Vec<_> = rows(conn, include_str!("sql/missions.sql"), [], |row| {
        let file = file_of(&row.get::<_, String>("mission_id")?);
        let address = file.as_ref().map(|file| format!("{file}{}", json_ld::MISSION));
        let event = json_ld::written(json_ld::event(row, address.as_deref())?);
        Ok((cells(row, file.as_deref(), &headlines, &scales, language)?, event))
    })?;
    let (rows, events): (Vec<_>, Vec<_>) = missions.into_iter().unzip();
    let number = language.number(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    let noun = language.say(if rows.len() == 1 { Phrase::Mission } else { Phrase::Missions });
    let numbers = [Phrase::Claims, Phrase::Contradictions, Phrase::WrongAtLeast];
    let headings = [&[Phrase::Mission, Phrase::When], &COMPARED[..], &numbers].concat();
    let note = format!("<p class=\"note\">{}</p>\n", language.say(Phrase::CountsAreIntervals));
    let compared = Section::new("missions", Phrase::Missions, note).table(language, &headings, &numbers, rows);
    let mut sections = vec![Section { caption: Phrase::MissionsCompared, ..compared }];
    // The report of missions is the table above.
    for report in REPORTS.iter().filter(|it| !it.divides_missions() && it.view != "missions_overview") {
        sections.push(reports::section(&page, report)?);
    }
    sections.extend(claims::contradictions(&page, file_of)?);
    let title = (language.say(Phrase::MissionsCompared), format!("{number} {noun}"));
    shell::write(out, language, (title.0, &title.1), None, sections, &json_ld::script(&events)).map_err(Error::Output)
}

/// The file of the page of a mission, beside the index.
///
/// # Errors
/// Its key is no slug, as that of a database which somebody else made may be: it could lead out of the folder.
pub fn file_name(mission: &str) -> Result<String, Error> {
    if Slug::parse(mission).is_err() {
        return Err(Error::NoFileName(mission.to_owned()));
    }
    // No slug has this sign, so that it is the page of no other mission.
    let sign = if mission == "index" || is_reserved(mission) { "_" } else { "" };
    Ok(format!("{mission}{sign}.html"))
}

fn headline(row: &Row<'_>) -> rusqlite::Result<((String, i64), Headline)> {
    let stated = row.get::<_, Option<String>>("stated")?.zip(bounds(row, "stated")?);
    let verdict = row.get::<_, Option<String>>("verdict")?.and_then(|word| word.parse().ok());
    let key = (row.get("mission_id")?, row.get("compared")?);
    Ok((key, Headline { stated, verdict, implied: bounds(row, "implied")? }))
}

/// The line of a mission. `file` is its page, if there is one.
fn cells(
    row: &Row<'_>,
    file: Option<&str>,
    headlines: &Headlines,
    scales: &[f64],
    language: Language,
) -> rusqlite::Result<Vec<HtmlCell>> {
    let (id, name) = (row.get::<_, String>("mission_id")?, row.get::<_, String>("name")?);
    let shown = match file {
        Some(file) => format!("<a href=\"{}\">{}</a>", escape(file), escape(&name)),
        None => escape(&name),
    };
    let first_day: Option<String> = row.get("first_day")?;
    let when = markup(escape(&span(language, days(row)?)), &first_day.unwrap_or_default());
    let mut cells = vec![markup(shown, &name), when];
    let nothing = Headline::default();
    for (which, scale) in (0..).zip(scales) {
        cells.push(headlines.get(&(id.clone(), which)).unwrap_or(&nothing).cell(*scale, language));
    }
    for column in ["claims", "contradictions", "wrong_min"] {
        let n = row.get(column)?;
        cells.push(count(&language.number(n), Some(n)));
    }
    Ok(cells)
}

impl Headline {
    /// What follows is shown where nothing was published, and never as if it had been.
    fn cell(&self, scale: f64, language: Language) -> HtmlCell {
        match (&self.stated, self.implied) {
            (Some((text, count)), _) => {
                let badge = self.verdict.map(|verdict| badge(verdict, language)).unwrap_or_default();
                let bar = layer(scale, *count, "listed", 1, 8);
                let bar = format!("<svg class=\"bar\" width=\"100%\" height=\"10\" aria-hidden=\"true\">{bar}</svg>");
                markup(format!("{} {badge}{bar}", escape(text)), &count.min.to_string())
            }
            (None, Some(implied)) => {
                let follows = language.labelled(language.say(Phrase::Follows), &language.interval(implied));
                markup(format!("<span class=\"note\">{}</span>", escape(&follows)), &implied.min.to_string())
            }
            (None, None) => markup(escape(language.say(Phrase::Nothing)), ""),
        }
    }
}

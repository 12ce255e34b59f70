//! The page of all missions: the report that compares them, with what was published of each on one scale.

use super::bar::{Scale, layer};
use super::markup::{Section, badge, count, markup};
use super::{days, reports, shell, span};
use crate::cell::{Cell, Slug};
use crate::claim::Verdict;
use crate::count::Interval;
use crate::db::rows;
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::{Language, Phrase};
use crate::report::REPORTS;
use crate::system::is_reserved;
use rusqlite::{Connection, Row};
use std::collections::HashMap;
use std::io::Write;

/// What is compared, in the order of `sql/headlines.sql`.
const COMPARED: [Phrase; 3] = [Phrase::People, Phrase::Companies, Phrase::Agreements];

struct Stated {
    text: String,
    count: Interval,
    verdict: Option<Verdict>,
}

/// The headline counts of all missions, and what they are drawn with.
struct Headlines {
    /// By the mission, and which of the compared things it is.
    stated: HashMap<(String, i64), Stated>,
    /// One for each thing that is compared.
    scales: [Scale; COMPARED.len()],
    language: Language,
}

/// The page that compares all missions. With `linked`, each leads to the page of its own beside this one.
pub fn index(conn: &Connection, language: Language, linked: bool, out: &mut dyn Write) -> Result<(), Error> {
    let headlines = Headlines::read(conn, language)?;
    let rows: Vec<_> = rows(conn, include_str!("sql/missions.sql"), [], |row| headlines.cells(row, linked))?;
    let number = language.number(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    let noun = language.say(if rows.len() == 1 { Phrase::Mission } else { Phrase::Missions });
    let [people, companies, agreements] = COMPARED;
    let numbers = [Phrase::Claims, Phrase::RuledOut];
    let headings = [Phrase::Mission, Phrase::When, people, companies, agreements, Phrase::Claims, Phrase::RuledOut];
    let note = format!("<p class=\"note\">{}</p>\n", language.say(Phrase::CountsAreIntervals));
    let compared = Section::new("missions", Phrase::Missions, note).table(language, &headings, &numbers, rows);
    let compared = Section { caption: Phrase::MissionsCompared, ..compared };
    shell::begin(out, language, language.say(compared.caption), &format!("{number} {noun}"), None, &[])?;
    compared.write(out, language).map_err(Error::Output)?;
    // The report of missions is the table above.
    for report in REPORTS.iter().filter(|it| !it.divides_missions() && it.view != "missions_overview") {
        reports::section(conn, report, None, language)?.write(out, language).map_err(Error::Output)?;
    }
    shell::end(out, language)
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

impl Headlines {
    fn read(conn: &Connection, language: Language) -> Result<Self, Error> {
        let stated: HashMap<(String, i64), Stated> = rows(conn, include_str!("sql/headlines.sql"), [], |row| {
            let count = Interval { min: row.get("stated_min")?, max: row.get("stated_max")? };
            let verdict = row.get::<_, String>("verdict")?.parse().ok();
            let key = (row.get("mission_id")?, row.get("compared")?);
            Ok((key, Stated { text: row.get("stated")?, count, verdict }))
        })?;
        let counts_of = |which| stated.iter().filter(move |((_, of), _)| *of == which).map(|(_, stated)| stated.count);
        let scales = [0, 1, 2].map(|which| Scale::of(counts_of(which)));
        Ok(Self { stated, scales, language })
    }

    fn cells(&self, row: &Row<'_>, linked: bool) -> rusqlite::Result<Vec<HtmlCell>> {
        let language = self.language;
        let (id, name) = (row.get::<_, String>("mission_id")?, row.get::<_, String>("name")?);
        let shown = match linked {
            true => match file_name(&id) {
                Ok(file) => format!("<a href=\"{}\">{}</a>", escape(&file), escape(&name)),
                Err(_) => escape(&name),
            },
            false => escape(&name),
        };
        let first_day: Option<String> = row.get("first_day")?;
        let when = markup(escape(&span(language, days(row)?)), &first_day.unwrap_or_default());
        let mut cells = vec![markup(shown, &name), when];
        for (which, scale) in (0..).zip(&self.scales) {
            cells.push(match self.stated.get(&(id.clone(), which)) {
                Some(stated) => stated.cell(scale, language),
                None => markup(escape(language.say(Phrase::Nothing)), ""),
            });
        }
        let ruled_out = row.get::<_, i64>("refuted")? + row.get::<_, i64>("inconsistent")?;
        cells.extend([row.get("claims")?, ruled_out].map(|n| count(&language.number(n), Some(n))));
        Ok(cells)
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

//! The catalogue of reports. A new one is one view in `schema.sql`, one line here, and its words (`ARCHITECTURE.md`).

use crate::db;
use crate::error::{Error, named};
use crate::language::{Language, Phrase};
use crate::model::Table;
use crate::result_set::{Bars, Caption, Sink};
use rusqlite::{Connection, Statement};

/// The columns that a report can be narrowed by, each with an option of the command line.
const FILTERS: [&str; 4] = ["mission_id", "region_id", "city_id", "day"];

/// Columns, and the value that each must have.
pub type Filters<'f> = [(&'static str, &'f str)];

/// The option that narrows a report by a column: `mission`.
pub fn option(column: &str) -> &str {
    column.trim_end_matches("_id")
}

/// One report: a view, and what people are told about it.
#[derive(Debug)]
pub struct Report {
    /// Its name on the command line.
    pub name: &'static str,
    pub view: &'static str,
    pub title: Phrase,
    /// The columns that tell its rows apart, the mission first.
    pub key: &'static [&'static str],
    pub nulls: &'static [(&'static str, Phrase)],
    pub bars: Option<Bars>,
}

#[rustfmt::skip]
pub const REPORTS: &[Report] = &[
    Report { name: "participants", view: "participants_by_category", title: Phrase::ParticipantsByRegionAndCategory, key: &["mission_id", "region_id", "category_id"], nulls: &[("region_id", Phrase::WholeCountry), ("category_id", Phrase::AllCategories), ("stated", Phrase::Nothing), ("implied_min", Phrase::Nothing), ("verdict", Phrase::Nothing)], bars: Some(Bars::ListedAndStated) },
    Report { name: "agreements", view: "agreements_per_city", title: Phrase::AgreementsPerCity, key: &["mission_id", "city_id"], nulls: &[("city", Phrase::CityNotStated), ("city_id", Phrase::CityNotStated), ("stated", Phrase::Nothing), ("implied_min", Phrase::Nothing), ("verdict", Phrase::Nothing)], bars: Some(Bars::CertainAndPossible) },
    Report { name: "events", view: "events_per_day", title: Phrase::EventsPerDay, key: &["mission_id", "day"], nulls: &[], bars: Some(Bars::CertainAndPossible) },
    Report { name: "missions", view: "missions_overview", title: Phrase::Missions, key: &["mission_id"], nulls: &[("first_day", Phrase::Nothing), ("last_day", Phrase::Nothing), ("days", Phrase::Nothing), ("people", Phrase::Nothing), ("companies", Phrase::Nothing), ("agreements", Phrase::Nothing)], bars: None },
];

impl Report {
    pub fn named(name: &str) -> Result<&'static Self, Error> {
        named("report", name, REPORTS, |report| report.name, "mission help report")
    }

    /// Whether it has several rows for a mission.
    pub fn divides_missions(&self) -> bool {
        self.key.len() > 1
    }

    /// The options that narrow it.
    pub fn options(&self) -> impl Iterator<Item = &'static str> {
        FILTERS.into_iter().filter(|column| self.key.contains(column)).map(option)
    }

    /// The statement that yields its rows, filters bound.
    ///
    /// # Errors
    /// The report has no column for one of the filters.
    pub fn statement<'c>(&self, conn: &'c Connection, filters: &Filters<'_>) -> Result<Statement<'c>, Error> {
        if let Some((column, _)) = filters.iter().find(|(column, _)| !self.key.contains(column)) {
            let valid: Vec<_> = self.options().collect();
            let message = format!("the report `{}` cannot be filtered by --{}", self.name, option(column));
            return Err(Error::usage(message, format!("it can be filtered by {}", valid.join(", "))));
        }
        let conditions = filters.iter().map(|(column, _)| format!(" AND {column} = ?")).collect::<String>();
        let sql = format!("SELECT * FROM {}{}", self.view, conditions.replacen("AND", "WHERE", 1));
        let mut statement = conn.prepare(&sql)?;
        for (index, (_, value)) in filters.iter().enumerate() {
            statement.raw_bind_parameter(index + 1, value)?;
        }
        Ok(statement)
    }

    /// Streams its rows into a sink.
    ///
    /// # Errors
    /// The report has no column for one of the filters, or the database cannot be read.
    pub fn send(
        &self,
        conn: &Connection,
        filters: &Filters<'_>,
        language: Language,
        sink: &mut dyn Sink,
    ) -> Result<(), Error> {
        db::each_row(&mut self.statement(conn, filters)?, &self.caption(conn, filters, language)?, sink)
    }

    fn caption(&self, conn: &Connection, filters: &Filters<'_>, language: Language) -> Result<Caption, Error> {
        let mut labels = db::labels(conn, language)?;
        // A city is shown by its name beside its key.
        labels.0.remove(&Table::City);
        Ok(Caption {
            name: self.view.to_owned(),
            title: Some(self.title),
            nulls: self.nulls,
            notes: self.notes(conn, filters, language)?,
            bars: self.bars,
            labels,
            ..Caption::default()
        })
    }

    fn notes(&self, conn: &Connection, filters: &Filters<'_>, language: Language) -> Result<Vec<String>, Error> {
        let mission = filters.iter().find(|(column, _)| *column == "mission_id").map(|(_, value)| *value);
        // With its own statement, only the rows of that one mission are looked at.
        let sql = match mission {
            Some(_) => include_str!("report/notes_of_mission.sql"),
            None => include_str!("report/notes.sql"),
        };
        let parameters = rusqlite::params_from_iter([self.name].into_iter().chain(mission));
        let found: Vec<_> =
            db::rows(conn, sql, parameters, |row| Ok((row.get("note")?, row.get("n")?, row.get("mission")?)))?;
        let narrowed = filters.iter().any(|(column, _)| *column != "mission_id");
        let note = |(name, n, mission): (String, i64, Option<String>)| {
            let phrase: Phrase = name.parse().map_err(|_| Error::UnknownPhrase(name))?;
            let note = language.fill(phrase, &language.number(n));
            Ok(match mission {
                Some(mission) => language.labelled(&mission, &note),
                // A remark is about the mission, also where only a part of it is shown.
                None if narrowed => language.labelled(&language.heading(Phrase::WholeMission), &note),
                None => note,
            })
        };
        found.into_iter().map(note).collect()
    }
}

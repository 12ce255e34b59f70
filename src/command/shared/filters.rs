//! The filters that reports share.

use super::completions;
use crate::cell::{Cell, Day};
use crate::db;
use crate::error::Error;
use crate::report::Filter;
use rusqlite::{Connection, named_params};

/// What to narrow a report to.
#[derive(Debug, clap::Args)]
pub struct FilterArgs {
    /// Only this mission
    #[arg(long, value_name = "MISSION", add = completions::missions())]
    mission: Option<String>,
    /// Only this region
    #[arg(long, value_name = "REGION", add = completions::regions())]
    region: Option<String>,
    /// Only this city
    #[arg(long, value_name = "CITY", add = completions::cities())]
    city: Option<String>,
    /// Only this day (YYYY-MM-DD)
    #[arg(long, value_name = "DAY", add = completions::days())]
    day: Option<String>,
}

impl FilterArgs {
    /// The filters that are given, each with a value that exists.
    ///
    /// # Errors
    /// There is no such mission, region or city, or the day is no day.
    pub fn checked(&self, conn: &Connection) -> Result<Vec<(Filter, &str)>, Error> {
        let given = [
            (Filter::Mission, &self.mission),
            (Filter::Region, &self.region),
            (Filter::City, &self.city),
            (Filter::Day, &self.day),
        ];
        let given: Vec<_> = given.into_iter().filter_map(|(filter, value)| Some((filter, value.as_deref()?))).collect();
        for &(filter, value) in &given {
            match filter {
                Filter::Mission => known_mission(conn, value)?,
                Filter::Region => {
                    known(conn, "region", value, "SELECT region_id FROM regions", "mission export regions")?
                }
                Filter::City => known(conn, "city", value, "SELECT city_id FROM cities", "mission export cities")?,
                Filter::Day => known_day(conn, self.mission.as_deref(), value)?,
            }
        }
        Ok(given)
    }
}

pub fn known_mission(conn: &Connection, mission: &str) -> Result<(), Error> {
    known(conn, "mission", mission, "SELECT mission_id FROM missions", "mission report missions")
}

fn known(conn: &Connection, what: &'static str, name: &str, sql: &str, listed_by: &'static str) -> Result<(), Error> {
    let valid = db::texts(conn, sql)?;
    if valid.iter().any(|valid| valid == name) {
        return Ok(());
    }
    Err(Error::unknown(what, name, valid, listed_by))
}

/// Whether it is a day of the mission, or of any.
fn known_day(conn: &Connection, mission: Option<&str>, day: &str) -> Result<(), Error> {
    Day::parse(day).map_err(|error| Error::usage(format!("--day: `{day}` {error}"), "write it like 2025-10-06"))?;
    let parameters = named_params! { ":mission": mission, ":day": day };
    if conn.query_row(include_str!("sql/is_day_of_mission.sql"), parameters, |row| row.get(0))? {
        return Ok(());
    }
    Err(Error::usage(
        format!("--day: {day} is no day of {}", mission.unwrap_or("a mission")),
        "`mission report events` shows their days; `mission export events` lists also what lies outside",
    ))
}

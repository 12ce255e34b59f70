//! `mission report`: one aggregate report.

use super::shared::names::{self, known};
use super::{Context, Exit};
use crate::cell::{Cell, Day};
use crate::db::Extent;
use crate::error::Error;
use crate::format::{Content, Format};
use crate::language::Language;
use crate::report::{REPORTS, Report};
use rusqlite::{Connection, named_params};

#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/report.txt").trim_ascii_end(), after_help = reports(REPORTS))]
pub struct Args {
    /// Which report
    #[arg(add = names::offered_reports())]
    name: String,
    /// Only this mission
    #[arg(long, value_name = "MISSION", add = names::offered(names::MISSIONS))]
    mission: Option<String>,
    /// Only this region
    #[arg(long, value_name = "REGION", add = names::offered(names::REGIONS))]
    region: Option<String>,
    /// Only this city
    #[arg(long, value_name = "CITY", add = names::offered(names::CITIES))]
    city: Option<String>,
    /// Only this day (YYYY-MM-DD)
    #[arg(long, value_name = "DAY", add = names::offered(names::DAYS))]
    day: Option<String>,
    /// Draw bars beside the numbers
    #[arg(long)]
    chart: bool,
}

/// The reports of the catalogue, with the filters that each can apply.
fn reports(catalogue: &[Report]) -> String {
    let options = |report: &Report| report.options().map(|option| format!("--{option}")).collect::<Vec<_>>().join(" ");
    let columns = |report: &Report| (report.name, Language::En.heading(report.title), options(report));
    let lines: Vec<_> = catalogue.iter().map(columns).collect();
    let names = lines.iter().map(|(name, ..)| name.len()).max().unwrap_or(0);
    let titles = lines.iter().map(|(_, title, _)| title.chars().count()).max().unwrap_or(0);
    let line = |(name, title, options)| format!("\n  {name:<names$}  {title:<titles$}  {options}");
    "Reports:".to_owned() + &lines.into_iter().map(line).collect::<String>()
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let report = Report::named(&args.name)?;
    let format = context.format_or(Format::Table, Content::Anything)?;
    if args.chart && report.bars.is_none() {
        let drawn: Vec<&str> =
            REPORTS.iter().filter(|report| report.bars.is_some()).map(|report| report.name).collect();
        let message = format!("the report `{}` has nothing to draw", report.name);
        return Err(Error::usage(message, format!("--chart is for {}", drawn.join(", "))));
    }
    let context = &context.with_chart(args.chart, format)?;
    let conn = context.open(Extent::Small, args.mission.as_deref())?;
    let filters = args.filters(&conn)?;
    context.rows(format, |sink| report.send(&conn, &filters, context.language, sink))?;
    context.next("`mission check` judges what was published");
    Ok(Exit::Done)
}

impl Args {
    /// The filters that are given, each with a value that exists.
    ///
    /// # Errors
    /// There is no such region or city, or the day is no day.
    fn filters(&self, conn: &Connection) -> Result<Vec<(&'static str, &str)>, Error> {
        let (mission, day) = (self.mission.as_deref(), self.day.as_deref());
        let (region, city) = (self.region.as_deref(), self.city.as_deref());
        region.map_or(Ok(()), |id| known(conn, "region", id, names::REGIONS, "mission export regions"))?;
        city.map_or(Ok(()), |id| known(conn, "city", id, names::CITIES, "mission export cities"))?;
        day.map_or(Ok(()), |day| known_day(conn, mission, day))?;
        let given = [("mission_id", mission), ("region_id", region), ("city_id", city), ("day", day)];
        Ok(given.into_iter().filter_map(|(column, value)| Some((column, value?))).collect())
    }
}

/// Whether it is a day of the mission, or of any.
fn known_day(conn: &Connection, mission: Option<&str>, day: &str) -> Result<(), Error> {
    Day::parse(day).map_err(|error| Error::usage(format!("--day: `{day}` {error}"), "write it like 2025-10-06"))?;
    let parameters = named_params! { ":mission": mission, ":day": day };
    if conn.query_row(include_str!("sql/is_day_of_mission.sql"), parameters, |row| row.get(0))? {
        return Ok(());
    }
    let message = format!("--day: {day} is no day of {}", mission.unwrap_or("a mission"));
    let hint = "`mission report events` shows their days; `mission export events` lists also what lies outside";
    Err(Error::usage(message, hint))
}

#[cfg(test)]
#[path = "../../tests/unit/command_report.rs"]
mod tests;

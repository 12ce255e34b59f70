//! `mission report`: one aggregate report.

use super::filters::FilterArgs;
use super::{Context, Exit};
use crate::db::each_row;
use crate::error::Error;
use crate::format::Format;
use crate::report::Report;

/// An aggregate report.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Reports:
  participants   participants by region and category, listed and stated   --mission --region
  agreements     agreements per city, listed and stated                   --mission --city
  events         events per day, certain and possible                     --mission --day
  missions       one line per mission                                     --mission

Examples:
  mission report participants
  mission report events --day 2025-10-06
  mission report agreements --city san-francisco -f json")]
pub struct Args {
    /// Which report
    name: String,
    #[command(flatten)]
    filters: FilterArgs,
}

/// Prints the report.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let report = Report::named(&args.name)?;
    let format = context.format_or(Format::Table)?;
    let conn = context.open()?;
    let filters = args.filters.checked(&conn)?;
    let mut statement = report.statement(&conn, &filters)?;
    let caption = report.caption(&conn, &filters)?;
    context.rows(format, |sink| each_row(&mut statement, &caption, sink))?;
    Ok(Exit::Done)
}

//! `mission report`: one aggregate report.

use super::filters::FilterArgs;
use super::{Context, Exit};
use crate::db::each_row;
use crate::error::Error;
use crate::format::Format;
use crate::report::{REPORTS, Report};

/// An aggregate report.
#[derive(Debug, clap::Args)]
#[command(after_help = help())]
pub struct Args {
    /// Which report
    name: String,
    #[command(flatten)]
    filters: FilterArgs,
    /// Draw bars beside the numbers
    #[arg(long)]
    chart: bool,
}

/// The reports of the catalogue, with the filters that each can apply.
fn help() -> String {
    let mut help = String::from("Reports:\n");
    for report in REPORTS {
        let filters: Vec<String> = report.filters.iter().map(|filter| format!("--{}", filter.name())).collect();
        help.push_str(&format!("  {:<13} {:<36} {}\n", report.name, report.title, filters.join(" ")));
    }
    help.push_str("\nExamples:\n  mission report participants\n  mission report events --day 2025-10-06\n");
    help.push_str("  mission report events --chart\n");
    help + "  mission report agreements --city san-francisco -f json"
}

/// Prints the report.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let report = Report::named(&args.name)?;
    let format = context.format_or(Format::Table)?;
    if args.chart && report.bars.is_none() {
        let drawn: Vec<&str> =
            REPORTS.iter().filter(|report| report.bars.is_some()).map(|report| report.name).collect();
        return Err(Error::Usage {
            message: format!("the report `{}` has nothing to draw", report.name),
            hint: format!("--chart is for {}", drawn.join(", ")),
        });
    }
    let context = &context.with_chart(args.chart, format)?;
    let conn = context.open()?;
    let filters = args.filters.checked(&conn)?;
    let mut statement = report.statement(&conn, &filters)?;
    let caption = report.caption(&conn, &filters, context.language)?;
    context.rows(format, |sink| each_row(&mut statement, &caption, sink))?;
    Ok(Exit::Done)
}

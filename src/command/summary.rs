//! `mission summary`: the headline reports, and the verdicts at a glance.

use super::shared::{at_a_glance, completions, known_mission};
use super::{Context, Exit};
use crate::db::{self, each_row};
use crate::error::Error;
use crate::format::Format;
use crate::report::{Filter, Report};

/// The three headline reports, and the verdicts at a glance; one line per mission where there are more than 50.
#[derive(Debug, Default, clap::Args)]
#[command(before_help = "\
Examples:
  mission summary
  mission summary --chart
  mission summary --mission usa-west-2025 -o summary.md")]
pub struct Args {
    /// Only this mission
    #[arg(long, value_name = "MISSION", add = completions::missions())]
    mission: Option<String>,
    /// Draw bars beside the numbers
    #[arg(long)]
    chart: bool,
}

/// The reports that make up the summary.
const HEADLINES: [&str; 3] = ["participants", "agreements", "events"];

/// With more missions than this, their overview stands for the reports of each.
const MOST_MISSIONS: usize = 50;

/// Prints the summary.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table)?;
    if !format.is_for_people() {
        return Err(Error::Usage {
            message: format!("a summary is several tables, which {} cannot hold", format.name()),
            hint: format!("use `mission report NAME -f {}` for each", format.name()),
        });
    }
    let context = &context.with_chart(args.chart, format)?;
    let conn = context.open()?;
    if let Some(mission) = &args.mission {
        known_mission(&conn, mission)?;
    }
    let filters: Vec<_> = args.mission.iter().map(|mission| (Filter::Mission, mission.as_str())).collect();
    let many = args.mission.is_none() && db::texts(&conn, "SELECT mission_id FROM missions")?.len() > MOST_MISSIONS;
    let reports: &[&str] = if many { &["missions"] } else { &HEADLINES };
    context.rows(format, |sink| {
        for name in reports {
            let report = Report::named(name)?;
            let caption = report.caption(&conn, &filters, context.language)?;
            each_row(&mut report.statement(&conn, &filters)?, &caption, sink)?;
        }
        if many { Ok(()) } else { at_a_glance(context, &conn, args.mission.as_deref(), sink) }
    })?;
    if many {
        context.remark("`mission summary --mission MISSION` shows the reports of one mission");
    }
    Ok(Exit::Done)
}

//! `mission summary`: the headline reports, and the verdicts at a glance.

use super::shared::{VerdictCounts, contradictions, names};
use super::{Context, Exit};
use crate::db::{self, Extent};
use crate::error::Error;
use crate::format::{Content, Format};
use crate::report::Report;

/// The three headline reports, and the verdicts at a glance; one line per mission where there are more than 50.
#[derive(Debug, Default, clap::Args)]
#[command(before_help = include_str!("help/summary.txt").trim_ascii_end())]
pub struct Args {
    /// Only this mission
    #[arg(long, value_name = "MISSION", add = names::offered(names::MISSIONS))]
    mission: Option<String>,
    /// Draw bars beside the numbers
    #[arg(long)]
    chart: bool,
}

const HEADLINES: [&str; 3] = ["participants", "agreements", "events"];

/// With more missions than this, their overview stands for the reports of each.
const MOST_MISSIONS: usize = 50;

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table, Content::Anything)?;
    if !format.is_for_people() {
        let message = format!("a summary is several tables, which {} cannot hold", format.name());
        return Err(Error::usage(message, format!("use `mission report NAME -f {}` for each", format.name())));
    }
    let context = &context.with_chart(args.chart, format)?;
    let mission = args.mission.as_deref();
    let conn = context.open(Extent::Small, mission)?;
    let filters = mission.map(|mission| ("mission_id", mission));
    let filters = filters.as_slice();
    let many = mission.is_none() && db::texts(&conn, names::MISSIONS, [])?.len() > MOST_MISSIONS;
    let reports: &[&str] = if many { &["missions"] } else { &HEADLINES };
    let counts = VerdictCounts::of(&conn, mission, "[]", context.language)?.sentence;
    context.rows(format, |sink| {
        for name in reports {
            Report::named(name)?.send(&conn, filters, context.language, sink)?;
        }
        if many { Ok(()) } else { contradictions(&conn, mission, vec![counts], context.language, sink) }
    })?;
    if many {
        context.remark("`mission summary --mission MISSION` shows the reports of one mission");
    }
    Ok(Exit::Done)
}

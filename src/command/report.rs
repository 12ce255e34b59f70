//! `mission report`: one aggregate report.

use super::shared::{FilterArgs, completions};
use super::{Context, Exit};
use crate::db::each_row;
use crate::error::Error;
use crate::format::Format;
use crate::language::Language;
use crate::report::{REPORTS, Report};

/// An aggregate report.
#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES, after_help = reports(REPORTS))]
pub struct Args {
    /// Which report
    #[arg(add = completions::reports())]
    name: String,
    #[command(flatten)]
    filters: FilterArgs,
    /// Draw bars beside the numbers
    #[arg(long)]
    chart: bool,
}

const EXAMPLES: &str = "\
Examples:
  mission report participants
  mission report events --day 2025-10-06
  mission report events --chart
  mission report agreements --city san-francisco -f json";

/// The reports of the catalogue, with the filters that each can apply.
fn reports(catalogue: &[Report]) -> String {
    let title = |report: &Report| Language::En.heading(report.title);
    let widest =
        |text: &dyn Fn(&Report) -> String| catalogue.iter().map(|it| text(it).chars().count()).max().unwrap_or(0);
    let (names, titles) = (widest(&|report| report.name.to_owned()), widest(&title));
    let line = |report: &Report| {
        let filters: Vec<String> = report.filters().map(|filter| format!("--{}", filter.name())).collect();
        format!("\n  {:<names$}  {:<titles$}  {}", report.name, title(report), filters.join(" "))
    };
    catalogue.iter().fold("Reports:".to_owned(), |help, report| help + &line(report))
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let report = Report::named(&args.name)?;
    let format = context.format_or(Format::Table)?;
    if args.chart && report.bars.is_none() {
        let drawn: Vec<&str> =
            REPORTS.iter().filter(|report| report.bars.is_some()).map(|report| report.name).collect();
        return Err(Error::usage(
            format!("the report `{}` has nothing to draw", report.name),
            format!("--chart is for {}", drawn.join(", ")),
        ));
    }
    let context = &context.with_chart(args.chart, format)?;
    let conn = context.open()?;
    let filters = args.filters.checked(&conn)?;
    let mut statement = report.statement(&conn, &filters)?;
    let caption = report.caption(&conn, &filters, context.language)?;
    context.rows(format, |sink| each_row(&mut statement, &caption, sink))?;
    context.next("`mission check` judges what was published");
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::reports;
    use crate::language::Phrase;
    use crate::report::Report;

    #[test]
    fn the_columns_of_the_catalogue_are_as_wide_as_its_names() {
        let report = |name, title| Report { name, view: "", title, key: &["mission_id"], nulls: &[], bars: None };
        let catalogue = [
            report("events", Phrase::EventsPerDay),
            report("participants-by-enterprise", Phrase::ParticipantsByRegionAndCategory),
        ];
        let expected = "Reports:\n  \
                        events                      Events per day                       --mission\n  \
                        participants-by-enterprise  Participants by region and category  --mission";
        assert_eq!(reports(&catalogue), expected);
    }
}

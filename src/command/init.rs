//! `mission init`: a data folder into a database.

use super::shared::{build, counted, located};
use super::{Context, Exit, summary};
use crate::cell::DayOrder;
use crate::dataset::{DataFolder, Dialect};
use crate::defect::Defect;
use crate::display::Group;
use crate::error::Error;
use crate::format::{Content, Format};
use crate::load::Loaded;
use crate::result_set::{Caption, ResultSet, Value};
use std::path::{Path, PathBuf};

/// Build the database from a data folder or a workbook, or from the built-in seed.
///
/// The finished file takes the place of the old one in one step. If the data folder has defects,
/// they are listed and the old file stays.
#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/init.txt").trim_ascii_end())]
pub struct Args {
    /// The data folder or workbook (.xlsx), or several, which may share rows; without it, the built-in seed
    data: Vec<PathBuf>,
    /// Replace a file that is not a database of mission
    #[arg(long)]
    force: bool,
    /// What comes first in dates such as 04/10/2025, where the dates of the data folder do not tell
    #[arg(long, value_name = "ORDER")]
    dates: Option<DayOrder>,
    /// Show all defects and notices, each by itself
    #[arg(long)]
    all: bool,
}

const MOST_SHOWN: usize = 50;

/// Builds the database and prints the overview; in a form for data, what was found in the data folder instead.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table, Content::Findings)?;
    let folders = match args.data.as_slice() {
        [] => vec![DataFolder::at(None)?],
        paths => paths.iter().map(|path| DataFolder::at(Some(path))).collect::<Result<_, _>>()?,
    };
    context.check_output()?;
    let loaded = build(context, &context.db, args.force, &folders, args.dates)?;
    if !format.is_for_people() {
        context.show(format, &as_data(&loaded, &folders))?;
    }
    if !loaded.defects.is_empty() {
        complain(context, &loaded.defects, args.all, format, &context.db);
        return Ok(Exit::Found);
    }
    tell(context, &loaded, args.all);
    if format.is_for_people() { summary::run(context, &summary::Args::default()) } else { Ok(Exit::Done) }
}

fn tell(context: &Context, loaded: &Loaded, all: bool) {
    for (name, number, dialect) in &loaded.rows {
        let dialect = if *dialect == Dialect::PLAIN { String::new() } else { format!("  ({dialect})") };
        context.remark(&format!("{name:>24}  {}{dialect}", counted(*number, "row")));
    }
    notice(context, &loaded.notices, all);
    context.remark(&format!("built {}\n", context.db.display()));
    context
        .next("`mission check` judges every published count, `mission page -o mission.html` shows all in a browser\n");
}

/// What is worth knowing.
pub(super) fn notice(context: &Context, notices: &[Defect], all: bool) {
    let (shown, more) = shown(notices, all);
    shown.iter().for_each(|notices| context.remark(&notices.to_string()));
    if more > 0 {
        context.remark(&format!("... and {}; --all shows them", counted(more, "more notice")));
    }
}

/// What is wrong; what stays as it was is named.
pub(super) fn complain(context: &Context, defects: &[Defect], all: bool, format: Format, target: &Path) {
    if format.is_for_people() {
        let (shown, more) = shown(defects, all);
        for identical in &shown {
            context.complain_in_colour(&identical.with_excerpt(context.wants_color(&std::io::stderr())));
        }
        if more > 0 {
            context.complain(&format!("... and {more} more; --all shows them"));
        }
    }
    let number: u64 = defects.iter().map(Defect::number).sum();
    let defects = counted(number, "defect");
    context.complain(&format!("{defects}; nothing was written, {} is as it was", target.display()));
}

/// What is shown to people, and how many more there are: every one, or identical ones together and the first of them.
fn shown(defects: &[Defect], all: bool) -> (Vec<Group<'_>>, u64) {
    if all {
        return (Group::of_each(defects), 0);
    }
    let mut groups = Group::of_identical(defects);
    let rest = groups.split_off(MOST_SHOWN.min(groups.len()));
    (groups, rest.iter().map(Group::number).sum())
}

/// What was found, as rows that every form can hold, those for findings included.
fn as_data(loaded: &Loaded, folders: &[DataFolder]) -> ResultSet {
    // Where there are several, the place of each names its folder already.
    let folder = if let [folder] = folders { folder } else { &DataFolder::Seed };
    let row = |Defect { place, kind, .. }: &Defect| {
        let code = kind.code();
        let [level, rule, title] = [code.level().name(), code.name(), code.explanation().title].map(Value::from);
        let [file, line, column, message] = located(Some((folder, place)), kind.to_string());
        vec![level, rule, file, line, column, title, message, kind.nearest().map_or(Value::Null, Value::from)]
    };
    let rows = loaded.defects.iter().chain(&loaded.notices).map(row).collect();
    let columns = ["level", "rule", "file", "line", "column", "title", "message", "nearest"];
    ResultSet::new(Caption::default(), &columns, rows)
}

//! `mission init`: a data folder into a database.

use super::{Context, Exit, summary};
use crate::claim::judge_all;
use crate::dataset::{DataFolder, Defect, Dialect, Loaded, load, with_excerpt};
use crate::db::Draft;
use crate::error::Error;
use crate::format::Format;
use crate::result_set::{ResultSet, Value};
use std::path::{Path, PathBuf};

/// Build the database from a data folder, or from the built-in seed.
///
/// The finished file takes the place of the old one in one step. If the data folder has defects,
/// they are listed and the old file stays.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mission init                          the built-in seed into mission.db
  mission init my-data                  a data folder of your own
  mission init my-data --db /tmp/m.db   into another file
  mission init my-data -f sarif         the defects as data (json, csv, github, junit ...)")]
pub struct Args {
    /// The data folder; without it, the built-in seed
    data: Option<PathBuf>,
    /// Replace a file that is not a database of mission
    #[arg(long)]
    force: bool,
    /// Show all defects, not only the first 50
    #[arg(long)]
    all: bool,
}

/// The most defects that are shown.
const MOST_SHOWN: usize = 50;

/// Builds the database and prints the overview; in a form for data, the defects instead.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.any_format_or(Format::Table)?;
    let folder = DataFolder::at(args.data.as_deref())?;
    let draft = Draft::new(&context.db, args.force)?;
    let loaded = load(&folder, &draft.conn).map_err(|error| draft.explain(error))?;
    if !format.is_for_people() {
        let defects = as_data(&loaded.defects, args.data.as_deref());
        context.rows(format, |sink| defects.send(sink))?;
    }
    if !loaded.defects.is_empty() {
        complain(context, &loaded.defects, args.all, format);
        return Ok(Exit::DataWrong);
    }
    judge_all(&draft.conn, &loaded.claim_lines).map_err(|error| draft.explain(error))?;
    draft.finish()?;
    tell(context, &loaded);
    if format.is_for_people() { summary::run(context, &summary::Args::default()) } else { Ok(Exit::Done) }
}

/// What was loaded, and what was passed over.
fn tell(context: &Context, loaded: &Loaded) {
    let rows = |n: u64| if n == 1 { "1 row".to_owned() } else { format!("{n} rows") };
    for (table, number, dialect) in &loaded.rows {
        let dialect = if *dialect == Dialect::PLAIN { String::new() } else { format!("  ({dialect})") };
        context.remark(&format!("{:>24}  {}{dialect}", format!("{}.csv", table.name()), rows(*number)));
    }
    for notice in &loaded.notices {
        context.remark(&format!("notice: {notice}"));
    }
    context.remark(&format!("built {}\n", context.db.display()));
}

fn complain(context: &Context, defects: &[Defect], all: bool, format: Format) {
    if format.is_for_people() {
        let shown = if all { defects.len() } else { MOST_SHOWN.min(defects.len()) };
        for defect in &defects[..shown] {
            context.complain(&with_excerpt(defect, context.colors_errors()));
        }
        if shown < defects.len() {
            context.complain(&format!("... and {} more; --all shows them", defects.len() - shown));
        }
    }
    let number = defects.len();
    let defects = if number == 1 { "1 defect".to_owned() } else { format!("{number} defects") };
    context.complain(&format!("{defects}; nothing was written, {} is as it was", context.db.display()));
}

/// The defects as rows that every form can hold, those for findings included.
fn as_data(defects: &[Defect], folder: Option<&Path>) -> ResultSet {
    let row = |defect: &Defect| {
        let file = folder.map_or_else(|| defect.place.file.clone().into(), |folder| folder.join(&defect.place.file));
        let number = |n: u64| if n == 0 { Value::Null } else { Value::Integer(i64::try_from(n).unwrap_or(i64::MAX)) };
        let code = defect.kind.code();
        vec![
            Value::from("error"),
            Value::from(code.name()),
            Value::Text(file.to_string_lossy().into_owned()),
            number(defect.place.line),
            number(defect.place.column),
            Value::from(code.explanation().title),
            Value::Text(defect.kind.to_string()),
            defect.kind.nearest().map_or(Value::Null, Value::from),
        ]
    };
    ResultSet {
        columns: ["level", "rule", "file", "line", "column", "title", "message", "nearest"].map(str::to_owned).to_vec(),
        rows: defects.iter().map(row).collect(),
        ..ResultSet::default()
    }
}

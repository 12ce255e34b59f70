//! `mission init`: a data folder into a database.

use super::{Context, Exit, summary};
use crate::claim::judge_all;
use crate::dataset::{DataFolder, Dialect, Loaded, load};
use crate::db::Draft;
use crate::error::Error;
use std::path::PathBuf;

/// Build the database from a data folder, or from the built-in seed.
///
/// The finished file takes the place of the old one in one step. If the data folder has defects,
/// they are listed and the old file stays.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mission init                          the built-in seed into mission.db
  mission init my-data                  a data folder of your own
  mission init my-data --db /tmp/m.db   into another file")]
pub struct Args {
    /// The data folder; without it, the built-in seed
    data: Option<PathBuf>,
    /// Replace a file that is not a database of mission
    #[arg(long)]
    force: bool,
}

/// The most defects that are shown.
const MOST_SHOWN: usize = 50;

/// Builds the database and prints the overview.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let overview = summary::format(context)?;
    let folder = DataFolder::at(args.data.as_deref())?;
    let draft = Draft::new(&context.db, args.force)?;
    let loaded = load(&folder, &draft.conn)?;
    if !loaded.defects.is_empty() {
        complain(context, &loaded);
        return Ok(Exit::DataWrong);
    }
    judge_all(&draft.conn, &loaded.claim_lines)?;
    draft.finish()?;
    let rows = |n: u64| if n == 1 { "1 row".to_owned() } else { format!("{n} rows") };
    for (table, number, dialect) in &loaded.rows {
        let dialect = if *dialect == Dialect::PLAIN { String::new() } else { format!("  ({dialect})") };
        context.remark(&format!("{:>24}  {}{dialect}", format!("{}.csv", table.name()), rows(*number)));
    }
    for notice in &loaded.notices {
        context.remark(&format!("notice: {notice}"));
    }
    context.remark(&format!("built {}\n", context.db.display()));
    summary::write(context, &summary::Args::default(), overview)
}

fn complain(context: &Context, loaded: &Loaded) {
    for defect in loaded.defects.iter().take(MOST_SHOWN) {
        context.complain(&defect.to_string());
    }
    let hidden = loaded.defects.len().saturating_sub(MOST_SHOWN);
    if hidden > 0 {
        context.complain(&format!("... and {hidden} more"));
    }
    let number = loaded.defects.len();
    let defects = if number == 1 { "1 defect".to_owned() } else { format!("{number} defects") };
    context.complain(&format!("{defects}; nothing was written, {} is as it was", context.db.display()));
}

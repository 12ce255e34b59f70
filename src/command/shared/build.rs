//! A data folder into a database, for every command that needs one.

use super::progress::ProgressLine;
use crate::cell::DayOrder;
use crate::claim::judge_all;
use crate::dataset::DataFolder;
use crate::db::{Draft, insert_listed};
use crate::error::Error;
use crate::load::{ListedCount, Loaded, load};
use std::path::Path;

/// Puts a new database in its place, unless the data folder has defects.
pub(crate) fn build(
    db: &Path,
    force: bool,
    folder: &DataFolder,
    dates: Option<DayOrder>,
    progress: &ProgressLine,
) -> Result<Loaded, Error> {
    let draft = Draft::new(db, force)?;
    let explain = |error| draft.explain(error);
    let loaded = load(folder, &draft.conn, draft.folder(), dates, progress).map_err(explain)?;
    if loaded.defects.is_empty() {
        for ListedCount { mission, region, category, number } in &loaded.listed {
            insert_listed(&draft.conn, mission, region.as_deref(), category, *number).map_err(explain)?;
        }
        progress.say("judging claims");
        judge_all(&draft.conn).map_err(explain)?;
        draft.finish()?;
    }
    Ok(loaded)
}

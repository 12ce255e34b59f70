//! A data folder into a database, for every command that needs one; and how far that is, on a terminal, once it has
//! taken longer than a second.

use super::Context;
use crate::cell::DayOrder;
use crate::dataset::DataFolder;
use crate::db::Draft;
use crate::error::Error;
use crate::evidence::judge_all;
use crate::load::{Loaded, Progress, load};
use crate::model::Table;
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Puts a new database in its place, unless the data folder has defects.
pub(crate) fn build(
    context: &Context,
    db: &Path,
    force: bool,
    folders: &[DataFolder],
    dates: Option<DayOrder>,
) -> Result<Loaded, Error> {
    let progress = ProgressLine::new(context.quiet || context.plain);
    let draft = Draft::new(db, force)?;
    let explain = |error| draft.explain(error);
    let loaded = load(folders, &draft.conn, draft.folder(), dates, &progress).map_err(explain)?;
    if loaded.defects.is_empty() {
        progress.say("judging claims".to_owned());
        judge_all(&draft.conn).map_err(explain)?;
        draft.finish()?;
    }
    Ok(loaded)
}

/// Work that is done sooner than this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A line on stderr: the file, its rows, rows per second and the time that is left. Dropped, it is gone.
struct ProgressLine {
    bar: ProgressBar,
    rows: AtomicU64,
    /// When rows were stored last, in milliseconds since it began.
    stored: AtomicU64,
}

impl ProgressLine {
    /// Nothing is shown where stderr is no terminal, or `quiet`.
    fn new(quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{wide_msg} [{bar:24}] {eta} left") {
            bar.set_style(style.progress_chars("=> "));
        }
        if quiet {
            bar.finish_and_clear();
        }
        Self { bar, rows: AtomicU64::new(0), stored: AtomicU64::new(0) }
    }

    fn milliseconds(&self) -> u64 {
        u64::try_from(self.bar.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn say(&self, message: String) {
        if self.bar.is_finished() || self.bar.elapsed() < PATIENCE {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_message(message);
    }
}

impl Progress for ProgressLine {
    /// Every byte is counted twice: once read, once stored.
    fn begin(&self, bytes: u64) {
        self.bar.set_length(2 * bytes);
    }

    fn read(&self, table: Table, bytes: u64) {
        self.bar.inc(bytes);
        if self.milliseconds() > self.stored.load(Ordering::Relaxed) + 500 {
            self.say(format!("reading {}.csv", table.name()));
        }
    }

    fn stored(&self, table: Table, rows: u64, bytes: u64) {
        self.bar.inc(bytes);
        self.stored.store(self.milliseconds(), Ordering::Relaxed);
        let rows = self.rows.fetch_add(rows, Ordering::Relaxed) + rows;
        let per_second = HumanCount(rows * 1000 / self.milliseconds().max(1));
        self.say(format!("{}.csv  {} rows, {per_second} a second", table.name(), HumanCount(rows)));
    }
}

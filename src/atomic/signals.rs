//! Signals that end the process remove its drafts first.

use crate::system;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once};
use std::{fs, io};

static DRAFTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Makes a draft that a signal removes; a signal amid the making waits.
pub(super) fn removed_on_signal<D: AsRef<Path>, E>(make: impl FnOnce() -> Result<D, E>) -> Result<D, E> {
    static WATCH: Once = Once::new();
    // Where signals cannot be watched, the next run removes the draft.
    WATCH.call_once(|| system::before_signals_end(remove_all));
    let mut drafts = held_off();
    let draft = make()?;
    if let Some(drafts) = &mut drafts {
        drafts.push(draft.as_ref().to_owned());
    }
    Ok(draft)
}

/// As long as the answer is held, a signal waits: for steps of which all or none must be done.
pub(super) fn held_off() -> Option<MutexGuard<'static, Vec<PathBuf>>> {
    DRAFTS.lock().ok()
}

fn remove_all() {
    if let Ok(drafts) = DRAFTS.lock() {
        for draft in drafts.iter() {
            let _ = remove(draft);
        }
    }
}

/// A draft, which is a file or a folder.
pub(super) fn remove(draft: &Path) -> io::Result<()> {
    fs::remove_file(draft).or_else(|_| fs::remove_dir_all(draft))
}

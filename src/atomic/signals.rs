//! Signals that end the process remove its drafts first.

use crate::error::Error;
use crate::system;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once};
use std::{fs, io, mem};

static DRAFTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Makes a draft that a signal removes; a signal amid the making waits. `None` = it was gone before it was whole.
pub(super) fn removed_on_signal<D: AsRef<Path>, L>(
    make: impl FnOnce() -> Result<Option<(D, L)>, Error>,
) -> Result<Option<(D, L)>, Error> {
    static WATCH: Once = Once::new();
    // Where signals cannot be watched, the next run removes the draft.
    WATCH.call_once(|| system::before_signals_end(remove_all));
    let mut drafts = held_off();
    let made = make()?;
    if let (Some(drafts), Some((draft, _))) = (&mut drafts, &made) {
        drafts.push(draft.as_ref().to_owned());
    }
    Ok(made)
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
        // Let go, it would let another thread make a draft between here and the end.
        mem::forget(drafts);
    }
}

/// A draft, which is a file or a folder.
pub(super) fn remove(draft: &Path) -> io::Result<()> {
    fs::remove_file(draft).or_else(|_| fs::remove_dir_all(draft))
}

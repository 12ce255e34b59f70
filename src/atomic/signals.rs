//! Signals that end the process remove its drafts first.

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, Once};
use std::{fs, io};

static DRAFTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Makes a draft that a signal removes; a signal amid the making waits.
pub(super) fn removed_on_signal<D: AsRef<Path>, E>(make: impl FnOnce() -> Result<D, E>) -> Result<D, E> {
    watch();
    let mut drafts = held_off();
    let draft = make()?;
    if let Some(drafts) = &mut drafts {
        drafts.push(draft.as_ref().to_owned());
    }
    Ok(draft)
}

fn watch() {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| {
        // A file that grows too large is then an error to be told, not the end of the program.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
        if let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP]) {
            // A thread, as a signal handler may neither lock nor remove a folder.
            // Where none can be had, a signal ends the program at once, and the next run removes the draft.
            let _ = std::thread::Builder::new().spawn(move || signals.forever().for_each(remove_and_end));
        }
    });
}

/// As long as the answer is held, a signal waits: for steps of which all or none must be done.
pub(super) fn held_off() -> Option<MutexGuard<'static, Vec<PathBuf>>> {
    DRAFTS.lock().ok()
}

/// Ends the process the way the signal would have, so that the shell sees 130 or 143.
fn remove_and_end(signal: i32) {
    if let Ok(drafts) = DRAFTS.lock() {
        for draft in drafts.iter() {
            let _ = remove(draft);
        }
    }
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// A draft, which is a file or a folder.
pub(super) fn remove(draft: &Path) -> io::Result<()> {
    fs::remove_file(draft).or_else(|_| fs::remove_dir_all(draft))
}

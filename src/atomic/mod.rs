//! Files and folders in the making: beside their target, locked while somebody writes them, never left behind.

use crate::error::Error;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Once};
use tempfile::{Builder, NamedTempFile, TempDir};

/// What the names of drafts begin with.
const PREFIX: &str = ".mission-draft-";

/// The drafts of this process, to be removed when a signal ends it.
static DRAFTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A file with the usual permissions in the folder of the target, removed when dropped or when a signal
/// ends the process. Drafts that a killed process left there are removed.
pub(crate) fn beside(target: &Path) -> Result<NamedTempFile, Error> {
    let folder = parent(target);
    sweep(folder);
    let draft = builder(0o666).tempfile_in(folder).map_err(|error| unwritable(folder, &error))?;
    draft.as_file().lock().map_err(Error::file("lock a draft in", folder))?;
    remove_on_signal(draft.path());
    Ok(draft)
}

/// A folder in the making, removed like the files.
pub(crate) struct DraftFolder {
    folder: TempDir,
    /// Held until the end; a system that cannot lock a folder does not sweep one away either.
    _lock: Option<File>,
}

impl DraftFolder {
    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// The same as [`beside`], for a folder.
pub(crate) fn folder_in(folder: &Path) -> Result<DraftFolder, Error> {
    sweep(folder);
    let draft = builder(0o777).tempdir_in(folder).map_err(|error| unwritable(folder, &error))?;
    let lock = File::open(draft.path()).ok().filter(|file| file.lock().is_ok());
    remove_on_signal(draft.path());
    Ok(DraftFolder { folder: draft, _lock: lock })
}

/// The folder that a path is in.
pub(crate) fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Where a path leads, also a symbolic link to a file that is not there yet.
pub(crate) fn followed(path: &Path) -> PathBuf {
    match (path.canonicalize(), path.read_link()) {
        (Ok(real), _) => real,
        (Err(_), Ok(link)) => path.parent().unwrap_or(Path::new("")).join(link),
        (Err(_), Err(_)) => path.to_owned(),
    }
}

fn builder(mode: u32) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    builder
}

/// The system's word on a folder, without the name of the draft that could not be made in it.
fn unwritable(folder: &Path, error: &io::Error) -> Error {
    let source = match error.kind() {
        io::ErrorKind::NotFound => io::Error::other("there is no such folder"),
        io::ErrorKind::PermissionDenied => io::Error::other("this is not allowed"),
        kind => io::Error::from(kind),
    };
    Error::File { action: "write in", path: folder.to_owned(), source }
}

/// Removes the drafts that nobody holds a lock on. What cannot be removed is no reason to fail.
fn sweep(folder: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let is_draft = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX));
        if is_draft && File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = remove(&path);
        }
    }
}

fn remove(draft: &Path) -> io::Result<()> {
    fs::remove_file(draft).or_else(|_| fs::remove_dir_all(draft))
}

fn remove_on_signal(draft: &Path) {
    static WATCH: Once = Once::new();
    if let Ok(mut drafts) = DRAFTS.lock() {
        drafts.push(draft.to_owned());
    }
    WATCH.call_once(|| {
        // A file that grows too large is then an error to be told, not the end of the program.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
        if let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP]) {
            std::thread::spawn(move || signals.forever().for_each(remove_and_end));
        }
    });
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

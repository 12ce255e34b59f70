//! How a draft is made and locked, and those are found that nobody holds any more.

use super::draft::LEFTOVERS;
use super::signals::{remove, removed_on_signal};
use crate::error::Error;
use crate::system;
use std::fs;
use std::io;
use std::path::Path;
use tempfile::Builder;

const PREFIX: &str = ".mission-draft-";
/// Letters and digits behind the prefix, drawn by lot.
const RANDOM: usize = 6;
/// The file in a draft folder that is locked as long as somebody uses the folder.
pub(super) const LOCK: &str = ".mission-lock";

/// Makes a draft in a folder and locks it, and removes those that a kill left there. A draft that has no lock was swept
/// away by another run before it was locked.
pub(super) fn drafted<D: AsRef<Path>, L>(
    folder: &Path,
    make: impl Fn() -> io::Result<D>,
    lock: impl Fn(&D) -> Result<Option<L>, Error>,
) -> Result<(D, L), Error> {
    let whole = || {
        let draft = make().map_err(|error| unwritable(folder, &error))?;
        Ok(lock(&draft)?.map(|lock| (draft, lock)))
    };
    loop {
        if let Some((draft, lock)) = removed_on_signal(whole)? {
            sweep(folder, draft.as_ref());
            return Ok((draft, lock));
        }
    }
}

pub(super) fn builder(mode: u32) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).rand_bytes(RANDOM);
    // Temporary files are private; these become ordinary ones.
    if let Some(permissions) = system::permissions(mode) {
        builder.permissions(permissions);
    }
    builder
}

/// The system's word on a folder, without the name of the draft that could not be made in it.
pub(super) fn unwritable(folder: &Path, error: &io::Error) -> Error {
    let source = match error.kind() {
        io::ErrorKind::NotFound if !folder.exists() => io::Error::other("there is no such folder"),
        io::ErrorKind::NotFound => io::Error::other("it takes no files"),
        io::ErrorKind::PermissionDenied => io::Error::other("this is not allowed"),
        // The error of a draft hides the system's own; where no more files can be opened, no folder can be either.
        kind => fs::File::open(folder).err().filter(system::is_out_of_files).unwrap_or_else(|| kind.into()),
    };
    Error::File { action: "write in", path: folder.to_owned(), source }
}

/// Removes the drafts of the owner of a new one that nobody holds a lock on. What cannot be removed is no reason to
/// fail.
fn sweep(folder: &Path, own: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    let drafts = entries.flatten().filter(|entry| is_name_of_draft(&entry.file_name().to_string_lossy()));
    for entry in drafts.filter(|entry| entry.path() != own && system::is_of_same_owner(&entry.path(), own)) {
        // A pipe would have whoever opens it wait, and of a folder only its own file tells that it is a draft.
        let lock = match entry.file_type() {
            Ok(kind) if kind.is_file() => entry.path(),
            Ok(kind) if kind.is_dir() => entry.path().join(LOCK),
            Ok(_) | Err(_) => continue,
        };
        if lock.symlink_metadata().is_ok_and(|metadata| !metadata.is_file()) {
            continue;
        }
        match system::unheld(&lock) {
            // Nobody is at work. It is held until the draft is gone, so that nobody begins to use it meanwhile.
            Ok(Some(_held)) => drop(remove(&entry.path())),
            // A folder that was killed before it had the file is empty; one that is not stays.
            Err(_) => drop(fs::remove_dir(entry.path())),
            Ok(None) => {}
        }
    }
}

/// Six letters or digits behind the prefix, and the ending of a file that was moved aside.
fn is_name_of_draft(name: &str) -> bool {
    let Some(rest) = name.strip_prefix(PREFIX) else { return false };
    let (random, ending) = rest.split_at_checked(RANDOM).unwrap_or((rest, "?"));
    let is_random = random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_random && (ending.is_empty() || LEFTOVERS.contains(&ending))
}

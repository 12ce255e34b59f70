//! All that differs between Unix and Windows, each half beside its counterpart; no other room asks which system it is
//! on.
//!
//! The console of Windows needs nothing here: the standard library hands it UTF-16, and `anstream` tells it to take
//! colours.

mod names;

pub(crate) use here::*;
pub(crate) use names::{is_held, is_out_of_files, is_refused_name, is_reserved, is_same_name, slashed};

#[cfg(unix)]
mod here {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use std::fs::{self, File, Permissions};
    use std::os::unix::fs::{FileExt, MetadataExt, PermissionsExt};
    use std::path::{Path, PathBuf};
    use std::sync::Arc;
    use std::{io, thread};

    /// The path of a file without links.
    pub(crate) fn canonical(path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    /// Whether two paths lead to one file that is there, by links of either kind.
    pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
        let number = |path: &Path| path.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()));
        number(one).is_some_and(|one| Some(one) == number(other))
    }

    /// The permissions with which something is made, before the umask.
    pub(crate) fn permissions(mode: u32) -> Option<Permissions> {
        Some(Permissions::from_mode(mode))
    }

    /// The permissions for the successor of a file: whom a file is run as was said of the one that was there.
    pub(crate) fn handed_on(permissions: &Permissions) -> Permissions {
        Permissions::from_mode(permissions.mode() & 0o777)
    }

    pub(crate) fn is_of_same_owner(one: &Path, other: &Path) -> bool {
        let owner = |path: &Path| path.symlink_metadata().ok().map(|metadata| metadata.uid());
        owner(one) == owner(other)
    }

    /// Tells everybody that a file is in use, as long as it is open.
    pub(crate) fn hold(file: &File) -> io::Result<()> {
        file.lock()
    }

    /// A file that nobody holds, held until it is dropped; `None` = somebody does. A lock ends with its process,
    /// however that ended.
    pub(crate) fn unheld(path: &Path) -> io::Result<Option<File>> {
        let file = File::open(path)?;
        Ok(file.try_lock().is_ok().then_some(file))
    }

    /// Reads from a place in a file, wherever others who have it open read.
    pub(crate) fn read_at(file: &File, buffer: &mut [u8], place: u64) -> io::Result<usize> {
        file.read_at(buffer, place)
    }

    /// Gives a file a second name.
    pub(crate) fn link(file: &Path, name: &Path) -> io::Result<()> {
        fs::hard_link(file, name)
    }

    /// Puts a file in the place of another, in one step.
    pub(crate) fn replace(from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Sees the names in a folder onto the disk. Not every file system can, and who may write in a folder need not be
    /// allowed to open it: what was renamed is in its place all the same.
    pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::InvalidInput) => {
                Ok(())
            }
            synced => synced,
        }
    }

    /// Does something before a signal ends the process, which then ends the way the signal would have had it, so that
    /// the shell sees 130 or 143. Where no thread can be had, a signal ends it at once.
    pub(crate) fn before_signals_end(act: fn()) {
        // A file that grows too large is then an error to be told, not the end of the program.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
        if let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP]) {
            // A thread, as a signal handler may neither lock nor remove a folder.
            let _ = thread::Builder::new().spawn(move || {
                for signal in signals.forever() {
                    act();
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
            });
        }
    }
}

#[cfg(windows)]
mod here {
    use super::names::{is_held, is_same_name, plain};
    use signal_hook::consts::SIGINT;
    use std::fs::{self, File, OpenOptions, Permissions};
    use std::os::windows::fs::{FileExt, OpenOptionsExt};
    use std::path::{Path, PathBuf};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;
    use std::{io, thread};

    /// The right to delete or rename a file.
    const DELETE: u32 = 0x1_0000;

    /// As people write it, and as SQLite takes it in a URI.
    pub(crate) fn canonical(path: &Path) -> io::Result<PathBuf> {
        let path = path.canonicalize()?;
        Ok(path.to_str().and_then(plain).map_or(path, PathBuf::from))
    }

    /// By symbolic links only: the standard library has no number of a file here.
    pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
        let [one, other] = [one, other].map(|path| path.canonicalize().ok());
        one.zip(other).is_some_and(|(one, other)| is_same_name(one.as_os_str(), other.as_os_str()))
    }

    /// What is made has the permissions of its folder.
    pub(crate) fn permissions(_mode: u32) -> Option<Permissions> {
        None
    }

    pub(crate) fn handed_on(permissions: &Permissions) -> Permissions {
        permissions.clone()
    }

    /// Not asked: who may delete a file is said of each folder.
    pub(crate) fn is_of_same_owner(_one: &Path, _other: &Path) -> bool {
        true
    }

    /// That it is open says so: a lock would keep everybody from reading and writing it, SQLite in this process too.
    pub(crate) fn hold(_file: &File) -> io::Result<()> {
        Ok(())
    }

    /// Not held any longer, as a folder in which a file is open cannot be removed; whoever makes a draft has it open at
    /// once.
    pub(crate) fn unheld(path: &Path) -> io::Result<Option<()>> {
        match OpenOptions::new().read(true).share_mode(0).open(path) {
            Err(error) if is_held(&error) => Ok(None),
            opened => opened.map(|_| Some(())),
        }
    }

    /// That a file can be replaced or deleted: whoever has it open allows that. Excel and SQLite do not.
    fn check_free(path: &Path) -> io::Result<()> {
        match OpenOptions::new().access_mode(DELETE).open(path) {
            Err(error) if is_held(&error) => Err(error),
            Ok(_) | Err(_) => Ok(()),
        }
    }

    pub(crate) fn read_at(file: &File, buffer: &mut [u8], place: u64) -> io::Result<usize> {
        file.seek_read(buffer, place)
    }

    /// Not of a file that is not free, as its second name could not be deleted either.
    pub(crate) fn link(file: &Path, name: &Path) -> io::Result<()> {
        check_free(file).and_then(|()| fs::hard_link(file, name))
    }

    /// The system says "access denied" of a file that is not free as well.
    pub(crate) fn replace(from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to).map_err(|error| check_free(to).err().unwrap_or(error))
    }

    /// No folder can be synced here; the file system logs what is renamed.
    pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Only Ctrl-C is a signal here, and without `unsafe` a handler can do no more than raise a flag.
    pub(crate) fn before_signals_end(act: fn()) {
        let _ = thread::Builder::new().spawn(move || {
            let raised = Arc::new(AtomicBool::new(false));
            if signal_hook::flag::register(SIGINT, Arc::clone(&raised)).is_ok() {
                while !raised.load(Ordering::Relaxed) {
                    thread::sleep(Duration::from_millis(50));
                }
                act();
                signal_hook::low_level::exit(130);
            }
        });
    }
}

#[cfg(test)]
#[path = "../tests/unit/system.rs"]
mod tests;

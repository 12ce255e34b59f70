//! Drafts of files and folders, and whole files one at a time.

use super::inputs::{check_name, check_output};
use super::made::{LOCK, builder, drafted, unwritable};
use super::signals::{held_off, remove};
use crate::error::Error;
use crate::system;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, TempDir};

/// What SQLite may leave beside a database, and would take for that of its successor.
pub(crate) const LEFTOVERS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Writes a file in the place of the one that is there. What is no regular file is written to as it is.
pub(crate) fn replace_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    if is_special(path) {
        let file = OpenOptions::new().write(true).open(path).map_err(Error::file("write", path))?;
        return fill_file(&file, path, fill);
    }
    let draft = DraftFile::replacing(path)?;
    fill_file(draft.file.as_file(), path, fill)?;
    draft.replace(&[])
}

/// Writes a file where nothing is.
///
/// # Errors
/// Something is there, if only a symbolic link that leads nowhere, or has come there since; or nothing can have this
/// name.
pub(crate) fn create_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    check_name(path)?;
    if path.symlink_metadata().is_ok() {
        return Err(Error::Occupied(path.to_owned()));
    }
    let draft = beside(path)?;
    fill_file(draft.as_file(), path, fill)?;
    draft.as_file().sync_all().map_err(Error::file("write", path))?;
    draft.persist_noclobber(path).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => Error::Occupied(path.to_owned()),
        _ => Error::file("write", path)(error.error),
    })?;
    sync_folder(parent(path))
}

/// Whether something is there that nothing can take the place of: a pipe, a device, a folder.
pub(super) fn is_special(path: &Path) -> bool {
    let target = followed(path);
    target.exists() && !target.is_file()
}

/// Fills a file; errors name `path`. A reader of a pipe that goes away is no error of the file.
pub(super) fn fill_file(
    file: &File,
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut out = BufWriter::with_capacity(1 << 16, file);
    fill(&mut out).and_then(|()| out.flush().map_err(Error::Output)).map_err(|error| match error {
        Error::Output(source) if source.kind() != io::ErrorKind::BrokenPipe => Error::file("write", path)(source),
        other => other,
    })
}

/// A draft of the file that a path leads to. Dropped, it leaves that file as it is.
pub(crate) struct DraftFile {
    file: NamedTempFile,
    target: PathBuf,
    /// The target as errors call it.
    name: PathBuf,
}

impl DraftFile {
    pub(crate) fn replacing(path: &Path) -> Result<Self, Error> {
        check_output(path)?;
        // A rename would replace a symbolic link itself, and leave what it leads to as it was.
        let target = followed(path);
        Ok(Self { file: beside(&target)?, target, name: path.to_owned() })
    }

    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }

    pub(crate) fn name(&self) -> &Path {
        &self.name
    }

    /// Puts it in its place. What stands beside the target under its name and one of these endings goes with the file
    /// that is replaced.
    pub(crate) fn replace(self, endings: &[&str]) -> Result<(), Error> {
        let failed = |error| Error::file("write", &self.name)(error);
        finish(self.file.as_file(), &self.target).map_err(failed)?;
        let _held = held_off();
        // Moved first, as the new file would be read with them; a name like that of a draft is swept after a kill.
        let beside =
            endings.iter().map(|ending| (with_ending(&self.target, ending), with_ending(self.file.path(), ending)));
        let moved: Vec<_> = beside.filter(|(file, aside)| fs::rename(file, aside).is_ok()).collect();
        // Not with `persist`, which on Windows replaces no file that is open, even if its reader allows it.
        let (_open, path) = self.file.keep().map_err(|error| failed(error.error))?;
        if let Err(error) = system::replace(&path, &self.target) {
            let _ = remove(&path);
            moved.iter().for_each(|(file, aside)| drop(fs::rename(aside, file)));
            return Err(failed(error));
        }
        moved.iter().for_each(|(_, aside)| drop(remove(aside)));
        sync_folder(parent(&self.target))
    }
}

/// The path of what stands beside a file under its name and an ending.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// A folder in the making, and all that is in it.
pub(crate) struct DraftFolder {
    /// Held until the end; where a file that is open cannot be removed, it must be the first to go.
    lock: Option<File>,
    folder: TempDir,
}

impl DraftFolder {
    pub(crate) fn within(folder: &Path) -> Result<Self, Error> {
        Self::made(folder, 0o777)
    }

    /// A folder for what is needed for a while, which nobody else may look into.
    pub(crate) fn private(folder: &Path) -> Result<Self, Error> {
        Self::made(folder, 0o700)
    }

    fn made(folder: &Path, mode: u32) -> Result<Self, Error> {
        let lock = |draft: &TempDir| {
            let path = draft.path().join(LOCK);
            match File::create_new(&path).and_then(|file| system::hold(&file).map(|()| file)) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(unwritable(folder, &error)),
                Ok(file) => Ok(path.exists().then_some(file)),
            }
        };
        let (folder, lock) = drafted(folder, || builder(mode).tempdir_in(folder), lock)?;
        Ok(Self { lock: Some(lock), folder })
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Becomes the folder at a path; false where somebody else has made one there meanwhile.
    pub(super) fn create(&mut self, target: &Path) -> Result<bool, Error> {
        sync_folder(self.path())?;
        // From here to the rename nothing tells that it is a draft, which a kill would leave: nothing else is between
        // them.
        fs::remove_file(self.path().join(LOCK)).map_err(Error::file("write", target))?;
        // Not sooner, or another run could take it; not later, as Windows renames no folder in which a file is open.
        self.lock = None;
        match fs::rename(self.path(), target) {
            Ok(()) => sync_folder(parent(target)).map(|()| true),
            Err(_) if target.is_dir() => Ok(false),
            Err(error) => Err(Error::file("write", target)(error)),
        }
    }
}

/// A temporary file in the folder of the target, with the usual permissions.
pub(crate) fn beside(target: &Path) -> Result<NamedTempFile, Error> {
    // A rename is one step only within a file system, and the temporary folder is often another one.
    draft_file(parent(target), 0o666)
}

/// A file for what is needed for a while, which nobody else may read.
pub(crate) fn scratch_file(folder: &Path) -> Result<NamedTempFile, Error> {
    draft_file(folder, 0o600)
}

fn draft_file(folder: &Path, mode: u32) -> Result<NamedTempFile, Error> {
    let lock = |draft: &NamedTempFile| {
        system::hold(draft.as_file()).map_err(Error::file("lock a draft in", folder))?;
        Ok(draft.path().exists().then_some(()))
    };
    Ok(drafted(folder, || builder(mode).tempfile_in(folder), lock)?.0)
}

/// Gives a draft that is written the permissions of the file that it will replace, and sees it onto the disk.
pub(super) fn finish(draft: &File, target: &Path) -> io::Result<()> {
    if let Ok(metadata) = target.metadata() {
        draft.set_permissions(system::handed_on(&metadata.permissions()))?;
    }
    // Not synced before the rename, a power cut could leave an empty file under the name of the whole one.
    draft.sync_all()
}

/// A rename is durable once its folder is on the disk.
pub(super) fn sync_folder(folder: &Path) -> Result<(), Error> {
    system::sync_folder(folder).map_err(Error::file("write in", folder))
}

pub(crate) fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Where a path leads, also a symbolic link to a file that is not there yet.
pub(crate) fn followed(path: &Path) -> PathBuf {
    match (system::canonical(path), path.read_link()) {
        (Ok(real), _) => real,
        (Err(_), Ok(link)) => path.parent().unwrap_or(Path::new("")).join(link),
        (Err(_), Err(_)) => path.to_owned(),
    }
}

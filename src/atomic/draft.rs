//! One file, or one folder, in the making.

use super::signals::removed_on_signal;
use crate::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

const PREFIX: &str = ".mission-draft-";

/// A file in the making. Dropped, it leaves the target as it is.
pub(crate) struct DraftFile {
    file: NamedTempFile,
    target: PathBuf,
    /// The target as errors call it.
    name: PathBuf,
}

impl DraftFile {
    /// For the file that `path` leads to, also over a symbolic link.
    pub(crate) fn replacing(path: &Path) -> Result<Self, Error> {
        let target = followed(path);
        Ok(Self { file: beside(&target)?, target, name: path.to_owned() })
    }

    /// For a place where nothing is, not even a symbolic link.
    pub(super) fn creating(path: &Path) -> Result<Self, Error> {
        if path.symlink_metadata().is_ok() {
            return Err(Error::Occupied(path.to_owned()));
        }
        Ok(Self { file: beside(path)?, target: path.to_owned(), name: path.to_owned() })
    }

    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }

    pub(crate) fn name(&self) -> &Path {
        &self.name
    }

    /// Puts it in the place of the target.
    pub(crate) fn replace(self) -> Result<(), Error> {
        finish(self.file.as_file(), &self.target).map_err(Error::file("write", &self.name))?;
        self.file.persist(&self.target).map_err(|error| Error::file("write", &self.name)(error.error))?;
        sync_folder(parent(&self.target))
    }

    /// Puts it where nothing is.
    ///
    /// # Errors
    /// Something has come there since.
    pub(super) fn create(self) -> Result<(), Error> {
        self.file.as_file().sync_all().map_err(Error::file("write", &self.name))?;
        self.file.persist_noclobber(&self.target).map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => Error::Occupied(self.name.clone()),
            _ => Error::file("write", &self.name)(error.error),
        })?;
        sync_folder(parent(&self.target))
    }
}

/// As the file itself, whose errors do not name the draft.
impl Write for DraftFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_file_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_file_mut().flush()
    }
}

/// A folder in the making, and all that is in it.
pub(crate) struct DraftFolder {
    folder: TempDir,
    /// Held until the end; a system that cannot lock a folder does not sweep one away either.
    _lock: Option<File>,
}

impl DraftFolder {
    pub(crate) fn within(folder: &Path) -> Result<Self, Error> {
        sweep(folder);
        loop {
            let draft =
                removed_on_signal(|| builder(0o777).tempdir_in(folder)).map_err(|error| unwritable(folder, &error))?;
            let lock = File::open(draft.path()).ok().filter(|file| file.lock().is_ok());
            // Before it was locked, another run may have swept it away.
            if draft.path().exists() {
                return Ok(Self { folder: draft, _lock: lock });
            }
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn create(&self, target: &Path) -> Result<(), Error> {
        sync_folder(self.path())?;
        fs::rename(self.path(), target).map_err(Error::file("write", target))?;
        sync_folder(parent(target))
    }
}

/// A temporary file in the folder of the target, with the usual permissions.
pub(crate) fn beside(target: &Path) -> Result<NamedTempFile, Error> {
    let folder = parent(target);
    sweep(folder);
    loop {
        let draft =
            removed_on_signal(|| builder(0o666).tempfile_in(folder)).map_err(|error| unwritable(folder, &error))?;
        draft.as_file().lock().map_err(Error::file("lock a draft in", folder))?;
        // Before it was locked, another run may have swept it away.
        if draft.path().exists() {
            return Ok(draft);
        }
    }
}

/// Gives a draft that is written the permissions of the file that it will replace, and sees it onto the disk.
pub(super) fn finish(draft: &File, target: &Path) -> io::Result<()> {
    if let Ok(metadata) = target.metadata() {
        draft.set_permissions(metadata.permissions())?;
    }
    draft.sync_all()
}

/// A rename is durable once its folder is on the disk. Not every system can sync a folder, and who may write in one need
/// not be allowed to open it: what was renamed is in its place all the same.
pub(super) fn sync_folder(folder: &Path) -> Result<(), Error> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::InvalidInput) => Ok(()),
        synced => synced.map_err(Error::file("write in", folder)),
    }
}

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

pub(super) fn remove(draft: &Path) -> io::Result<()> {
    fs::remove_file(draft).or_else(|_| fs::remove_dir_all(draft))
}

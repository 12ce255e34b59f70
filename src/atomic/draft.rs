//! Drafts of files and folders, and whole files one at a time.

use super::signals::{remove, removed_on_signal};
use crate::error::Error;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

const PREFIX: &str = ".mission-draft-";

/// Writes a file in the place of the one that is there. What is no regular file is written to as it is.
pub(crate) fn replace_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    if is_special(path) {
        return write_special(path, fill);
    }
    let draft = DraftFile::replacing(path)?;
    fill_file(draft.file.as_file(), path, fill)?;
    draft.replace()
}

/// Writes a file where nothing is.
///
/// # Errors
/// Something is there, if only a symbolic link that leads nowhere, or has come there since.
pub(crate) fn create_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
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

pub(super) fn write_special(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    let file = OpenOptions::new().write(true).open(path).map_err(Error::file("write", path))?;
    fill_file(&file, path, fill)
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

    pub(crate) fn replace(self) -> Result<(), Error> {
        finish(self.file.as_file(), &self.target).map_err(Error::file("write", &self.name))?;
        self.file.persist(&self.target).map_err(|error| Error::file("write", &self.name)(error.error))?;
        sync_folder(parent(&self.target))
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
    // A rename is one step only within a file system, and the temporary folder is often another one.
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
    // Not synced before the rename, a power cut could leave an empty file under the name of the whole one.
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
    // Temporary files are private; these become ordinary ones, for which the umask decides.
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
        // A lock ends with its process, however that ended: who can take it, finds nobody at work.
        if is_draft && File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = remove(&path);
        }
    }
}

//! Whole files, one at a time.

use super::draft::{DraftFile, followed};
use crate::error::Error;
use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes a file in the place of the one that is there. What is no regular file is written to as it is.
pub(crate) fn replace_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    if is_special(path) {
        return write_special(path, fill);
    }
    filled(DraftFile::replacing(path)?, path, fill)?.replace()
}

/// Writes a file where nothing is.
///
/// # Errors
/// Something is there, if only a symbolic link that leads nowhere.
pub(crate) fn create_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    filled(DraftFile::creating(path)?, path, fill)?.create()
}

/// Whether something is there that nothing can take the place of: a pipe, a device, a folder.
pub(super) fn is_special(path: &Path) -> bool {
    let target = followed(path);
    target.exists() && !target.is_file()
}

pub(super) fn write_special(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    let file = OpenOptions::new().write(true).open(path).map_err(Error::file("write", path))?;
    filled(file, path, fill).map(drop)
}

/// What `fill` has written to, with errors that name the file. A reader of a pipe that goes away is no error of the file.
pub(super) fn filled<W: Write>(
    out: W,
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
) -> Result<W, Error> {
    let in_file = |error| match error {
        Error::Output(source) if source.kind() != io::ErrorKind::BrokenPipe => Error::file("write", path)(source),
        other => other,
    };
    let mut out = BufWriter::with_capacity(1 << 16, out);
    fill(&mut out).map_err(in_file)?;
    out.into_inner().map_err(|error| in_file(Error::Output(error.into_error())))
}

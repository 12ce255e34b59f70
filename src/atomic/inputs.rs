//! The files that a command reads: no output ever takes the place of one of them, whatever either is called.

use super::draft::{followed, parent};
use crate::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

static INPUTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Notes that a file is read.
pub(crate) fn note_input(path: &Path) {
    if let (Ok(mut inputs), Ok(path)) = (INPUTS.lock(), path.canonicalize())
        && !inputs.contains(&path)
    {
        inputs.push(path);
    }
}

/// # Errors
/// What would be replaced is a file that is read, may not be written to, or is a link that leads round in a circle.
pub(crate) fn check_output(path: &Path) -> Result<(), Error> {
    let target = followed(path);
    match target.metadata() {
        Ok(metadata) if metadata.is_file() && metadata.permissions().readonly() => {
            return Err(Error::ReadOnly(path.to_owned()));
        }
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(Error::file("write", path)(error)),
        Ok(_) | Err(_) => {}
    }
    let is_read = INPUTS.lock().is_ok_and(|inputs| inputs.iter().any(|input| is_same(input, &target)));
    if is_read { Err(Error::OverInput(path.to_owned())) } else { Ok(()) }
}

/// Whether two paths are those of one file, also of one that is not there yet.
pub(crate) fn same_place(one: &Path, other: &Path) -> bool {
    let [one, other] = [followed(one), followed(other)];
    let place = |path: &Path| Some((followed(parent(path)), path.file_name()?.to_owned()));
    is_same(&one, &other) || place(&one).is_some_and(|one| Some(one) == place(&other))
}

/// Whether two paths lead to one file, by links of either kind.
fn is_same(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let number = |path: &Path| path.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()));
        number(one).is_some_and(|one| Some(one) == number(other))
    }
    #[cfg(not(unix))]
    {
        one == other
    }
}

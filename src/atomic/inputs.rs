//! The files that a command reads: no output ever takes the place of one of them, whatever either is called.

use super::draft::{followed, parent};
use crate::error::Error;
use crate::system::{canonical, is_refused_name, is_same, is_same_name};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

static INPUTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Notes that a file is read.
pub(crate) fn note_input(path: &Path) {
    if let (Ok(mut inputs), Ok(path)) = (INPUTS.lock(), canonical(path))
        && !inputs.contains(&path)
    {
        inputs.push(path);
    }
}

/// # Errors
/// What would be replaced is a file that is read, may not be written to, or is a link that leads round in a circle; or
/// nothing can have this name.
pub(crate) fn check_output(path: &Path) -> Result<(), Error> {
    check_name(path)?;
    let target = followed(path);
    match target.metadata() {
        Ok(metadata) if metadata.is_file() && metadata.permissions().readonly() => {
            let hint = "allow writing to it, or name another file; nothing was written";
            return Err(Error::usage(format!("{} may only be read", path.display()), hint));
        }
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(Error::file("write", path)(error)),
        Ok(_) | Err(_) => {}
    }
    let is_read = INPUTS.lock().is_ok_and(|inputs| inputs.iter().any(|input| is_same(input, &target)));
    if is_read { Err(Error::OverInput(path.to_owned())) } else { Ok(()) }
}

/// # Errors
/// The system would make something else of such a name.
pub(super) fn check_name(path: &Path) -> Result<(), Error> {
    let told = || format!("Windows takes {} for something else", path.display());
    if is_refused_name(path) { Err(Error::usage(told(), "name it otherwise; nothing was written")) } else { Ok(()) }
}

/// Whether two paths are those of one file, also of one that is not there yet.
pub(crate) fn same_place(one: &Path, other: &Path) -> bool {
    let [one, other] = [followed(one), followed(other)];
    let is_same_place = || {
        let names = one.file_name().zip(other.file_name());
        names.is_some_and(|(one, other)| is_same_name(one, other))
            && is_same(&followed(parent(&one)), &followed(parent(&other)))
    };
    is_same(&one, &other) || is_same_place()
}

//! What names mean on Windows, and what errors of the system do.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

/// A path of Windows without the `\\?\` that the system puts before what it has looked up; `None` = it cannot do
/// without.
#[cfg(any(windows, test))]
pub(super) fn plain(path: &str) -> Option<String> {
    // From so many letters on (MAX_PATH).
    const LONG: usize = 260;
    let plain = match path.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!(r"\\{share}"),
        None => path.strip_prefix(r"\\?\").filter(|rest| rest.as_bytes().get(1) == Some(&b':'))?.to_owned(),
    };
    (plain.len() < LONG).then_some(plain)
}

/// Whether Windows takes a name for a device, with any ending, or drops its end.
pub(crate) fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let is_numbered = |stem: &str| matches!(stem.as_bytes(), [b'1'..=b'9']) || matches!(stem, "¹" | "²" | "³");
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&stem.as_str())
        || port.is_some_and(is_numbered)
        || name.ends_with(['.', ' '])
}

/// Whether a file could not be opened or replaced because another program has it open, as Excel does on Windows
/// (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION).
pub(crate) fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && is_code_of_held(error.raw_os_error())
}

pub(super) fn is_code_of_held(code: Option<i32>) -> bool {
    matches!(code, Some(32 | 33))
}

/// Whether a file could not be opened because this process or the system has as many open as it may (EMFILE, ENFILE).
pub(crate) fn is_out_of_files(error: &io::Error) -> bool {
    cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24))
}

/// Whether this system would make something else of the name of a file.
pub(crate) fn is_refused_name(path: &Path) -> bool {
    cfg!(windows) && path.file_name().is_some_and(|name| is_reserved(&name.to_string_lossy()))
}

/// Whether two names in one folder are those of one file.
pub(crate) fn is_same_name(one: &OsStr, other: &OsStr) -> bool {
    let folded = |name: &OsStr| name.to_string_lossy().to_lowercase();
    one == other || (cfg!(windows) && folded(one) == folded(other))
}

/// A path as URIs have it.
pub(crate) fn slashed(path: &Path) -> Vec<u8> {
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    bytes.map(|byte| if cfg!(windows) && *byte == b'\\' { b'/' } else { *byte }).collect()
}

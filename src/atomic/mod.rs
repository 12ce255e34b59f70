//! Writing that is seen whole or not at all: beside the target, synced, then renamed. A draft is locked while somebody
//! writes it and never left behind: it is removed when it is dropped, when a signal ends the process, and, after a
//! kill, by the next run in that folder.

mod draft;
mod set;
mod signals;

pub(crate) use draft::{DraftFile, DraftFolder, beside, create_file, followed, parent, replace_file};
pub(crate) use set::DraftSet;

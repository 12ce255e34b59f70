//! Writing that is seen whole or not at all: beside the target, synced, then renamed. A draft is locked while somebody
//! writes it and never left behind: it is removed when it is dropped, when a signal ends the process, and, after a
//! kill, by the next run in that folder.

mod draft;
mod inputs;
mod made;
mod set;
mod signals;

pub(crate) use draft::{
    DraftFile, DraftFolder, LEFTOVERS, create_file, followed, parent, replace_file, scratch_file, with_ending,
};
pub(crate) use inputs::{check_output, note_input, same_place};
pub(crate) use set::DraftSet;

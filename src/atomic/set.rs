//! Several files of one folder, of which all are replaced or none.

use super::draft::{DraftFolder, fill_file, finish, followed, is_special, parent, sync_folder};
use super::inputs::{check_name, check_output};
use super::signals;
use crate::error::Error;
use crate::system;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Files in the making. Dropped, the set leaves everything as it is. A kill amid [`DraftSet::finish`] can leave some
/// files new and others old, each of them whole; a signal waits.
pub(crate) struct DraftSet {
    folder: PathBuf,
    /// The folder is not there yet, and its draft becomes it as a whole.
    is_new: bool,
    /// For each folder that a target is in (the folder itself, and where symbolic links in it lead), a draft folder on
    /// the same file system.
    homes: Vec<(PathBuf, DraftFolder)>,
    files: Vec<Member>,
}

struct Member {
    draft: PathBuf,
    target: PathBuf,
    /// The target as errors call it.
    name: PathBuf,
    /// Where the replaced file is until all are in their places.
    old: PathBuf,
}

impl DraftSet {
    pub(crate) fn of(folder: &Path) -> Result<Self, Error> {
        check_name(folder)?;
        let is_new = !folder.exists();
        let home = DraftFolder::within(if is_new { parent(folder) } else { folder })?;
        Ok(Self { folder: folder.to_owned(), is_new, homes: vec![(folder.to_owned(), home)], files: Vec::new() })
    }

    /// Writes one more file of the set.
    ///
    /// # Errors
    /// What is there is no regular file in this folder; or it cannot be written.
    pub(crate) fn add(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let path = self.folder.join(name);
        let target = followed(&path);
        if !self.is_new && !existing(&target).starts_with(followed(&self.folder)) {
            let told = format!("{} is a link that leads out of {}", path.display(), self.folder.display());
            return Err(Error::usage(told, "remove the link, or name another folder; nothing was written"));
        }
        // Whoever writes into a pipe waits for a reader.
        if is_special(&target) {
            return Err(Error::file("replace", &path)(io::Error::other("it is no file")));
        }
        check_output(&path)?;
        let home = self.home_of(&target)?;
        let member = Member { draft: home.join(name), old: home.join(format!("{name}.old")), target, name: path };
        let draft = made(&member.draft).map_err(Error::file("write", &member.name))?;
        fill_file(&draft, &member.name, fill)?;
        finish(&draft, &member.target).map_err(Error::file("write", &member.name))?;
        // Of two files with one name, the later one counts.
        self.files.retain(|file| file.draft != member.draft);
        self.files.push(member);
        Ok(())
    }

    fn home_of(&mut self, target: &Path) -> Result<PathBuf, Error> {
        let folder = existing(target);
        if let Some((_, home)) = self.homes.iter().find(|(of, _)| self.is_new || followed(of) == folder) {
            return Ok(home.path().to_owned());
        }
        let home = DraftFolder::within(&folder)?;
        let path = home.path().to_owned();
        self.homes.push((folder, home));
        Ok(path)
    }

    pub(crate) fn finish(mut self) -> Result<(), Error> {
        let _held = signals::held_off();
        if self.is_new {
            for (folder, home) in &mut self.homes {
                if home.create(folder)? {
                    return Ok(());
                }
            }
        }
        for (index, file) in self.files.iter().enumerate() {
            if let Err(error) = file.put() {
                self.files[..index].iter().rev().for_each(Member::take_back);
                return Err(Error::file("write", &file.name)(error));
            }
        }
        let folders: BTreeSet<_> = self.files.iter().map(|file| parent(&file.target)).collect();
        folders.into_iter().try_for_each(sync_folder)?;
        self.homes.iter().try_for_each(|(folder, _)| sync_folder(folder))
    }
}

/// The nearest folder above a file that is there already.
fn existing(target: &Path) -> PathBuf {
    let mut folder = parent(target);
    while !folder.exists() && parent(folder) != folder {
        folder = parent(folder);
    }
    followed(folder)
}

/// Makes a file in a draft folder, or in a folder in it, but not while a signal has that folder removed.
fn made(draft: &Path) -> io::Result<File> {
    let _held = signals::held_off();
    // Not those above it: the draft folder itself is gone where a signal had it removed.
    if !parent(draft).exists() {
        fs::create_dir(parent(draft))?;
    }
    File::create(draft)
}

impl Member {
    fn put(&self) -> io::Result<()> {
        fs::create_dir_all(parent(&self.target))?;
        // Moved away, the old file would leave its place empty for a moment; a link keeps it in both.
        match system::link(&self.target, &self.old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            // Not every file system has hard links.
            Err(_) => drop(fs::copy(&self.target, &self.old)?),
            Ok(()) => {}
        }
        system::replace(&self.draft, &self.target)
    }

    /// Puts back what was there. Where even that fails, nothing better can be done.
    fn take_back(&self) {
        let _ = if self.old.exists() { fs::rename(&self.old, &self.target) } else { fs::remove_file(&self.target) };
    }
}

#[cfg(test)]
#[path = "../../tests/unit/atomic_set.rs"]
mod tests;

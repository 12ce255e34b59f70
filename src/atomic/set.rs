//! Several files of one folder, of which all are replaced or none.

use super::draft::{DraftFolder, fill_file, finish, followed, is_special, parent, sync_folder, write_special};
use super::signals;
use crate::error::Error;
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
        let is_new = !folder.exists();
        let home = DraftFolder::within(if is_new { parent(folder) } else { folder })?;
        Ok(Self { folder: folder.to_owned(), is_new, homes: vec![(folder.to_owned(), home)], files: Vec::new() })
    }

    /// Writes one more file of the set. What is no regular file is written to as it is, and at once.
    pub(crate) fn add(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let path = self.folder.join(name);
        if is_special(&path) {
            return write_special(&path, fill);
        }
        let target = followed(&path);
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
        let folder = followed(parent(target));
        if let Some((_, home)) = self.homes.iter().find(|(of, _)| followed(of) == folder) {
            return Ok(home.path().to_owned());
        }
        let home = DraftFolder::within(&folder)?;
        let path = home.path().to_owned();
        self.homes.push((folder, home));
        Ok(path)
    }

    pub(crate) fn finish(self) -> Result<(), Error> {
        let _held = signals::held_off();
        if self.is_new {
            return self.homes.iter().try_for_each(|(folder, home)| home.create(folder));
        }
        for (index, file) in self.files.iter().enumerate() {
            if let Err(error) = file.put() {
                self.files[..index].iter().rev().for_each(Member::take_back);
                return Err(Error::file("write", &file.name)(error));
            }
        }
        self.homes.iter().try_for_each(|(folder, _)| sync_folder(folder))
    }
}

/// Makes a file in a draft folder, but not while a signal has that folder removed.
fn made(draft: &Path) -> io::Result<File> {
    let _held = signals::held_off();
    File::create(draft)
}

impl Member {
    fn put(&self) -> io::Result<()> {
        // Moved away, the old file would leave its place empty for a moment; a link keeps it in both.
        match fs::hard_link(&self.target, &self.old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            // Not every file system has hard links.
            Err(_) => drop(fs::copy(&self.target, &self.old)?),
            Ok(()) => {}
        }
        fs::rename(&self.draft, &self.target)
    }

    /// Puts back what was there. Where even that fails, nothing better can be done.
    fn take_back(&self) {
        let _ = if self.old.exists() { fs::rename(&self.old, &self.target) } else { fs::remove_file(&self.target) };
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::DraftSet;
    use crate::error::Error;
    use std::fs;
    use std::path::Path;

    /// What is in a folder: `a=text` for a file, `a=` for a folder.
    fn files(folder: &Path) -> Vec<String> {
        let text = |path: &Path| fs::read_to_string(path).unwrap_or_default();
        let paths = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> =
            paths.map(|path| format!("{}={}", path.file_name().unwrap().display(), text(&path))).collect();
        files.sort();
        files
    }

    /// A set of three files of which each says `new`.
    fn set(folder: &Path) -> DraftSet {
        let mut set = DraftSet::of(folder).unwrap();
        for name in ["a", "b", "c"] {
            set.add(name, |out| out.write_all(b"new").map_err(Error::Output)).unwrap();
        }
        set
    }

    #[test]
    fn nothing_is_in_its_place_before_all_are_finished() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("folder");
        let new_folder = set(&folder);
        assert!(!folder.exists());
        new_folder.finish().unwrap();
        let all_new = ["a=new", "b=new", "c=new"];
        assert_eq!(files(&folder), all_new);
        fs::write(folder.join("b"), "old").unwrap();
        drop(set(&folder));
        assert_eq!(files(&folder)[1], "b=old");
        set(&folder).finish().unwrap();
        assert_eq!(files(&folder), all_new);
        assert_eq!(files(place.path()), ["folder="], "no draft is left");
    }

    #[test]
    fn when_one_file_cannot_be_put_in_its_place_all_are_as_they_were() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("b"), "old").unwrap();
        let set = set(place.path());
        fs::create_dir(place.path().join("c")).unwrap();
        let error = set.finish().unwrap_err().to_string();
        assert!(error.starts_with(&format!("cannot write {}: ", place.path().join("c").display())), "{error}");
        assert_eq!(files(place.path()), ["b=old", "c="]);
    }

    #[test]
    fn when_one_file_cannot_be_written_nothing_is_replaced() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("a"), "old").unwrap();
        let mut set = set(place.path());
        let full = || Err(Error::Output(std::io::ErrorKind::StorageFull.into()));
        let error = set.add("d", |_| full()).unwrap_err().to_string();
        drop(set);
        assert!(error.starts_with(&format!("cannot write {}: ", place.path().join("d").display())), "{error}");
        assert_eq!(files(place.path()), ["a=old"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_a_file_keeps_its_permissions() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (place, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(elsewhere.path().join("file"), "old").unwrap();
        fs::set_permissions(elsewhere.path().join("file"), PermissionsExt::from_mode(0o600)).unwrap();
        symlink(elsewhere.path().join("file"), place.path().join("b")).unwrap();
        set(place.path()).finish().unwrap();
        assert!(place.path().join("b").symlink_metadata().unwrap().is_symlink());
        assert_eq!(files(elsewhere.path()), ["file=new"]);
        assert_eq!(elsewhere.path().join("file").metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

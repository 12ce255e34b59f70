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
    let place = tempfile::tempdir().unwrap();
    let below = place.path().join("below");
    fs::create_dir(&below).unwrap();
    fs::write(below.join("file"), "old").unwrap();
    fs::set_permissions(below.join("file"), PermissionsExt::from_mode(0o600)).unwrap();
    symlink("below/file", place.path().join("b")).unwrap();
    set(place.path()).finish().unwrap();
    assert!(place.path().join("b").symlink_metadata().unwrap().is_symlink());
    assert_eq!(files(&below), ["file=new"]);
    assert_eq!(below.join("file").metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

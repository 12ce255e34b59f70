use super::names::{is_code_of_held, is_reserved, plain};

#[test]
fn names_of_devices_are_reserved_whatever_they_end_in() {
    let reserved =
        ["con", "CON.csv", "Nul", "aux.tar.gz", "prn .csv", "com1", "LPT9.txt", "com¹", "CONIN$", "a.", "b "];
    assert!(reserved.iter().all(|name| is_reserved(name)));
    let others = ["", "console.csv", "com", "com0", "com10", "lpt.csv", "a.con", "nul-2026", "conf.csv", ".con"];
    assert_eq!(others.iter().find(|name| is_reserved(name)), None);
}

#[test]
fn a_path_is_as_people_write_it_where_it_can_be() {
    assert_eq!(plain(r"\\?\C:\data\a.csv"), Some(r"C:\data\a.csv".to_owned()));
    assert_eq!(plain(r"\\?\UNC\server\share\a.csv"), Some(r"\\server\share\a.csv".to_owned()));
    for needed in [r"\\?\Volume{4c1b02c4}\a.csv", r"C:\data", &format!(r"\\?\C:\{}", "long".repeat(65))] {
        assert_eq!(plain(needed), None, "{needed}");
    }
}

#[test]
fn two_codes_say_that_another_program_has_a_file_open() {
    let held: Vec<_> = (0..100).filter(|code| is_code_of_held(Some(*code))).collect();
    assert_eq!((held, is_code_of_held(None)), (vec![32, 33], false));
}

/// As Excel opens a file: nobody else may write to it.
#[cfg(windows)]
#[test]
fn a_file_that_is_open_in_excel_is_left_alone_and_that_is_said() {
    use crate::atomic::{DraftSet, replace_file};
    use std::fs::{self, OpenOptions};
    use std::os::windows::fs::OpenOptionsExt;
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("a.csv");
    fs::write(&path, "old").unwrap();
    let excel = OpenOptions::new().read(true).write(true).share_mode(1).open(&path).unwrap();
    let mut set = DraftSet::of(place.path()).unwrap();
    set.add("a.csv", |out| out.write_all(b"new").map_err(crate::error::Error::Output)).unwrap();
    let expected = format!("cannot write {}: it is open in another program (Excel?)", path.display());
    for error in [replace_file(&path, |_| Ok(())), set.finish()] {
        let error = error.unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.hint().as_deref(), Some("close it there and try again"));
    }
    drop(excel);
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(place.path().read_dir().unwrap().count(), 1);
    replace_file(&path, |out| out.write_all(b"new").map_err(crate::error::Error::Output)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
}

//! What only Windows does: names of devices, files that are open in another program, Ctrl-C that is no signal.
#![cfg(windows)]

use crate::harness::{Place, Ran, native};
use std::fs::{self, OpenOptions};
use std::os::windows::fs::OpenOptionsExt;

/// Others may read a file that is open so, as one in Excel.
const MAY_BE_READ: u32 = 1;

#[test]
fn the_name_of_a_device_is_refused() {
    let place = Place::with_seed();
    for (arguments, name) in [
        (&["export", "claims", "-o", "CON.csv"][..], "CON.csv"),
        (&["export", "claims", "-f", "csv", "-o", "claims."], "claims."),
        (&["export", "--to", "aux"], "aux"),
        (&["init", "--db", "nul.db"], "nul.db"),
        (&["new", "prn"], "prn"),
        (&["new", "com1.xlsx"], "com1.xlsx"),
    ] {
        let expected =
            format!("error: Windows takes {name} for something else\n  hint: name it otherwise; nothing was written\n");
        assert_eq!(place.run(arguments), Ran::failed(2, &expected), "{arguments:?}");
    }
    assert_eq!(place.path("").read_dir().unwrap().count(), 1);
}

#[test]
fn a_file_that_is_open_in_another_program_is_left_alone() {
    let place = Place::with_seed();
    for name in ["claims.csv", "all.xlsx", "mission.db"] {
        if name != "mission.db" {
            fs::write(place.path(name), "old").unwrap();
        }
        let old = fs::read(place.path(name)).unwrap();
        let open = OpenOptions::new().read(true).write(true).share_mode(MAY_BE_READ).open(place.path(name)).unwrap();
        let ran = match name {
            "mission.db" => place.run(&["init", "-q"]),
            _ => place.run(&["export", if name == "all.xlsx" { "--plain" } else { "claims" }, "-o", name]),
        };
        let expected = format!(
            "error: cannot write {name}: it is open in another program (Excel?)\n  hint: close it there and try again\n"
        );
        assert_eq!(ran, Ran::failed(2, &expected), "{name}");
        drop(open);
        assert_eq!(fs::read(place.path(name)).unwrap(), old);
    }
    assert_eq!(place.path("").read_dir().unwrap().count(), 3);
}

#[test]
fn a_file_that_nobody_else_may_read_now_is_called_so() {
    let place = Place::with_copy_of_seed();
    let _open = OpenOptions::new().read(true).share_mode(0).open(place.path("data/claims.csv")).unwrap();
    let ran = place.run(&["init", "data"]);
    let expected = format!(
        "error: cannot read {}: it is open in another program (Excel?)\n  hint: close it there and try again\n",
        native("data/claims.csv")
    );
    assert_eq!(ran, Ran::failed(2, &expected));
}

//! `mission new`.

use crate::harness::{Place, Ran, golden, root};
use crate::workbook::described;
use mission::model::Table;
use std::fs;

fn names(place: &Place, folder: &str) -> Vec<String> {
    let entries = place.path(folder).read_dir().unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn wrote(place: &str, what: &str) -> Ran {
    Ran {
        stderr: format!("wrote {place}: {what}\nfill it in, then run `mission init {place}`\n"),
        ..Ran::printed(0, "")
    }
}

#[test]
fn a_new_data_folder_holds_the_header_of_every_table_and_a_readme_that_explains_them() {
    let place = Place::empty();
    assert_eq!(
        place.run(&["new", "data"]),
        wrote("data", &format!("{} tables with their columns, and a README.md", Table::ALL.len()))
    );
    golden("new/README.md", &fs::read_to_string(place.path("data/README.md")).unwrap());
    for table in Table::ALL {
        let name = format!("{}.csv", table.name());
        let of_seed = fs::read_to_string(root().join("seed").join(&name)).unwrap();
        // The regions and the usual categories are those of every mission.
        let is_filled = matches!(table, Table::Region | Table::Category);
        let expected = if is_filled { of_seed } else { format!("{}\n", of_seed.lines().next().unwrap()) };
        assert_eq!(fs::read_to_string(place.path("data").join(&name)).unwrap(), expected, "{name}");
    }
    assert_eq!(names(&place, "data").len(), Table::ALL.len() + 1);
    assert_eq!(names(&place, ""), ["data"], "no draft is left");
}

#[test]
fn a_new_data_folder_is_loaded_as_it_is_with_no_rows_in_it() {
    let place = Place::empty();
    assert_eq!(place.run(&["new", "-q", "data"]), Ran::printed(0, ""));
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    for table in Table::ALL {
        let rows = match table {
            Table::Region => "3",
            Table::Category => "4",
            _ => "0",
        };
        assert_eq!(place.ask(&format!("SELECT count(*) FROM {}", table.name())), rows, "{}", table.name());
    }
    assert_eq!(place.run(&["export", "--to", "again"]), Ran::printed(0, ""));
    let mut expected = names(&place, "data").split_off(1);
    expected.extend(["datapackage.json", "derived", "views.sql"].map(str::to_owned));
    expected.sort();
    assert_eq!(names(&place, "again"), expected, "all but the README.md, and what describes them and comes of them");
}

#[test]
fn an_empty_folder_is_filled_also_the_one_that_the_shell_is_in() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    let output = place.command().args(["new", "."]).current_dir(place.path("data")).output().unwrap();
    assert_eq!(
        Ran::from(output),
        wrote(".", &format!("{} tables with their columns, and a README.md", Table::ALL.len()))
    );
    assert_eq!(names(&place, "data").len(), Table::ALL.len() + 1, "no draft is left");
}

#[test]
fn a_draft_that_a_killed_program_left_is_removed() {
    let place = Place::empty();
    fs::create_dir(place.path(".mission-draft-a1B2c3")).unwrap();
    fs::write(place.path(".mission-draft-a1B2c3/claims.csv"), "").unwrap();
    fs::write(place.path(".mission-draft-a1B2c3/.mission-lock"), "").unwrap();
    fs::write(place.path(".mission-draft-d4E5f6-wal"), "").unwrap();
    // What is only called like one is somebody's own.
    fs::create_dir(place.path(".mission-draft-notes1")).unwrap();
    fs::write(place.path(".mission-draft-notes1/notes"), "").unwrap();
    fs::write(place.path(".mission-draft-letter.txt"), "").unwrap();
    assert_eq!(place.run(&["new", "-q", "data"]), Ran::printed(0, ""));
    assert_eq!(names(&place, ""), [".mission-draft-letter.txt", ".mission-draft-notes1", "data"]);
}

#[test]
fn what_is_already_there_stays_as_it_is() {
    let place = Place::empty();
    fs::create_dir(place.path("full")).unwrap();
    fs::write(place.path("full/notes"), "mine").unwrap();
    fs::write(place.path("file"), "mine").unwrap();
    fs::write(place.path("file.xlsx"), "mine").unwrap();
    fs::create_dir(place.path("folder.xlsx")).unwrap();
    for name in ["full", "file", "file.xlsx", "folder.xlsx"] {
        let message = format!(
            "error: {name} is already there; it stays as it is\n  \
             hint: name one that is not there yet, or a folder that is empty\n"
        );
        assert_eq!(place.run(&["new", name]), Ran::failed(2, &message));
    }
    assert_eq!(names(&place, ""), ["file", "file.xlsx", "folder.xlsx", "full"]);
    assert_eq!(names(&place, "full"), ["notes"]);
    for name in ["file", "file.xlsx"] {
        assert_eq!(fs::read_to_string(place.path(name)).unwrap(), "mine");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_something_that_is_there() {
    let place = Place::empty();
    std::os::unix::fs::symlink(place.path("nowhere"), place.path("link")).unwrap();
    assert_eq!(place.run(&["new", "-q", "link"]).code, Some(2));
    assert_eq!(names(&place, ""), ["link"]);
}

#[cfg(unix)]
#[test]
fn a_new_data_folder_has_the_usual_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::empty();
    fs::create_dir(place.path("other")).unwrap();
    fs::write(place.path("other/file"), "").unwrap();
    place.run(&["new", "-q", "data"]);
    let mode = |name| fs::metadata(place.path(name)).unwrap().permissions().mode();
    assert_eq!(mode("data"), mode("other"));
    assert_eq!(mode("data/claims.csv"), mode("other/file"));
}

#[test]
fn a_name_that_is_not_that_of_a_data_folder_is_refused_with_a_hint() {
    let place = Place::empty();
    for name in ["data.xls", "data.ods", "data.CSV", "mission.db"] {
        let message = format!(
            "error: {name} would be no data folder\n  \
             hint: leave out the ending for a folder, or write .xlsx for a workbook\n"
        );
        assert_eq!(place.run(&["new", name]), Ran::failed(2, &message));
    }
    let message = "error: new takes no -o and no -f\n  hint: name what to write as in `mission new my-data`\n";
    assert_eq!(place.run(&["new", "data", "-f", "csv"]), Ran::failed(2, message));
    assert_eq!(place.run(&["new", "data", "-o", "data.csv"]), Ran::failed(2, message));
    assert_eq!(place.run(&["new", "data", "-o", "-"]), Ran::failed(2, message));
    let message = "error: cannot write in nowhere: there is no such folder\n";
    assert_eq!(place.run(&["new", "nowhere/data"]), Ran::failed(2, message));
    assert_eq!(place.run(&["new", "nowhere/data.xlsx"]), Ran::failed(2, message));
    assert_eq!(names(&place, ""), [""; 0]);
    assert_eq!(place.run(&["new", "-q", "mission-2026.10"]).code, Some(0), "a dot makes no ending");
}

#[test]
fn a_new_workbook_has_a_sheet_per_table_with_notes_lists_and_formats() {
    let place = Place::empty();
    assert_eq!(
        place.run(&["new", "data.xlsx"]),
        wrote("data.xlsx", &format!("{} sheets with their columns, and a README", Table::ALL.len()))
    );
    golden("new/workbook.txt", &described(&place.path("data.xlsx")));
    assert_eq!(names(&place, ""), ["data.xlsx"], "no draft is left");
}

#[test]
fn a_new_workbook_has_the_same_bytes_every_time() {
    let place = Place::empty();
    for name in ["one.xlsx", "two.XLSX"] {
        assert_eq!(place.run(&["new", "-q", name]), Ran::printed(0, ""));
    }
    assert_eq!(fs::read(place.path("one.xlsx")).unwrap(), fs::read(place.path("two.XLSX")).unwrap());
}

/// The same mission as a folder and as a workbook, with each verdict that a first example may have.
#[test]
fn the_example_shows_verdicts_and_what_may_be_left_out() {
    let place = Place::empty();
    let verdicts = ["try", "try.xlsx"].map(|data| {
        let ran = place.run(&["new", data, "--example"]);
        assert!(ran.stderr.ends_with(&format!("look at it, then run `mission init {data}`\n")), "{}", ran.stderr);
        let ran = place.run(&["init", data]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        assert!(!ran.stderr.contains("notice["), "{}", ran.stderr);
        assert_eq!(place.run(&["check"]).code, Some(1));
        place.ask("SELECT claim_id, verdict FROM claim_verdicts ORDER BY 1")
    });
    assert_eq!(verdicts[0], verdicts[1]);
    let expected = [
        "agreements,conflicting",
        "agreements-newspaper,conflicting",
        "companies,conditional",
        "companies-brussels,unverified",
        "companies-expected,unverified",
        "companies-flanders,conditional",
        "companies-wallonia,unverified",
        "people,supported",
        "people-of-the-agency,unverified",
        "universities,refuted",
    ];
    assert_eq!(verdicts[0].lines().collect::<Vec<_>>(), expected);
}

//! The old database stays whole whatever ends the new one, and nothing is left behind.

use crate::harness::{Place, Ran, native};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;

/// A copy of the seed with so many participants that loading them takes a while.
fn place_with_much_to_load() -> Place {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    let rows: String =
        (0..60_000).map(|n| format!("usa-west-2025,p{n},Company {n},company,,flemish-report\n")).collect();
    let header = "mission_id,participant_id,name,category_id,region_id,source_id\n";
    fs::write(place.path("data/participants.csv"), format!("{header}{rows}")).unwrap();
    let parties = "mission_id,agreement_id,party,country,participant_id\n";
    fs::write(place.path("data/agreement_parties.csv"), parties).unwrap();
    place
}

fn start(place: &Place) -> Child {
    let mut command = place.command();
    command.args(["init", "data", "-q"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn drafts(place: &Place) -> usize {
    let names = place.path("").read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".mission-draft-")).count()
}

fn is_sound(place: &Place) -> bool {
    let conn = rusqlite::Connection::open(place.path("mission.db")).unwrap();
    let answer: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    answer == "ok"
}

/// `KILLS=200 cargo test interrupted` makes a longer run.
#[test]
fn a_kill_at_any_moment_leaves_the_old_database_or_the_new_one() {
    let place = place_with_much_to_load();
    let old = fs::read(place.path("mission.db")).unwrap();
    let kills: u64 = std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(15);
    let mut seen_old = 0;
    for kill in 0..kills {
        let mut child = start(&place);
        std::thread::sleep(Duration::from_millis(kill * 7919 % 700));
        let ended_by_itself = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(is_sound(&place), "kill {kill}");
        let now = fs::read(place.path("mission.db")).unwrap();
        if now == old {
            assert!(!ended_by_itself, "kill {kill}: done, and the database is the old one");
            seen_old += 1;
        } else {
            assert_eq!(place.ask("SELECT count(*) FROM participants"), "60000", "kill {kill}");
            fs::write(place.path("mission.db"), &old).unwrap();
        }
        assert!(drafts(&place) <= 1, "kill {kill}: the drafts of earlier runs are cleaned up");
    }
    assert!(seen_old > 0);
    assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    assert_eq!(drafts(&place), 0);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_the_program_as_it_should_and_removes_the_draft() {
    use std::os::unix::process::ExitStatusExt;
    let place = place_with_much_to_load();
    let old = fs::read(place.path("mission.db")).unwrap();
    for (name, number) in [("INT", 2), ("TERM", 15)] {
        let mut child = start(&place);
        while drafts(&place) == 0 {
            assert_eq!(child.try_wait().unwrap(), None);
        }
        std::thread::sleep(Duration::from_millis(50));
        let sent = std::process::Command::new("kill").args(["-s", name, &child.id().to_string()]).status();
        assert!(sent.unwrap().success());
        assert_eq!(child.wait().unwrap().signal(), Some(number));
        assert_eq!(drafts(&place), 0);
        assert_eq!(fs::read(place.path("mission.db")).unwrap(), old);
    }
}

#[test]
fn two_programs_that_build_at_once_do_not_disturb_each_other() {
    let place = place_with_much_to_load();
    let children: Vec<Child> = (0..3).map(|_| start(&place)).collect();
    for mut child in children {
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    assert!(is_sound(&place));
    assert_eq!(place.ask("SELECT count(*) FROM participants"), "60000");
    assert_eq!(drafts(&place), 0);
}

// On Windows, SQLite keeps others from replacing a file that it has open: see windows.rs.
#[cfg(unix)]
#[test]
fn a_reader_keeps_the_file_that_it_opened() {
    let place = Place::with_seed();
    let reader = rusqlite::Connection::open(place.path("mission.db")).unwrap();
    let count = || reader.query_row("SELECT count(*) FROM missions", [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count(), 1);
    let examples = crate::harness::root().join("examples/belgian-missions");
    assert_eq!(place.run(&["init", "-q", examples.to_str().unwrap()]).code, Some(0));
    assert_eq!(count(), 1);
    assert_eq!(place.ask("SELECT count(*) FROM missions"), "18");
}

#[cfg(unix)]
#[test]
fn a_database_that_does_not_fit_leaves_the_old_one_and_says_so() {
    let place = Place::with_seed();
    let old = fs::read(place.path("mission.db")).unwrap();
    let program = env!("CARGO_BIN_EXE_mission");
    for kilobytes in [0, 8, 60, 120] {
        let limited = format!("ulimit -f {kilobytes}; exec {program} init -q");
        let output = std::process::Command::new("bash").args(["-c", &limited]).current_dir(place.path("")).output();
        let output = output.unwrap();
        let expected = "cannot write";
        assert_eq!(output.status.code(), Some(2), "{kilobytes}: {output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(expected), "{kilobytes}: {output:?}");
        assert_eq!(fs::read(place.path("mission.db")).unwrap(), old);
        assert_eq!(drafts(&place), 0);
    }
}

#[test]
fn a_data_folder_that_changes_while_it_is_read_is_not_loaded() {
    let place = place_with_much_to_load();
    let before = fs::read(place.path("mission.db")).unwrap();
    let mut child =
        place.command().args(["init", "data"]).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let mut file = fs::OpenOptions::new().append(true).open(place.path("data/participants.csv")).unwrap();
    while child.try_wait().unwrap().is_none() {
        file.write_all(b"\n").unwrap();
        std::thread::sleep(Duration::from_millis(1));
    }
    let output = child.wait_with_output().unwrap();
    let file = native("data/participants.csv");
    let expected = format!(
        "error: {file} was changed while it was read\n  hint: run `mission init` again; the old file is as it was\n"
    );
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(2), expected));
    assert_eq!(fs::read(place.path("mission.db")).unwrap(), before);
    assert_eq!(drafts(&place), 0);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let place = Place::with_seed();
    let expected = "error: cannot write in nowhere: there is no such folder\n";
    assert_eq!(place.run(&["init", "--db", "nowhere/m.db"]), Ran::failed(2, expected));
    assert_eq!(place.run(&["export", "claims", "-o", "nowhere/c.csv"]), Ran::failed(2, expected));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    use crate::harness::formats;
    use mission::format::Content;
    let place = Place::with_data("examples/belgian-missions");
    let program = env!("CARGO_BIN_EXE_mission");
    for format in formats(|format| matches!(format.content(), Content::Anything | Content::Findings)) {
        let piped = format!("{program} check -q -f {format} | head -c 1; echo \"${{PIPESTATUS[0]}}\" >&2");
        let output = std::process::Command::new("bash").args(["-c", &piped]).current_dir(place.path("")).output();
        assert_eq!(String::from_utf8_lossy(&output.unwrap().stderr), "0\n", "{format}");
    }
}

#[cfg(unix)]
#[test]
fn an_export_that_is_interrupted_leaves_the_old_file_and_no_half_one() {
    use std::os::unix::process::ExitStatusExt;
    let place = Place::with_seed();
    let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    for (output, old) in [("new.csv", None), ("old.jsonl", Some("as it was"))] {
        if let Some(old) = old {
            fs::write(place.path(output), old).unwrap();
        }
        let mut child = place.command().args(["query", endless, "-o", output]).spawn().unwrap();
        while drafts(&place) == 0 {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(50));
        let killed = std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        assert_eq!(child.wait().unwrap().signal(), Some(15));
        assert_eq!(fs::read_to_string(place.path(output)).ok().as_deref(), old);
        assert_eq!(drafts(&place), 0);
    }
}

/// The files of a folder with what they hold; a folder in it holds nothing.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap());
    let text = |path: PathBuf| fs::read_to_string(path).unwrap_or_default();
    let mut files: Vec<_> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), text(entry.path()))).collect();
    files.sort();
    files
}

#[test]
fn when_one_file_of_a_folder_cannot_be_written_none_is_replaced() {
    let place = Place::with_seed();
    for (command, old, blocked) in
        [("export", "sources.csv", "complete_lists.csv"), ("page", "usa-west-2025.html", "index.html")]
    {
        fs::create_dir_all(place.path(command).join(blocked)).unwrap();
        fs::write(place.path(command).join(old), "as it was").unwrap();
        let before = files(&place.path(command));
        let ran = place.run(&[command, "--to", command]);
        let file = native(&format!("{command}/{blocked}"));
        assert_eq!(ran, Ran::failed(2, &format!("error: cannot replace {file}: it is no file\n")));
        assert_eq!(files(&place.path(command)), before);
    }
    fs::write(place.path("file"), "as it was").unwrap();
    let ran = place.run(&["export", "--to", "file"]);
    let why = if cfg!(windows) { "it takes no files" } else { "not a directory" };
    assert_eq!(ran, Ran::failed(2, &format!("error: cannot write in file: {why}\n")));
    assert_eq!(place.run(&["export", "--to", "file/folder"]).code, Some(2));
    assert_eq!(fs::read_to_string(place.path("file")).unwrap(), "as it was");
}

#[cfg(unix)]
#[test]
fn what_does_not_fit_on_the_disk_leaves_a_folder_as_it_was() {
    let place = Place::with_seed();
    fs::create_dir(place.path("old")).unwrap();
    fs::write(place.path("old/sources.csv"), "as it was").unwrap();
    let program = env!("CARGO_BIN_EXE_mission");
    for (command, file) in [
        ("export --to old", "old/sources.csv"),
        ("export --to new", "new/sources.csv"),
        ("page --to new", "new/usa-west-2025.html"),
        ("new new", "new/README.md"),
        ("new new.xlsx", "new.xlsx"),
    ] {
        let limited = format!("ulimit -f 1; exec {program} {command}");
        let output = std::process::Command::new("bash").args(["-c", &limited]).current_dir(place.path("")).output();
        let expected = format!("error: cannot write {file}: File too large (os error 27)\n");
        assert_eq!(Ran::from(output.unwrap()), Ran::failed(2, &expected), "{command}");
        assert_eq!(files(&place.path("old")), [("sources.csv".to_owned(), "as it was".to_owned())]);
        assert_eq!(place.path("").read_dir().unwrap().count(), 2, "{command}: only the database and the old folder");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_whose_export_is_interrupted_is_not_there() {
    use std::os::unix::process::ExitStatusExt;
    let place = place_with_much_to_load();
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    // As soon as the draft is there, when not all of it is.
    for kill in 0..60 {
        let mut child = place.command().args(["export", "--to", "copy"]).stderr(Stdio::null()).spawn().unwrap();
        while drafts(&place) == 0 {
            assert_eq!(child.try_wait().unwrap(), None);
        }
        let killed = std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        assert_eq!(child.wait().unwrap().signal(), Some(15));
        assert_eq!((place.path("copy").exists(), drafts(&place)), (false, 0), "kill {kill}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_nobody_may_write_in_is_named() {
    let place = Place::with_seed();
    for arguments in [
        &["init", "--db", "/sys/m.db"][..],
        &["export", "claims", "-o", "/sys/claims.csv"],
        &["export", "--to", "/sys"],
        &["export", "--to", "/sys/folder"],
        &["page", "--to", "/sys"],
        &["new", "/sys/folder"],
        &["new", "/sys/data.xlsx"],
    ] {
        let ran = place.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.stderr.starts_with("error: cannot write in /sys: "), "{arguments:?}: {}", ran.stderr);
    }
}

#[cfg(unix)]
#[test]
fn what_is_replaced_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_seed();
    assert_eq!(place.run(&["export", "--to", "copy"]).code, Some(0));
    assert_eq!(place.run(&["page", "-o", "page.html"]).code, Some(0));
    let names = ["mission.db", "copy/claims.csv", "page.html"];
    for name in names {
        fs::set_permissions(place.path(name), fs::Permissions::from_mode(0o600)).unwrap();
    }
    for arguments in [&["init", "-q"][..], &["export", "--to", "copy"], &["page", "-o", "page.html"]] {
        assert_eq!(place.run(arguments).code, Some(0), "{arguments:?}");
    }
    for name in names {
        assert_eq!(fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to_as_it_is() {
    let place = Place::with_seed();
    let regions = place.run(&["export", "regions"]).stdout;
    let program = env!("CARGO_BIN_EXE_mission");
    let script = format!(
        "mkfifo pipe || exit 9\n\
         timeout 20 cat pipe & {program} export regions -f csv -o pipe && wait"
    );
    let output = std::process::Command::new("bash").args(["-c", &script]).current_dir(place.path("")).output();
    assert_eq!(Ran::from(output.unwrap()), Ran::printed(0, &regions));
}

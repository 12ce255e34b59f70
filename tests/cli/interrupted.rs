//! The old database stays whole whatever ends the new one, and nothing is left behind.

use crate::harness::{Place, formats};
use mission::format::Content;
use std::fs;
use std::io::Write;
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
    let expected = "error: data/participants.csv was changed while it was read\n  \
                    hint: run `mission init` again; the old file is as it was\n";
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(2), expected));
    assert_eq!(fs::read(place.path("mission.db")).unwrap(), before);
    assert_eq!(drafts(&place), 0);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    use crate::harness::Ran;
    let place = Place::with_seed();
    let expected = "error: cannot write in nowhere: there is no such folder\n";
    assert_eq!(place.run(&["init", "--db", "nowhere/m.db"]), Ran::failed(2, expected));
    assert_eq!(place.run(&["export", "claims", "-o", "nowhere/c.csv"]), Ran::failed(2, expected));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
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

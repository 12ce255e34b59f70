//! Odd surroundings: pipes that close, disks that are full, names that are not UTF-8, homes that are not there.
#![cfg(unix)]

use crate::harness::{Place, Ran, formats, reading_commands};
use mission::format::Content;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::process::{Command, Stdio};

/// The program in a shell of the place, as `$mission`.
fn shell(place: &Place, script: &str) -> Ran {
    let program = place.command();
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).current_dir(place.path(".")).env("LC_ALL", "C").env("mission", program.get_program());
    Ran::from(shell.output().unwrap())
}

/// A statement with more rows than a pipe holds.
const MANY: &str = "SELECT a.title, b.title AS other FROM events AS a, events AS b, events AS c";

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let place = Place::with_seed();
    for format in formats(|format| format.content() == Content::Anything) {
        let mut command = place.command();
        command.args(["query", MANY, "-f", format]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut byte = [0];
        child.stdout.take().unwrap().read_exact(&mut byte).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{format}");
    }
}

#[test]
fn a_closed_output_and_a_closed_error_do_not_matter() {
    let place = Place::with_seed();
    assert_eq!(shell(&place, "\"$mission\" report events >&-").code, Some(0));
    assert_eq!(shell(&place, "\"$mission\" report nothing 2>&-"), Ran::printed(2, ""));
    assert_eq!(shell(&place, "\"$mission\" query 'SELECT 1 AS n' -f csv <&-"), Ran::printed(0, "n\n1\n"));
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_told() {
    let place = Place::with_seed();
    for format in formats(|format| format.content() == Content::Anything) {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = place.command().args(["report", "events", "-f", format]).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(said.starts_with("error: cannot write to standard output: No space left"), "{format}: {said}");
    }
}

#[test]
fn a_file_that_does_not_fit_leaves_the_old_one_and_nothing_else() {
    let place = Place::with_seed();
    fs::write(place.path("out.csv"), "old").unwrap();
    for target in ["-o out.csv", "-o out.csv -f json"] {
        let ran = shell(&place, &format!("ulimit -f 8; \"$mission\" query \"{MANY}\" {target}"));
        assert_ne!(ran.code, Some(0), "{target}");
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
        assert_eq!(fs::read_to_string(place.path("out.csv")).unwrap(), "old");
        let mut names: Vec<_> = place.path(".").read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["mission.db", "out.csv"], "{target}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_need_not_be_utf_8() {
    let place = Place::empty();
    let name = |bytes: &[u8]| place.path(".").join(OsStr::from_bytes(bytes));
    let run = |arguments: &[&OsStr]| Ran::from(place.command().args(arguments).output().unwrap());
    let (db, out) = (name(b"\xff.db"), name(b"\xfe.csv"));
    let text = |text: &'static str| OsStr::new(text);
    assert_eq!(run(&[text("init"), text("-q"), text("--db"), db.as_os_str()]).code, Some(0));
    let to_file = [text("report"), text("events"), text("--db"), db.as_os_str(), text("-o"), out.as_os_str()];
    assert_eq!(run(&to_file), Ran::printed(0, ""));
    assert!(fs::read_to_string(&out).unwrap().starts_with("mission_id,day"));
    assert_eq!(run(&[text("diff"), db.as_os_str(), db.as_os_str()]), Ran::printed(0, ""));
    for wrong in [&[text("report"), OsStr::from_bytes(b"\xff")][..], &[OsStr::from_bytes(b"\xff")]] {
        let ran = run(wrong);
        assert!(ran.code == Some(2) && ran.stderr.starts_with("error: "), "{}", ran.stderr);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn neither_a_home_nor_a_writable_folder_is_needed() {
    let place = Place::with_seed();
    let db = place.path("mission.db");
    for arguments in reading_commands() {
        let mut command = place.command();
        let alone = command.current_dir("/proc").env_clear().arg("--db").arg(&db);
        for argument in arguments {
            alone.arg(if *argument == "mission.db" { db.as_os_str() } else { OsStr::new(argument) });
        }
        let ran = Ran::from(alone.output().unwrap());
        let told = ran.stderr.lines().filter(|line| !line.starts_with("no list is declared complete")).count();
        assert_eq!((ran.code, told), (Some(0), 0), "{arguments:?}");
    }
}

#[test]
fn nothing_is_written_beside_a_file_that_is_only_read() {
    let place = Place::with_seed();
    let before = fs::metadata(place.path("mission.db")).unwrap().modified().unwrap();
    for arguments in reading_commands() {
        assert_eq!(place.run(arguments).code, Some(0), "{arguments:?}");
    }
    assert_eq!(fs::metadata(place.path("mission.db")).unwrap().modified().unwrap(), before);
    assert_eq!(place.path(".").read_dir().unwrap().count(), 1);
    assert!(File::open(place.path("mission.db")).is_ok());
}

/// It was told as "uncategorized error", or as a database that cannot be opened.
#[test]
fn where_no_more_files_can_be_opened_that_is_told_with_what_to_do() {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    assert_eq!(place.run(&["new", "book.xlsx", "--example", "-q"]).code, Some(0));
    fs::write(place.path("list.csv"), "Company;Type\nAcme;company\n").unwrap();
    let commands = [
        "init data -q",
        "init book.xlsx -q --force",
        "init -q",
        "export --to out",
        "export -o all.xlsx",
        "page -o out.html",
        "import list.csv --into data --mission usa-west-2025 -q",
        "report events",
        "diff mission.db mission.db",
    ];
    for command in commands {
        let mut told = 0;
        for most in 4..20 {
            let ran = shell(&place, &format!("ulimit -n {most}; exec \"$mission\" {command}"));
            if ran.code == Some(2) && !ran.stderr.is_empty() {
                assert!(ran.stderr.starts_with("error: cannot "), "{command}, {most}: {}", ran.stderr);
                let end = ": too many files are open at the same time\n  hint: close other programs, or allow more with \
                           `ulimit -n 1024`, and try again\n";
                assert!(ran.stderr.ends_with(end), "{command}, {most}: {}", ran.stderr);
                told += 1;
            }
        }
        assert!(told > 0, "{command}");
    }
}

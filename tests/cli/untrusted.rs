//! Files that nobody should trust: databases that are damaged or made by a stranger, leftovers of other programs, and
//! outputs that are inputs.

use crate::harness::{Place, Ran, formats, native, reading_commands, root};
use mission::format::Content;
use rusqlite::Connection;
use std::fs;
use std::path::Path;

const DAMAGED: &str = "error: mission.db is damaged\n  hint: run `mission init` again on its data folder\n";

/// Changes a finished database as somebody would who knows how it is made: seal and checksum are those of a whole one.
fn forged(place: &Place, sql: &str) {
    let path = place.path("mission.db");
    let length = fs::metadata(&path).unwrap().len() - 12;
    fs::File::options().write(true).open(&path).unwrap().set_len(length).unwrap();
    let conn = Connection::open(&path).unwrap();
    let triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid";
    let triggers: Vec<(String, String)> = conn
        .prepare(triggers)
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    triggers.iter().for_each(|(name, _)| conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap());
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").unwrap();
    conn.execute_batch(sql).unwrap();
    triggers.iter().for_each(|(_, sql)| conn.execute_batch(sql).unwrap());
    conn.close().unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let sum = crc32fast::hash(&bytes);
    bytes.extend_from_slice(b"MISSCRC1");
    bytes.extend_from_slice(&sum.to_be_bytes());
    fs::write(&path, bytes).unwrap();
}

/// 43 claims were taken for 120: what another program left beside the old file was read with the new one.
// On Windows, nobody replaces a file that SQLite has open.
#[cfg(unix)]
#[test]
fn what_another_program_left_beside_the_file_that_is_replaced_goes_with_it() {
    for mode in ["WAL", "PERSIST"] {
        let place = Place::with_seed();
        let conn = Connection::open(place.path("mission.db")).unwrap();
        conn.pragma_update(None, "journal_mode", mode).unwrap();
        conn.execute_batch("PRAGMA foreign_keys = OFF; DROP TRIGGER claims_no_DELETE; DELETE FROM claims").unwrap();
        // As a kill leaves it: neither written back nor removed.
        let leftovers = ["-wal", "-shm", "-journal"].map(|ending| place.path(&format!("mission.db{ending}")));
        let kept: Vec<_> = leftovers.iter().map(|path| fs::read(path).ok()).collect();
        assert!(kept.iter().any(Option::is_some), "{mode}");
        // A reader that has the old file open goes on reading it.
        let reader = Connection::open(place.path("mission.db")).unwrap();
        let count = |conn: &Connection| conn.query_row("SELECT count(*) FROM claims", [], |row| row.get::<_, i64>(0));
        assert_eq!(count(&reader).unwrap(), 0);
        let data = root().join("examples/belgian-missions");
        let ran = place.run(&["init", data.to_str().unwrap(), "-q"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        assert_eq!(count(&reader).unwrap(), 0, "{mode}");
        assert!(leftovers.iter().all(|path| !path.exists()), "{mode}");
        assert_eq!(place.ask("SELECT count(*) FROM claims"), "156", "{mode}");
        drop((conn, reader));
        // And what comes there later is not read either.
        for (path, bytes) in leftovers.iter().zip(&kept) {
            bytes.iter().for_each(|bytes| fs::write(path, bytes).unwrap());
        }
        assert_eq!(place.ask("SELECT count(*) FROM claims"), "156", "{mode}");
    }
}

#[test]
fn a_database_that_another_program_changed_is_told_as_such_and_not_as_damaged() {
    let changes = ["PRAGMA journal_mode = WAL", "VACUUM", "CREATE TABLE mine (note TEXT)"];
    for (index, change) in changes.into_iter().enumerate() {
        let place = Place::with_seed();
        let conn = Connection::open(place.path("mission.db")).unwrap();
        // A mode of the journal is told as a row.
        conn.prepare(change).unwrap().raw_query().next().unwrap();
        // Also while it has the file open, with what it changed beside it.
        let open = if index == 0 { Some(conn) } else { conn.close().map(|()| None).unwrap() };
        let told = "error: mission.db was changed by another program after it was built, even if only to another journal mode\n  \
                    hint: build it anew with `mission init` on its data folder; to work on its rows, copy it first\n";
        for command in reading_commands().into_iter().filter(|command| command[0] != "explain") {
            assert_eq!(place.run(command), Ran::failed(2, told), "{change}: {command:?}");
        }
        drop(open);
        assert_eq!(place.run(&["init", "-q"]).code, Some(0));
        assert_eq!(place.run(&["report", "events"]).code, Some(0));
    }
}

#[test]
fn a_byte_that_is_not_as_it_was_written_is_told_by_every_command() {
    let place = Place::with_seed();
    let whole = fs::read(place.path("mission.db")).unwrap();
    // A prime step reaches every kind of page, the header and the checksum itself.
    for (index, at) in (0..whole.len()).step_by(whole.len() / 97).chain(whole.len() - 12..whole.len()).enumerate() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (index % 8);
        fs::write(place.path("mission.db"), bytes).unwrap();
        let commands = reading_commands();
        let command = commands[index % commands.len()];
        if command[0] == "explain" {
            continue;
        }
        let ran = place.run(command);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{command:?}, byte {at}: {}", ran.stderr);
        // A flip in the version says that it was built by another one, which is mended in the same way.
        let is_told = ran.stderr.contains("run `mission init` again on its data folder")
            || ran.stderr.contains("is not an SQLite database");
        assert!(is_told, "{command:?}, byte {at}: {}", ran.stderr);
        assert_eq!(place.run(&["init", "-q"]).code, Some(0), "byte {at}");
        assert_eq!(fs::read(place.path("mission.db")).unwrap(), whole);
    }
    for length in [0, 11, 99, 4096, whole.len() / 2, whole.len() - 12, whole.len() - 1] {
        fs::write(place.path("mission.db"), &whole[..length]).unwrap();
        let ran = place.run(&["report", "events"]);
        assert_eq!(ran.code, Some(2), "{length} bytes");
        if length > 99 {
            assert_eq!(ran.stderr, DAMAGED, "{length} bytes");
        }
    }
}

/// The last page of a large file, which the report that is asked for does not read.
#[test]
fn a_large_file_is_checked_whole_by_what_hands_on_all_of_it() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    let write = |name: &str, text: String| fs::write(place.path("data").join(name), text).unwrap();
    write("sources.csv", "source_id,title\ns,S\n".into());
    write("missions.csv", "mission_id,name,source_id\nm,M,s\n".into());
    write("categories.csv", "category_id,label_en\ncompany,Companies\n".into());
    let rows: String = (0..60_000).map(|n| format!("p{n},Firm {n},company,s\n")).collect();
    write("participants.csv", format!("participant_id,name,category_id,source_id\n{rows}"));
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    let mut bytes = fs::read(place.path("mission.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(place.path("mission.db"), bytes).unwrap();
    assert_eq!(place.run(&["report", "events"]).code, Some(0));
    for command in [&["export", "claims"][..], &["page"], &["diff", "mission.db", "data"], &["schema", "--verify"]] {
        assert_eq!(place.run(command), Ran::failed(2, DAMAGED), "{command:?}");
    }
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    assert_eq!(place.run(&["schema", "--verify"]), Ran::printed(0, "mission.db is as it was written\n"));
}

#[test]
fn a_database_with_other_tables_views_or_triggers_is_refused_by_every_command_but_query() {
    let endless = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT";
    let tampered = [
        format!("DROP VIEW events_per_day; CREATE VIEW events_per_day AS {endless} n AS mission_id FROM n"),
        "CREATE VIEW another AS SELECT 1".to_owned(),
        "CREATE INDEX another ON claims (count)".to_owned(),
        "DROP VIEW report_notes".to_owned(),
    ];
    for sql in tampered {
        let place = Place::with_seed();
        forged(&place, &sql);
        let refused = "error: mission.db was not made by this version of mission\n  hint: name another file with --db, or build it anew with `mission init --force` on its data folder\n";
        for command in reading_commands().into_iter().filter(|command| !["query", "explain"].contains(&command[0])) {
            assert_eq!(place.run(command), Ran::failed(2, refused), "{command:?} {sql}");
        }
        assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    }
}

/// Keys are slugs where they become names of files.
#[test]
fn no_key_of_a_stranger_leads_out_of_the_folder_of_the_pages() {
    for key in ["../../escaped", "/tmp/escaped-mission", "a/b", "..", "", "A B"] {
        let place = Place::with_seed();
        forged(&place, &format!("UPDATE missions SET mission_id = '{key}'"));
        let ran = place.run(&["page", "--to", "site"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{key}");
        assert_eq!(
            ran.stderr,
            format!(
                "error: the mission `{key}` has no key of which a file can be named\n  hint: run `mission init` again on its data folder\n"
            )
        );
        assert!(!place.path("site").exists() && !Path::new("/tmp/escaped-mission.html").exists());
    }
}

/// The names of a command's outputs, with the arguments before them.
fn outputs() -> Vec<(&'static [&'static str], &'static [&'static str])> {
    vec![
        (&["init", "data", "-f", "csv", "-o"], &["data/sources.csv"]),
        (&["init", "data.xlsx", "-f", "xlsx", "-o"], &["data.xlsx"]),
        (&["init", "data", "--force", "-q", "--db"], &["data/sources.csv"]),
        (&["init", "data.xlsx", "--force", "-q", "--db"], &["data.xlsx"]),
        (&["diff", "mission.db", "other.db", "-f", "csv", "-o"], &["mission.db", "other.db"]),
        (&["diff", "mission.db", "data", "-f", "csv", "-o"], &["data/claims.csv"]),
        (&["check", "--data", "data", "-f", "sarif", "-o"], &["data/claims.csv", "mission.db"]),
        (&["check", "--data", "data.xlsx", "-f", "sarif", "-o"], &["data.xlsx"]),
        (&["query", "--file", "q.sql", "-f", "csv", "-o"], &["q.sql", "mission.db"]),
        (&["export", "claims", "-f", "csv", "-o"], &["mission.db"]),
        (&["page", "-f", "html", "-o"], &["mission.db"]),
        (&["summary", "-f", "html", "-o"], &["mission.db"]),
        (&["schema", "-f", "csv", "-o"], &["mission.db"]),
        (&["import", "list.csv", "--mission", "m", "--into", "new", "--save-mapping"], &["list.csv"]),
    ]
}

#[test]
fn no_output_takes_the_place_of_a_file_that_is_read_whatever_it_is_called() {
    let fresh = || {
        let place = Place::with_copy_of_seed();
        fs::create_dir(place.path("linked")).unwrap();
        assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
        fs::copy(place.path("mission.db"), place.path("other.db")).unwrap();
        assert_eq!(place.run(&["export", "-o", "data.xlsx"]).code, Some(0));
        fs::write(place.path("q.sql"), "SELECT 1").unwrap();
        fs::copy(root().join("examples/lists/deelnemers.csv"), place.path("list.csv")).unwrap();
        place
    };
    let place = fresh();
    let before = state(&place);
    for (arguments, targets) in outputs() {
        for target in targets {
            fs::remove_dir_all(place.path("linked")).unwrap();
            fs::create_dir(place.path("linked")).unwrap();
            let mut names = vec![(*target).to_owned(), format!("linked/../{target}")];
            #[cfg(windows)]
            names.push(target.to_uppercase());
            #[cfg(unix)]
            if place.path(target).is_file() {
                std::os::unix::fs::symlink(place.path(target), place.path("linked/soft")).unwrap();
                fs::hard_link(place.path(target), place.path("linked/hard")).unwrap();
                names.extend(["linked/soft".to_owned(), "linked/hard".to_owned()]);
            }
            for name in names {
                let ran = place.run(&[arguments, &[name.as_str()]].concat());
                assert_eq!(ran.code, Some(2), "{arguments:?} {name}: {}", ran.stderr);
                let told = "is a file that this command reads\n  hint: write to another file; nothing was written\n";
                assert!(ran.stderr.ends_with(told), "{arguments:?} {name}: {}", ran.stderr);
            }
        }
    }
    fs::remove_dir_all(place.path("linked")).unwrap();
    fs::create_dir(place.path("linked")).unwrap();
    assert_eq!(state(&place), before);
}

/// Every file of a place with what it holds.
fn state(place: &Place) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for folder in ["", "data", "linked"] {
        for entry in place.path(folder).read_dir().unwrap().map(Result::unwrap) {
            files.push((
                format!("{folder}/{}", entry.file_name().display()),
                fs::read(entry.path()).unwrap_or_default(),
            ));
        }
    }
    files.sort();
    files
}

#[test]
fn a_folder_of_outputs_that_holds_the_database_under_one_of_their_names_is_refused() {
    for (name, arguments) in [
        ("claims.csv", &["export", "--to", "out"][..]),
        ("index.html", &["page", "--to", "out"]),
        ("usa-west-2025.html", &["page", "--to", "out"]),
    ] {
        let place = Place::with_seed();
        fs::create_dir(place.path("out")).unwrap();
        fs::rename(place.path("mission.db"), place.path("out").join(name)).unwrap();
        let db = format!("out/{name}");
        let ran = place.run(&[arguments, &["--db", &db]].concat());
        let expected = format!(
            "error: {} is a file that this command reads\n  hint: write to another file; nothing was written\n",
            native(&db)
        );
        assert_eq!(ran, Ran::failed(2, &expected));
        assert_eq!(place.path("out").read_dir().unwrap().count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn an_output_keeps_out_of_links_that_lead_elsewhere_and_of_files_that_may_only_be_read() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Place::with_seed();
    fs::create_dir(place.path("out")).unwrap();
    fs::write(place.path("elsewhere.csv"), "as it was").unwrap();
    symlink(place.path("elsewhere.csv"), place.path("out/claims.csv")).unwrap();
    let hint = "remove the link, or name another folder; nothing was written";
    let expected = format!("error: out/claims.csv is a link that leads out of out\n  hint: {hint}\n");
    assert_eq!(place.run(&["export", "--to", "out"]), Ran::failed(2, &expected));
    assert_eq!(fs::read_to_string(place.path("elsewhere.csv")).unwrap(), "as it was");
    assert_eq!(place.path("out").read_dir().unwrap().count(), 1);

    symlink("round.csv", place.path("about.csv")).unwrap();
    symlink("about.csv", place.path("round.csv")).unwrap();
    let ran = place.run(&["export", "claims", "-o", "round.csv"]);
    assert!(ran.stderr.starts_with("error: cannot write round.csv: "), "{}", ran.stderr);
    assert!(place.path("round.csv").is_symlink() && place.path("about.csv").is_symlink());

    let mode = |mode| fs::set_permissions(place.path("elsewhere.csv"), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o444);
    let hint = "allow writing to it, or name another file; nothing was written";
    let expected = format!("error: elsewhere.csv may only be read\n  hint: {hint}\n");
    assert_eq!(place.run(&["export", "claims", "-o", "elsewhere.csv"]), Ran::failed(2, &expected));
    mode(0o4755);
    assert_eq!(place.run(&["export", "claims", "-o", "elsewhere.csv"]).code, Some(0));
    assert_eq!(fs::metadata(place.path("elsewhere.csv")).unwrap().permissions().mode() & 0o7777, 0o755);
}

/// Both are plain names of files here.
#[cfg(unix)]
#[test]
fn a_database_may_be_called_what_sqlite_takes_for_something_else() {
    for name in [":memory:", "file:x?mode=memory", "a b#c%41?.db", "-wal"] {
        let place = Place::empty();
        let db = format!("--db={name}");
        assert_eq!(place.run(&["init", "-q", &db]).code, Some(0), "{name}");
        assert!(place.path(name).is_file(), "{name}");
        assert_eq!(
            place.run(&["query", "SELECT count(*) AS n FROM claims", "-f", "csv", &db]),
            Ran::printed(0, "n\n56\n")
        );
    }
}

#[test]
fn every_format_for_findings_is_refused_over_its_own_input_as_well() {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    for format in formats(|format| format.content() == Content::Findings) {
        let ran = place.run(&["check", "--data", "data", "-f", format, "-o", "data/claims.csv"]);
        assert_eq!(ran.code, Some(2), "{format}");
    }
}

/// Texts of a stranger in a calendar, on a page and in the reports of a CI.
#[test]
fn no_text_of_a_stranger_begins_a_property_a_link_or_a_command() {
    let place = Place::with_seed();
    forged(
        &place,
        "UPDATE events SET title = 'A' || char(13, 10) || 'ATTACH:file:///etc/passwd', venue = 'V' || char(13) || 'X-EVIL:1';
         UPDATE sources SET url = 'javascript:alert(1)' || char(13, 10) || 'X-EVIL:2';
         UPDATE regions SET label_en = char(8238) || 'Flanders 211' WHERE region_id = 'flanders'",
    );
    let calendar = place.run(&["export", "events", "--possible", "-f", "ics"]);
    assert_eq!(calendar.code, Some(0), "{}", calendar.stderr);
    let begins = |line: &&str| line.starts_with("ATTACH") || line.starts_with("X-EVIL");
    assert_eq!(calendar.stdout.lines().find(begins), None);
    let page = place.run(&["page"]).stdout;
    assert!(!page.contains("href=\"javascript:") && !page.contains('\u{202e}') && page.contains("Flanders 211"));
    let annotations = place.run(&["check", "-f", "github", "--exit-zero"]).stdout;
    assert!(
        annotations
            .lines()
            .all(|line| line.starts_with("::error") || line.starts_with("::warning") || line.starts_with("::notice"))
    );
}

#[test]
fn a_statement_is_given_up_in_time_and_within_its_memory_whatever_it_calls() {
    let place = Place::with_seed();
    let series = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n)";
    let long = "replace(hex(zeroblob(500000)), '0', 'aaaaaaaaaaaaaaa')";
    let one_call = format!("SELECT instr({long} || 'b', substr({long}, 1, 6000000) || 'c')");
    let started = std::time::Instant::now();
    let ran = place.run(&["query", &one_call, "--timeout", "1"]);
    let hint = "narrow it down, or give it more with --timeout SECONDS";
    assert_eq!(ran, Ran::failed(2, &format!("error: the statement was stopped after 1 s\n  hint: {hint}\n")));
    assert!(started.elapsed().as_secs() < 20);
    let hint = "narrow it down, write it with -f csv, or give it more with --max-memory MIB";
    let too_large = format!("error: the statement was stopped: it needs more than 1 MiB of memory\n  hint: {hint}\n");
    let cells = format!("{series} SELECT n FROM n");
    for sql in [
        format!("{series} SELECT median(n) FROM n"),
        format!("{series} SELECT percentile(n, 90) FROM n"),
        "SELECT hex(zeroblob(4000000))".to_owned(),
    ] {
        let ran = place.run(&["query", &sql, "--max-memory", "1", "-f", "csv"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(2), too_large.as_str()), "{sql}");
    }
    for format in formats(|format| format.kept_of_cell().is_some() && format.content() == Content::Anything) {
        let output = format!("out.{format}");
        let ran = place.run(&["query", &cells, "--max-memory", "1", "-f", format, "-o", &output]);
        assert_eq!(ran, Ran::failed(2, &too_large), "{format}");
        assert!(!place.path(&output).exists());
        // What nobody can read in a table is not laid out for a minute either.
        let ran = place.run(&["query", "SELECT zeroblob(16000000) AS a", "--timeout", "1", "-f", format]);
        assert_eq!(ran, Ran::failed(2, &too_large.replace("than 1 MiB", "than 256 MiB")), "{format}");
    }
}

#[test]
fn a_text_that_no_calendar_shows_is_cut_where_it_says_so() {
    let place = Place::with_seed();
    let name = "x".repeat(1 << 20);
    forged(&place, &format!("UPDATE events SET title = '{name}' WHERE first_day IS NOT NULL"));
    let started = std::time::Instant::now();
    let ran = place.run(&["export", "events", "-f", "ics"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let summary = ran.stdout.replace("\r\n ", "");
    assert!(summary.contains(&format!("SUMMARY:{}…\r\n", "x".repeat(32_767))));
    assert!(started.elapsed().as_secs() < 60);
}

#[test]
fn a_text_that_is_too_long_for_a_cell_of_a_workbook_is_cut_and_told() {
    let place = Place::with_seed();
    let ran = place.run(&["query", "SELECT hex(zeroblob(20000)) AS a, 'é' AS b", "-o", "long.xlsx"]);
    let told = "1 text was cut after 32767 letters, as a workbook holds no more\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), told));
}

#[test]
fn a_mission_that_is_too_long_is_mistyped() {
    for (first, last, told, code) in [
        ("0025-10-04", "2025-10-11", "error[E307]: from first_day to last_day there are 730493 days", Some(1)),
        ("2025-01-01", "2026-01-02", "error[E307]: from first_day to last_day there are 367 days", Some(1)),
        (
            "2025-09-01",
            "2025-10-31",
            "notice[N404]: from first_day to last_day there are 61 days, more than a mission takes",
            Some(0),
        ),
    ] {
        let place = Place::empty();
        fs::create_dir(place.path("data")).unwrap();
        fs::write(place.path("data/sources.csv"), "source_id,title\ns,S\n").unwrap();
        let mission = format!("mission_id,name,first_day,last_day,source_id\nm,M,{first},{last},s\n");
        fs::write(place.path("data/missions.csv"), mission).unwrap();
        let ran = place.run(&["init", "data"]);
        assert_eq!(ran.code, code);
        assert!(ran.stderr.contains(&format!("missions.csv:2:16: {told}\n")), "{}", ran.stderr);
    }
}

/// 20,000 rows with an unknown source took more than 200 seconds.
#[test]
fn unknown_keys_by_the_thousand_are_told_as_soon_as_a_few() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    let write = |name: &str, text: String| fs::write(place.path("data").join(name), text).unwrap();
    let sources: String = (0..20_000).map(|n| format!("source-{n},S\n")).collect();
    write("sources.csv", format!("source_id,title\n{sources}"));
    write("missions.csv", "mission_id,name,source_id\nm,M,source-1\n".into());
    write("categories.csv", "category_id,label_en\ncompany,Companies\n".into());
    let rows: String = (0..20_000).map(|n| format!("p{n},Firm {n},company,sorce-{n}\n")).collect();
    write("participants.csv", format!("participant_id,name,category_id,source_id\n{rows}"));
    let started = std::time::Instant::now();
    let ran = place.run(&["init", "data"]);
    assert_eq!(ran.code, Some(1));
    let first = "participants.csv:2:19: error[E402]: source_id: `sorce-0` is not in sources; did you mean `source-0`?";
    assert!(ran.stderr.starts_with(first), "{}", &ran.stderr[..200]);
    assert!(ran.stderr.contains("20000 defects"), "{}", &ran.stderr[ran.stderr.len() - 200..]);
    assert!(started.elapsed().as_secs() < 60);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_never_waited_for_and_what_is_somebody_s_own_stays() {
    let place = Place::with_seed();
    let pipe =
        |name: &str| assert!(std::process::Command::new("mkfifo").arg(place.path(name)).status().unwrap().success());
    pipe("pipe.db");
    pipe(".mission-draft-aB3dE6");
    let expected = "error: pipe.db is not an SQLite database\n  hint: name another file with --db, or build it anew with `mission init --force` on its data folder\n";
    for command in reading_commands().into_iter().filter(|command| command[0] != "explain" && command[0] != "diff") {
        assert_eq!(place.run(&[command, &["--db", "pipe.db"]].concat()), Ran::failed(2, expected), "{command:?}");
    }
    assert_eq!(place.run(&["export", "claims", "-o", "claims.csv"]).code, Some(0));
    assert!(place.path(".mission-draft-aB3dE6").symlink_metadata().is_ok());

    for name in ["list.csv", "list.xlsx", "list.ods", "list.xls", "list.xlsb"] {
        pipe(name);
        let expected = format!(
            "error: cannot read {name}: it is no file that can be read twice\n  hint: save it as a file first\n"
        );
        assert_eq!(place.run(&["import", name, "--into", "data", "--mission", "m"]), Ran::failed(2, &expected));
    }
    fs::create_dir(place.path("out")).unwrap();
    for (name, command) in [("claims.csv", "export"), ("index.html", "page")] {
        pipe(&format!("out/{name}"));
        let expected = format!("error: cannot replace out/{name}: it is no file\n");
        assert_eq!(place.run(&[command, "--to", "out"]), Ran::failed(2, &expected));
        fs::remove_file(place.path(&format!("out/{name}"))).unwrap();
        std::os::unix::fs::symlink("/dev/null", place.path(&format!("out/{name}"))).unwrap();
        let hint = "remove the link, or name another folder; nothing was written";
        let expected = format!("error: out/{name} is a link that leads out of out\n  hint: {hint}\n");
        assert_eq!(place.run(&[command, "--to", "out"]), Ran::failed(2, &expected));
        fs::remove_file(place.path(&format!("out/{name}"))).unwrap();
    }
    assert_eq!(place.path("out").read_dir().unwrap().count(), 0);

    // What is called like a draft and holds a pipe or a link where its lock would be is somebody's own.
    for folder in [".mission-draft-piped0", ".mission-draft-linked"] {
        fs::create_dir(place.path(folder)).unwrap();
        fs::write(place.path(&format!("{folder}/data")), "kept").unwrap();
    }
    pipe(".mission-draft-piped0/.mission-lock");
    std::os::unix::fs::symlink(place.path("claims.csv"), place.path(".mission-draft-linked/.mission-lock")).unwrap();
    assert_eq!(place.run(&["export", "claims", "-o", "claims.csv"]).code, Some(0));
    assert!(place.path(".mission-draft-piped0/data").exists() && place.path(".mission-draft-linked/data").exists());

    Connection::open(place.path("other.db")).unwrap().execute_batch("CREATE TABLE t (n)").unwrap();
    pipe("other.db-journal");
    let expected = "error: other.db-journal is no file\n  hint: remove it, or copy the database alone\n";
    assert_eq!(place.run(&["query", "SELECT 1 AS n", "--db", "other.db"]), Ran::failed(2, expected));
}

#[test]
fn a_new_folder_that_several_runs_write_at_once_is_whole_and_none_of_them_fails() {
    let place = Place::with_seed();
    for (command, folder) in [("export", "copy"), ("page", "pages")] {
        let begin =
            |_| place.command().args([command, "--to", folder]).stderr(std::process::Stdio::piped()).spawn().unwrap();
        let runs: Vec<_> = (0..8).map(begin).collect();
        for run in runs {
            let output = run.wait_with_output().unwrap();
            assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
        }
    }
    let drafts = place
        .path(".")
        .read_dir()
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".mission-draft-"));
    assert_eq!(drafts.count(), 0);
    assert_eq!(place.run(&["init", "copy", "--db", "again.db", "-q"]).code, Some(0));
    assert_eq!(fs::read(place.path("again.db")).unwrap(), fs::read(place.path("mission.db")).unwrap());
}

/// Hidden or coloured, what follows the name would be.
#[cfg(unix)]
#[test]
fn the_colours_in_the_name_of_a_file_are_not_those_of_a_message() {
    let place = Place::with_copy_of_seed();
    fs::write(place.path("data/\u{1b}[8mhidden.csv"), "a\n1\n").unwrap();
    let ran = place.run(&["init", "data", "--color", "always"]);
    assert!(ran.stderr.contains("\\u{1b}[8mhidden.csv: "), "{}", ran.stderr);
    assert!(!ran.stderr.contains("\u{1b}[8m"), "{:?}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_written_readers_work_and_the_others_say_why() {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    let conn = Connection::open(place.path("mission.db")).unwrap();
    conn.close().unwrap();
    let nowhere = place.path("no-such-folder");
    let output = place.command().env("TMPDIR", &nowhere).args(["diff", "mission.db", "data"]).output().unwrap();
    let ran = Ran::from(output);
    let expected = format!("error: cannot write in {}: there is no such folder\n", nowhere.display());
    assert_eq!(ran, Ran::failed(2, &expected));
}

#[cfg(target_os = "linux")]
#[test]
fn a_database_left_in_wal_mode_is_read_where_nothing_can_be_written_unless_changes_lie_beside_it() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::empty();
    for (name, is_closed) in [("closed.db", true), ("open.db", false)] {
        let conn = Connection::open(place.path("made.db")).unwrap();
        conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (n); INSERT INTO t VALUES (42);").unwrap();
        let conn = Some(conn).filter(|_| !is_closed);
        for ending in ["", "-wal"] {
            let _ = fs::copy(place.path(&format!("made.db{ending}")), place.path(&format!("{name}{ending}")));
        }
        drop(conn);
        fs::remove_file(place.path("made.db")).unwrap();
    }
    fs::set_permissions(place.path("."), fs::Permissions::from_mode(0o555)).unwrap();
    let query = |name: &str| {
        // Whoever is root is held by no mode, but for the capabilities.
        let script = r#"[ "$(id -u)" = 0 ] && set -- setpriv --bounding-set=-all "$@"; exec "$@""#;
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", script, "sh"]).arg(place.command().get_program()).current_dir(place.path("."));
        Ran::from(shell.args(["query", "SELECT n FROM t", "-f", "csv", "--db", name]).output().unwrap())
    };
    let (closed, open) = (query("closed.db"), query("open.db"));
    fs::set_permissions(place.path("."), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(closed, Ran::printed(0, "n\n42\n"));
    let expected = "error: open.db has changes beside it that are not in it yet
  hint: open it once where it may be written to, or copy it together with its -wal
";
    assert_eq!(open, Ran::failed(2, expected));
}

#[cfg(target_os = "linux")]
#[test]
fn a_mapping_that_never_ends_is_refused() {
    let place = Place::empty();
    fs::write(place.path("list.csv"), "name\nOne\n").unwrap();
    let ran = place.run(&["import", "list.csv", "--into", "data", "--mission", "m", "--mapping", "/dev/zero"]);
    let expected = "error: /dev/zero:1: this is no mapping
  hint: a mapping is written by --save-mapping, with the columns kind, column, from and to
";
    assert_eq!(ran, Ran::failed(2, expected));
    let endless = r#"{ echo kind,column,from,to; yes 'value,name,One,Two'; } | "$mission" import list.csv --into data --mission m --mapping /dev/stdin"#;
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", endless]).env("mission", place.command().get_program()).current_dir(place.path("."));
    let ran = Ran::from(shell.output().unwrap());
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains(": this is longer than any mapping\n"), "{}", ran.stderr);
}

/// That a message has no sign which a terminal acts upon or which turns a text, and no line that a CI takes for a command.
#[track_caller]
fn nothing_is_acted_upon(ran: &Ran, arguments: &[&str]) {
    let is_acted_upon = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{200f}');
    assert!(!ran.stderr.contains(is_acted_upon), "{arguments:?} {:?}", ran.stderr);
    let is_command = |line: &str| line.trim_start().starts_with("::");
    assert!(!ran.stderr.lines().any(is_command), "{arguments:?} {}", ran.stderr);
}

#[test]
fn names_that_a_terminal_or_a_ci_would_act_upon_are_shown_as_they_are() {
    let place = Place::with_seed();
    for name in ["a\u{1b}]0;x\u{7}", "b\n::error::forged", "c\u{202e}d", "e\u{9b}2J"] {
        for arguments in [
            &["init", name][..],
            &["summary", "--db", name],
            &["report", name],
            &["check", name],
            &["export", name],
            &["query", name],
            &["import", name, "--into", "x"],
            &["diff", name, name],
            &["schema", name],
            &["explain", name],
            &["page", name],
        ] {
            let ran = place.run(arguments);
            assert_eq!(ran.code, Some(2), "{arguments:?}");
            nothing_is_acted_upon(&ran, arguments);
        }
    }
}

#[cfg(unix)]
#[test]
fn an_output_is_neither_the_database_that_is_built_nor_what_comes_from_standard_input() {
    let place = Place::with_seed();
    std::os::unix::fs::symlink("mission.db", place.path("link.db")).unwrap();
    for (db, output) in
        [("mission.db", "mission.db"), ("mission.db", "./link.db"), ("new.db", "new.db"), ("new.db", "../new.db")]
    {
        let output = if output == "../new.db" { place.path("new.db").display().to_string() } else { output.to_owned() };
        let ran = place.run(&["init", "-q", "--db", db, "-o", &output, "-f", "csv"]);
        let expected = format!(
            "error: {output} is a file that this command reads\n  hint: write to another file; nothing was written\n"
        );
        assert_eq!(ran, Ran::failed(2, &expected));
        assert!(!place.path("new.db").exists());
    }
    fs::write(place.path("q.sql"), "SELECT 1").unwrap();
    let stdin = fs::File::open(place.path("q.sql")).unwrap();
    let ran = place.command().args(["query", "-", "-f", "csv", "-o", "q.sql"]).stdin(stdin).output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(fs::read_to_string(place.path("q.sql")).unwrap(), "SELECT 1");
    for file in ["/dev/zero", "."] {
        assert_eq!(place.run(&["query", "--file", file]).code, Some(2), "{file}");
    }
}

#[test]
fn what_was_typed_is_shown_in_the_messages_of_the_command_line_as_well() {
    let place = Place::empty();
    for name in ["\u{1b}]0;x\u{7}", "e\n::error::pwn", "\u{1b}[8mhidden", "a\u{200f}b"] {
        let option = format!("--{name}");
        for arguments in [
            &[name][..],
            &["summary", &option],
            &["report", "events", "--format", name],
            &["summary", "--lang", name],
            &["query", "SELECT 1", "--timeout", name],
            &["query", "SELECT 1", "--param", name],
            &["import", "x.csv", "--into", "y", "--map", name],
        ] {
            let ran = place.run(arguments);
            assert_eq!(ran.code, Some(2), "{arguments:?}");
            nothing_is_acted_upon(&ran, arguments);
        }
    }
}

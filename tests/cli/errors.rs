//! What is said when something cannot be done, and every defect of a data folder at its place.

use crate::harness::{Place, Ran, data_formats, formats, golden, root};
use mission::defect::{Code, Explanation, Level};
use mission::format::Content;
use std::fs;
use strum::VariantArray;

#[test]
fn without_a_database_every_reader_says_which_file_is_missing_and_what_to_run() {
    let place = Place::empty();
    let expected = "error: there is no database at mission.db\n  \
                    hint: run `mission init` to build it, or name another file with --db\n";
    let readers: [&[&str]; 6] =
        [&["summary"], &["report", "events"], &["check"], &["export", "claims"], &["query", "SELECT 1"], &["schema"]];
    for arguments in readers {
        assert_eq!(place.run(arguments), Ran::failed(2, expected), "{arguments:?}");
    }
}

#[test]
fn a_file_that_is_no_database_of_mission_is_neither_read_nor_replaced() {
    let place = Place::with_seed();
    fs::write(place.path("notes.txt"), "not a database").unwrap();
    fs::create_dir(place.path("folder")).unwrap();
    let hint = "  hint: name another file with --db, or build it anew with `mission init --force` on its data folder\n";
    let no_database = |name| Ran::failed(2, &format!("error: {name} is not an SQLite database\n{hint}"));
    assert_eq!(place.run(&["summary", "--db", "notes.txt"]), no_database("notes.txt"));
    assert_eq!(place.run(&["summary", "--db", "folder"]), no_database("folder"));
    let ran = place.run(&["init", "--db", "notes.txt"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("notes.txt is not a database of mission; it stays as it is"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(place.path("notes.txt")).unwrap(), "not a database");
    assert_eq!(place.run(&["init", "-q", "--force", "--db", "notes.txt"]).code, Some(0));
    assert_eq!(place.run(&["summary", "--db", "notes.txt"]).code, Some(0));
}

#[test]
fn a_damaged_database_is_told_as_such_with_what_to_do() {
    let place = Place::with_seed();
    let bytes = fs::read(place.path("mission.db")).unwrap();
    fs::write(place.path("mission.db"), &bytes[..bytes.len() / 2]).unwrap();
    for command in [&["report", "events"][..], &["summary"], &["export", "claims"], &["query", "SELECT * FROM claims"]]
    {
        let ran = place.run(command);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{command:?}");
        assert_eq!(
            ran.stderr, "error: mission.db is damaged\n  hint: run `mission init` again on its data folder\n",
            "{command:?}"
        );
    }
}

#[test]
fn a_misspelt_name_gets_the_nearest_valid_one() {
    let place = Place::with_seed();
    let failed = |arguments: &[&str], message: &str, hint: &str| {
        assert_eq!(place.run(arguments), Ran::failed(2, &format!("error: {message}\n  hint: {hint}\n")));
    };
    failed(&["report", "agrements"], "there is no report `agrements`", "did you mean `agreements`?");
    failed(&["report", "xyz"], "there is no report `xyz`", "`mission help report` lists them");
    failed(
        &["report", "events", "--mission", "usa-west-2024"],
        "there is no mission `usa-west-2024`",
        "did you mean `usa-west-2025`?",
    );
    failed(
        &["report", "participants", "--region", "Flandres"],
        "there is no region `Flandres`",
        "did you mean `flanders`?",
    );
    failed(
        &["report", "agreements", "--city", "sanfrancisco"],
        "there is no city `sanfrancisco`",
        "did you mean `san-francisco`?",
    );
    failed(
        &["report", "events", "--day", "2025-10-32"],
        "--day: `2025-10-32` is not a day of the calendar, such as 2025-10-04",
        "write it like 2025-10-06",
    );
    failed(&["schema", "claim"], "there is no table `claim`", "did you mean `claims`?");
    failed(
        &["init", "nowhere"],
        "there is no data folder at nowhere",
        "a data folder holds sources.csv and missions.csv; without one, `mission init` uses the built-in seed",
    );
}

/// Spoils a copy of the seed, and compares the defects; the old database must stay as it was.
#[track_caller]
fn defects(spoil: impl FnOnce(&Place), expected: &[&str]) {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    let before = fs::read(place.path("mission.db")).unwrap();
    spoil(&place);
    let number = if expected.len() == 1 { "1 defect".to_owned() } else { format!("{} defects", expected.len()) };
    let last = format!("{number}; nothing was written, mission.db is as it was");
    let ran = place.run(&["init", "data"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    let mut expected = expected.to_vec();
    expected.push(&last);
    assert_eq!(without_excerpts(&ran.stderr), expected);
    assert_eq!(fs::read(place.path("mission.db")).unwrap(), before);
    let left: Vec<_> = place.path("").read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing is left behind: {left:?}");
}

/// The lines that name a defect, and the last one.
fn without_excerpts(stderr: &str) -> Vec<&str> {
    stderr.lines().filter(|line| line.contains(": error[") || line.contains("nothing was written")).collect()
}

#[track_caller]
fn edited(file: &str, from: &str, to: &str, expected: &[&str]) {
    defects(|place| place.edit(file, from, to), expected);
}

#[test]
fn files_are_missing_unknown_or_empty() {
    defects(
        |place| fs::remove_file(place.path("data/missions.csv")).unwrap(),
        &["missions.csv: error[E102]: this table must be there"],
    );
    defects(
        |place| fs::rename(place.path("data/events.csv"), place.path("data/event.csv")).unwrap(),
        &["event.csv: error[E101]: no table goes by this name; did you mean `events.csv`?"],
    );
    defects(
        |place| fs::write(place.path("data/complete_lists.csv"), "").unwrap(),
        &["complete_lists.csv:1:1: error[E103]: the file is empty; its first line must be the header"],
    );
}

#[test]
fn headers_lack_have_too_many_or_double_columns() {
    edited(
        "data/regions.csv",
        "label_nl,label_fr",
        "label_fr,label_fr",
        &["regions.csv:1:29: error[E113]: the column `label_fr` is there twice"],
    );
    edited(
        "data/regions.csv",
        "label_en,label_nl,label_fr",
        "a,b,c",
        &[
            "regions.csv:1:1: error[E111]: the column `label_en` is missing in the header",
            "regions.csv:1:1: error[E111]: the column `label_nl` is missing in the header",
            "regions.csv:1:1: error[E111]: the column `label_fr` is missing in the header",
            "regions.csv:1:11: error[E112]: there is no column `a` in this table",
            "regions.csv:1:13: error[E112]: there is no column `b` in this table",
            "regions.csv:1:15: error[E112]: there is no column `c` in this table",
        ],
    );
    edited(
        "data/cities.csv",
        "latitude",
        "latitud",
        &["cities.csv:1:28: error[E112]: there is no column `latitud` in this table; did you mean `latitude`?"],
    );
}

#[test]
fn records_are_too_short_or_not_utf8() {
    edited(
        "data/regions.csv",
        "wallonia,Wallonia,Wallonië,Wallonie",
        "wallonia,Wallonia,Wallonië",
        &["regions.csv:4:1: error[E121]: 3 cells in this record, 4 in the header"],
    );
    defects(
        |place| {
            let mut bytes = fs::read(place.path("data/regions.csv")).unwrap();
            bytes.extend_from_slice(b"east,East,Oost,Est \xe8\n");
            fs::write(place.path("data/regions.csv"), bytes).unwrap();
        },
        &["regions.csv:5:16: error[E104]: these bytes are not UTF-8, as other letters of this file are"],
    );
}

#[test]
fn a_quote_that_is_never_closed_is_told_where_it_opens_and_swallows_nothing_silently() {
    edited(
        "data/regions.csv",
        ",Wallonie\n",
        ",\"Wallonie\n",
        &["regions.csv:4:28: error[E105]: the quote that opens this cell is never closed"],
    );
    defects(
        |place| fs::write(place.path("data/regions.csv"), "region_id,label_en,label_nl,label_fr\nx,\"y,z,z\n").unwrap(),
        &[
            "regions.csv:2:1: error[E121]: 2 cells in this record, 4 in the header",
            "regions.csv:2:3: error[E105]: the quote that opens this cell is never closed",
        ],
    );
}

#[test]
fn lines_that_end_in_a_lone_carriage_return_are_counted() {
    defects(
        |place| {
            let text = "region_id,label_en,label_nl,label_fr\rbrussels,B,B,B\r\rflanders,F,\u{1},F\rwallonia,W,W,W\r";
            fs::write(place.path("data/regions.csv"), text).unwrap();
        },
        &[
            "regions.csv:4:12: error[E211]: label_nl: `\\u{1}` is not text without control characters and without lost ones",
        ],
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_no_missing_file() {
    let place = Place::with_copy_of_seed();
    fs::remove_file(place.path("data/claims.csv")).unwrap();
    std::os::unix::fs::symlink("nowhere", place.path("data/claims.csv")).unwrap();
    assert_eq!(
        place.run(&["init", "data"]),
        Ran::failed(2, "error: cannot read data/claims.csv: No such file or directory (os error 2)\n")
    );
}

#[test]
fn an_output_of_unknown_form_is_refused_before_anything_is_built() {
    let place = Place::empty();
    assert_eq!(place.run(&["init", "-o", "overview.xyz"]).code, Some(2));
    assert!(!place.path("mission.db").exists());
}

/// A copy of the seed with defects of many kinds, long lines and control characters among them.
fn spoilt() -> Place {
    let place = Place::with_copy_of_seed();
    place.edit("data/sources.csv", ",en\n", ",EN\n");
    place.edit("data/cities.csv", "San José", "San\tJos\u{7}é");
    place.edit("data/claims.csv", ",218,expected,", ",ca. 218,\"expcted\",");
    place.edit("data/regions.csv", "wallonia,Wallonia", ",Wallonia");
    place.edit("data/events.csv", ",flemish-report,\"par. 4; day", ",flemish-reprt,\"par. 4; day");
    fs::write(place.path("data/event.csv"), "").unwrap();
    place
}

#[test]
fn a_defect_is_shown_with_its_line_and_a_caret_below_its_cell() {
    let ran = spoilt().run(&["init", "data"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    golden("init/defects.txt", &ran.stderr);
}

#[test]
fn defects_are_data_in_every_form_for_data() {
    let place = spoilt();
    let findings = || formats(|format| format.content() == Content::Findings);
    for format in data_formats().chain(findings()) {
        let ran = place.run(&["init", "data", "-f", format]);
        let last = "6 defects; nothing was written, mission.db is as it was\n";
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), last));
        golden(&format!("init/defects.{format}"), &ran.stdout);
    }
    let sound = Place::with_copy_of_seed();
    for format in findings().chain(["json"]) {
        let ran = sound.run(&["init", "data", "-q", "-f", format]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        golden(&format!("init/notices.{format}"), &ran.stdout);
    }
}

#[test]
fn every_code_is_explained_and_every_code_is_tried() {
    let place = Place::empty();
    golden("explain/all.txt", &place.run(&["explain"]).stdout);
    let tests = root().join("tests/cli").read_dir().unwrap().map(|entry| entry.unwrap().path());
    let tests: String = tests.filter(|path| path.is_file()).map(|path| fs::read_to_string(path).unwrap()).collect();
    let mut explained = String::new();
    for code in Code::VARIANTS {
        let level = if code.name().starts_with('E') { Level::Error } else { Level::Notice };
        assert_eq!(code.level(), level, "{}", code.name());
        let Explanation { title, why, example, mend } = code.explanation();
        assert!([title, why, example, mend].iter().all(|line| !line.is_empty()), "{}", code.name());
        let told = format!("{}[{}]", level.name(), code.name());
        assert!(tests.contains(&told), "no test expects {told}");
        let ran = place.run(&["explain", &code.name().to_lowercase()]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{}", code.name());
        explained += &ran.stdout;
    }
    golden("explain/each.txt", &explained);
    assert_eq!(
        place.run(&["explain", "E4011"]),
        Ran::failed(2, "error: there is no code `E4011`\n  hint: did you mean `E401`?\n")
    );
}

#[test]
fn what_is_worth_knowing_is_told_without_failing() {
    let place = Place::with_copy_of_seed();
    let add = |file: &str, rows: &str| {
        let path = place.path("data").join(file);
        fs::write(&path, fs::read_to_string(&path).unwrap() + rows).unwrap();
    };
    fs::write(
        place.path("data/participants.csv"),
        "mission_id,participant_id,name,category_id,source_id\n\
         usa-west-2025,acme,Acmé N.V.,company,aktus-walloon-delegation\n\
         usa-west-2025,zenith,Zenith,company,aktus-walloon-delegation\n\
         ,,,,\n\
         usa-west-2025,acme-2,ACME,company,aktus-walloon-delegation\n",
    )
    .unwrap();
    fs::write(place.path("data/agreement_parties.csv"), "mission_id,agreement_id,party,,\n").unwrap();
    fs::write(place.path("data/agreements.csv"), "mission_id,agreement_id,title,kind,status,source_id\n").unwrap();
    for n in 1..=2 {
        add("agreements.csv", &format!("usa-west-2025,a{n},A,contract,signed,aktus-walloon-delegation\n"));
    }
    add("agreement_parties.csv", "usa-west-2025,a1,Acme,,\n");
    add("claims.csv", "usa-west-2025,misspelt,participant,,,,,7,,,aktus-walloon-delegation,\n");
    let ran = place.run(&["init", "data"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let notices: Vec<_> = ran.stderr.lines().filter(|line| line.contains(": notice[")).collect();
    let outside =
        "notice[N301]: this event lies wholly or partly outside the days of its mission, 2025-10-04 to 2025-10-11";
    assert_eq!(
        notices,
        [
            "participants.csv: notice[N101]: 1 empty row was passed over",
            "participants.csv:5:22: notice[N401]: this is probably the same as participants.csv:2:1: counted once for certain, \
             and as possibly two",
            "agreements.csv:3:1: notice[N302]: this agreement has no parties in agreement_parties",
            "agreements.csv:3:18: notice[N401]: this is probably the same as agreements.csv:2:1: counted once for certain, \
             and as possibly two",
            "agreement_parties.csv: notice[N102]: 2 empty columns were passed over",
            &format!("events.csv: {outside} (in 2 rows, at 41:77, 43:68)"),
            "claims.csv:58:24: notice[N201]: the subject `participant` is one of its own; \
             did you mean `participants`?",
        ]
    );
}

#[test]
fn a_claim_that_may_be_of_something_else_is_worth_knowing() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    let write = |name: &str, text: &str| fs::write(place.path("data").join(name), text).unwrap();
    write("sources.csv", "source_id,title\ns,S\n");
    write("missions.csv", "mission_id,name,source_id\nm,M,s\n");
    write("categories.csv", "category_id,label_en,label_nl,label_fr\nkmo,Small firms,Kleine bedrijven,PME\n");
    write(
        "claims.csv",
        "mission_id,claim_id,subject,count,source_id\nm,a,bedrijven,112,s\nm,b,kmo,20,s\nm,c,kleine-bedrijven,20,s\n\
         m,d,personnes,500,s\nm,e,people,127,s\nm,f,participants,127,s\nm,g,jobs,127,s\n\
         m,h,people,≥300,s\nm,i,participants,>=300,s\n",
    );
    let ran = place.run(&["init", "data"]);
    let notices: Vec<_> = ran.stderr.lines().filter(|line| line.contains(": notice[")).collect();
    let another = |place: &str, subject: &str, meant: &str| {
        format!(
            "claims.csv:{place}: notice[N202]: the subject `{subject}` is held against no rows: for that, write {meant}"
        )
    };
    assert_eq!(
        notices,
        [
            "categories.csv:2:1: notice[N203]: no category is `company`, which the overview of missions counts as companies",
            &another("2:5", "bedrijven", "participants with category_id company"),
            &another("3:5", "kmo", "participants with category_id kmo"),
            &another("4:5", "kleine-bedrijven", "participants with category_id kmo"),
            &another("5:5", "personnes", "people"),
            "claims.csv:7:18: notice[N204]: the same source counts 127 people and 127 participants here",
            "claims.csv:10:18: notice[N204]: the same source counts >=300 people and >=300 participants here",
        ]
    );
}

#[test]
fn a_notice_points_at_its_cell_whatever_the_order_of_the_columns() {
    let place = Place::with_copy_of_seed();
    fs::write(
        place.path("data/events.csv"),
        "first_day,last_day,date_basis,kind,title,event_id,mission_id,source_id\n\
         2030-01-01,2030-01-01,stated,visit,A visit,late,usa-west-2025,aktus-walloon-delegation\n",
    )
    .unwrap();
    fs::write(
        place.path("data/claims.csv"),
        "subject,mission_id,claim_id,count,source_id\n\
         event,usa-west-2025,misspelt,7,aktus-walloon-delegation\n",
    )
    .unwrap();
    let ran = place.run(&["init", "data"]);
    let notices: Vec<_> = ran.stderr.lines().filter(|line| line.contains(": notice[")).collect();
    assert_eq!(
        notices,
        [
            "events.csv:2:1: notice[N301]: this event lies wholly or partly outside the days of its mission, \
             2025-10-04 to 2025-10-11",
            "claims.csv:2:1: notice[N201]: the subject `event` is one of its own; did you mean `events`?",
        ]
    );
}

#[test]
fn a_file_that_is_no_table_at_all_is_told_in_one_line_and_in_little_memory() {
    defects(
        |place| fs::write(place.path("data/regions.csv"), "a,".repeat(1_000_000)).unwrap(),
        &["regions.csv:1:32769: error[E114]: a header of 1000000 cells is none"],
    );
    defects(
        |place| {
            let long = "x".repeat(40 << 20);
            place.edit("data/claims.csv", "usa-west-2025,", &format!("usa-west-2025,\"{long}\","));
        },
        &["claims.csv:2:1: error[E123]: this record does not end within 16 MiB"],
    );
    defects(
        |place| fs::write(place.path("data/complete_lists.csv"), "x".repeat(40 << 20)).unwrap(),
        &["complete_lists.csv:1:1: error[E123]: this record does not end within 16 MiB"],
    );
}

#[test]
fn of_very_many_defects_the_first_are_listed_and_all_are_counted() {
    let place = Place::with_copy_of_seed();
    let rows: String = (0..100_002).map(|n| format!("C{n},City,US\n")).collect();
    fs::write(place.path("data/cities.csv"), format!("city_id,name,country\n{rows}")).unwrap();
    let ran = place.run(&["init", "data"]);
    let end = "... and 99952 more; --all shows them\n100002 defects; nothing was written, mission.db is as it was\n";
    assert!(ran.stderr.ends_with(end), "{}", &ran.stderr[ran.stderr.len() - 200..]);
    let ran = place.run(&["init", "data", "-q", "-f", "csv"]);
    let more =
        "error,E106,data/cities.csv,,,more defects than are listed,2 more defects of this file are not listed,\n";
    assert!(ran.stdout.contains(more));
    let all = place.run(&["init", "data", "--all"]);
    assert!(all.stderr.contains("\ncities.csv: error[E106]: 2 more defects of this file are not listed\n"));

    let rows: String =
        (0..100_003).map(|n| format!("usa-west-2025,c{n},ACME,company,aktus-walloon-delegation\n")).collect();
    let header = "mission_id,participant_id,name,category_id,source_id";
    fs::write(place.path("data/participants.csv"), format!("{header}\n{rows}")).unwrap();
    fs::write(place.path("data/cities.csv"), "city_id,name,country\nx,X,US\n").unwrap();
    fs::remove_file(place.path("data/events.csv")).unwrap();
    for table in ["agreements", "agreement_parties", "claims"] {
        fs::remove_file(place.path("data").join(format!("{table}.csv"))).unwrap();
    }
    let ran = place.run(&["init", "data", "--all"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.contains("\nparticipants.csv: notice[N104]: 2 more notices on this file are not listed\n"));
    let identical = place.run(&["init", "data"]).stderr;
    assert!(identical.contains(" (in at least 100000 rows, first at 3:"), "{identical}");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_file_is_not_waited_for() {
    let place = Place::with_copy_of_seed();
    fs::remove_file(place.path("data/claims.csv")).unwrap();
    let pipe = place.path("data/claims.csv");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let expected =
        "error: cannot read data/claims.csv: it is no file that can be read twice\n  hint: save it as a file first\n";
    assert_eq!(place.run(&["init", "data"]), Ran::failed(2, expected));
}

#[test]
fn where_standard_input_cannot_be_read_a_dash_is_told_as_such_with_what_to_name() {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    let folder = ("a data folder", "name a folder, or a workbook");
    let either = ("what is compared", "name a database, a data folder or a workbook");
    let cases: [(&[&str], (&str, &str)); 7] = [
        (&["import", "-", "--into", "data"], ("a list", "save it as a file, and name that")),
        (
            &["import", "x.csv", "--into", "data", "--mapping", "-"],
            ("a mapping", "name the file that --save-mapping wrote"),
        ),
        (&["check", "--data", "-"], folder),
        (&["init", "-"], folder),
        (&["diff", "-", "data"], either),
        (&["diff", "data", "-"], either),
        (&["summary", "--db", "-"], ("a database", "name its file with --db")),
    ];
    for (arguments, (what, hint)) in cases {
        let expected = format!("error: {what} cannot come from standard input\n  hint: {hint}\n");
        assert_eq!(place.run(arguments), Ran::failed(2, &expected), "{arguments:?}");
    }
    let expected = "error: - is no file\n  hint: `mission query -` reads standard input\n";
    assert_eq!(place.run(&["query", "--file", "-"]), Ran::failed(2, expected));
    // What has that name is read all the same.
    std::fs::rename(place.path("data"), place.path("-")).unwrap();
    assert_eq!(place.run(&["init", "-q", "-"]).code, Some(0));
}

#[test]
fn the_database_is_not_overwritten_by_its_own_export() {
    let place = Place::with_seed();
    assert_eq!(
        place.run(&["export", "claims", "-f", "csv", "-o", "./mission.db"]),
        Ran::failed(
            2,
            "error: ./mission.db is a file that this command reads\n  hint: write to another file; nothing was written\n"
        )
    );
    assert_eq!(place.run(&["summary"]).code, Some(0));
}

#[test]
fn ten_thousand_defects_are_told_without_reading_the_file_ten_thousand_times() {
    let place = Place::with_copy_of_seed();
    let rows: String = (0..10_000).map(|n| format!("c{n},City,us\n")).collect();
    fs::write(place.path("data/cities.csv"), format!("city_id,name,country\n{rows}")).unwrap();
    let ran = place.run(&["init", "data"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        without_excerpts(&ran.stderr),
        [
            "cities.csv: error[E207]: country: `us` is not a country code (ISO 3166-1 alpha-2), such as BE \
             (in 10000 rows, first at 2:9, 3:9, 4:9); did you mean `US`?",
            "10000 defects; nothing was written, mission.db is as it was",
        ]
    );
    let all = place.run(&["init", "data", "--all"]).stderr;
    let told = without_excerpts(&all);
    assert_eq!(told.len(), 10_001);
    assert!(told[49].starts_with("cities.csv:51:10: error[E207]"), "{}", told[49]);
}

#[test]
fn identical_defects_in_one_column_are_told_once_and_are_data_one_by_one() {
    let place = Place::with_copy_of_seed();
    let text = "city_id,name,country\n,Ghent,BE\nliege,,BE\nnamur,,BE\n,Mons,BE\n,Arlon,BE\n,Ypres,BE\n";
    fs::write(place.path("data/cities.csv"), text).unwrap();
    fs::write(place.path("data/regions.csv"), "region_id,label_en,label_nl,label_nl,label_nl\n").unwrap();
    let expected = "\
regions.csv: error[E113]: the column `label_nl` is there twice (in 2 cells, at 1:29, 1:38)
  |
1 | region_id,label_en,label_nl,label_nl,label_nl
  |                             ^^^^^^^^

cities.csv: error[E201]: city_id is empty, and must not be (in 4 rows, first at 2:1, 5:1, 6:1)
  |
2 | ,Ghent,BE
  | ^

cities.csv: error[E201]: name is empty, and must not be (in 2 rows, at 3:7, 4:7)
  |
3 | liege,,BE
  |       ^

8 defects; nothing was written, mission.db is as it was
";
    assert_eq!(place.run(&["init", "data"]), Ran::failed(1, expected));
    let places = ["1:29", "1:38", "2:1", "3:7", "4:7", "5:1", "6:1", "7:1"];
    let all = place.run(&["init", "data", "--all"]).stderr;
    let told: Vec<_> = all.lines().filter_map(|line| line.split_once(".csv:")?.1.split_once(": error[")).collect();
    assert_eq!(told.iter().map(|(place, _)| *place).collect::<Vec<_>>(), places);
    let data = place.run(&["init", "data", "-q", "-f", "csv"]).stdout;
    let rows = data
        .lines()
        .filter(|line| line.starts_with("error,"))
        .map(|line| line.split(',').skip(3).take(2).collect::<Vec<_>>().join(":"));
    assert_eq!(rows.collect::<Vec<_>>(), places);
}

#[test]
fn fifty_lines_show_fifty_causes_and_every_defect_is_counted() {
    let place = Place::with_copy_of_seed();
    let rows: String = (0..120).map(|n| format!("c{n},City,X{}\n", n % 60)).collect();
    fs::write(place.path("data/cities.csv"), format!("city_id,name,country\n{rows}")).unwrap();
    let ran = place.run(&["init", "data"]);
    let told = without_excerpts(&ran.stderr);
    assert_eq!(told.len(), 51);
    assert!(told[49].contains("`X49` is not a country code (ISO 3166-1 alpha-2), such as BE (in 2 rows, at 51:10, "));
    let end = "... and 20 more; --all shows them\n120 defects; nothing was written, mission.db is as it was\n";
    assert!(ran.stderr.ends_with(end), "{}", ran.stderr);
}

#[test]
fn cells_do_not_hold_what_their_column_asks_for() {
    let cases = [
        (
            "data/cities.csv",
            "berkeley,Berkeley",
            "berkeley,",
            "cities.csv:2:10: error[E201]: name is empty, and must not be",
        ),
        (
            "data/regions.csv",
            "flanders,Flanders",
            "flanders,\u{1}",
            "regions.csv:3:10: error[E211]: label_en: `\\u{1}` is not text without control characters and without lost ones",
        ),
        (
            "data/cities.csv",
            "berkeley,Berkeley",
            "Berkeley,Berkeley",
            "cities.csv:2:1: error[E202]: city_id: `Berkeley` is not a slug: lower-case letters a-z, digits and hyphens, at most 100; did you mean `berkeley`?",
        ),
        (
            "data/cities.csv",
            ",US,",
            ",us,",
            "cities.csv:2:22: error[E207]: country: `us` is not a country code (ISO 3166-1 alpha-2), such as BE; did you mean `US`?",
        ),
        (
            "data/cities.csv",
            "37.87",
            "97.87",
            "cities.csv:2:25: error[E206]: latitude: `97.87` is not degrees as a number from -90 to 90",
        ),
        (
            "data/missions.csv",
            "2025-10-11",
            "2025-10-32",
            "missions.csv:2:90: error[E203]: last_day: `2025-10-32` is not a day of the calendar, such as 2025-10-04",
        ),
        (
            "data/missions.csv",
            "economic-mission",
            "economic_mission",
            "missions.csv:2:61: error[E205]: kind: `economic_mission` is not one of: economic-mission, state-visit; did you mean `economic-mission`?",
        ),
        (
            "data/claims.csv",
            ",218,",
            ",ca. 218,",
            "claims.csv:11:80: error[E204]: count: `ca. 218` is not a count: 112, 500=, >30, >=30, 30+, <500, <=500, 10-15, ~500, ~<500 or ~>500",
        ),
        (
            "data/claims.csv",
            ",218,",
            ",30-10,",
            "claims.csv:11:80: error[E204]: count: `30-10` is not a count that at least one number fits",
        ),
        (
            "data/sources.csv",
            "https://aktus-cci.be",
            "aktus-cci.be",
            "sources.csv:2:101: error[E210]: url: `aktus-cci.be/?p=49784` is not an address that starts with http:// or https://",
        ),
        (
            "data/participants.csv",
            "flanders,,,brussels-times-defence,signing",
            "flanders,,0999.200.167,brussels-times-defence,signing",
            "participants.csv:2:65: error[E215]: enterprise_number: `0999.200.167` is not a Belgian enterprise number with its two check digits, such as 0999.200.166",
        ),
        (
            "data/events.csv",
            ",stated,,,",
            ",stated,9u30,,",
            "events.csv:3:189: error[E216]: start_time: `9u30` is not a time of day, such as 09:30",
        ),
        (
            "data/agreements.csv",
            ",EUR,",
            ",eur,",
            "agreements.csv:2:141: error[E208]: currency: `eur` is not a currency code (ISO 4217), such as EUR; did you mean `EUR`?",
        ),
    ];
    for (file, from, to, expected) in cases {
        let place = Place::with_copy_of_seed();
        place.edit(file, from, to);
        let ran = place.run(&["init", "data"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{expected}");
        assert_eq!(ran.stderr.lines().next(), Some(expected));
    }
}

#[test]
fn two_cells_of_a_record_contradict_each_other() {
    let cases = [
        (
            "data/events.csv",
            ",stated,",
            ",,",
            "events.csv:3:182: error[E303]: date_basis must be given where the days are, and only there",
        ),
        (
            "data/events.csv",
            "2025-10-07,2025-10-07,stated",
            "2025-10-07,,window",
            "events.csv:3:171: error[E302]: first_day and last_day must both be given, or neither",
        ),
        (
            "data/events.csv",
            ",window,,,",
            ",window,,09:30,",
            "events.csv:2:118: error[E306]: a time of day is for an event whose first day is its last",
        ),
        (
            "data/missions.csv",
            "2025-10-04,2025-10-11",
            "2025-10-11,2025-10-04",
            "missions.csv:2:90: error[E301]: last_day comes before first_day",
        ),
        (
            "data/cities.csv",
            "37.87,-122.27",
            "37.87,",
            "cities.csv:2:31: error[E305]: latitude and longitude must both be given, or neither",
        ),
        (
            "data/agreements.csv",
            ",EUR,",
            ",,",
            "agreements.csv:2:141: error[E304]: amount and currency must both be given, or neither",
        ),
    ];
    for (file, from, to, expected) in cases {
        edited(file, from, to, &[expected]);
    }
}

#[test]
fn what_a_column_lacks_that_the_header_leaves_out_concerns_the_whole_row() {
    let place = Place::with_copy_of_seed();
    let cities = "city_id,name,country,latitude\nghent,Ghent,BE,51\n";
    fs::write(place.path("data/cities.csv"), cities).unwrap();
    fs::remove_file(place.path("data/events.csv")).unwrap();
    fs::remove_file(place.path("data/agreements.csv")).unwrap();
    fs::remove_file(place.path("data/agreement_parties.csv")).unwrap();
    fs::remove_file(place.path("data/claims.csv")).unwrap();
    let expected = "\
cities.csv:2: error[E305]: latitude and longitude must both be given, or neither
  |
2 | ghent,Ghent,BE,51
  | ^^^^^^^^^^^^^^^^^

1 defect; nothing was written, mission.db is as it was
";
    assert_eq!(place.run(&["init", "data"]), Ran::failed(1, expected));
    assert_eq!(
        place.run(&["init", "data", "-q", "-f", "csv"]).stdout.lines().nth(1),
        Some(
            "error,E305,data/cities.csv,2,,half a position,\"latitude and longitude must both be given, or neither\","
        )
    );
}

#[test]
fn a_place_is_that_of_an_editor_behind_quotes_line_breaks_and_letters_of_several_bytes() {
    defects(
        |place| {
            let text = "\u{feff}region_id,label_en,label_nl,label_fr\r\n\r\n\
                        brussels,\"Brussels,\r\n\"\"Capital\"\"\",Brüssel é🚀,\u{1}\r\nflanders,F,V,F\r\nwallonia,W,W,W\r\n";
            fs::write(place.path("data/regions.csv"), text).unwrap();
        },
        &[
            "regions.csv:4:25: error[E211]: label_fr: `\\u{1}` is not text without control characters and without lost ones",
        ],
    );
}

#[test]
fn keys_are_doubled_or_point_to_nothing() {
    edited(
        "data/regions.csv",
        "wallonia,",
        "flanders,",
        &["regions.csv:4:1: error[E401]: the key `flanders` is already that of regions.csv:3:1"],
    );
    edited(
        "data/events.csv",
        ",san-francisco,",
        ",san-fransisco,",
        &["events.csv:4:79: error[E402]: city_id: `san-fransisco` is not in cities; did you mean `san-francisco`?"],
    );
    edited(
        "data/agreement_parties.csv",
        "usa-west-2025,asco-palo-alto-networks,Asco Industries,BE,asco-industries",
        "usa-west-2025,asco-palo-alto-networks,Asco Industries,BE,asco-industrie",
        &[
            "agreement_parties.csv:3:58: error[E402]: participant_id: `asco-industrie` is not in participants; did you mean `asco-industries`?",
        ],
    );
}

#[test]
fn all_defects_of_all_files_are_told_in_the_order_of_their_places() {
    defects(
        |place| {
            place.edit("data/sources.csv", ",en\n", ",EN\n");
            place.edit("data/cities.csv", ",US,", ",USA,");
            place.edit("data/claims.csv", ",218,", ",x,");
            place.edit("data/claims.csv", ",expected,", ",Expected,");
        },
        &[
            "sources.csv:3:224: error[E209]: language: `EN` is not a language code of two lower-case letters (ISO 639-1), such as nl; did you mean `en`?",
            "cities.csv:2:22: error[E207]: country: `USA` is not a country code (ISO 3166-1 alpha-2), such as BE",
            "claims.csv:11:80: error[E204]: count: `x` is not a count: 112, 500=, >30, >=30, 30+, <500, <=500, 10-15, ~500, ~<500 or ~>500",
            "claims.csv:11:82: error[E205]: stage: `Expected` is not one of: expected, reported; did you mean `expected`?",
        ],
    );
}

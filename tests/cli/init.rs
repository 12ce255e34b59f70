//! `mission init`.

use crate::harness::{Place, Ran, golden, root};
use std::fs;

#[test]
fn init_builds_the_seed_and_prints_the_overview() {
    let place = Place::empty();
    let ran = place.run(&["init"]);
    assert_eq!(ran.code, Some(0));
    golden("init/seed.stdout.txt", &ran.stdout);
    golden("init/seed.stderr.txt", &ran.stderr);
    assert_eq!(Ran { stderr: String::new(), ..ran }, place.run(&["summary"]));
}

#[test]
fn a_data_folder_may_leave_out_all_but_sources_and_missions() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    fs::write(place.path("data/sources.csv"), "title,source_id\nA page,page\n").unwrap();
    fs::write(place.path("data/missions.csv"), "mission_id,name,source_id\nm,A mission,page\n").unwrap();
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    assert_eq!(place.ask("SELECT * FROM missions_overview"), "m,A mission,,,,,,,0,0,0,0,0,0,0,0,0,0,0");
    assert_eq!(place.ask("SELECT * FROM agreements_per_city"), "m,*,,0,0,,,,,,");
    assert_eq!(place.ask("SELECT count(*) FROM events_per_day"), "0");
}

#[test]
fn the_database_carries_its_identity_and_is_sound() {
    let place = Place::with_seed();
    let bytes = fs::read(place.path("mission.db")).unwrap();
    assert_eq!(&bytes[68..72], b"MISS");
    let (_, version) = mission::db::SCHEMA.split_once("PRAGMA user_version").unwrap();
    let version: u32 = version.split(['=', ';']).nth(1).unwrap().trim().parse().unwrap();
    assert_eq!(bytes[60..64], version.to_be_bytes(), "user_version");
    assert_eq!(bytes[18..20], [1, 1], "no write-ahead log");
    let conn = rusqlite::Connection::open(place.path("mission.db")).unwrap();
    let sound: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
}

#[test]
fn another_program_that_changes_the_file_is_told_what_to_do_instead() {
    let place = Place::with_seed();
    let conn = rusqlite::Connection::open(place.path("mission.db")).unwrap();
    for change in [
        "UPDATE claims SET count = '113' WHERE claim_id = 'companies-flanders-flemish-report'",
        "DELETE FROM participants",
        "INSERT INTO regions VALUES ('x', 'x', 'x', 'x')",
        "UPDATE verdicts SET verdict = 'supported'",
        "REPLACE INTO regions SELECT * FROM regions",
    ] {
        let error = conn.execute(change, []).unwrap_err();
        assert_eq!(
            error.to_string(),
            "this file is built from a data folder: edit the CSV and run mission init",
            "{change}"
        );
    }
}

#[cfg(unix)]
#[test]
fn the_database_has_the_usual_permissions_and_a_symbolic_link_stays_one() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Place::with_seed();
    fs::write(place.path("other"), "").unwrap();
    let mode = |name| fs::metadata(place.path(name)).unwrap().permissions().mode();
    assert_eq!(mode("mission.db"), mode("other"));
    symlink(place.path("real.db"), place.path("link.db")).unwrap();
    fs::copy(place.path("mission.db"), place.path("real.db")).unwrap();
    assert_eq!(place.run(&["init", "-q", "--db", "link.db"]).code, Some(0));
    assert!(fs::symlink_metadata(place.path("link.db")).unwrap().is_symlink());
    assert_eq!(place.run(&["summary", "--db", "real.db"]).code, Some(0));
}

#[test]
fn every_row_keeps_the_constraints_of_the_schema_which_are_not_tried_while_it_is_stored() {
    for data in ["seed", "examples/belgian-missions"] {
        let place = Place::empty();
        assert_eq!(place.run(&["init", "-q", root().join(data).to_str().unwrap()]).code, Some(0));
        let conn = rusqlite::Connection::open(place.path("mission.db")).unwrap();
        let sound: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok", "{data}");
        let broken = conn.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
        assert!(!broken, "{data}");
    }
}

#[test]
fn what_is_worked_out_while_the_file_is_built_is_what_its_rows_say() {
    for data in ["seed", "examples/belgian-missions"] {
        let place = Place::with_data(data);
        let conn = rusqlite::Connection::open(place.path("mission.db")).unwrap();
        let listed = "SELECT mission_id, region_id, category_id, listed_max FROM listed_participants";
        let counted = "SELECT mission_id, region_id, category_id, count(*) FROM participants GROUP BY 1, 2, 3";
        let stated = "SELECT mission_id, subject, region_id, category_id, city_id, day FROM stated_counts";
        let claimed = "SELECT DISTINCT mission_id, subject, region_id, category_id, city_id, day FROM claims";
        for (stored, again) in [(listed, counted), (stated, claimed)] {
            let rows = |sql| -> i64 {
                conn.query_row(&format!("SELECT count(*) FROM ({sql})"), [], |row| row.get(0)).unwrap()
            };
            let differ = conn.prepare(&format!("{stored} EXCEPT {again}")).unwrap().exists([]).unwrap();
            let lack = conn.prepare(&format!("{again} EXCEPT {stored}")).unwrap().exists([]).unwrap();
            assert!(!differ && !lack, "{data}: {stored}");
            assert_eq!(rows(stored), rows(again), "{data}: {stored}");
        }
    }
}

/// What nobody need type: the only mission in every row, the last day and the basis of one day, a label in each language.
#[test]
fn the_only_mission_a_single_day_and_one_label_of_three_need_not_be_said_again() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    let write = |name: &str, text: &str| fs::write(place.path("data").join(name), text).unwrap();
    write("sources.csv", "source_id,title\ns,S\n");
    write("missions.csv", "mission_id,name,source_id\nm,M,s\n");
    write("regions.csv", "region_id,label_nl\nflanders,Vlaanderen\n");
    write("categories.csv", "category_id,label_en,label_nl,label_fr\ncompany,Companies,,Entreprises\n");
    write("participants.csv", "participant_id,name,category_id,region_id,source_id\na,A,company,flanders,s\n");
    write(
        "events.csv",
        "mission_id,event_id,title,kind,first_day,last_day,date_basis,source_id\n\
         m,one,One,visit,9/3/2026,,,s\n,two,Two,visit,13/3/2026,,stated,s\n,three,Three,visit,,,,s\n",
    );
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    assert_eq!(place.ask("SELECT label_en, label_nl, label_fr FROM regions"), "Vlaanderen,Vlaanderen,Vlaanderen");
    assert_eq!(place.ask("SELECT label_en, label_nl, label_fr FROM categories"), "Companies,Companies,Entreprises");
    assert_eq!(place.ask("SELECT mission_id FROM participants"), "m");
    assert_eq!(
        place.ask("SELECT event_id, mission_id, first_day, last_day, date_basis FROM events ORDER BY 1"),
        "one,m,2026-03-09,2026-03-09,stated\nthree,m,,,\ntwo,m,2026-03-13,2026-03-13,stated"
    );

    write("missions.csv", "mission_id,name,source_id\nm,M,s\nn,N,s\n");
    let ran = place.run(&["init", "data"]);
    assert_eq!(ran.code, Some(1));
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("error[")).collect();
    assert_eq!(
        told,
        [
            "participants.csv:2: error[E201]: mission_id is empty, and must not be",
            "events.csv: error[E201]: mission_id is empty, and must not be (in 2 rows, at 3:1, 4:1)",
        ]
    );
}

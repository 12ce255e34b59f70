//! What leaves for other programs: calendars, maps, workbooks, packages, SQL. Other people's programs open the same
//! files in `tests/interop/`.

use crate::harness::{Place, Ran, golden, native, root};
use mission::model::Table;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

/// The seed, built at a time that is always the same.
fn seed_of_a_known_time() -> Place {
    let place = Place::with_seed();
    let database = File::options().write(true).open(place.path("mission.db")).unwrap();
    database.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_760_000_000)).unwrap();
    place
}

#[test]
fn the_programme_is_a_calendar_of_the_events_whose_day_is_known() {
    let place = seed_of_a_known_time();
    let left_out =
        "29 of 49 events have no known day and were left out; --possible adds them as tentative\n".to_owned();
    let ran = place.run(&["export", "events", "-o", "programme.ics"]);
    assert_eq!(ran, Ran { code: Some(0), stdout: String::new(), stderr: left_out });
    let calendar = fs::read_to_string(place.path("programme.ics")).unwrap();
    golden("export/programme.ics", &calendar);
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 49 - 29);
    assert!(calendar.split("\r\n").all(|line| line.len() <= 76 && !line.contains(['\r', '\n'])));
}

#[test]
fn possible_events_are_tentative_over_the_days_on_which_they_may_have_been() {
    let place = seed_of_a_known_time();
    let ran = place.run(&["export", "events", "--possible", "-f", "ics"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    golden("export/possible.ics", &ran.stdout);
    assert_eq!(ran.stdout.matches("STATUS:TENTATIVE").count(), 29);
    assert_eq!(ran.stdout, place.run(&["export", "events", "--possible", "-f", "ics"]).stdout);
}

#[test]
fn an_event_without_any_day_is_counted_as_left_out() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    fs::write(place.path("data/sources.csv"), "source_id,title\ns,A page\n").unwrap();
    fs::write(place.path("data/missions.csv"), "mission_id,name,source_id\nm,\"One, two\",s\n").unwrap();
    let event = "mission_id,event_id,title,kind,source_id\nm,e,\"A; b, \\c\r\nd\",visit,s\n";
    fs::write(place.path("data/events.csv"), event).unwrap();
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    let ran = place.run(&["export", "events", "--possible", "-f", "ics"]);
    assert_eq!(ran.stderr, "1 of 1 event has no known day and was left out\n");
    assert!(ran.stdout.contains("\r\nX-WR-CALNAME:One\\, two\r\n"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("VEVENT"));
}

#[test]
fn the_cities_are_a_map_with_what_is_listed_and_stated_in_each() {
    for (data, place) in [("seed", Place::with_seed()), ("examples", Place::with_data("examples/belgian-missions"))] {
        let ran = place.run(&["export", "cities", "-f", "geojson"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        golden(&format!("export/{data}-cities.geojson"), &ran.stdout);
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(json["type"], "FeatureCollection");
    }
}

#[test]
fn a_map_shows_the_agreements_of_a_city_as_the_report_does() {
    let place = Place::with_seed();
    let map = place.run(&["export", "cities", "-f", "geojson"]).stdout;
    let map: serde_json::Value = serde_json::from_str(&map).unwrap();
    let report = place.run(&["report", "agreements", "--city", "san-francisco", "-f", "json"]).stdout;
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let feature = map["features"].as_array().unwrap().iter().find(|it| it["id"] == "usa-west-2025/san-francisco");
    let properties = &feature.unwrap()["properties"];
    for figure in ["listed_min", "listed_max", "stated", "stated_min", "stated_max", "verdict"] {
        assert_eq!(properties[format!("agreements_{figure}")], report[0][figure], "{figure}");
    }
}

#[test]
fn a_form_for_one_kind_of_content_refuses_any_other() {
    let place = Place::with_seed();
    let refused = |holds: &str, command: &str, form: &str| {
        let hint = format!("use `mission {command} -f {form}`");
        Ran::failed(2, &format!("error: {form} holds {holds}, and this is none\n  hint: {hint}\n"))
    };
    let ics = refused("a programme", "export events", "ics");
    assert_eq!(place.run(&["export", "cities", "-f", "ics"]), ics);
    assert_eq!(place.run(&["report", "events", "-o", "events.ics"]), ics);
    assert_eq!(place.run(&["export", "events", "--to", "folder", "-f", "ics"]), ics);
    assert_eq!(place.run(&["export", "events", "-f", "geojson"]), refused("places", "export cities", "geojson"));
    assert_eq!(place.run(&["export", "events", "-f", "sarif"]), refused("findings", "check", "sarif"));
    assert_eq!(place.run(&["check", "-f", "ics"]), ics);
    assert_eq!(
        place.run(&["export", "events", "--possible"]),
        Ran::failed(
            2,
            "error: --possible is for a calendar\n  hint: use `mission export events --possible -o programme.ics`\n"
        )
    );
}

#[test]
fn a_workbook_of_everything_is_the_data_folder_again_byte_for_byte() {
    for data in ["seed", "examples/belgian-missions"] {
        let place = Place::with_data(data);
        assert_eq!(place.run(&["export", "-o", "all.xlsx"]), Ran::printed(0, ""));
        assert_eq!(place.run(&["export", "-o", "twice.xlsx"]), Ran::printed(0, ""));
        assert_eq!(fs::read(place.path("all.xlsx")).unwrap(), fs::read(place.path("twice.xlsx")).unwrap());
        assert_eq!(place.run(&["init", "-q", "all.xlsx", "--db", "again.db"]).code, Some(0));
        let bytes = |name| fs::read(place.path(name)).unwrap();
        assert!(bytes("mission.db") == bytes("again.db"), "{data}");
    }
}

#[test]
fn an_export_can_be_narrowed_to_one_mission() {
    let place = Place::with_data("examples/belgian-missions");
    let claims =
        |arguments: &[&str]| place.run(&[&["export", "claims"], arguments].concat()).stdout.lines().count() - 1;
    let japan: usize = place.ask("SELECT count(*) FROM claims WHERE mission_id = 'japan-2022'").parse().unwrap();
    assert_eq!(claims(&["--mission", "japan-2022"]), japan);
    assert!(claims(&[]) > japan);
    let regions = place.run(&["export", "regions"]);
    assert_eq!(place.run(&["export", "regions", "--mission", "japan-2022"]), regions);
    assert_eq!(place.run(&["export", "--mission", "japan-2022", "--to", "japan"]).code, Some(0));
    assert_eq!(place.run(&["init", "-q", "japan", "--db", "japan.db"]).code, Some(0));
    assert_eq!(
        place.run(&["export", "claims", "--mission", "japan"]),
        Ran::failed(2, "error: there is no mission `japan`\n  hint: did you mean `japan-2022`?\n")
    );
}

#[test]
fn both_data_folders_have_the_package_that_an_export_writes() {
    for data in ["seed", "examples/belgian-missions"] {
        let place = Place::with_data(data);
        let tables: Vec<&str> = Table::ALL.iter().map(|table| table.name()).collect();
        assert_eq!(place.run(&[&["export", "--to", "out"][..], &tables].concat()), Ran::printed(0, ""));
        let package = fs::read_to_string(place.path("out/datapackage.json")).unwrap();
        let kept = root().join(data).join("datapackage.json");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&kept, &package).unwrap();
        }
        assert_eq!(package, fs::read_to_string(&kept).unwrap_or_default(), "differs from {}", kept.display());
    }
}

#[test]
fn a_package_of_some_tables_refers_to_no_other() {
    let place = Place::with_seed();
    assert_eq!(place.run(&["export", "events", "cities", "--to", "out"]), Ran::printed(0, ""));
    let package = fs::read_to_string(place.path("out/datapackage.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    assert_eq!(package["resources"].as_array().unwrap().len(), 2);
    let keys = &package["resources"][0]["schema"]["foreignKeys"];
    assert_eq!(
        keys,
        &serde_json::json!([{"fields": ["city_id"], "reference": {"resource": "cities", "fields": ["city_id"]}}])
    );
}

#[test]
fn statements_give_every_value_back_to_sqlite() {
    let place = Place::with_seed();
    let values = "SELECT 1 AS a, -9223372036854775808 AS \"b\"\"c\", 0.1 AS d, 1e300 AS e, 9e999 AS f, -9e999 AS g, \
                  NULL AS h, x'00ff' AS i, 'it''s' || char(10, 0, 9) || '💶' AS j, 1.0 AS k, '' AS l";
    let sql = place.run(&["query", values, "-f", "sql"]).stdout;
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(&format!("CREATE TABLE result AS {values}; CREATE TABLE copy AS SELECT * FROM result;"))
        .unwrap();
    conn.execute_batch("DELETE FROM result").unwrap();
    conn.execute_batch(&sql).unwrap();
    let row = |table: &str| -> Vec<Value> {
        let sql = format!("SELECT * FROM {table}");
        conn.query_row(&sql, [], |row| (0..11).map(|index| row.get(index)).collect()).unwrap()
    };
    assert_eq!(row("result"), row("copy"));
}

#[test]
fn statements_of_every_table_fill_the_schema_again() {
    let place = Place::with_seed();
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(&fs::read_to_string(root().join("schema.sql")).unwrap()).unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    // A count has bounds in the schema, which the data folder does not have.
    let without_counts = |table: &&Table| table.columns().iter().all(|column| column.endings.len() == 1);
    for table in Table::ALL.iter().filter(without_counts).map(|table| table.name()) {
        conn.execute_batch(&place.run(&["export", table, "-f", "sql"]).stdout).unwrap();
        let count: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert_eq!(count.to_string(), place.ask(&format!("SELECT count(*) FROM {table}")));
    }
}

#[test]
fn csv_for_excel_says_which_file_was_guarded() {
    let place = Place::with_copy_of_seed();
    place.edit("data/cities.csv", "Berkeley", "=HYPERLINK(1)");
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    let ran = place.run(&["export", "cities", "regions", "-f", "csv-excel", "--to", "out"]);
    let said = "1 cell got an apostrophe before it, as Excel would have run it as a formula; \
                -f csv and -f xlsx leave every cell as it is\n";
    let stderr = format!("{}: {said}", native("out/cities.csv"));
    assert_eq!(ran, Ran { code: Some(0), stdout: String::new(), stderr });
    let cities = fs::read_to_string(place.path("out/cities.csv")).unwrap();
    let line = cities.lines().find(|line| line.starts_with("berkeley")).unwrap();
    assert_eq!(line, "berkeley;'=HYPERLINK(1);CA;US;37,87;-122,27");
    assert!(!place.path("out/datapackage.json").exists(), "it describes plain CSV");
}

#[test]
fn an_event_stands_at_its_local_time_in_the_calendar_and_on_the_page() {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    let write = |name: &str, text: &str| fs::write(place.path("data").join(name), text).unwrap();
    write("sources.csv", "source_id,title\ns,S\n");
    write("missions.csv", "mission_id,name,first_day,last_day,source_id\nm,M,2026-03-08,2026-03-14,s\n");
    write(
        "events.csv",
        "mission_id,event_id,title,kind,first_day,last_day,date_basis,start_time,end_time,source_id\n\
         m,breakfast,Breakfast,meal,2026-03-09,2026-03-09,stated,08:30,10:00,s\n\
         m,fair,Fair,opening,2026-03-09,2026-03-11,stated,,,s\n\
         m,visit,Visit,visit,2026-03-09,2026-03-09,stated,11:00,,s\n",
    );
    place.run(&["init", "data"]);
    let calendar = place.run(&["export", "events", "-f", "ics"]).stdout;
    let times: Vec<&str> = calendar.lines().filter(|line| line.starts_with("DT") && !line.contains("STAMP")).collect();
    let expected = [
        "DTEND:20260309T100000",
        "DTSTART:20260309T083000",
        "DTSTART:20260309T110000",
        "DTEND;VALUE=DATE:20260312",
        "DTSTART;VALUE=DATE:20260309",
    ];
    assert_eq!(times, expected);
    let page = place.run(&["page", "--lang", "nl"]).stdout;
    for when in ["ma 9 maart, 08:30–10:00", "9–11 maart", "ma 9 maart, 11:00"] {
        assert!(page.contains(&format!(">{when}</td>")), "{when}");
    }
}

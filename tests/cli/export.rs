//! `mission export`.

use crate::harness::{Place, Ran, root};
use mission::format::{Content, Format};
use rusqlite::Connection;
use std::fs;
use strum::VariantArray;

fn contents(folder: &std::path::Path) -> Vec<(String, String)> {
    let mut files: Vec<_> = folder
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "csv"))
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn an_export_of_all_tables_is_the_data_folder_again() {
    for data in ["seed", "examples/belgian-missions"] {
        let place = Place::with_data(data);
        assert_eq!(place.run(&["export", "--to", "first"]), Ran::printed(0, ""));
        assert_eq!(contents(&place.path("first")), contents(&root().join(data)));
        assert_eq!(place.run(&["init", "first", "--db", "again.db", "-q"]).code, Some(0));
        place.run(&["export", "--to", "second", "--db", "again.db"]);
        assert_eq!(contents(&place.path("second")), contents(&place.path("first")));
        let bytes = |name| fs::read(place.path(name)).unwrap();
        assert_eq!(bytes("mission.db"), bytes("again.db"), "the same input gives the same database, byte for byte");
    }
}

#[test]
fn everything_as_one_script_makes_the_same_tables_and_views_however_often_it_is_run() {
    for data in ["seed", "examples/belgian-missions"] {
        let place = Place::with_data(data);
        assert_eq!(place.run(&["export", "-o", "all.sql"]), Ran::printed(0, ""));
        let script = fs::read_to_string(place.path("all.sql")).unwrap();
        let conn = Connection::open(place.path("all.db")).unwrap();
        conn.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        conn.execute_batch(&script).unwrap();
        conn.execute_batch(&script).unwrap();
        let relations = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name";
        let names = place.ask(relations);
        assert_eq!(place.run(&["query", relations, "--db", "all.db", "-f", "csv"]).stdout, format!("name\n{names}\n"));
        for name in names.lines() {
            let query = |db: &str| place.run(&["query", &format!("SELECT * FROM {name}"), "--db", db, "-f", "json"]);
            assert_eq!(query("all.db"), query("mission.db"), "{name}");
        }
    }
}

#[test]
fn the_order_of_rows_and_columns_in_the_data_folder_does_not_matter() {
    let place = Place::with_copy_of_seed();
    let text = fs::read_to_string(place.path("data/cities.csv")).unwrap();
    let turned = |line: &str| line.rsplit(',').collect::<Vec<_>>().join(",");
    let (header, rows) = text.split_once('\n').unwrap();
    let rows: Vec<String> = rows.lines().rev().map(turned).collect();
    fs::write(place.path("data/cities.csv"), format!("{}\n{}\n", turned(header), rows.join("\n"))).unwrap();
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    assert_eq!(place.run(&["export", "cities"]), Ran::printed(0, &text));
}

#[test]
fn one_table_goes_to_standard_output_or_into_a_file_of_the_form_of_its_name() {
    let place = Place::with_seed();
    let regions = fs::read_to_string(root().join("seed/regions.csv")).unwrap();
    assert_eq!(place.run(&["export", "regions"]), Ran::printed(0, &regions));
    assert_eq!(place.run(&["export", "regions", "-o", "-"]), Ran::printed(0, &regions));
    assert!(!place.path("-").exists());
    assert_eq!(place.run(&["export", "regions", "-o", "r.jsonl"]), Ran::printed(0, ""));
    assert_eq!(
        fs::read_to_string(place.path("r.jsonl")).unwrap().lines().next().unwrap(),
        r#"{"region_id":"brussels","label_en":"Brussels-Capital","label_nl":"Brussels Hoofdstedelijk Gewest","label_fr":"Bruxelles-Capitale"}"#
    );
}

#[test]
fn what_cannot_be_exported_is_an_error_with_a_hint() {
    let place = Place::with_seed();
    assert_eq!(
        place.run(&["export", "participant"]),
        Ran::failed(2, "error: there is no table `participant`\n  hint: did you mean `participants`?\n")
    );
    let several = "error: one table at a time goes to standard output or into a file\n  \
                   hint: name one table, or write all with --to DIR, -o FILE.xlsx or -o FILE.sql\n";
    assert_eq!(place.run(&["export"]), Ran::failed(2, several));
    assert_eq!(place.run(&["export", "regions", "cities"]), Ran::failed(2, several));
    let unknown = place.run(&["export", "regions", "-o", "r.xyz"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (Some(2), ""));
    let hint = "error: the name r.xyz does not say which form it has\n  hint: say it with -f, or end the name in ";
    let offered = unknown.stderr.strip_prefix(hint).unwrap().trim_end().replace(" or ", ", ");
    let mut endings: Vec<String> = Format::VARIANTS
        .iter()
        .filter(|format| format.content() == Content::Anything)
        .map(|format| format!(".{}", format.extension()))
        .collect();
    endings.dedup();
    assert_eq!(offered.split(", ").collect::<Vec<_>>(), endings);
}

//! One database from several data folders.

use crate::harness::{Place, root};
use std::fs;

/// Two missions, each in a folder of its own, that share a source and a category; the dates of each are in one order.
fn two() -> Place {
    let place = Place::empty();
    for (folder, mission, day) in [("a", "peru", "13/04/2025"), ("b", "japan", "04/13/2025")] {
        fs::create_dir(place.path(folder)).unwrap();
        let write = |file: &str, text: String| fs::write(place.path(folder).join(file), text).unwrap();
        write("sources.csv", format!("source_id,title\nshared,Shared\n{mission}-list,List\n"));
        write("missions.csv", format!("mission_id,name,first_day,source_id\n{mission},M,{day},shared\n"));
        // The order of the columns is that of nobody but its folder.
        let categories = if folder == "a" {
            "category_id,label_en\ncompany,Companies\n"
        } else {
            "label_en,category_id\nCompanies,company\n"
        };
        write("categories.csv", categories.to_owned());
        write(
            "participants.csv",
            format!("participant_id,name,category_id,source_id\nacme,Acme,company,{mission}-list\n"),
        );
    }
    place
}

#[test]
fn several_data_folders_make_one_database_and_a_row_that_each_has_is_one() {
    let place = two();
    let ran = place.run(&["init", "a", "b", "-f", "jsonl"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(place.ask("SELECT source_id FROM sources ORDER BY 1"), "japan-list\nperu-list\nshared");
    assert_eq!(place.ask("SELECT mission_id, first_day FROM missions ORDER BY 1"), "japan,2025-04-13\nperu,2025-04-13");
    assert_eq!(
        place.ask("SELECT mission_id, source_id FROM participants ORDER BY 1"),
        "japan,japan-list\nperu,peru-list"
    );
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("sources.csv")).map(str::trim).collect();
    assert_eq!(told, ["a/sources.csv  2 rows", "b/sources.csv  2 rows"]);
    let other_order = fs::read(place.path("mission.db")).unwrap();
    place.run(&["init", "b", "a", "-q"]);
    assert_eq!(fs::read(place.path("mission.db")).unwrap(), other_order, "the order of the folders changes nothing");
}

#[test]
fn a_key_with_another_row_in_another_folder_is_a_defect_with_both_places() {
    let place = two();
    place.edit("b/sources.csv", "shared,Shared", "shared,Another");
    place.edit("b/participants.csv", "acme,Acme,company", "acme,Acme,firm");
    fs::write(place.path("b/claims.tsv"), "x").unwrap();
    let ran = place.run(&["init", "a", "b"]);
    assert_eq!(ran.code, Some(1));
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains(": error[")).collect();
    assert_eq!(
        told,
        [
            "b/claims.tsv: error[E101]: no table goes by this name; did you mean `claims.csv`?",
            "b/sources.csv:2:1: error[E401]: the key `shared` is already that of a/sources.csv:2:1",
            "b/participants.csv:2:11: error[E402]: category_id: `firm` is not in categories",
        ]
    );
    fs::remove_file(place.path("a/missions.csv")).unwrap();
    let ran = place.run(&["init", "a", "b"]);
    assert!(ran.stderr.contains("a/missions.csv: error[E102]: this table must be there"), "{}", ran.stderr);
}

#[test]
fn the_seed_and_the_examples_are_one_database_with_all_rows_of_both() {
    let place = Place::empty();
    let data = ["seed", "examples/belgian-missions"].map(|folder| root().join(folder).display().to_string());
    let rows = |data: &[&str]| {
        assert_eq!(place.run(&[&["init", "-q"], data].concat()).code, Some(0));
        place.ask("SELECT count(*) FROM participants").parse::<i64>().unwrap()
    };
    let [seed, examples] = data.each_ref().map(|folder| rows(&[folder]));
    assert_eq!(rows(&[&data[0], &data[1]]), seed + examples);
}

//! `mission diff`.

use crate::harness::{Place, Ran, golden, root, text_formats};
use std::fs;

/// The seed as `mission.db`, and a copy of it in `data/` with some rows changed.
fn with_changes() -> Place {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    let edit = |name: &str, change: &dyn Fn(&str) -> String| {
        let path = place.path("data").join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, change(&text)).unwrap();
    };
    edit("claims.csv", &|text| {
        text.lines().filter(|line| !line.contains("companies-wallonia-aktus")).collect::<Vec<_>>().join("\n")
    });
    edit("participants.csv", &|text| {
        let text =
            text.replace("asco-industries,Asco Industries,company,flanders", "asco-industries,Asco,company,wallonia");
        let text = text.lines().filter(|line| !line.contains(",proximus,")).collect::<Vec<_>>().join("\n");
        text + "\nusa-west-2025,a,A,company,flanders,,,flemish-report,\nusa-west-2025,b,B,company,,,,flemish-report,\n\
                usa-west-2025,c,C,company,,,,flemish-report,\nusa-west-2025,d,D,company,,,,flemish-report,\n"
    });
    place
}

#[test]
fn a_database_and_its_own_data_folder_do_not_differ() {
    let place = Place::with_seed();
    let seed = root().join("seed");
    let seed = seed.to_str().unwrap();
    assert_eq!(place.run(&["diff", "mission.db", seed]), Ran::printed(0, ""));
    assert_eq!(place.run(&["diff", seed, "mission.db", "-f", "json"]), Ran::printed(0, "[]\n"));
    let header = "change,table,mission_id,key,column,old,new,because\n";
    assert_eq!(place.run(&["diff", "mission.db", "mission.db", "-f", "csv"]), Ran::printed(0, header));
    assert_eq!(place.run(&["export", "-o", "all.xlsx"]).code, Some(0));
    assert_eq!(place.run(&["diff", "mission.db", "all.xlsx"]), Ran::printed(0, ""));
}

#[test]
fn a_workbook_of_differences_names_its_sheet_alike_whether_there_are_any() {
    let place = with_changes();
    for (other, code) in [("mission.db", 0), ("data", 1)] {
        let name = format!("{code}.xlsx");
        assert_eq!(place.run(&["diff", "-q", "mission.db", other, "-o", &name]).code, Some(code));
        let workbook: calamine::Xlsx<_> = calamine::open_workbook(place.path(&name)).unwrap();
        assert_eq!(calamine::Reader::sheet_names(&workbook), ["differences"]);
    }
}

#[test]
fn rows_figures_and_verdicts_that_differ_are_told_with_their_cause() {
    let place = with_changes();
    let ran = place.run(&["diff", "mission.db", "data"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), "7 rows, 19 figures and 3 verdicts differ\n"));
    let dutch = place.run(&["diff", "mission.db", "data", "--lang", "nl"]);
    assert!(dutch.stdout.starts_with("Verschillen · mission.db → data · usa-west-2025\n"), "{}", dutch.stdout);
    for word in ["wijziging", "toegevoegd", "verwijderd", "gewijzigd", "cijfer", "oordeel"] {
        assert!(dutch.stdout.contains(&format!("│ {word}")), "{word}");
    }
    golden("diff/changes.nl.txt", &dutch.stdout);
    for format in text_formats() {
        let ran = place.run(&["diff", "mission.db", "data", "-f", format, "-q"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""));
        golden(&format!("diff/changes.{format}"), &ran.stdout);
    }
}

#[test]
fn a_region_or_category_that_is_called_all_is_not_all_of_them() {
    let place = Place::with_copy_of_seed();
    let append = |name: &str, row: &str| {
        let path = place.path("data").join(name);
        fs::write(&path, fs::read_to_string(&path).unwrap() + row).unwrap();
    };
    append("regions.csv", "all,A,A,A\n");
    append("categories.csv", "all,A,A,A\n");
    append("participants.csv", "usa-west-2025,x,X,all,all,,,flemish-report,\n");
    assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    let ran = place.run(&["diff", "mission.db", "data", "-f", "csv", "-q"]);
    let listed: Vec<&str> = ran.stdout.lines().filter(|line| line.contains(",listed_min,")).collect();
    assert_eq!(listed.len(), 4, "{}", ran.stdout);
}

#[test]
fn every_figure_that_changed_has_a_cause_and_says_what_it_is_of() {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    let examples = root().join("examples/belgian-missions");
    let examples = examples.to_str().unwrap();
    place.edit("data/missions.csv", "2025-10-04,2025-10-11", "2025-10-03,2025-10-11");
    place.edit(
        "data/claims.csv",
        "\n",
        "\nusa-west-2025,new,participants,university,brussels,,,3,reported,,flemish-report,\n",
    );
    place.edit("data/agreements.csv", "announced,,", "announced,berkeley,");
    place.edit("data/events.csv", "\n", "\nusa-west-2025,new,New,visit,,,,,,,,,flemish-report,\n");
    place.edit(
        "data/participants.csv",
        "belfius-bank,Belfius Bank,company,,",
        "belfius-bank,Belfius,federation,brussels,",
    );
    for (old, new) in [("mission.db", examples), (examples, "mission.db"), ("mission.db", "data"), (examples, "data")] {
        let ran = place.run(&["diff", old, new, "-f", "json", "-q"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""), "{old} {new}");
        let rows: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let figures: Vec<_> = rows.as_array().unwrap().iter().filter(|row| row["change"] == "figure").collect();
        assert!(!figures.is_empty(), "{old} {new}");
        for figure in figures {
            assert!(figure["because"].as_str().is_some_and(|because| !because.is_empty()), "{figure}");
            let is_whole = figure["table"] == "missions_overview";
            assert!(figure["key"].as_str().unwrap().split(" / ").all(|part| part.is_empty() == is_whole), "{figure}");
        }
    }
}

#[test]
fn what_was_added_one_way_was_removed_the_other_way() {
    let place = with_changes();
    let rows = |arguments: &[&str]| -> Vec<serde_json::Value> {
        let ran = place.run(arguments);
        serde_json::from_str::<serde_json::Value>(&ran.stdout).unwrap().as_array().unwrap().clone()
    };
    let there = rows(&["diff", "mission.db", "data", "-f", "json"]);
    let back = rows(&["diff", "data", "mission.db", "-f", "json"]);
    assert_eq!(there.len(), back.len());
    for (there, back) in there.iter().zip(&back) {
        assert_eq!((&there["key"], &there["old"], &there["new"]), (&back["key"], &back["new"], &back["old"]));
        let turned = match there["change"].as_str().unwrap() {
            "added" => "removed",
            "removed" => "added",
            other => other,
        };
        assert_eq!(back["change"], turned);
    }
}

#[test]
fn what_cannot_be_compared_is_told_and_nothing_is_left_behind() {
    let place = with_changes();
    fs::write(place.path("data/junk.csv"), "x\n").unwrap();
    let ran = place.run(&["diff", "mission.db", "data"]);
    assert_eq!(ran, Ran::failed(2, "error: data has 1 defect\n  hint: `mission init data` shows them\n"));
    let ran = place.run(&["diff", "mission.db", "nowhere"]);
    let hint = "  hint: name a database, a data folder or a workbook\n";
    assert_eq!(ran, Ran::failed(2, &format!("error: there is nothing at nowhere\n{hint}")));
    fs::write(place.path("other.db"), "no database").unwrap();
    let ran = place.run(&["diff", "mission.db", "other.db"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("other.db is not an SQLite database"), "{}", ran.stderr);
}

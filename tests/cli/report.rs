//! `mission report` and `mission summary`.

use crate::harness::{Place, Ran, data_formats, golden, text_formats};
use mission::db::SCHEMA;
use mission::language::{Language, Phrase};
use mission::report::REPORTS;
use std::collections::BTreeSet;
use strum::VariantArray;

#[test]
fn every_report_in_every_format_is_as_blessed() {
    for (data, place) in [("seed", Place::with_seed()), ("examples", Place::with_data("examples/belgian-missions"))] {
        for report in REPORTS {
            for format in text_formats() {
                let ran = place.run(&["report", report.name, "-f", format]);
                assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
                golden(&format!("report/{data}-{}.{format}", report.name), &ran.stdout);
            }
        }
    }
}

#[test]
fn a_report_has_the_columns_and_rows_of_its_view() {
    let place = Place::with_seed();
    for report in REPORTS {
        // Statements name the view.
        for format in data_formats().filter(|format| *format != "sql") {
            let shown = place.run(&["report", report.name, "-f", format]);
            assert_eq!(shown, place.run(&["query", &format!("SELECT * FROM {}", report.view), "-f", format]));
        }
    }
}

#[test]
fn the_columns_are_those_of_the_contract() {
    let place = Place::with_seed();
    let header = |arguments: &[&str]| place.run(arguments).stdout.lines().next().unwrap().to_owned();
    assert_eq!(
        header(&["report", "participants", "-f", "csv"]),
        "mission_id,region_id,category_id,listed_min,listed_max,stated,stated_min,stated_max,implied_min,implied_max,verdict"
    );
    assert_eq!(
        header(&["report", "agreements", "-f", "csv"]),
        "mission_id,city_id,city,listed_min,listed_max,stated,stated_min,stated_max,implied_min,implied_max,verdict"
    );
    assert_eq!(header(&["report", "events", "-f", "csv"]), "mission_id,day,weekday,certain,possible");
    assert_eq!(
        header(&["report", "missions", "-f", "csv"]),
        "mission_id,name,first_day,last_day,days,people,companies,agreements,participants_listed,agreements_listed,\
         events_listed,claims,refuted,inconsistent,conflicting,conditional,supported,unverified,wrong_min"
    );
    assert_eq!(
        header(&["check", "-f", "csv"]),
        "mission_id,claim_id,subject,category_id,region_id,city_id,day,stage,count,count_min,count_max,listed_min,\
         listed_max,implied_min,implied_max,verdict,evidence,origin,source_id"
    );
}

#[test]
fn the_key_of_a_report_tells_its_rows_apart() {
    for place in [Place::with_seed(), Place::with_data("examples/belgian-missions")] {
        for report in REPORTS {
            assert_eq!(report.key[0], "mission_id", "{}", report.name);
            let (key, view) = (report.key.join(", "), report.view);
            let twice = format!("SELECT {key}, count(*) FROM {view} GROUP BY {key} HAVING count(*) > 1");
            assert_eq!(place.ask(&twice), "", "{}", report.name);
        }
    }
}

#[test]
fn filters_narrow_a_report() {
    let place = Place::with_seed();
    assert_eq!(
        place.run(&["report", "events", "--day", "2025-10-06", "-f", "csv"]),
        Ran::printed(0, "mission_id,day,weekday,certain,possible\nusa-west-2025,2025-10-06,Monday,9,15\n")
    );
    assert_eq!(
        place.run(&["report", "agreements", "--city", "san-francisco", "--mission", "usa-west-2025", "-f", "csv"]),
        Ran::printed(
            0,
            "mission_id,city_id,city,listed_min,listed_max,stated,stated_min,stated_max,implied_min,implied_max,verdict\n\
             usa-west-2025,san-francisco,San Francisco,1,18,,,,,,\n"
        )
    );
    let flemish = place.run(&["report", "participants", "--region", "flanders", "-f", "csv"]).stdout;
    assert_eq!(flemish.lines().skip(1).count(), 4);
    assert!(flemish.lines().skip(1).all(|line| line.starts_with("usa-west-2025,flanders,")));
}

#[test]
fn a_filter_that_a_report_cannot_apply_is_an_error() {
    let place = Place::with_seed();
    assert_eq!(
        place.run(&["report", "events", "--city", "berkeley"]),
        Ran::failed(
            2,
            "error: the report `events` cannot be filtered by --city\n  hint: it can be filtered by mission, day\n"
        )
    );
}

#[test]
fn the_summary_shows_three_reports_and_the_verdicts() {
    let ran = Place::with_seed().run(&["summary"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    golden("summary/seed.txt", &ran.stdout);
    let ran = Place::with_data("examples/belgian-missions").run(&["summary", "--mission", "japan-2022"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    golden("summary/japan.txt", &ran.stdout);
}

#[test]
fn bars_stand_beside_the_numbers_in_signs_or_in_ascii() {
    let place = Place::with_seed();
    for report in REPORTS.iter().filter(|report| report.bars.is_some()).map(|report| report.name) {
        for (name, more) in [("chart", &["--chart"][..]), ("plain", &["--chart", "--plain"])] {
            let ran = place.run(&[&["report", report][..], more].concat());
            assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
            assert!(name == "chart" || ran.stdout.replace("San José", "San Jose").is_ascii(), "{}", ran.stdout);
            golden(&format!("report/seed-{report}.{name}"), &ran.stdout);
        }
    }
}

#[test]
fn bars_that_cannot_be_drawn_are_an_error_with_a_hint() {
    let place = Place::with_seed();
    assert_eq!(
        place.run(&["report", "missions", "--chart"]),
        Ran::failed(
            2,
            "error: the report `missions` has nothing to draw\n  hint: --chart is for participants, agreements, events\n"
        )
    );
    assert_eq!(
        place.run(&["report", "events", "--chart", "-f", "csv"]),
        Ran::failed(
            2,
            "error: --chart draws beside a table, and csv is none\n  hint: leave out --chart, or use -f table\n"
        )
    );
}

#[test]
fn plain_output_has_no_lines_and_no_signs() {
    let place = Place::with_seed();
    let reports = REPORTS.iter().map(|report| vec!["report", report.name]);
    for arguments in reports.chain([vec!["summary"], vec!["schema"]]) {
        let plain = place.run(&[&arguments[..], &["--plain"]].concat());
        assert!(!plain.stdout.contains(['│', '─', '–', '·']), "{}", plain.stdout);
    }
}

#[test]
fn plain_output_says_a_range_and_nothing_in_the_language_of_its_reader() {
    let place = Place::with_seed();
    for (language, to, none) in [("en", "to", "none"), ("nl", "tot", "geen"), ("fr", "à", "aucun")] {
        let plain = place.run(&["query", "SELECT '3–7' AS a, '–' AS b", "--plain", "--lang", language]);
        assert_eq!(
            plain.stdout.lines().nth(1).map(str::split_whitespace).map(Iterator::collect::<Vec<_>>),
            Some(vec!["3", to, "7", none])
        );
    }
}

#[test]
fn a_summary_as_html_is_one_page_with_several_tables() {
    let place = Place::with_seed();
    for arguments in
        [&["summary"][..], &["check", "companies-flanders-flemish-report", "events-belgium-eventail-chronicle"]]
    {
        let page = place.run(&[arguments, &["-f", "html"]].concat());
        assert_eq!((page.code, page.stderr.as_str()), (Some(0), ""));
        assert_eq!(page.stdout.matches("<!DOCTYPE").count(), 1);
        assert_eq!(page.stdout.matches("<title>").count(), 1);
        assert_eq!(page.stdout.matches("<table>").count(), if arguments.len() == 1 { 4 } else { 2 });
    }
}

#[test]
fn a_summary_refuses_a_form_that_holds_one_table() {
    assert_eq!(
        Place::with_seed().run(&["summary", "-f", "csv"]),
        Ran::failed(
            2,
            "error: a summary is several tables, which csv cannot hold\n  hint: use `mission report NAME -f csv` for each\n"
        )
    );
}

#[test]
fn colour_appears_only_when_asked_for_in_a_pipe() {
    let place = Place::with_seed();
    assert!(!place.run(&["report", "participants"]).stdout.contains('\u{1b}'));
    assert!(place.run(&["report", "participants", "--color", "always"]).stdout.contains("\u{1b}[38;5;11m"));
}

#[test]
fn of_many_missions_the_summary_shows_one_line_each() {
    let place = Place::empty();
    std::fs::create_dir(place.path("data")).unwrap();
    std::fs::write(place.path("data/sources.csv"), "source_id,title\ns,A page\n").unwrap();
    let rows: String = (100..151).map(|n| format!("m{n},Mission {n},s\n")).collect();
    std::fs::write(place.path("data/missions.csv"), format!("mission_id,name,source_id\n{rows}")).unwrap();
    let ran = place.run(&["init", "data"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.ends_with("`mission summary --mission MISSION` shows the reports of one mission\n"));
    assert!(ran.stdout.starts_with("Missions\n"));
    assert_eq!(ran.stdout.lines().count(), 1 + 51 + 4, "title, rows, and lines of the box");
    assert!(
        place.run(&["summary", "--mission", "m100"]).stdout.starts_with("Participants by region and category\nnone\n")
    );
}

#[test]
fn a_day_outside_the_mission_is_no_day_without_events() {
    let place = Place::with_data("examples/belgian-missions");
    let hint = "`mission report events` shows their days; `mission export events` lists also what lies outside";
    let refused = |about: &str| Ran::failed(2, &format!("error: --day: {about}\n  hint: {hint}\n"));
    let day = ["report", "events", "--day", "2001-01-01"];
    assert_eq!(place.run(&day), refused("2001-01-01 is no day of a mission"));
    let other = ["report", "events", "--mission", "uk-2022", "--day", "2022-06-04"];
    assert_eq!(place.run(&other), refused("2022-06-04 is no day of uk-2022"));
    assert_eq!(place.run(&["report", "events", "--day", "2022-06-04"]).code, Some(0));
}

#[test]
fn remarks_are_about_the_whole_mission_and_say_so_where_a_part_is_shown() {
    let place = Place::with_copy_of_seed();
    let missions = std::fs::read_to_string(place.path("data/missions.csv")).unwrap();
    let remarks = |arguments: &[&str]| -> Vec<String> {
        let ran = place.run(&[&["report", "events", "-f", "markdown"], arguments].concat());
        ran.stdout.lines().filter(|line| line.ends_with('.')).map(str::to_owned).collect()
    };
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    assert_eq!(
        remarks(&["--day", "2025-10-06"]),
        [
            "Whole mission: 2 events lie wholly or partly outside the days of the mission.",
            "Whole mission: 29 events took place on one of several days each, not known which: possible on every one of them.",
        ]
    );
    let second = "a-second-mission,A second mission,,,,,flemish-report\n";
    std::fs::write(place.path("data/missions.csv"), missions + second).unwrap();
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    assert_eq!(
        remarks(&["--lang", "nl"]),
        [
            "usa-west-2025: 2 activiteiten vallen geheel of deels buiten de dagen van de zending.",
            "usa-west-2025: 29 activiteiten vonden elk plaats op één van meerdere dagen, niet bekend welke: mogelijk op elk ervan.",
        ]
    );
}

/// The text of the view, from its name to the end of its statement.
fn view_of_notes() -> &'static str {
    SCHEMA.split_once("CREATE VIEW report_notes").unwrap().1.split_once(';').unwrap().0
}

#[test]
fn every_note_that_the_schema_names_is_a_phrase_with_one_number_in_every_language() {
    let quoted = view_of_notes().split('\'').skip(1).step_by(2);
    let notes: BTreeSet<&str> = quoted.filter(|word| REPORTS.iter().all(|report| report.name != *word)).collect();
    assert_eq!(notes.len(), 8, "{notes:?}");
    for note in notes {
        let phrase: Phrase = note.parse().unwrap_or_else(|_| panic!("`{note}` is no phrase"));
        for language in Language::VARIANTS {
            assert_eq!(language.say(phrase).matches("{}").count(), 1, "{note}");
        }
    }
}

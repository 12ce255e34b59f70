//! `mission check`.

use crate::harness::{Place, Ran, formats, golden, text_formats};
use mission::format::Content;

#[test]
fn the_verdicts_on_seed_and_example_are_as_blessed() {
    for (data, place) in [("seed", Place::with_seed()), ("examples", Place::with_data("examples/belgian-missions"))] {
        for format in text_formats() {
            let ran = place.run(&["check", "-q", "-f", format]);
            assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
            golden(&format!("check/{data}.{format}"), &ran.stdout);
        }
    }
}

/// The forms that CI reads.
fn for_findings() -> impl Iterator<Item = &'static str> {
    formats(|format| format.content() == Content::Findings)
}

#[test]
fn findings_are_written_in_the_forms_that_ci_reads() {
    let place = Place::with_copy_of_seed();
    std::fs::rename(place.path("data"), place.path("seed")).unwrap();
    assert_eq!(place.run(&["init", "seed", "-q"]).code, Some(0));
    for format in for_findings() {
        let ran = place.run(&["check", "-f", format, "--data", "seed"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        golden(&format!("check/seed.{format}"), &ran.stdout);
    }
    let strict = place.run(&["check", "-f", "junit", "--strict", "-q"]);
    assert_eq!(strict.code, Some(1));
    assert_eq!(strict.stdout.matches("<failure").count(), 12);
    assert_eq!(
        place.run(&["report", "events", "-f", "sarif"]),
        Ran::failed(2, "error: sarif holds findings, and this is none\n  hint: use `mission check -f sarif`\n")
    );
}

#[test]
fn findings_name_no_file_where_nothing_is_known_of_the_data_folder() {
    let place = Place::with_seed();
    for format in for_findings() {
        let ran = place.run(&["check", "-f", format]);
        assert_eq!(ran.code, Some(0));
        assert_eq!(ran.stderr, "without --data DIR or --data FILE.xlsx, the findings name no file and no line\n");
        golden(&format!("check/seed-without-data.{format}"), &ran.stdout);
        for word in ["claims.csv", "file=", "line=", "artifactLocation", "startLine"] {
            assert!(!ran.stdout.contains(word), "{format}: {word}");
        }
    }
}

#[test]
fn findings_name_the_workbook_and_the_cell_as_those_of_init_do() {
    let place = Place::with_seed();
    place.run(&["export", "-o", "data.xlsx"]);
    assert_eq!(place.run(&["init", "-q", "data.xlsx"]).code, Some(0));
    let annotations = place.run(&["check", "-f", "github", "--data", "data.xlsx"]).stdout;
    let without_place = place.run(&["check", "-f", "github"]).stdout;
    assert!(annotations.lines().count() > 10);
    let csv = place.run(&["export", "claims"]).stdout;
    for (annotation, without_place) in annotations.lines().zip(without_place.lines()) {
        let (command, rest) = without_place.split_once(" title=").unwrap();
        let (title, message) = rest.split_once("::").unwrap();
        let claim = title.trim_start_matches("usa-west-2025/");
        let row = csv.lines().position(|line| line.contains(&format!(",{claim},"))).unwrap() + 1;
        assert_eq!(annotation, format!("{command} file=data.xlsx,title={title}::claims!A{row}: {message}"));
    }
}

#[test]
fn a_claim_that_is_not_in_the_data_folder_has_no_place() {
    let place = Place::with_copy_of_seed();
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    place.edit("data/claims.csv", ",companies-belgium-bx1-results,", ",another-claim,");
    let claims = ["companies-belgium-bx1-results", "companies-belgium-eventail-chronicle"];
    let located = |claim| place.run(&["check", claim, "-f", "github", "--data", "data", "-q"]).stdout;
    let [gone, there] = claims.map(located);
    assert!(gone.starts_with("::warning title="), "{gone}");
    assert!(there.starts_with("::warning file=data/claims.csv,line="), "{there}");
    for format in for_findings() {
        let ran = place.run(&["check", "-f", format, "--data", "data"]);
        assert_eq!(ran.stderr, "1 of 56 claims not found in data: mission.db was built from other data\n");
    }
}

#[test]
fn a_data_folder_that_is_not_there_is_no_place_for_findings() {
    let place = Place::with_seed();
    for format in for_findings().chain(["table", "csv"]) {
        assert_eq!(
            place.run(&["check", "-f", format, "--data", "nowhere"]),
            Ran::failed(
                2,
                "error: there is no data folder at nowhere\n  hint: a data folder holds sources.csv and missions.csv; without one, `mission init` uses the built-in seed\n"
            ),
            "{format}"
        );
    }
}

#[test]
fn a_claim_keeps_its_name_in_junit_when_its_verdict_changes() {
    let place = Place::with_copy_of_seed();
    let case = |verdict: &str| {
        place.run(&["init", "data", "-q"]);
        let junit = place.run(&["check", "organisations-flanders-flemish-report", "-f", "junit", "-q"]).stdout;
        assert!(junit.contains(&format!(" is {verdict}: ")), "{junit}");
        let start = junit.find("<testcase").unwrap();
        junit[start..].split_once('>').unwrap().0.to_owned()
    };
    let before = case("unverified");
    assert_eq!(before, "<testcase classname=\"usa-west-2025\" name=\"organisations-flanders-flemish-report\"");
    place.edit(
        "data/claims.csv",
        ",8,reported,flemish-minister-president,flemish-report",
        ",<=0,reported,flemish-minister-president,flemish-report",
    );
    assert_eq!(case("refuted"), before);
}

#[test]
fn an_annotation_points_at_the_line_of_the_claim_behind_line_breaks_and_blank_lines() {
    let place = Place::with_copy_of_seed();
    place.edit(
        "data/claims.csv",
        "\nusa-west-2025,agreements-brussels-bx1-results,",
        "\n\r\nusa-west-2025,agreements-brussels-bx1-results,",
    );
    place.edit("data/claims.csv", ",petit-journal-preview,\n", ",petit-journal-preview,\"a\nb\"\n");
    assert_eq!(place.run(&["init", "data", "-q"]).code, Some(0));
    let text = std::fs::read_to_string(place.path("data/claims.csv")).unwrap();
    let annotations = place.run(&["check", "-f", "github", "--data", "data"]).stdout;
    assert!(annotations.lines().count() > 10);
    for annotation in annotations.lines() {
        let between =
            |from: &str, to: &str| annotation.split_once(from).unwrap().1.split_once(to).unwrap().0.to_owned();
        let line: usize = between("line=", ",").parse().unwrap();
        let claim = between("title=usa-west-2025/", "::");
        assert!(text.lines().nth(line - 1).unwrap().contains(&format!(",{claim},")), "{annotation}");
    }
}

#[test]
fn a_claim_is_explained_with_its_readings_its_contradictions_and_its_rows() {
    let place = Place::with_seed();
    for claim in [
        "companies-flanders-flemish-report",
        "agreements-flemish-report",
        "events-belgium-eventail-chronicle",
        "people-belgium-fps-announcement",
    ] {
        let ran = place.run(&["check", claim]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        golden(&format!("check/{claim}.txt"), &ran.stdout);
    }
}

#[test]
fn the_rows_that_an_explanation_lists_are_those_that_were_counted() {
    // Of most missions of the examples, nothing is listed.
    for (place, number) in [(Place::with_seed(), 31), (Place::with_data("examples/belgian-missions"), 3)] {
        let claims = place.ask(
            "SELECT claim_id, listed_min, listed_max, mission_id FROM claim_verdicts WHERE listed_min IS NOT NULL",
        );
        assert_eq!(claims.lines().count(), number);
        for line in claims.lines() {
            let cells: Vec<&str> = line.split(',').collect();
            let explained = place.run(&["check", cells[0], "--mission", cells[3]]).stdout;
            let certain = explained.matches("│ row: certain").count();
            let possible = explained.matches("│ row: possible").count();
            assert_eq!(
                (certain.to_string(), (certain + possible).to_string()),
                (cells[1].into(), cells[2].into()),
                "{line}"
            );
        }
    }
}

#[test]
fn exit_zero_says_yes_whatever_the_verdicts_are() {
    assert_eq!(Place::with_seed().run(&["check", "--strict", "--exit-zero", "-q"]).code, Some(0));
}

#[test]
fn a_conflicting_claim_fails_only_a_strict_check() {
    let place = Place::with_seed();
    assert_eq!(place.run(&["check"]).code, Some(0));
    assert_eq!(place.run(&["check", "--strict"]).code, Some(1));
    assert_eq!(place.run(&["check", "--strict", "meetings-belgium-belga-first-days"]).code, Some(0));
}

#[test]
fn more_listed_rows_than_published_refute_a_claim_and_fail_the_check() {
    let place = Place::with_copy_of_seed();
    place.edit(
        "data/claims.csv",
        ",8,reported,flemish-minister-president,flemish-report",
        ",<=0,reported,flemish-minister-president,flemish-report",
    );
    place.run(&["init", "data", "-q"]);
    let ran = place.run(&["check", "organisations-flanders-flemish-report", "-f", "csv"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains(",refuted,"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Organisations · Flanders: 1 listed > at most 0 (flemish-report)"), "{}", ran.stdout);
}

#[test]
fn an_unknown_claim_or_mission_is_never_all_fine() {
    let place = Place::with_seed();
    assert_eq!(
        place.run(&["check", "companies-flanders-flemish-reprot"]),
        Ran::failed(
            2,
            "error: there is no claim `companies-flanders-flemish-reprot`\n  hint: did you mean `companies-flanders-flemish-report`?\n"
        )
    );
    let place_of_many = Place::with_data("examples/belgian-missions");
    assert_eq!(
        place_of_many.run(&["check", "people-belgium-fps-japan-highlight", "--mission", "norway-2024"]).code,
        Some(2),
        "a claim of another mission"
    );
    assert_eq!(
        place.run(&["check", "--mission", "usa-west"]),
        Ran::failed(2, "error: there is no mission `usa-west`\n  hint: did you mean `usa-west-2025`?\n")
    );
}

//! `mission check`.

use crate::harness::{Place, Ran, golden};

#[test]
fn the_verdicts_on_seed_and_example_are_as_blessed() {
    for (data, place) in [("seed", Place::with_seed()), ("examples", Place::with_data("examples/belgian-missions"))] {
        for format in ["table", "csv", "json", "jsonl", "markdown"] {
            let ran = place.run(&["check", "-f", format]);
            assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
            golden(&format!("check/{data}.{format}"), &ran.stdout);
        }
    }
}

#[test]
fn a_disputed_claim_fails_only_a_strict_check() {
    let place = Place::with_seed();
    assert_eq!(place.run(&["check"]).code, Some(0));
    assert_eq!(place.run(&["check", "--strict"]).code, Some(1));
    assert_eq!(place.run(&["check", "--strict", "meetings-belgium-belga-first-days"]).code, Some(0));
}

#[test]
fn more_listed_rows_than_published_refute_a_claim_and_fail_the_check() {
    let place = Place::with_copy_of_seed();
    place.edit("data/claims.csv", ",8,reported,flemish-report", ",<=0,reported,flemish-report");
    place.run(&["init", "data", "-q"]);
    let ran = place.run(&["check", "organisations-flanders-flemish-report", "-f", "csv"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains(",refuted,"), "{}", ran.stdout);
    assert!(ran.stdout.contains("1 listed, <=0 published"), "{}", ran.stdout);
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
    assert_eq!(
        place.run(&["check", "--mission", "usa-west"]),
        Ran::failed(2, "error: there is no mission `usa-west`\n  hint: did you mean `usa-west-2025`?\n")
    );
}

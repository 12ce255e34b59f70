//! `mission query`, and the shared nasty sample for all formats.

use crate::harness::{Place, Ran, golden};
use std::fs;

const NASTY: &str = "SELECT 1 AS n, 'a,\"b\"' AS \"te|xt\", NULL AS none, 1.5 AS real, x'00ff' AS blob
    UNION ALL SELECT -9223372036854775808, 'line' || char(10) || 'break', '', 1e300, NULL
    UNION ALL SELECT 0, '=1+1 <b>&*_é🚀' || char(9, 27), '  ', -0.1, x''";

#[test]
fn every_format_keeps_the_nasty_sample() {
    let place = Place::with_seed();
    for format in ["table", "csv", "csv-excel", "tsv", "json", "jsonl", "markdown", "html", "sql"] {
        let ran = place.run(&["query", NASTY, "-f", format]);
        let said = "1 cell got an apostrophe before it, as Excel would have run it as a formula; \
                    -f csv and -f xlsx leave every cell as it is\n";
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), if format == "csv-excel" { said } else { "" }));
        golden(&format!("nasty/sample.{format}"), &ran.stdout);
    }
}

#[test]
fn no_rows_are_written_as_no_rows() {
    let place = Place::with_seed();
    let none = "SELECT 1 AS n WHERE 0";
    assert_eq!(place.run(&["query", none, "-f", "csv"]), Ran::printed(0, "n\n"));
    assert_eq!(place.run(&["query", none, "-f", "json"]), Ran::printed(0, "[]\n"));
    assert_eq!(place.run(&["query", none, "-f", "jsonl"]), Ran::printed(0, ""));
    assert_eq!(place.run(&["query", none, "-f", "markdown"]), Ran::printed(0, "| n |\n| ---: |\n"));
}

#[test]
fn a_statement_comes_from_an_argument_or_from_standard_input() {
    let place = Place::with_seed();
    let sql = "-- a question\nSELECT count(*) AS n FROM events WHERE city_id = :city;\n";
    let berkeley = Ran::printed(0, "n\n2\n");
    assert_eq!(place.run(&["query", "--param", "city=berkeley", "-f", "csv", "--", sql]), berkeley);
    assert_eq!(place.run_with_input(&["query", "-", "--param", "city=berkeley", "-f", "csv"], sql), berkeley);
}

#[test]
fn nothing_but_reading_is_allowed_and_the_file_stays_as_it_is() {
    let place = Place::with_seed();
    let before = fs::read(place.path("mission.db")).unwrap();
    for sql in [
        "DELETE FROM claims",
        "INSERT INTO regions VALUES ('x', 'x', 'x', 'x') RETURNING *",
        "DROP TABLE claims",
        "ATTACH 'other.db' AS other",
        "VACUUM INTO 'other.db'",
        "PRAGMA query_only = OFF",
        "PRAGMA user_version = 2",
        "CREATE TEMP TABLE t (x)",
        "SELECT load_extension('x')",
        "BEGIN",
    ] {
        let ran = place.run(&["query", sql]);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{sql}");
        assert!(ran.stderr.contains("hint: the database is a build product"), "{sql}: {}", ran.stderr);
    }
    assert_eq!(fs::read(place.path("mission.db")).unwrap(), before);
    assert!(!place.path("other.db").exists());
}

#[test]
fn what_is_no_single_question_is_refused() {
    let place = Place::with_seed();
    let hint = "  hint: the database is a build product: edit the CSV and run `mission init` again\n";
    assert_eq!(
        place.run(&["query", "SELECT 1; SELECT 2"]),
        Ran::failed(2, &format!("error: only one statement can be run at a time\n{hint}"))
    );
    assert_eq!(
        place.run(&["query", "  "]),
        Ran::failed(2, &format!("error: there is no SQL statement in the input\n{hint}"))
    );
    for (sql, message, nearest) in [
        ("SELECT nme FROM participants", "no such column: nme", "name"),
        ("SELECT c.claimid FROM claims AS c", "no such column: c.claimid", "claim_id"),
        ("SELECT * FROM claim", "no such table: claim", "claims"),
        ("SELECT upperr('x')", "no such function: upperr", "upper"),
    ] {
        let expected = format!("error: SQL: {message}\n  hint: did you mean `{nearest}`?\n");
        assert_eq!(place.run(&["query", sql]), Ran::failed(2, &expected));
    }
}

#[test]
fn parameters_are_neither_missing_nor_superfluous() {
    let place = Place::with_seed();
    let hint = "  hint: give each parameter as --param name=value\n";
    assert_eq!(
        place.run(&["query", "SELECT :a"]),
        Ran::failed(2, &format!("error: the parameter :a of the statement has no value\n{hint}"))
    );
    assert_eq!(
        place.run(&["query", "SELECT 1", "--param", "a=1"]),
        Ran::failed(2, &format!("error: the statement has no parameter :a\n{hint}"))
    );
}

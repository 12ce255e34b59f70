//! `mission query`, and the shared nasty sample for all formats.

use crate::harness::{Place, Ran, formats, golden, text_formats};
use mission::format::Content;
use std::fs;

const NASTY: &str = "SELECT 1 AS n, 'a,\"b\"' AS \"te|xt\", NULL AS none, 1.5 AS real, x'00ff' AS blob
    UNION ALL SELECT -9223372036854775808, 'line' || char(10) || 'break', '', 1e300, NULL
    UNION ALL SELECT 0, '=1+1 <b>&*_é🚀' || char(9, 27), '  ', -0.1, x''";

#[test]
fn every_format_keeps_the_nasty_sample() {
    let place = Place::with_seed();
    for format in text_formats() {
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
    for format in formats(|format| format.content() == Content::Anything) {
        let ran = place.run(&["query", "SELECT 1 AS n WHERE 0", "-f", format, "-o", "none"]);
        assert_eq!(ran, Ran::printed(0, ""), "{format}");
        if text_formats().any(|text| text == format) {
            golden(&format!("nasty/no-rows.{format}"), &fs::read_to_string(place.path("none")).unwrap());
        } else {
            assert_ne!(fs::metadata(place.path("none")).unwrap().len(), 0, "{format}");
        }
    }
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
fn two_columns_of_one_name_are_refused_where_one_of_them_would_be_lost() {
    let place = Place::with_seed();
    let refused = "error: two columns are called `a`\n  hint: give each a name of its own with AS, or use -f csv\n";
    for format in text_formats() {
        let ran = place.run(&["query", "SELECT 1 AS a, 2 AS b, 3 AS a", "-f", format]);
        assert!(ran.stderr.is_empty() || ran == Ran::failed(2, refused), "{format}: {}", ran.stderr);
        golden(&format!("nasty/one-name.{format}"), &(ran.stdout + &ran.stderr));
    }
}

#[test]
fn what_is_no_single_question_is_refused() {
    let place = Place::with_seed();
    for (sql, message, hint) in [
        ("SELECT 1; SELECT 2", "only one statement can be run at a time", "run each of them by itself"),
        ("  ", "there is no SQL statement in the input", "such as: mission query 'SELECT name FROM missions'"),
        ("-- nothing", "there is no SQL statement in the input", "such as: mission query 'SELECT name FROM missions'"),
    ] {
        assert_eq!(place.run(&["query", sql]), Ran::failed(2, &format!("error: {message}\n  hint: {hint}\n")));
    }
}

#[test]
fn a_mistake_is_shown_at_its_place_with_the_nearest_name() {
    let place = Place::with_seed();
    for (sql, message) in [
        (
            "SELECT nme FROM participants",
            "no such column: nme\n  |\n1 | SELECT nme FROM participants\n  |        ^^^\n  hint: did you mean `name`?\n",
        ),
        (
            "-- é\nSELECT c.claimid FROM claims AS c",
            "no such column: c.claimid\n  |\n2 | SELECT c.claimid FROM claims AS c\n  |        ^\n  hint: did you mean `claim_id`?\n",
        ),
        (
            "SELECT *\nFROM claim",
            "no such table: claim\n  |\n2 | FROM claim\n  |      ^^^^^\n  hint: did you mean `claims`?\n",
        ),
        (
            "SELECT medain(1)",
            "no such function: medain\n  |\n1 | SELECT medain(1)\n  |        ^^^^^^\n  hint: did you mean `median`?\n",
        ),
        ("SELEC 1", "near \"SELEC\": syntax error\n  |\n1 | SELEC 1\n  | ^^^^^\n"),
        ("SELECT", "incomplete input\n"),
    ] {
        assert_eq!(place.run(&["query", sql]), Ran::failed(2, &format!("error: SQL: {message}")));
    }
}

#[test]
fn a_statement_comes_from_a_file_as_well() {
    let place = Place::with_seed();
    fs::write(place.path("q.sql"), "\u{feff}-- how many\nSELECT count(*) AS n FROM events;\n").unwrap();
    assert_eq!(place.run(&["query", "--file", "q.sql", "-f", "csv"]), Ran::printed(0, "n\n49\n"));
    assert_eq!(place.run(&["query", "-- x\nSELECT 1 AS n", "-f", "csv"]), Ran::printed(0, "n\n1\n"));
    fs::write(place.path("q.sql"), b"SELECT '\xe9'").unwrap();
    let not_utf8 = "error: q.sql is not UTF-8\n  hint: save it as UTF-8\n";
    assert_eq!(place.run(&["query", "--file", "q.sql"]), Ran::failed(2, not_utf8));
    assert_eq!(place.run(&["query"]).code, Some(2));
    assert_eq!(place.run(&["query", "SELECT 1", "--file", "q.sql"]).code, Some(2));
}

#[test]
fn a_statement_is_stopped_after_the_rows_that_were_asked_for() {
    let place = Place::with_seed();
    let ran = place.run(&["query", "SELECT 1 AS n UNION ALL SELECT 2", "--max-rows", "1", "-f", "json"]);
    let stopped = "stopped after 1 row (--max-rows); there are more\n".to_owned();
    assert_eq!(ran, Ran { code: Some(0), stdout: "[\n {\"n\":1}\n]\n".to_owned(), stderr: stopped });
    let all = place.run(&["query", "SELECT 1 AS n", "--max-rows", "1", "-f", "csv"]);
    assert_eq!(all, Ran::printed(0, "n\n1\n"));
}

#[test]
fn parameters_have_types() {
    let place = Place::with_seed();
    let sql = "SELECT typeof(:i) AS i, typeof(@r) AS r, typeof($t) AS t, typeof(:u) AS u, typeof(:n) AS n";
    let given = ["i:int=-3", "r:real=1", "t=3", ":u:text=a:int=b", "n:null="];
    let arguments: Vec<&str> =
        ["query", sql, "-f", "csv"].into_iter().chain(given.iter().flat_map(|p| ["--param", p])).collect();
    assert_eq!(place.run(&arguments), Ran::printed(0, "i,r,t,u,n\ninteger,real,text,text,null\n"));
    for (given, wrong) in [
        ("a:int=1.5", "`1.5` is not a whole number"),
        ("a:real=inf", "`inf` is not a number"),
        ("a:null=x", "`x` is not nothing; write name:null="),
        ("a:date=x", "`date` is no type; there are int, real, text and null"),
        ("=x", "write it as name=value"),
        ("a", "write it as name=value"),
    ] {
        let ran = place.run(&["query", "SELECT :a", "--param", given]);
        let message = format!("error: invalid value '{given}' for '--param <NAME=VALUE>': {wrong}\n");
        assert!(ran.code == Some(2) && ran.stderr.starts_with(&message), "{}", ran.stderr);
    }
}

#[test]
fn a_time_in_which_no_statement_can_be_run_is_refused() {
    let place = Place::with_seed();
    for time in ["0", "-0", "0.0", "1e-10", "1e-400", "-1", "nan", "inf", "1e30", "1m", ""] {
        let ran = place.run(&["query", "SELECT 1 AS n", &format!("--timeout={time}"), "-f", "csv"]);
        let message = format!("error: invalid value '{time}' for '--timeout <SECONDS>': write it as 30 or 0.5\n");
        assert!(ran.code == Some(2) && ran.stderr.starts_with(&message), "{time}: {}", ran.stderr);
    }
    for time in ["0.5", "30", "1e3"] {
        let ran = place.run(&["query", "SELECT 1 AS n", "--timeout", time, "-f", "csv"]);
        assert_eq!(ran, Ran::printed(0, "n\n1\n"), "{time}");
    }
}

#[test]
fn every_helper_that_the_schema_lists_works() {
    let place = Place::with_seed();
    let listed = place.run(&["schema", "--functions", "-f", "json"]).stdout;
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    for helper in listed.as_array().unwrap() {
        let ran = place.run(&["query", helper["example"].as_str().unwrap(), "-f", "csv"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{helper}");
        assert!(ran.stdout.lines().count() > 1, "{helper}");
    }
    for (sql, value) in [
        ("fold('ÉLAN Straße ĳ ﬁ')", "elan straße ij fi"),
        ("fold(NULL) IS NULL", "1"),
        ("'Liège' = 'LIEGE' COLLATE folded", "1"),
        ("'Liège' < 'Lille' COLLATE folded", "1"),
        ("'É' REGEXP '(?i)^é$'", "1"),
        ("NULL REGEXP 'a' IS NULL", "1"),
        ("(SELECT median(column1) FROM (VALUES (3), (1), (NULL), ('x')))", "2"),
        ("(SELECT median(1) WHERE 0) IS NULL", "1"),
        ("(SELECT percentile(column1, 25) FROM (VALUES (1), (2), (3), (4), (5)))", "2"),
        ("(SELECT percentile(column1, 90) FROM (VALUES (0), (1)))", "0.9"),
    ] {
        let ran = place.run(&["query", &format!("SELECT {sql} AS x"), "-f", "csv"]);
        assert_eq!(ran, Ran::printed(0, &format!("x\n{value}\n")), "{sql}");
    }
    let wrong = place.run(&["query", "SELECT percentile(1, 101)"]);
    assert_eq!(wrong, Ran::failed(2, "error: SQL: percentile() needs a number from 0 to 100\n"));
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
    assert_eq!(
        place.run(&["query", "SELECT :a", "--param", "a=1", "--param", "a=2"]),
        Ran::failed(2, &format!("error: the parameter a is given twice\n{hint}"))
    );
    assert_eq!(
        place.run(&["query", "SELECT ?"]),
        Ran::failed(2, &format!("error: a parameter of the statement has no name; write it as :name\n{hint}"))
    );
}

#[test]
fn a_terminal_is_given_nothing_that_it_would_obey() {
    let place = Place::with_seed();
    let sql = "SELECT char(27) || '[2J' AS a, char(0x202e) || 'txt.exe' AS b, char(0x9b) AS c";
    let shown = place.run(&["query", sql, "--plain"]).stdout;
    assert_eq!(shown, " a     b         c\n ␛[2J  \u{fffd}txt.exe  \u{fffd}\n");
    let data = place.run(&["query", sql, "-f", "csv"]).stdout;
    assert_eq!(data, "a,b,c\n\u{1b}[2J,\u{202e}txt.exe,\u{9b}\n", "data stays as it is");
}

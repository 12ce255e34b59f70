//! What the program says of itself, and what it offers to a shell.

use crate::harness::{Place, Ran, commands, golden};
use clap::CommandFactory;
use clap_complete::env::Shells;
use mission::cli::Cli;

#[test]
fn help_begins_with_examples() {
    let place = Place::empty();
    let help = place.run(&["-h"]);
    golden("help/mission.txt", &help.stdout);
    for command in commands() {
        let help = place.run(&[&command, "-h"]);
        assert_eq!((help.code, help.stderr.as_str()), (Some(0), ""));
        assert!(help.stdout.starts_with(&format!("Examples:\n  mission {command}")), "{}", help.stdout);
        golden(&format!("help/{command}.txt"), &help.stdout);
    }
}

#[test]
fn an_unknown_option_is_answered_with_the_usage_of_its_command() {
    let place = Place::empty();
    for command in commands() {
        for option in ["--no-such", "--form"] {
            let ran = place.run(&[&command, option, "x", "y", "z"]);
            let usage = format!("\nUsage: mission {command} [OPTIONS]");
            assert!(ran.code == Some(2) && ran.stderr.contains(&usage), "{}", ran.stderr);
        }
    }
}

#[test]
fn the_topics_tell_of_the_data_folder_and_of_counts() {
    let place = Place::empty();
    let mut program = Cli::command();
    program.build();
    let topics = program.get_subcommands().filter(|it| it.is_hide_set() && it.get_positionals().next().is_none());
    for topic in topics.map(clap::Command::get_name) {
        let help = place.run(&["help", topic]);
        assert_eq!((help.code, help.stderr.as_str()), (Some(0), ""));
        golden(&format!("help/topic-{topic}.txt"), &help.stdout);
        assert_eq!(place.run(&[topic]).code, Some(0));
    }
}

#[test]
fn what_the_topic_of_counts_says_is_so() {
    let place = Place::empty();
    let topic = place.run(&["counts"]).stdout;
    std::fs::create_dir(place.path("data")).unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path("data").join(name), text).unwrap();
    write("sources.csv", "source_id,title\ns,S\n");
    write("missions.csv", "mission_id,name,source_id\nm,M,s\n");
    let allowed = [
        ("112", "112", "112"),
        (">30", "31", ""),
        (">=30", "30", ""),
        ("30+", "30", ""),
        ("<500", "0", "499"),
        ("<=500", "0", "500"),
        ("10-15", "10", "15"),
        ("~500", "450", "550"),
    ];
    let rows: String = (0..).zip(allowed).map(|(n, (count, ..))| format!("m,c{n},x{n},{count},s\n")).collect();
    write("claims.csv", &format!("mission_id,claim_id,subject,count,source_id\n{rows}"));
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    for (count, min, max) in allowed {
        assert!(topic.contains(count), "{count}");
        let sql = format!("SELECT count_min || ' ' || ifnull(count_max, '') FROM claims WHERE count = '{count}'");
        assert_eq!(place.ask(&sql), format!("{min} {max}").trim_end(), "{count}");
    }
}

#[test]
fn what_is_misspelt_gets_the_nearest_name() {
    let place = Place::with_seed();
    for (typed, wrong, nearest) in [
        (&["reprot"][..], "'reprot'", "'report'"),
        (&["help", "reprot"], "'reprot'", "'report'"),
        (&["help", "dat"], "'dat'", "'data'"),
        (&["report", "events", "--dya", "2025-10-05"], "'--dya'", "'--day'"),
        (&["report", "events", "--dya=2025-10-05"], "'--dya'", "'--day'"),
        (&["query", "--parm", "x=1", "SELECT :x"], "'--parm'", "'--param'"),
        (&["--landg", "nl", "summary"], "'--landg'", "'--lang'"),
        (&["report", "events", "-f", "jsno"], "'jsno'", "'json'"),
        (&["report", "evnts"], "`evnts`", "`events`"),
        (&["export", "event"], "`event`", "`events`"),
        (&["report", "events", "--mission", "usa-wets-2025"], "`usa-wets-2025`", "`usa-west-2025`"),
        (&["report", "agreements", "--city", "san-fransisco"], "`san-fransisco`", "`san-francisco`"),
        (&["check", "companies-flanders-flemish-reprot"], "", "`companies-flanders-flemish-report`"),
        (&["query", "SELECT nmae FROM participants"], "nmae", "`name`"),
        (&["query", "SELECT name FROM participnts"], "participnts", "`participants`"),
    ] {
        let ran = place.run(typed);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{typed:?}");
        assert!(ran.stderr.contains(wrong) && ran.stderr.contains(nearest), "{typed:?}: {}", ran.stderr);
        assert!(!ran.stderr.contains("as a value, use"), "{}", ran.stderr);
    }
}

#[test]
fn what_is_no_slip_gets_no_name() {
    let place = Place::empty();
    for typed in [&["explain", "--mission", "x"][..], &["schema", "--session"], &["init", "--data", "x"]] {
        let ran = place.run(typed);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{typed:?}");
        assert!(!ran.stderr.contains("tip:"), "{typed:?}: {}", ran.stderr);
    }
}

#[test]
fn the_topic_of_the_data_folder_fits_a_narrow_window() {
    let output = Place::empty().command().env("COLUMNS", "60").args(["help", "data"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("╭") && text.lines().all(|line| line.chars().count() <= 60), "{text}");
}

/// What a shell is offered for the last of some words.
fn offered(place: &Place, words: &[&str]) -> Vec<String> {
    let mut command = place.command();
    command.env("COMPLETE", "bash").env("_CLAP_IFS", "\n").env("_CLAP_COMPLETE_INDEX", words.len().to_string());
    let output = command.args(["--", "mission"]).args(words).output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn a_shell_is_offered_the_names_of_the_database() {
    let place = Place::with_seed();
    assert_eq!(offered(&place, &["check", "companies-w"]), ["companies-wallonia-aktus-walloon-delegation"]);
    assert_eq!(offered(&place, &["report", "ev"]), ["events"]);
    assert_eq!(offered(&place, &["export", "agr"]), ["agreements", "agreement_parties"]);
    assert_eq!(offered(&place, &["schema", "claim_"]), ["claim_verdicts"]);
    assert_eq!(offered(&place, &["page", "u"]), ["usa-west-2025"]);
    assert_eq!(offered(&place, &["report", "events", "--day", "2025-10-1"]), ["2025-10-10", "2025-10-11"]);
    assert_eq!(offered(&place, &["report", "agreements", "--city", "san-f"]), ["san-francisco"]);
    assert_eq!(offered(&place, &["report", "participants", "--region", "f"]), ["flanders"]);
    assert_eq!(offered(&Place::empty(), &["check", "c"]), [""; 0], "there is no database");
}

#[test]
fn every_shell_gets_its_completions() {
    let place = Place::empty();
    for shell in Shells::builtins().names() {
        let output = place.command().env("COMPLETE", shell).output().unwrap();
        assert!(output.status.success() && !output.stdout.is_empty(), "{shell}");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let place = Place::empty();
    assert_eq!(place.run(&["man", "pages"]), Ran::printed(0, ""));
    for command in commands() {
        let page = std::fs::read_to_string(place.path("pages").join(format!("mission-{command}.1"))).unwrap();
        assert!(page.contains(".TH mission-"), "{command}");
    }
}

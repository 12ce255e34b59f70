//! Three languages for people; keys and data have none.

use crate::harness::{Place, Ran, data_formats, golden};
use mission::column::{Holds, known};
use mission::language::{Language, Phrase};
use mission::model::Table;
use mission::report::REPORTS;
use std::fs;
use strum::VariantArray;

fn for_people() -> impl Iterator<Item = Vec<&'static str>> {
    let reports = REPORTS.iter().map(|report| vec!["report", report.name]);
    reports.chain([vec!["summary"], vec!["check", "--exit-zero"]])
}

/// All but English.
fn translations() -> impl Iterator<Item = Language> {
    Language::VARIANTS.iter().copied().filter(|language| *language != Language::En)
}

/// The cells of the tables in a page of Markdown, and its other lines.
fn cells(markdown: &str) -> Vec<String> {
    markdown.lines().flat_map(|line| line.trim_matches('|').split('|')).map(|cell| cell.trim().to_owned()).collect()
}

#[test]
fn no_english_word_is_left_where_a_language_has_its_own() {
    for place in [Place::with_seed(), Place::with_data("examples/belgian-missions")] {
        for command in for_people() {
            let run =
                |language: &str| place.run(&[&command[..], &["-f", "markdown", "--lang", language]].concat()).stdout;
            let english = cells(&run("en"));
            for language in translations() {
                let translated = cells(&run(language.code()));
                assert_eq!(english.len(), translated.len(), "{command:?}");
                for phrase in Phrase::VARIANTS {
                    let (from, to) = (Language::En.say(*phrase), language.say(*phrase));
                    let left = english.iter().zip(&translated).find(|(en, other)| *en == from && *other == from);
                    assert!(from == to || left.is_none(), "{command:?} in {language:?}: {from}");
                }
            }
        }
    }
}

#[test]
fn every_column_of_a_report_has_a_heading_and_every_word_of_a_closed_list_a_phrase() {
    for place in [Place::with_seed(), Place::with_data("examples/belgian-missions")] {
        for report in REPORTS {
            let rows = place.run(&["report", report.name, "-f", "json"]).stdout;
            let rows: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&rows).unwrap();
            for (name, value) in rows.iter().flatten() {
                let column = known(name).unwrap_or_else(|| panic!("src/column.rs does not know the column {name}"));
                let Some(word) = value.as_str().filter(|_| column.holds == Holds::Word) else { continue };
                assert!(Language::Nl.known_word(word).is_some(), "{}.{name}: {word} is no phrase", report.name);
            }
        }
    }
}

#[test]
fn a_sentence_or_a_title_of_several_words_is_another_one_in_each_language() {
    for phrase in Phrase::VARIANTS {
        let [en, nl, fr] = [Language::En, Language::Nl, Language::Fr].map(|language| language.say(*phrase));
        let several = en.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count() > 1;
        assert!(!several || (en != nl && en != fr && nl != fr), "{phrase:?} is not translated: {en}");
    }
}

#[test]
fn people_read_reports_in_their_language() {
    let place = Place::with_seed();
    for language in translations().map(Language::code) {
        golden(&format!("language/summary.{language}.txt"), &place.run(&["summary", "--lang", language]).stdout);
        let explained = place.run(&["check", "companies-flanders-flemish-report", "--lang", language]).stdout;
        golden(&format!("language/claim.{language}.txt"), &explained);
        let page = place.run(&["page", "--lang", language]).stdout;
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        golden(&format!("language/page.{language}.html"), page.split_once("</style>").unwrap().1);
    }
}

#[test]
fn data_has_no_language() {
    let place = Place::with_seed();
    let reports = REPORTS.iter().map(|report| vec!["report", report.name]);
    let tables = Table::ALL.iter().map(|table| vec!["export", table.name()]);
    for command in reports.chain(tables).chain([vec!["check", "--exit-zero"]]) {
        for format in data_formats() {
            let run = |language: Language| {
                place.run(&[&command[..], &["-f", format, "--lang", language.code()]].concat()).stdout
            };
            for language in translations() {
                assert_eq!(run(language), run(Language::En), "{command:?} in {format}");
            }
        }
    }
}

#[test]
fn numbers_are_grouped_as_the_language_does() {
    let place = Place::empty();
    let write = |name: &str, text: &str| fs::write(place.path("data").join(name), text).unwrap();
    fs::create_dir(place.path("data")).unwrap();
    write("sources.csv", "source_id,title\ns,S\n");
    write("missions.csv", "mission_id,name,first_day,last_day,source_id\nm,M,2025-01-01,2025-01-01,s\n");
    let events: String = (0..1234).map(|n| format!("m,e{n},E{n},visit,2025-01-01,2025-01-01,stated,s\n")).collect();
    write("events.csv", &format!("mission_id,event_id,title,kind,first_day,last_day,date_basis,source_id\n{events}"));
    write("claims.csv", "mission_id,claim_id,subject,count,source_id\nm,c,events,>=15000,s\n");
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    for (language, number, tested) in [
        ("en", "| 1,234 |", "at least 15,000"),
        ("nl", "| 1.234 |", "minstens 15.000"),
        ("fr", "| 1\u{202f}234 |", "au moins 15\u{202f}000"),
    ] {
        let report = place.run(&["report", "events", "-f", "markdown", "--lang", language]).stdout;
        assert!(report.contains(number) && report.contains("| ---: |"), "{report}");
        let claim = place.run(&["check", "c", "--lang", language]).stdout;
        assert!(claim.contains(tested), "{claim}");
    }
}

#[test]
fn the_language_is_that_of_the_environment_unless_it_is_given() {
    let place = Place::with_seed();
    let title = |settings: &[(&str, &str)], arguments: &[&str]| {
        let mut command = place.command();
        let output = command.envs(settings.iter().copied()).args([&["report", "events"], arguments].concat()).output();
        let ran = Ran::from(output.unwrap());
        ran.stdout.lines().next().unwrap().split(" · ").next().unwrap().to_owned()
    };
    assert_eq!(title(&[("LC_ALL", ""), ("LANG", "nl_BE.UTF-8")], &[]), "Activiteiten per dag");
    assert_eq!(title(&[("LC_ALL", "fr_BE"), ("LANG", "nl_BE.UTF-8")], &[]), "Activités par jour");
    assert_eq!(title(&[("LC_ALL", "fr_BE")], &["--lang", "en"]), "Events per day");
    for other in ["C", "POSIX", "de_BE.UTF-8", "é", "n"] {
        assert_eq!(title(&[("LC_ALL", other)], &[]), "Events per day", "{other}");
    }
}

#[test]
fn a_workbook_is_data_and_the_same_in_every_language() {
    let place = Place::with_seed();
    for arguments in [&["export"][..], &["report", "participants"], &["check", "--exit-zero"]] {
        let write = |language: &str| {
            let name = format!("{language}.xlsx");
            let ran = place.run(&[arguments, &["-o", &name, "--lang", language, "-q"]].concat());
            assert_eq!(ran, Ran::printed(0, ""));
            fs::read(place.path(&name)).unwrap()
        };
        let english = write("en");
        assert!(english == write("nl") && english == write("fr"), "{arguments:?}");
    }
    let again = place.run(&["init", "-q", "nl.xlsx", "--db", "again.db"]);
    assert_eq!(again.code, Some(1), "a workbook of one result is no data folder");
}

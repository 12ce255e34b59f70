//! Three languages for people; keys and data have none.

use crate::harness::{Place, Ran, golden};
use mission::language::{Language, Phrase};
use std::fs;
use strum::VariantArray;

const FOR_PEOPLE: [&[&str]; 6] = [
    &["report", "participants"],
    &["report", "agreements"],
    &["report", "events"],
    &["report", "missions"],
    &["summary"],
    &["check", "--exit-zero"],
];

/// The cells of the tables in a page of Markdown, and its other lines.
fn cells(markdown: &str) -> Vec<String> {
    markdown.lines().flat_map(|line| line.trim_matches('|').split('|')).map(|cell| cell.trim().to_owned()).collect()
}

#[test]
fn no_english_word_is_left_where_a_language_has_its_own() {
    for place in [Place::with_seed(), Place::with_data("examples/belgian-missions")] {
        for command in FOR_PEOPLE {
            let run = |language: &str| place.run(&[command, &["-f", "markdown", "--lang", language]].concat()).stdout;
            let english = cells(&run("en"));
            for language in [Language::Nl, Language::Fr] {
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
fn every_heading_and_remark_of_a_report_has_a_phrase() {
    for place in [Place::with_seed(), Place::with_data("examples/belgian-missions")] {
        for command in FOR_PEOPLE {
            let markdown = place.run(&[command, &["-f", "markdown"]].concat()).stdout;
            let lines: Vec<&str> = markdown.lines().collect();
            for (index, line) in lines.iter().enumerate() {
                let is_head = lines.get(index + 1).is_some_and(|next| next.starts_with("| ---"));
                let texts = match line.strip_prefix("**") {
                    Some(title) => vec![title.trim_end_matches("**").split(" · ").next().unwrap().to_owned()],
                    None if is_head => cells(line),
                    None if line.ends_with('.') => vec![(*line).to_owned()],
                    None => Vec::new(),
                };
                for text in texts {
                    let known = Phrase::VARIANTS.iter().any(|phrase| Language::En.say(*phrase) == text);
                    assert!(known || Language::Nl.translate(&text) != text, "{command:?}: {text}");
                }
            }
        }
    }
}

#[test]
fn people_read_reports_in_their_language() {
    let place = Place::with_seed();
    for language in ["nl", "fr"] {
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
    for format in ["csv", "json", "jsonl", "tsv", "sql"] {
        for command in [&["report", "participants"][..], &["report", "events"], &["check"], &["export", "claims"]] {
            let run = |language: &str| place.run(&[command, &["-f", format, "--lang", language]].concat()).stdout;
            assert_eq!(run("nl"), run("en"), "{command:?}");
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
    let events: String = (0..1234).map(|n| format!("m,e{n},E,visit,2025-01-01,2025-01-01,stated,s\n")).collect();
    write("events.csv", &format!("mission_id,event_id,title,kind,first_day,last_day,date_basis,source_id\n{events}"));
    write("claims.csv", "mission_id,claim_id,subject,count,source_id\nm,c,events,>=15000,s\n");
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    for (language, number, tested) in [
        ("en", "| 1,234 |", ">=15000 means at least 15,000"),
        ("nl", "| 1.234 |", ">=15000 betekent minstens 15.000"),
        ("fr", "| 1\u{202f}234 |", ">=15000 signifie au moins 15\u{202f}000"),
    ] {
        let report = place.run(&["report", "events", "-f", "markdown", "--lang", language]).stdout;
        assert!(report.contains(number) && report.contains("---: | ---: |"), "{report}");
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
fn a_workbook_has_reports_in_the_language_and_is_a_data_folder_all_the_same() {
    let place = Place::with_seed();
    assert_eq!(place.run(&["export", "-o", "all.xlsx", "--lang", "nl"]).code, Some(0));
    let again = place.run(&["init", "-q", "all.xlsx", "--db", "again.db"]);
    assert_eq!((again.code, again.stderr.as_str()), (Some(0), ""));
    assert_eq!(fs::read(place.path("again.db")).unwrap(), fs::read(place.path("mission.db")).unwrap());
    let mut file = zip::ZipArchive::new(fs::File::open(place.path("all.xlsx")).unwrap()).unwrap();
    let strings = std::io::read_to_string(file.by_name("xl/sharedStrings.xml").unwrap()).unwrap();
    for text in ["gepubliceerd min.", "betwist", "maandag", "Vlaanderen", "opgelijste deelnemers"] {
        assert!(strings.contains(&format!(">{text}<")), "{text}");
    }
}

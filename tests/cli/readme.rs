//! The console blocks of the README are run and compared.

use crate::harness::{Place, commands, root};
use mission::format::Format;
use mission::model::Table;
use mission::report::REPORTS;
use std::fs;
use std::process::Command;
use strum::VariantArray;

/// Every `$ command` of the console blocks, with the output that the README shows.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(language) => inside = language == "console",
            None if !inside => {}
            None => match (line.strip_prefix("$ "), commands.last_mut()) {
                (Some(command), _) => commands.push((command.to_owned(), String::new())),
                (None, Some((_, output))) => output.push_str(&format!("{line}\n")),
                (None, None) => panic!("output without a command: {line}"),
            },
        }
    }
    commands
}

#[cfg_attr(windows, ignore = "its commands are those of a shell")]
#[test]
fn the_readme_shows_what_the_program_prints() {
    let place = Place::empty();
    for name in ["seed", "examples"] {
        let copied = Command::new("cp").arg("-r").arg(root().join(name)).arg(place.path("")).status();
        assert!(copied.unwrap().success());
    }
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let commands = blocks(&text);
    assert!(commands.len() >= 4, "the README shows {} commands", commands.len());
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_mission")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    for (command, shown) in commands {
        let output = Command::new("sh")
            .args(["-c", &format!("{{ {command}\n}} 2>&1")])
            .current_dir(place.path(""))
            .env("PATH", &path)
            .env_remove("MISSION_DB")
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), shown, "$ {command}");
    }
}

#[test]
fn the_readme_is_neither_short_nor_long() {
    let lines = fs::read_to_string(root().join("README.md")).unwrap().lines().count();
    assert!((100..=150).contains(&lines), "{lines} lines");
}

#[test]
fn the_readme_names_every_command_format_report_and_table() {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let formats = Format::VARIANTS.iter().map(|format| format!("`{}`", format.name()));
    let tables = Table::ALL.iter().map(|table| format!("`{}`", table.name()));
    let reports = REPORTS.iter().map(|report| report.name.to_owned());
    let commands = commands().into_iter().map(|command| format!("mission {command}"));
    let missing: Vec<String> =
        formats.chain(tables).chain(reports).chain(commands).filter(|name| !text.contains(name)).collect();
    assert_eq!(missing, [""; 0]);
}

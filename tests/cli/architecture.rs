//! What ARCHITECTURE.md promises: the floors are those of the code, and the files of its steps are there.

use crate::harness::root;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn architecture() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap()
}

/// The number of the floor of each room, from the top down.
fn floors() -> BTreeMap<String, usize> {
    let text = architecture();
    let (_, table) = text.split_once("| floor | rooms |").unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let mut floors = BTreeMap::new();
    for (number, row) in rows.enumerate() {
        let rooms = row.split('|').nth(2).unwrap();
        for room in rooms.split('`').skip(1).step_by(2) {
            assert!(floors.insert(room.to_owned(), number).is_none(), "{room} is on two floors");
        }
    }
    floors
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The room of a file: the first part of its path below `src`.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(root().join("src")).unwrap();
    below.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The rooms that a file takes something from, also in one line with others: `crate::{cell, count::Interval}`.
fn rooms_used(text: &str) -> BTreeSet<String> {
    let word = |rest: &str| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned();
    let rooms = |rest: &str| match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap().split(',').map(|item| word(item.trim())).collect(),
        None => vec![word(rest)],
    };
    text.split("crate::").skip(1).flat_map(rooms).filter(|room| !room.is_empty()).collect()
}

#[test]
fn a_room_uses_only_rooms_on_floors_below_its_own() {
    let floors = floors();
    for path in rust_files(&root().join("src")) {
        let (here, text) = (room(&path), fs::read_to_string(&path).unwrap());
        if here == "lib" || here == "main" {
            continue;
        }
        let own = floors.get(&here).unwrap_or_else(|| panic!("ARCHITECTURE.md does not know the room {here}"));
        for used in rooms_used(&text).into_iter().filter(|used| *used != here) {
            let floor = floors.get(&used).unwrap_or_else(|| panic!("{}: no room is called {used}", path.display()));
            assert!(floor > own, "{} uses {used}, which is not on a floor below", path.display());
        }
    }
}

#[test]
fn no_room_holds_more_than_fifteen_of_a_hundred_lines() {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for path in rust_files(&root().join("src")) {
        *lines.entry(room(&path)).or_default() += fs::read_to_string(&path).unwrap().lines().count();
    }
    let all: usize = lines.values().sum();
    for (room, lines) in lines {
        assert!(lines * 100 <= all * 15, "{room} has {lines} of {all} lines");
    }
}

#[test]
fn no_comment_is_wider_than_the_code_may_be() {
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| line.trim_start().starts_with("//")) {
            assert!(line.chars().count() <= 120, "{}:{number} is wider than 120 letters", path.display());
        }
    }
}

#[test]
fn every_file_that_the_architecture_names_is_there() {
    let text = architecture();
    let mut named = 0;
    for name in text.split('`').skip(1).step_by(2) {
        let is_path =
            ["src/", "tests/", "seed/", "examples/", "benches/", "fuzz/", "schema.sql", "README.md", "CHANGELOG.md"]
                .iter()
                .any(|start| name.starts_with(start));
        if is_path && !name.contains(char::is_whitespace) && !name.contains("NAME") {
            named += 1;
            assert!(root().join(name).exists(), "{name} is not there");
        }
    }
    assert!(named > 20, "{named}");
}

#[test]
fn each_thing_that_can_be_added_has_its_numbered_steps() {
    let text = architecture();
    for thing in ["report", "format", "table", "defect", "phrase", "verdict rule"] {
        let heading = format!("### A {thing}\n");
        let (_, steps) = text.split_once(&heading).unwrap_or_else(|| panic!("no steps for a {thing}"));
        let steps = steps.split("\n#").next().unwrap();
        assert!(steps.contains("\n1. `"), "the first step for a {thing} names its file");
    }
}

//! A fresh folder, the program in it, and what it printed.

use clap::CommandFactory;
use mission::cli::Cli;
use mission::format::{Content, Format};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use strum::VariantArray;
use tempfile::TempDir;

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A path as messages have it that tell of a file in a folder that was named.
pub fn native(path: &str) -> String {
    path.replace('/', std::path::MAIN_SEPARATOR_STR)
}

/// The CSV files of the seed.
pub fn tables_of_seed() -> impl Iterator<Item = fs::DirEntry> {
    let entries = root().join("seed").read_dir().unwrap().map(|entry| entry.unwrap());
    entries.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "csv"))
}

/// The names of the formats that hold rows of any columns as text.
pub fn text_formats() -> impl Iterator<Item = &'static str> {
    formats(|format| format.content() == Content::Anything && format != Format::Xlsx)
}

/// The names of the formats for data, not for people, that hold rows of any columns as text.
pub fn data_formats() -> impl Iterator<Item = &'static str> {
    formats(|format| format.content() == Content::Anything && format != Format::Xlsx && !format.is_for_people())
}

/// The names of the formats of a kind.
pub fn formats(of_a_kind: impl Fn(Format) -> bool) -> impl Iterator<Item = &'static str> {
    Format::VARIANTS.iter().copied().filter(move |&format| of_a_kind(format)).map(Format::name)
}

/// The commands that help lists.
pub fn commands() -> Vec<String> {
    let program = Cli::command();
    let listed = program.get_subcommands().filter(|command| !command.is_hide_set());
    listed.map(|command| command.get_name().to_owned()).collect()
}

/// The commands with arguments with which they read the database of the seed; without those that only write.
pub fn reading_commands() -> Vec<&'static [&'static str]> {
    let reading = |command: &String| -> Option<&'static [&'static str]> {
        match command.as_str() {
            "new" | "import" | "init" => None,
            "summary" => Some(&["summary"]),
            "report" => Some(&["report", "events"]),
            "check" => Some(&["check", "--exit-zero"]),
            "page" => Some(&["page"]),
            "diff" => Some(&["diff", "mission.db", "mission.db"]),
            "export" => Some(&["export", "claims"]),
            "query" => Some(&["query", "SELECT * FROM claims"]),
            "schema" => Some(&["schema"]),
            "explain" => Some(&["explain"]),
            other => panic!("no test knows how `mission {other}` reads a database"),
        }
    };
    commands().iter().filter_map(reading).collect()
}

/// A folder of its own, in which the program runs.
pub struct Place {
    folder: TempDir,
}

/// What one run printed, and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Place {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// A folder with `mission.db` built from the seed.
    pub fn with_seed() -> Self {
        let place = Self::empty();
        assert_eq!(place.run(&["init", "-q"]).code, Some(0));
        place
    }

    /// A folder with `mission.db` built from a folder of the project.
    pub fn with_data(data: &str) -> Self {
        let place = Self::empty();
        let data = root().join(data);
        assert_eq!(place.run(&["init", "-q", data.to_str().unwrap()]).code, Some(0));
        place
    }

    /// A folder with a copy of the CSV files of the seed in `data/`.
    pub fn with_copy_of_seed() -> Self {
        let place = Self::empty();
        fs::create_dir(place.path("data")).unwrap();
        for entry in tables_of_seed() {
            fs::copy(entry.path(), place.path("data").join(entry.file_name())).unwrap();
        }
        place
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Replaces text in a file of the folder; the text must be there.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(from), "{file} does not hold {from}");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with_input(arguments, "")
    }

    /// Runs the program with text on its standard input.
    pub fn run_with_input(&self, arguments: &[&str], input: &str) -> Ran {
        fs::write(self.path(".stdin"), input).unwrap();
        let stdin = fs::File::open(self.path(".stdin")).unwrap();
        let output = self.command().args(arguments).stdin(Stdio::from(stdin)).output().unwrap();
        fs::remove_file(self.path(".stdin")).unwrap();
        Ran::from(output)
    }

    /// The program, to be run in the folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mission"));
        command.current_dir(self.folder.path()).env("LC_ALL", "C").env_remove("MISSION_DB").env_remove("NO_COLOR");
        command
    }

    /// What a query on the database of the folder yields, without the header.
    pub fn ask(&self, sql: &str) -> String {
        let ran = self.run(&["query", sql, "-f", "csv"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{sql}");
        ran.stdout.split_once('\n').unwrap().1.trim_end().to_owned()
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// A run that did what was asked and said nothing else.
    pub fn printed(code: i32, stdout: &str) -> Self {
        Self { code: Some(code), stdout: stdout.to_owned(), stderr: String::new() }
    }

    /// A run that failed with a message.
    pub fn failed(code: i32, stderr: &str) -> Self {
        Self { code: Some(code), stdout: String::new(), stderr: stderr.to_owned() }
    }
}

/// Compares a text with the golden file of a name.
#[track_caller]
pub fn golden(name: &str, text: &str) {
    let path = root().join("tests/cli/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "differs from {}", path.display());
}

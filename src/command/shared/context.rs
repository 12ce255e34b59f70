//! What every command is told, how it answers, and its remarks for people.

use super::terminal_width;
use crate::db;
use crate::error::Error;
use crate::format::{Format, Look};
use crate::language::Language;
use clap::ColorChoice;
use rusqlite::Connection;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

/// How a command that was done came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to worry about.
    Done,
    /// The data is wrong: a refuted claim, defects in a data folder.
    DataWrong,
    /// What was compared differs.
    Different,
}

/// What every command is told.
#[derive(Debug, Clone)]
pub struct Context {
    pub db: PathBuf,
    pub format: Option<Format>,
    /// `None` is standard output.
    pub output: Option<PathBuf>,
    pub color: ColorChoice,
    /// Whether remarks on standard error are unwanted.
    pub quiet: bool,
    /// Whether tables do without lines and signs that a screen reader stumbles over.
    pub plain: bool,
    /// Whether bars are wanted beside the numbers.
    pub chart: bool,
    /// In which language people read.
    pub language: Language,
}

impl Context {
    /// The database, for reading.
    pub fn open(&self) -> Result<Connection, Error> {
        db::open(&self.db)
    }

    /// The sensible next command, on standard error, where somebody reads it.
    pub fn next(&self, text: &str) {
        if io::stderr().is_terminal() && io::stdout().is_terminal() {
            self.remark(&format!("next: {text}"));
        }
    }

    /// A remark for people, on standard error.
    pub fn remark(&self, text: &str) {
        if !self.quiet {
            // A remark that cannot be made is no reason to fail.
            let _ = writeln!(anstream::stderr(), "{text}");
        }
    }

    /// What must be said even when remarks are unwanted, on standard error.
    pub fn complain(&self, text: &str) {
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    /// Whether standard error wants colour.
    pub fn colors_errors(&self) -> bool {
        self.wants_color(io::stderr().is_terminal())
    }

    fn wants_color(&self, terminal: bool) -> bool {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => terminal && !no_color && !dumb,
        }
    }

    /// How results look on standard output.
    pub(super) fn look(&self) -> Look {
        let terminal = io::stdout().is_terminal();
        Look {
            width: terminal_width().filter(|_| terminal),
            color: self.wants_color(terminal),
            plain: self.plain,
            chart: self.chart,
            language: self.language,
        }
    }
}

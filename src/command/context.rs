//! What every command is told, and the only way out for its rows and remarks.

use crate::db::{self, beside, followed};
use crate::error::Error;
use crate::format::{Format, Look};
use crate::result_set::Sink;
use clap::ColorChoice;
use rusqlite::Connection;
use std::fs::OpenOptions;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// How a command that was done came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, and nothing to worry about.
    Done,
    /// Done, and the data is wrong: a refuted claim, defects in a data folder.
    DataWrong,
}

/// What every command is told.
#[derive(Debug, Clone)]
pub struct Context {
    /// The path of the database.
    pub db: PathBuf,
    /// The form that was asked for.
    pub format: Option<Format>,
    /// The file to write to; `None` = standard output.
    pub output: Option<PathBuf>,
    /// When to use colour.
    pub color: ColorChoice,
    /// Whether remarks on standard error are unwanted.
    pub quiet: bool,
}

impl Context {
    /// The database, for reading.
    pub fn open(&self) -> Result<Connection, Error> {
        db::open(&self.db)
    }

    /// The form of the output: the one asked for, else that of the file name, else the usual one of the command.
    ///
    /// # Errors
    /// The name of the file says nothing, or the form holds only findings.
    pub fn format_or(&self, usual: Format) -> Result<Format, Error> {
        match self.any_format_or(usual)? {
            format if format.is_for_findings() => Err(Error::Usage {
                message: format!("{} holds findings, and this is none", format.name()),
                hint: format!("use `mission check -f {}`", format.name()),
            }),
            format => Ok(format),
        }
    }

    /// The same for a command that yields findings.
    pub fn any_format_or(&self, usual: Format) -> Result<Format, Error> {
        match (self.format, &self.output) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(usual),
            (None, Some(path)) => Format::of_path(path).ok_or_else(|| Error::Usage {
                message: format!("the name {} does not say which form it has", path.display()),
                hint: "say it with -f, or end the name in .csv, .json, .jsonl, .md or .txt".to_owned(),
            }),
        }
    }

    /// Hands a sink of the form to `fill`.
    pub fn rows(&self, format: Format, fill: impl FnOnce(&mut dyn Sink) -> Result<(), Error>) -> Result<(), Error> {
        self.write(|out, look| fill(format.sink(out, look).as_mut()))
    }

    /// Hands the place of the output to `fill`.
    pub fn write(&self, fill: impl FnOnce(&mut dyn Write, Look) -> Result<(), Error>) -> Result<(), Error> {
        match &self.output {
            Some(path) if followed(path) == followed(&self.db) => Err(Error::Usage {
                message: format!("{} is the database itself", path.display()),
                hint: "write to another file".to_owned(),
            }),
            Some(path) => write_file(path, |out| fill(out, Look::default())),
            None => {
                let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
                fill(&mut out, self.look())?;
                out.flush().map_err(Error::Output)
            }
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

    fn look(&self) -> Look {
        let terminal = io::stdout().is_terminal();
        let width = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0);
        Look { width: width.filter(|_| terminal), color: self.wants_color(terminal) }
    }
}

/// Writes a file beside its place, and puts it there once it is whole. What is no regular file (a pipe, a
/// device) is written to as it is.
pub fn write_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    let target = followed(path);
    let in_file = |error: Error| match error {
        Error::Output(source) if source.kind() != io::ErrorKind::BrokenPipe => {
            Error::File { action: "write", path: path.to_owned(), source }
        }
        other => other,
    };
    if target.exists() && !target.is_file() {
        let file = OpenOptions::new().write(true).open(&target).map_err(Error::file("write", path))?;
        let mut out = BufWriter::with_capacity(1 << 16, file);
        return fill(&mut out).and_then(|()| out.flush().map_err(Error::Output)).map_err(in_file);
    }
    let mut out = BufWriter::with_capacity(1 << 16, beside(&target)?);
    fill(&mut out).map_err(in_file)?;
    let file = out.into_inner().map_err(|error| in_file(Error::Output(error.into_error())))?;
    if let Ok(metadata) = target.metadata() {
        file.as_file().set_permissions(metadata.permissions()).map_err(Error::file("write", path))?;
    }
    file.as_file().sync_all().map_err(Error::file("write", path))?;
    file.persist(&target).map_err(|error| Error::file("write", path)(error.error))?;
    Ok(())
}

//! What every command is told, and the only way out for its rows and remarks.

use crate::atomic::{beside, followed};
use crate::db;
use crate::error::Error;
use crate::format::{Content, Format, Look};
use crate::language::Language;
use crate::result_set::Sink;
use clap::ColorChoice;
use rusqlite::Connection;
use std::fs::OpenOptions;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use strum::VariantArray;

/// How a command that was done came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, and nothing to worry about.
    Done,
    /// Done, and the data is wrong: a refuted claim, defects in a data folder.
    DataWrong,
    /// Done, and what was compared differs.
    Different,
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

    /// The form of the output: the one asked for, else that of the file name, else the usual one of the command.
    ///
    /// # Errors
    /// The name of the file says nothing, or the form cannot hold any rows.
    pub fn format_or(&self, usual: Format) -> Result<Format, Error> {
        self.format_for(usual, &[Content::Anything])
    }

    /// The same for a command whose rows a form for such content can hold.
    pub fn format_for(&self, usual: Format, content: &[Content]) -> Result<Format, Error> {
        let format = match (self.format, &self.output) {
            (Some(format), _) => format,
            (None, None) => usual,
            (None, Some(path)) => Format::of_path(path).ok_or_else(|| Error::Usage {
                message: format!("the name {} does not say which form it has", path.display()),
                hint: format!("say it with -f, or end the name in {}", endings(content)),
            })?,
        };
        if content.contains(&format.content()) {
            return Ok(format);
        }
        let (holds, command) = match format.content() {
            Content::Anything => ("rows", "report NAME"),
            Content::Programme => ("a programme", "export events"),
            Content::Places => ("places", "export cities"),
            Content::Findings => ("findings", "check"),
        };
        Err(Error::Usage {
            message: format!("{} holds {holds}, and this is none", format.name()),
            hint: format!("use `mission {command} -f {}`", format.name()),
        })
    }

    /// Hands a sink of the form to `fill`.
    pub fn rows(&self, format: Format, fill: impl FnOnce(&mut dyn Sink) -> Result<(), Error>) -> Result<(), Error> {
        let mut remark = None;
        self.write(|out, look| {
            let mut sink = format.sink(out, look);
            fill(sink.as_mut())?;
            remark = sink.remark();
            Ok(())
        })?;
        remark.iter().for_each(|remark| self.remark(remark));
        Ok(())
    }

    /// Hands the place of the output to `fill`.
    pub fn write(&self, fill: impl FnOnce(&mut dyn Write, Look) -> Result<(), Error>) -> Result<(), Error> {
        match &self.output {
            Some(path) if followed(path) == followed(&self.db) => Err(Error::Usage {
                message: format!("{} is the database itself", path.display()),
                hint: "write to another file".to_owned(),
            }),
            Some(path) => write_file(path, |out| {
                fill(out, Look { plain: self.plain, chart: self.chart, language: self.language, ..Look::default() })
            }),
            None => {
                let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
                fill(&mut out, self.look())?;
                out.flush().map_err(Error::Output)
            }
        }
    }

    /// The same with bars, or not.
    ///
    /// # Errors
    /// The form is no table, and cannot hold bars.
    pub fn with_chart(&self, chart: bool, format: Format) -> Result<Self, Error> {
        if chart && format != Format::Table {
            return Err(Error::Usage {
                message: format!("--chart draws beside a table, and {} is none", format.name()),
                hint: "leave out --chart, or use -f table".to_owned(),
            });
        }
        Ok(Self { chart, ..self.clone() })
    }

    /// A text for people, as the output.
    pub fn say(&self, text: &str) -> Result<Exit, Error> {
        self.write(|out, _| writeln!(out, "{}", text.trim_end()).map_err(Error::Output))?;
        Ok(Exit::Done)
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

    fn look(&self) -> Look {
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

/// How many characters fit into a line of standard output, if it is a terminal.
pub(crate) fn terminal_width() -> Option<u16> {
    terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0)
}

/// The endings of the files of all forms for such content, as a sentence has them.
fn endings(content: &[Content]) -> String {
    let mut endings: Vec<String> = Vec::new();
    for format in Format::VARIANTS.iter().filter(|format| content.contains(&format.content())) {
        let ending = format!(".{}", format.extension());
        if !endings.contains(&ending) {
            endings.push(ending);
        }
    }
    match endings.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
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

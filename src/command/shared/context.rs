//! What every command is told, and its way out: the form of the output, its place, and remarks for people.

use super::{names, terminal_width};
use crate::atomic::{DraftSet, check_output, parent, replace_file, same_place};
use crate::db::{self, Extent};
use crate::display::{Colours, Visible, visible};
use crate::error::Error;
use crate::format::{Content, Format, Look, can_write_workbook};
use crate::language::Language;
use crate::result_set::{ResultSet, Sink};
use clap::ColorChoice;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use rusqlite::Connection;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use strum::VariantArray;
use terminal_size::terminal_size_of;

/// How a command that was done came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done,
    /// Something was found: a refuted claim, defects in a data folder, a difference.
    Found,
}

// The options of every command; a doc comment here would be shown to people.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Context {
    /// The database
    #[arg(long, global = true, env = "MISSION_DB", default_value = "mission.db", value_name = "FILE")]
    pub db: PathBuf,
    /// The form of the output; by default that of the file name, else a table (export: csv)
    #[arg(short, long, global = true, value_parser = one_of::<Format>(), value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Write to a file, in one step once it is whole; - is standard output
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// When to use colour
    #[arg(long, global = true, default_value = "auto", value_name = "WHEN")]
    pub color: ColorChoice,
    /// Tables without lines, in words that a screen reader can read
    #[arg(long, global = true)]
    pub plain: bool,
    /// How many letters wide tables may be; by default as wide as the terminal, and elsewhere any
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(40..))]
    pub width: Option<u16>,
    /// In which language people read tables and pages; by default that of the environment
    #[arg(long = "lang", global = true, value_name = "en|nl|fr", value_parser = one_of::<Language>())]
    #[arg(default_value = of_the_environment(), hide_default_value = true)]
    pub language: Language,
    /// Say nothing but errors on standard error
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Whether bars are wanted beside the numbers.
    #[arg(skip)]
    pub chart: bool,
}

/// The names of all variants of an enum, as the values of an option.
fn one_of<T>() -> impl TypedValueParser<Value = T>
where
    T: VariantArray + Copy + Into<&'static str> + FromStr<Err: std::error::Error + Send + Sync> + Send + Sync,
{
    let names = T::VARIANTS.iter().map(|&variant| variant.into());
    PossibleValuesParser::new(names.collect::<Vec<&'static str>>()).try_map(|name| name.parse::<T>())
}

/// The language that LC_ALL, else LC_MESSAGES, else LANG asks for (POSIX).
fn of_the_environment() -> &'static str {
    let set = |name| std::env::var(name).ok().filter(|locale| !locale.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    locale.map(|locale| Language::of_locale(&locale)).unwrap_or_default().code()
}

impl Context {
    /// The database, which must have the mission that a command is about, if it is about one. A command that hands on
    /// much of it checks first that all of the file is as it was written.
    pub fn open(&self, extent: Extent, mission: Option<&str>) -> Result<Connection, Error> {
        let conn = db::open(&self.db, extent)?;
        let known = |mission| names::known(&conn, "mission", mission, names::MISSIONS, "mission report missions");
        mission.map_or(Ok(()), known)?;
        Ok(conn)
    }

    /// The file that is written; `None` = standard output, which `-` stands for as with other tools.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|output| output.as_os_str() != "-")
    }

    /// That the output is none of the files that are read, before anything is done.
    ///
    /// # Errors
    /// It is one.
    pub fn check_output(&self) -> Result<(), Error> {
        let Some(output) = self.file() else { return Ok(()) };
        check_output(output)?;
        if same_place(output, &self.db) { Err(Error::OverInput(output.to_owned())) } else { Ok(()) }
    }

    /// The form of the output: the one asked for, else that of the file name, else the usual one of the command. It is
    /// one that can hold anything, or such content.
    ///
    /// # Errors
    /// The name of the file says nothing, or the form cannot hold the rows of the command.
    pub fn format_or(&self, usual: Format, content: Content) -> Result<Format, Error> {
        let is_fit = |format: &Format| [Content::Anything, content].contains(&format.content());
        let format = match (self.format, self.file()) {
            (Some(format), _) => format,
            (None, None) => usual,
            (None, Some(path)) => Format::of_path(path).ok_or_else(|| {
                let message = format!("the name {} does not say which form it has", path.display());
                Error::usage(message, format!("say it with -f, or end the name in {}", endings(is_fit)))
            })?,
        };
        if is_fit(&format) {
            return if format == Format::Xlsx { can_write_workbook().map(|()| format) } else { Ok(format) };
        }
        let (holds, command) = match format.content() {
            Content::Anything => ("rows", "report NAME"),
            Content::Programme => ("a programme", "export events"),
            Content::Places => ("places", "export cities"),
            Content::Findings => ("findings", "check"),
        };
        let (name, is_none) = (format.name(), format!("{} holds {holds}, and this is none", format.name()));
        Err(Error::usage(is_none, format!("use `mission {command} -f {name}`")))
    }

    /// The same with bars, or not.
    ///
    /// # Errors
    /// The form is no table, and cannot hold bars.
    pub fn with_chart(&self, chart: bool, format: Format) -> Result<Self, Error> {
        if chart && format != Format::Table {
            let message = format!("--chart draws beside a table, and {} is none", format.name());
            return Err(Error::usage(message, "leave out --chart, or use -f table"));
        }
        Ok(Self { chart, ..self.clone() })
    }

    /// Hands a sink of the form to `fill`, and yields what that yields.
    pub fn rows<T: Default>(
        &self,
        format: Format,
        fill: impl FnOnce(&mut dyn Sink) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (mut filled, mut remark) = (T::default(), None);
        // Only in a table may there be colours of our own.
        let colours = if format == Format::Table { Colours::Kept } else { Colours::Shown };
        self.write(colours, |out, look| {
            let mut sink = format.sink(out, look);
            filled = fill(sink.as_mut())?;
            remark = sink.remark();
            Ok(())
        })?;
        remark.iter().for_each(|remark| self.remark(remark));
        Ok(filled)
    }

    pub fn show(&self, format: Format, result: &ResultSet) -> Result<Exit, Error> {
        self.rows(format, |sink| result.send(sink))?;
        Ok(Exit::Done)
    }

    /// Hands the place of the output to `fill`.
    pub fn write(
        &self,
        colours: Colours,
        fill: impl FnOnce(&mut dyn Write, Look) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let look = self.look();
        if let Some(path) = self.file() {
            return replace_file(path, |out| fill(out, look));
        }
        // A console of Windows takes colours once it is told to.
        let _ = anstream::AutoStream::always_ansi(io::stdout());
        let stdout = BufWriter::with_capacity(1 << 16, io::stdout().lock());
        // Into a pipe or a file, data stays as it is.
        let mut out: Box<dyn Write> =
            if io::stdout().is_terminal() { Box::new(Visible::new(stdout, colours)) } else { Box::new(stdout) };
        let (width, color) = (self.width.or_else(terminal_width), self.wants_color(&io::stdout()));
        fill(&mut out, Look { width, color, ..look })?;
        out.flush().map_err(Error::Output)
    }

    /// What is the same wherever the output goes.
    fn look(&self) -> Look {
        Look { width: self.width, color: false, plain: self.plain, chart: self.chart, language: self.language }
    }

    pub fn wants_color(&self, stream: &impl IsTerminal) -> bool {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => stream.is_terminal() && !no_color && !dumb,
        }
    }

    pub fn say(&self, text: &str) -> Result<Exit, Error> {
        self.write(Colours::Shown, |out, _| writeln!(out, "{}", text.trim_end()).map_err(Error::Output))?;
        Ok(Exit::Done)
    }

    /// Files for a folder, of which all are replaced or none.
    pub(crate) fn files(&self, folder: &Path) -> Result<DraftSet, Error> {
        std::fs::create_dir_all(parent(folder)).map_err(Error::file("make", parent(folder)))?;
        DraftSet::of(folder)
    }

    /// The sensible next command, on standard error, where somebody reads it.
    pub fn next(&self, text: &str) {
        if io::stderr().is_terminal() && io::stdout().is_terminal() {
            self.remark(&format!("next: {text}"));
        }
    }

    /// That no form and no file was asked for, where a command writes a folder.
    ///
    /// # Errors
    /// One was; the hint says what to name instead.
    pub(crate) fn no_output(&self, command: &str, hint: &str) -> Result<(), Error> {
        let is_asked = self.output.is_some() || self.format.is_some();
        if is_asked { Err(Error::usage(format!("{command} takes no -o and no -f"), hint)) } else { Ok(()) }
    }

    /// Tables for people, on standard error.
    pub(crate) fn tell(&self, fill: impl FnOnce(&mut dyn Write, Look) -> Result<(), Error>) -> Result<(), Error> {
        if self.quiet {
            return Ok(());
        }
        let width = self.width.or_else(|| terminal_size_of(io::stderr()).map(|(width, _)| width.0));
        let mut told = Vec::new();
        fill(&mut told, Look { width, color: self.wants_color(&io::stderr()), ..self.look() })?;
        let _ = anstream::stderr().write_all(&told);
        Ok(())
    }

    /// A remark for people, on standard error.
    pub fn remark(&self, text: &str) {
        if !self.quiet {
            self.complain(text);
        }
    }

    /// What must be said even when remarks are unwanted, on standard error.
    pub fn complain(&self, text: &str) {
        // What cannot be said is no reason to fail.
        let _ = writeln!(anstream::stderr(), "{}", visible(text, Colours::Shown));
    }

    /// The same of a text that was coloured here, what others wrote in it made visible already.
    pub fn complain_in_colour(&self, text: &str) {
        let _ = writeln!(anstream::stderr(), "{}", visible(text, Colours::Kept));
    }
}

/// The endings of the files of all forms that are fit, as a sentence has them.
fn endings(is_fit: impl Fn(&Format) -> bool) -> String {
    let formats = Format::VARIANTS.iter().filter(|format| is_fit(format));
    let mut endings: Vec<String> = formats.map(|format| format!(".{}", format.extension())).collect();
    endings.dedup();
    match endings.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

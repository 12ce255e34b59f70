//! The way out: the form of the output, and its place.

use super::{Context, Exit};
use crate::atomic::{DraftSet, followed, parent, replace_file};
use crate::error::Error;
use crate::format::{Content, Format, Look};
use crate::result_set::Sink;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use strum::VariantArray;

impl Context {
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
            (None, Some(path)) => Format::of_path(path).ok_or_else(|| {
                Error::usage(
                    format!("the name {} does not say which form it has", path.display()),
                    format!("say it with -f, or end the name in {}", endings(content)),
                )
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
        Err(Error::usage(
            format!("{} holds {holds}, and this is none", format.name()),
            format!("use `mission {command} -f {}`", format.name()),
        ))
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
            Some(path) if followed(path) == followed(&self.db) => {
                Err(Error::usage(format!("{} is the database itself", path.display()), "write to another file"))
            }
            Some(path) => replace_file(path, |out| {
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
            return Err(Error::usage(
                format!("--chart draws beside a table, and {} is none", format.name()),
                "leave out --chart, or use -f table",
            ));
        }
        Ok(Self { chart, ..self.clone() })
    }

    /// A text for people, as the output.
    pub fn say(&self, text: &str) -> Result<Exit, Error> {
        self.write(|out, _| writeln!(out, "{}", text.trim_end()).map_err(Error::Output))?;
        Ok(Exit::Done)
    }

    /// Files for a folder, of which all are replaced or none.
    pub(crate) fn files(&self, folder: &Path) -> Result<DraftSet, Error> {
        std::fs::create_dir_all(parent(folder)).map_err(Error::file("make", parent(folder)))?;
        DraftSet::of(folder)
    }
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

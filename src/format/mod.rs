//! The forms in which a result is written. A new one is one file here and one variant below.

mod csv;
mod finding;
mod html;
mod ics;
mod json;
mod junit;
mod markdown;
mod sarif;
mod sql;
mod table;
mod xlsx;

pub use crate::display::Look;
use crate::error::Error;
use crate::result_set::{Caption, ResultSet, Sink, Value};
pub(crate) use csv::would_run;
pub use html::{HtmlCell, HtmlTable, escape};
pub use sql::Inserts;
use std::io::{self, Write};
use std::path::Path;
use strum::VariantArray;
pub use xlsx::{Book, can_write as can_write_workbook};

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    Table,
    /// RFC 4180, with `\n` at the end of a line.
    Csv,
    /// CSV as Excel opens it by itself where the comma is the decimal sign.
    CsvExcel,
    Tsv,
    Json,
    Jsonl,
    /// A table of GitHub Flavored Markdown, for people.
    Markdown,
    /// A page of HTML with tables, for people.
    Html,
    Sql,
    Xlsx,
    /// iCalendar (RFC 5545), for the events only.
    Ics,
    /// GeoJSON (RFC 7946), for the cities only.
    Geojson,
    /// Annotations of GitHub Actions, for findings only.
    Github,
    /// SARIF 2.1.0, for findings only.
    Sarif,
    /// JUnit XML, for findings only.
    Junit,
}

/// That no two columns have the same name, where names are what values are found by.
fn distinct(columns: &[String]) -> Result<(), Error> {
    match columns.iter().enumerate().find(|(index, name)| columns[..*index].contains(name)) {
        None => Ok(()),
        Some((_, name)) => Err(Error::usage(
            format!("two columns are called `{name}`"),
            "give each a name of its own with AS, or use -f csv",
        )),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    Anything,
    Programme,
    Places,
    Findings,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reader {
    Person,
    Program,
}

impl Format {
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The extension of its files, what it can hold, and who reads it.
    fn facts(self) -> (&'static str, Content, Reader) {
        match self {
            Self::Table => ("txt", Content::Anything, Reader::Person),
            Self::Csv | Self::CsvExcel => ("csv", Content::Anything, Reader::Program),
            Self::Tsv => ("tsv", Content::Anything, Reader::Program),
            Self::Json => ("json", Content::Anything, Reader::Program),
            Self::Jsonl => ("jsonl", Content::Anything, Reader::Program),
            Self::Markdown => ("md", Content::Anything, Reader::Person),
            Self::Html => ("html", Content::Anything, Reader::Person),
            Self::Sql => ("sql", Content::Anything, Reader::Program),
            Self::Xlsx => ("xlsx", Content::Anything, Reader::Program),
            Self::Ics => ("ics", Content::Programme, Reader::Program),
            Self::Geojson => ("geojson", Content::Places, Reader::Program),
            Self::Github => ("annotations", Content::Findings, Reader::Program),
            Self::Sarif => ("sarif", Content::Findings, Reader::Program),
            Self::Junit => ("xml", Content::Findings, Reader::Program),
        }
    }

    pub fn extension(self) -> &'static str {
        self.facts().0
    }

    /// The form that a file name asks for by its extension.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::VARIANTS.iter().copied().find(|format| format.extension() == extension)
    }

    pub fn content(self) -> Content {
        self.facts().1
    }

    /// Whether it shows results the way people read them, rather than with the columns of the contract.
    pub fn is_for_people(self) -> bool {
        self.facts().2 == Reader::Person
    }

    /// The bytes that it keeps of each cell, besides its text, where it keeps every row until it writes the first one.
    pub fn kept_of_cell(self) -> Option<u64> {
        match self {
            Self::Csv | Self::CsvExcel | Self::Tsv | Self::Json | Self::Jsonl | Self::Sql => None,
            Self::Table
            | Self::Markdown
            | Self::Html
            | Self::Ics
            | Self::Geojson
            | Self::Github
            | Self::Sarif
            | Self::Junit => Some(100),
            Self::Xlsx => Some(450),
        }
    }

    pub fn sink<'w>(self, out: &'w mut dyn Write, look: Look) -> Box<dyn Sink + 'w> {
        let write: WriteWhole = match self {
            Self::Csv => return Box::new(csv::Csv::new(b',', out)),
            Self::CsvExcel => return Box::new(csv::Csv::for_excel(out)),
            Self::Tsv => return Box::new(csv::Csv::new(b'\t', out)),
            Self::Json => return Box::new(json::Json::new(true, out)),
            Self::Jsonl => return Box::new(json::Json::new(false, out)),
            Self::Sql => return Box::new(sql::Sql::new(out)),
            Self::Xlsx => return Box::new(Book::new(Some(out))),
            Self::Table => table::write,
            Self::Markdown => markdown::write,
            Self::Html => html::write,
            Self::Ics => ics::write,
            Self::Geojson => json::write_features,
            Self::Github => finding::write_annotations,
            Self::Sarif => sarif::write,
            Self::Junit => junit::write,
        };
        Box::new(Whole { out, look, result: ResultSet::default(), write, is_first: true })
    }
}

/// Writes a whole result; whether it is the first of several.
type WriteWhole = fn(ResultSet, &mut dyn Write, Look, bool) -> io::Result<()>;

/// Collects a result for a form that must see the whole of it before its first line. Several results, one after another,
/// have an empty line between them.
struct Whole<'w> {
    out: &'w mut dyn Write,
    look: Look,
    result: ResultSet,
    write: WriteWhole,
    is_first: bool,
}

impl Whole<'_> {
    fn write(&mut self) -> io::Result<()> {
        let is_first = std::mem::replace(&mut self.is_first, false);
        if !is_first {
            self.out.write_all(b"\n")?;
        }
        (self.write)(std::mem::take(&mut self.result), self.out, self.look, is_first)?;
        self.out.flush()
    }
}

impl Sink for Whole<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.result.begin(caption, columns)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.result.row(row)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.write().map_err(Error::Output)
    }
}

//! The forms in which a result is written. A new one is one file here and one variant below.

mod csv;
mod csv_excel;
mod finding;
mod geojson;
mod github;
mod html;
mod ics;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod sarif;
mod sql;
mod table;
mod tsv;
mod whole;
mod xlsx;

pub use crate::display::Look;
use crate::error::Error;
use crate::result_set::Sink;
pub use html::{HtmlCell, HtmlTable, Sortable, escape};
use std::io::Write;
use std::path::Path;
use strum::VariantArray;
use whole::Whole;
pub use xlsx::Book;

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
    /// Its files are no text.
    ProgramOfBytes,
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
            Self::Xlsx => ("xlsx", Content::Anything, Reader::ProgramOfBytes),
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

    /// Whether its files are text (UTF-8).
    pub fn is_text(self) -> bool {
        self.facts().2 != Reader::ProgramOfBytes
    }

    pub fn sink<'w>(self, out: &'w mut dyn Write, look: Look) -> Box<dyn Sink + 'w> {
        match self {
            Self::Table => Box::new(Whole::new(out, look, table::write)),
            Self::Csv => Box::new(csv::Csv::new(out)),
            Self::CsvExcel => Box::new(csv_excel::CsvExcel::new(out)),
            Self::Tsv => Box::new(tsv::tsv(out)),
            Self::Json => Box::new(json::Json::new(out)),
            Self::Jsonl => Box::new(jsonl::Jsonl::new(out)),
            Self::Markdown => Box::new(Whole::new(out, look, markdown::write)),
            Self::Html => Box::new(html::Html::new(out, look.language)),
            Self::Sql => Box::new(sql::Sql::new(out)),
            Self::Xlsx => Box::new(xlsx::Xlsx::new(out)),
            Self::Ics => Box::new(Whole::new(out, look, ics::write)),
            Self::Geojson => Box::new(geojson::GeoJson::new(out)),
            Self::Github => Box::new(github::Github::new(out)),
            Self::Sarif => Box::new(Whole::new(out, look, sarif::write)),
            Self::Junit => Box::new(Whole::new(out, look, junit::write)),
        }
    }
}

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
    let twice = columns.iter().enumerate().find(|(index, name)| columns[..*index].contains(name));
    let Some((_, name)) = twice else { return Ok(()) };
    let hint = "give each a name of its own with AS, or use -f csv";
    Err(Error::usage(format!("two columns are called `{name}`"), hint))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    Anything,
    Programme,
    Places,
    Findings,
}

/// What is known of a format.
struct Facts {
    extension: &'static str,
    content: Content,
    /// Whether people read it, or programs.
    for_people: bool,
    kept_of_cell: Option<u64>,
}

/// What is kept of a cell by a format that writes each row at once, by one that draws from all rows, and by a workbook.
const NOTHING: Option<u64> = None;
const VALUE: Option<u64> = Some(100);
const TYPED: Option<u64> = Some(450);

impl Format {
    pub fn name(self) -> &'static str {
        self.into()
    }

    fn facts(self) -> Facts {
        use Content::{Anything, Findings, Places, Programme};
        let (extension, content, for_people, kept_of_cell) = match self {
            Self::Table => ("txt", Anything, true, VALUE),
            Self::Csv | Self::CsvExcel => ("csv", Anything, false, NOTHING),
            Self::Tsv => ("tsv", Anything, false, NOTHING),
            Self::Json => ("json", Anything, false, NOTHING),
            Self::Jsonl => ("jsonl", Anything, false, NOTHING),
            Self::Markdown => ("md", Anything, true, VALUE),
            Self::Html => ("html", Anything, true, VALUE),
            Self::Sql => ("sql", Anything, false, NOTHING),
            Self::Xlsx => ("xlsx", Anything, false, TYPED),
            Self::Ics => ("ics", Programme, false, VALUE),
            Self::Geojson => ("geojson", Places, false, VALUE),
            Self::Github => ("annotations", Findings, false, VALUE),
            Self::Sarif => ("sarif", Findings, false, VALUE),
            Self::Junit => ("xml", Findings, false, VALUE),
        };
        Facts { extension, content, for_people, kept_of_cell }
    }

    pub fn extension(self) -> &'static str {
        self.facts().extension
    }

    /// The form that a file name asks for by its extension.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::VARIANTS.iter().copied().find(|format| format.extension() == extension)
    }

    pub fn content(self) -> Content {
        self.facts().content
    }

    /// Whether it shows results the way people read them, rather than with the columns of the contract.
    pub fn is_for_people(self) -> bool {
        self.facts().for_people
    }

    /// The bytes that it keeps of each cell, besides its text, where it keeps every row until it writes the first one.
    pub fn kept_of_cell(self) -> Option<u64> {
        self.facts().kept_of_cell
    }

    pub fn sink<'w>(self, out: &'w mut dyn Write, look: Look) -> Box<dyn Sink + 'w> {
        let write: WriteWhole = match self {
            Self::Csv => return Box::new(csv::Csv::new(b',', false, out)),
            Self::CsvExcel => return Box::new(csv::Csv::new(b';', true, out)),
            Self::Tsv => return Box::new(csv::Csv::new(b'\t', false, out)),
            Self::Json => return Box::new(json::Json::new(true, out)),
            Self::Jsonl => return Box::new(json::Json::new(false, out)),
            Self::Sql => return Box::new(Inserts::script(out)),
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

/// Collects a result for a form that must see the whole of it before its first line. Several results, one after
/// another, have an empty line between them.
struct Whole<'w> {
    out: &'w mut dyn Write,
    look: Look,
    result: ResultSet,
    write: WriteWhole,
    is_first: bool,
}

impl Sink for Whole<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.result.begin(caption, columns)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.result.row(row)
    }

    fn end(&mut self) -> Result<(), Error> {
        let (result, is_first) = (std::mem::take(&mut self.result), std::mem::replace(&mut self.is_first, false));
        let separated = if is_first { Ok(()) } else { self.out.write_all(b"\n") };
        let written = separated.and_then(|()| (self.write)(result, self.out, self.look, is_first));
        written.and_then(|()| self.out.flush()).map_err(Error::Output)
    }
}

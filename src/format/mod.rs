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
    writes: Writes,
}

/// When a format writes the rows of a result.
enum Writes {
    /// Each row at once, into this sink.
    Rows(for<'w> fn(&'w mut dyn Write) -> Box<dyn Sink + 'w>),
    /// All of them, once it has seen them.
    Whole(WriteWhole),
    Workbook,
}

impl Format {
    pub fn name(self) -> &'static str {
        self.into()
    }

    fn facts(self) -> Facts {
        use Content::{Anything, Findings, Places, Programme};
        use Writes::{Rows, Whole, Workbook};
        let (extension, content, for_people, writes) = match self {
            Self::Table => ("txt", Anything, true, Whole(table::write)),
            Self::Csv => ("csv", Anything, false, Rows(|out| Box::new(csv::Csv::new(b',', false, out)))),
            Self::CsvExcel => ("csv", Anything, false, Rows(|out| Box::new(csv::Csv::new(b';', true, out)))),
            Self::Tsv => ("tsv", Anything, false, Rows(|out| Box::new(csv::Csv::new(b'\t', false, out)))),
            Self::Json => ("json", Anything, false, Rows(|out| Box::new(json::Json::new(true, out)))),
            Self::Jsonl => ("jsonl", Anything, false, Rows(|out| Box::new(json::Json::new(false, out)))),
            Self::Markdown => ("md", Anything, true, Whole(markdown::write)),
            Self::Html => ("html", Anything, true, Whole(html::write)),
            Self::Sql => ("sql", Anything, false, Rows(|out| Box::new(Inserts::script(out)))),
            Self::Xlsx => ("xlsx", Anything, false, Workbook),
            Self::Ics => ("ics", Programme, false, Whole(ics::write)),
            Self::Geojson => ("geojson", Places, false, Whole(json::write_features)),
            Self::Github => ("annotations", Findings, false, Whole(finding::write_annotations)),
            Self::Sarif => ("sarif", Findings, false, Whole(sarif::write)),
            Self::Junit => ("xml", Findings, false, Whole(junit::write)),
        };
        Facts { extension, content, for_people, writes }
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
        match self.facts().writes {
            Writes::Rows(_) => None,
            Writes::Whole(_) => Some(100),
            Writes::Workbook => Some(450),
        }
    }

    pub fn sink<'w>(self, out: &'w mut dyn Write, look: Look) -> Box<dyn Sink + 'w> {
        match self.facts().writes {
            Writes::Rows(sink) => sink(out),
            Writes::Whole(write) => Box::new(Whole { out, look, result: ResultSet::default(), write, is_first: true }),
            Writes::Workbook => Box::new(Book::new(Some(out))),
        }
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

//! The forms in which a result is written. A new one is one file here and one variant below.

mod csv;
mod finding;
mod github;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod sarif;
mod table;
mod whole;

use crate::result_set::Sink;
use std::io::Write;
use std::path::Path;
use strum::VariantArray;
use whole::Whole;

/// A form in which a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// Boxes for people.
    Table,
    /// RFC 4180, with `\n` at the end of a line.
    Csv,
    /// One array of objects.
    Json,
    /// One object a line.
    Jsonl,
    /// A table of GitHub Flavored Markdown, for people.
    Markdown,
    /// Annotations of GitHub Actions, for findings only.
    Github,
    /// SARIF 2.1.0, for findings only.
    Sarif,
    /// JUnit XML, for findings only.
    Junit,
}

/// What the place where a result appears is like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; `None` = no limit.
    pub width: Option<u16>,
    /// Whether colour is wanted.
    pub color: bool,
}

impl Format {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Markdown => "md",
            Self::Github => "annotations",
            Self::Sarif => "sarif",
            Self::Junit => "xml",
        }
    }

    /// The form that a file name asks for by its extension.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::VARIANTS.iter().copied().find(|format| format.extension() == extension)
    }

    /// Whether it shows results the way people read them, rather than with the columns of the contract.
    pub fn is_for_people(self) -> bool {
        match self {
            Self::Table | Self::Markdown => true,
            Self::Csv | Self::Json | Self::Jsonl | Self::Github | Self::Sarif | Self::Junit => false,
        }
    }

    /// Whether it holds findings with their places, and no other result.
    pub fn is_for_findings(self) -> bool {
        match self {
            Self::Github | Self::Sarif | Self::Junit => true,
            Self::Table | Self::Csv | Self::Json | Self::Jsonl | Self::Markdown => false,
        }
    }

    /// A sink that writes this form to `out`.
    pub fn sink<'w>(self, out: &'w mut dyn Write, look: Look) -> Box<dyn Sink + 'w> {
        match self {
            Self::Table => Box::new(Whole::new(out, look, table::write)),
            Self::Csv => Box::new(csv::Csv::new(out)),
            Self::Json => Box::new(json::Json::new(out)),
            Self::Jsonl => Box::new(jsonl::Jsonl::new(out)),
            Self::Markdown => Box::new(Whole::new(out, look, markdown::write)),
            Self::Github => Box::new(github::Github::new(out)),
            Self::Sarif => Box::new(Whole::new(out, look, sarif::write)),
            Self::Junit => Box::new(Whole::new(out, look, junit::write)),
        }
    }
}

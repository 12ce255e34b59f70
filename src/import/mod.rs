//! Somebody's own list into the rows of a data folder: its headers and words are mapped, nothing is guessed in silence,
//! and what is dropped, left empty or added is told.

mod choices;
mod dates;
mod draft;
mod fields;
mod folder;
mod headers;
mod list;
mod matching;
mod merge;
mod numbers;
mod open_document;
mod reader;
mod readings;
mod vocabulary;
mod words;
mod workbook;

pub use choices::{Choices, table};
pub use headers::How;
pub use merge::RowCounts;

use crate::defect::{Defect, DefectKind, Level};
use crate::error::Error;
use crate::model::Table;
use draft::Drafts;
use folder::Folder;
use headers::Headers;
use list::{Found, List, of_rows};
use std::path::Path;

/// What an import did, or would do.
#[derive(Debug)]
pub struct Imported {
    pub table: Table,
    pub mission: String,
    /// Each header of the list, the column that it fills (`None` = dropped), and how that is known.
    pub headers: Vec<(String, Option<&'static str>, How)>,
    /// Column, text, what it was read as, and in how many rows, where that is not the text itself.
    pub values: Vec<(&'static str, String, String, u64)>,
    pub rows: Vec<RowCounts>,
    /// What is wrong: nothing is written.
    pub defects: Vec<Defect>,
    /// What is worth knowing.
    pub notices: Vec<Defect>,
    /// What is worth knowing of the list as a whole.
    pub remarks: Vec<String>,
    /// The choices that do the same again.
    pub replay: Choices,
    /// The files of the data folder that change, or are new, with their texts.
    pub files: Vec<(String, String)>,
}

/// Reads a list and maps it onto a data folder, of which nothing is changed yet.
///
/// # Errors
/// A file cannot be read, or something is to be chosen that the list does not tell.
pub fn import(list: &Path, folder: &Path, choices: &Choices, scratch: &Path) -> Result<Imported, Error> {
    let mut list = List::open(list, choices.sheet.as_deref(), scratch)?;
    let mut folder = Folder::open(folder)?;
    let headers = Headers::of(&list, choices)?;
    list.pass_over_titles(headers.line);
    let order = dates::order(&mut list, &headers, choices)?;
    let mission = choices.mission(&folder)?;
    let source = choices.source(&list);
    let mut drafts = Drafts::of(&list, &headers, choices, &folder, order, (&mission, &source))?;
    if drafts.totals > 0 {
        list.remarks.push(of_rows(drafts.totals, "of totals or notes", "passed over"));
    }
    if drafts.headings > 0 {
        let rows = if drafts.headings == 1 {
            "1 row that holds".to_owned()
        } else {
            format!("{} rows that hold", drafts.headings)
        };
        list.remarks.push(format!("{rows} only a day: the rows below are of that day"));
    }
    let rows = merge::merge(&mut folder, &mut drafts, headers.table, (&mission, &source), &list.title());
    let strays = std::mem::take(&mut list.strays).into_iter().map(|at| (at, Found::Kind(DefectKind::StrayQuote)));
    let found = list.at_their_places(drafts.found.into_iter().chain(strays).collect())?;
    let (defects, notices) = found.into_iter().partition(|defect| defect.kind.code().level() == Level::Error);
    Ok(Imported {
        table: headers.table,
        headers: headers.told(),
        values: drafts.values.into_iter().map(|((column, text, value), rows)| (column, text, value, rows)).collect(),
        rows,
        defects,
        notices,
        remarks: list.remarks,
        replay: choices.replayed(&headers, &mission, &source),
        files: folder.changed(),
        mission,
    })
}

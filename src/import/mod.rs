//! Somebody's own list into the rows of a data folder: its headers and words are mapped, nothing is guessed in silence,
//! and what is dropped, left empty or added is told.

mod cells;
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
mod read_list;
mod reader;
mod readings;
mod vocabulary;
mod words;
mod workbook;

pub use choices::Choices;
pub use headers::{Header, How};
pub use merge::RowCounts;

use crate::defect::Defect;
use crate::error::Error;
use crate::model::Table;
use choices::DROP;
use folder::Folder;
use headers::Headers;
use list::List;
use reader::Reader;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

/// What an import did, or would do.
#[derive(Debug)]
pub struct Imported {
    pub table: Table,
    pub mission: String,
    pub headers: Vec<Header>,
    /// Column, text, what it was read as, and in how many rows, where that is not the text itself.
    pub values: BTreeMap<(&'static str, String, String), u64>,
    pub rows: Vec<(Table, RowCounts)>,
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
pub fn import(path: &Path, folder: &Path, choices: &Choices, scratch: &Path) -> Result<Imported, Error> {
    let mut list = List::open(path, choices.sheet.as_deref(), scratch)?;
    let mut folder = Folder::open(folder)?;
    let headers = Headers::of(&list, choices)?;
    list.pass_over_titles(headers.line);
    let order = dates::order(&mut list, &headers, choices)?;
    let mission = choices.mission.clone().map_or_else(|| only_mission(&folder), Ok)?;
    let name = |name: Option<&OsStr>| name.unwrap_or_default().to_string_lossy().into_owned();
    let source = choices.source.clone().unwrap_or_else(|| readings::slug(&name(path.file_stem())));
    let mut reader = Reader::new(&headers, choices, &folder, order, (&mission, &source))?;
    list.rows.iter().for_each(|(start, record)| reader.record(*start, record));
    let (mut read, table) = (reader.finish(), headers.table);
    read.date_sources(&folder);
    list.remarks.extend(read.remarks());
    let rows = merge::merge(&mut folder, &mut read, table, &mission, (&source, &name(path.file_name())));
    if rows.iter().any(|(table, _)| *table == Table::Mission) {
        list.remarks.push(format!("{mission} is new: missions.csv waits for its name, and for its first and last day"));
    }
    let (defects, notices) = list.at_their_places(read.found, read.again)?;
    let headers: Vec<Header> = headers.columns.into_iter().filter(|header| !header.text.is_empty()).collect();
    let map = |header: &Header| (header.field.unwrap_or(DROP).to_owned(), header.text.clone());
    let replay = Choices {
        table: Some(table.name().to_owned()),
        mission: Some(mission.clone()),
        source: Some(source.clone()),
        maps: headers.iter().map(map).collect(),
        ..choices.clone()
    };
    Ok(Imported {
        table,
        headers,
        values: read.values,
        rows,
        defects,
        notices,
        remarks: list.remarks,
        replay,
        files: folder.changed(),
        mission,
    })
}

/// The mission of a data folder, if it has just one.
fn only_mission(folder: &Folder) -> Result<String, Error> {
    match folder.missions().as_slice() {
        [only] => Ok((*only).to_owned()),
        [] => {
            Err(Error::usage("the data folder has no mission yet", "give it a key with --mission, such as peru-2026"))
        }
        several => {
            let message = format!("the data folder has {} missions", several.len());
            Err(Error::usage(message, format!("say which with --mission: {}", several.join(", "))))
        }
    }
}

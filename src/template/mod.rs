//! A new data folder and a new workbook that say what belongs where. The words come from the schema and the
//! model: nothing is said twice.

pub mod data_package;
mod workbook;

pub use workbook::workbook;

use crate::cell::CellKind;
use crate::db::{SCHEMA, columns_of, relations};
use crate::error::{Error, named};
use crate::model::{Column, Table};
use crate::result_set::{Caption, ResultSet, Value};
use rusqlite::Connection;
use std::collections::HashMap;

/// What holds for every table.
pub const RULES: [&str; 6] = [
    "The first row of a table names its columns; every row below it is one thing. Nothing is invented: a row says \
     what its source says.",
    "An empty cell means \"not known\", never zero.",
    "A key is a slug: lower-case letters a-z, digits and hyphens, such as usa-west-2025. Other rows refer to it.",
    "Begin with sources and missions, which must be there, and with the regions, categories and cities you need.",
    "Any other table may stay empty or be left out.",
    "What goes without saying may be left out: the mission_id where there is one mission, the last_day and date_basis of \
     what takes place on one day, two of the three labels.",
];

/// What a new data folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    /// The rows that are the same for every Belgian mission: its regions, and the usual categories.
    Usual,
    /// A small invented mission as well, with claims that contradict each other and its rows.
    Example,
}

impl Filling {
    /// The rows of a table, as a CSV file.
    fn rows(self, table: Table) -> Option<&'static str> {
        match (self, table) {
            (_, Table::Region | Table::Category) => Some(table.seed()),
            (Self::Usual, _) => None,
            (Self::Example, Table::Source) => Some(include_str!("example/sources.csv")),
            (Self::Example, Table::Mission) => Some(include_str!("example/missions.csv")),
            (Self::Example, Table::City) => Some(include_str!("example/cities.csv")),
            (Self::Example, Table::Participant) => Some(include_str!("example/participants.csv")),
            (Self::Example, Table::Agreement) => Some(include_str!("example/agreements.csv")),
            (Self::Example, Table::AgreementParty) => Some(include_str!("example/agreement_parties.csv")),
            (Self::Example, Table::Event) => Some(include_str!("example/events.csv")),
            (Self::Example, Table::Claim) => Some(include_str!("example/claims.csv")),
            (Self::Example, Table::CompleteList) => Some(include_str!("example/complete_lists.csv")),
        }
    }
}

/// The same as items of a list.
pub fn rules() -> String {
    RULES.map(|rule| format!("- {rule}\n")).concat()
}

/// What somebody who fills in a table must know of it.
struct TableGuide {
    table: Table,
    meaning: String,
    columns: Vec<ColumnGuide>,
}

/// What somebody who fills in a column must know of it.
struct ColumnGuide {
    column: &'static Column,
    meaning: String,
    /// The table in which its keys are given.
    refers_to: Option<Table>,
}

impl TableGuide {
    /// Which of its columns tell its rows apart, in a sentence.
    fn key(&self) -> String {
        let names: Vec<&str> = self.table.key().iter().map(|column| column.name).collect();
        format!("No two rows have the same {}.", names.join(" and "))
    }
}

/// What a guide says of a column, in this order.
const GUIDE: [&str; 4] = ["column", "may be empty", "holds", "meaning"];

impl ColumnGuide {
    fn cells(&self) -> [String; GUIDE.len()] {
        let may_be_empty = if self.column.optional { "yes" } else { "no" };
        [self.column.name.to_owned(), may_be_empty.to_owned(), self.holds(), self.meaning.clone()]
    }

    /// What its cells hold, in words.
    fn holds(&self) -> String {
        match (self.refers_to, self.column.kind) {
            (Some(table), _) => format!("the {} of a row of {}", self.column.name, table.name()),
            (None, CellKind::Text | CellKind::Name) => "text".to_owned(),
            (None, kind) => kind.to_string(),
        }
    }
}

/// What each file of a data folder holds: its columns, whether they may be empty, what is in them and what it means.
///
/// # Errors
/// The schema does not describe a table of the model.
pub fn files() -> Result<Vec<ResultSet>, Error> {
    let row = |guide: &ColumnGuide| guide.cells().map(Value::Text).to_vec();
    let file = |guide: &TableGuide| {
        let caption = Caption::about(format!("{}.csv · {} {}", guide.table.name(), guide.meaning, guide.key()));
        ResultSet::new(caption, &GUIDE, guide.columns.iter().map(row).collect())
    };
    Ok(guides()?.iter().map(file).collect())
}

/// The files of a new data folder, each with its name.
///
/// # Errors
/// The schema does not describe a table of the model.
pub fn folder(filling: Filling) -> Result<Vec<(String, String)>, Error> {
    let guides = guides()?;
    let header = |guide: &TableGuide| {
        let names: Vec<&str> = guide.columns.iter().map(|column| column.column.name).collect();
        let text = filling.rows(guide.table).map_or_else(|| format!("{}\n", names.join(",")), str::to_owned);
        (format!("{}.csv", guide.table.name()), text)
    };
    let mut files: Vec<_> = guides.iter().map(header).collect();
    files.push(("README.md".to_owned(), readme(&guides)));
    Ok(files)
}

fn readme(guides: &[TableGuide]) -> String {
    format!(include_str!("readme.md"), rules = rules()) + &guides.iter().map(section).collect::<String>()
}

fn section(guide: &TableGuide) -> String {
    let mut text = format!("\n## {}.csv\n\n{} {}\n\n", guide.table.name(), guide.meaning, guide.key());
    text.push_str(&format!("| {} |\n| --- | --- | --- | --- |\n", GUIDE.join(" | ")));
    for guide in &guide.columns {
        let [column, empty, holds, meaning] = guide.cells().map(|cell| cell.replace('|', "\\|"));
        text.push_str(&format!("| `{column}` | {empty} | {holds} | {meaning} |\n"));
    }
    text
}

/// Every table of the data folder, as the schema of this program describes it.
fn guides() -> Result<Vec<TableGuide>, Error> {
    let conn = Connection::open_in_memory()?;
    conn.execute_batch(SCHEMA)?;
    guides_of(&conn)
}

/// Every table of the data folder, as the schema of a database describes it.
fn guides_of(conn: &Connection) -> Result<Vec<TableGuide>, Error> {
    let relations = relations(conn)?;
    let guide = |&table: &Table| {
        let relation = named("table", table.name(), &relations, |relation| &relation.name, "mission schema")?;
        let described = columns_of(conn, relation)?.into_iter().map(|info| (info.name, in_a_file(&info.meaning)));
        let mut meanings: HashMap<_, _> = described.collect();
        let columns = table.columns().iter().map(|column| {
            let meaning = meanings.remove(column.name).unwrap_or_default();
            ColumnGuide { column, meaning, refers_to: table.refers_to(column) }
        });
        Ok(TableGuide { table, columns: columns.collect(), meaning: in_a_file(&relation.meaning) })
    };
    Table::ALL.iter().map(guide).collect()
}

/// What the schema calls NULL is an empty cell in a file.
fn in_a_file(meaning: &str) -> String {
    meaning.replace("NULL", "empty")
}

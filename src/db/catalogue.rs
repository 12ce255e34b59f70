//! What the database says of itself: tables and views, their columns, and the comments in the schema.

use super::rows;
use crate::error::Error;
use rusqlite::Connection;
use std::collections::HashMap;

#[derive(Debug, Clone)]
pub struct Relation {
    pub name: String,
    /// `table` or `view`.
    pub kind: String,
    /// The statement that made it, comments included.
    sql: String,
    pub meaning: String,
}

#[derive(Debug, Clone)]
pub struct ColumnInfo {
    pub name: String,
    /// TEXT, INTEGER or REAL; empty for a column of a view.
    pub data_type: String,
    /// Whether it may be NULL; views do not say.
    pub nullable: Option<bool>,
    pub key: bool,
    /// The table that it refers to.
    pub references: Option<String>,
    pub meaning: String,
}

/// Columns of a table that together refer to a row of another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    pub columns: Vec<String>,
    pub table: String,
    pub referenced: Vec<String>,
}

pub fn foreign_keys(conn: &Connection, table: &str) -> Result<Vec<ForeignKey>, Error> {
    let sql = include_str!("foreign_keys.sql");
    let names = |text: String| text.split(' ').map(str::to_owned).collect();
    rows(conn, sql, [table], |row| {
        Ok(ForeignKey { table: row.get(0)?, columns: names(row.get(1)?), referenced: names(row.get(2)?) })
    })
}

/// The names of all tables and views.
pub const RELATIONS: &str = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name";

pub fn relations(conn: &Connection) -> Result<Vec<Relation>, Error> {
    let sql = "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY rowid";
    rows(conn, sql, [], |row| {
        let name: String = row.get(0)?;
        Ok(Relation { meaning: relation_meaning(&name), name, kind: row.get(1)?, sql: row.get(2)? })
    })
}

pub fn columns_of(conn: &Connection, relation: &Relation) -> Result<Vec<ColumnInfo>, Error> {
    let meanings = column_meanings(relation);
    let mut references = HashMap::new();
    // Of a column that is in several keys, the first one tells.
    for ForeignKey { columns, table, .. } in foreign_keys(conn, &relation.name)?.into_iter().rev() {
        references.extend(columns.into_iter().map(|column| (column, table.clone())));
    }
    let sql = "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid";
    rows(conn, sql, [&relation.name], |row| {
        let name: String = row.get(0)?;
        let is_view = relation.kind == "view";
        Ok(ColumnInfo {
            data_type: if is_view { String::new() } else { row.get(1)? },
            nullable: if is_view { None } else { Some(!row.get::<_, bool>(2)?) },
            key: row.get::<_, i64>(3)? > 0,
            references: references.get(&name).cloned(),
            meaning: meanings.get(&name).cloned().unwrap_or_default(),
            name,
        })
    })
}

/// The last line of the comment above the statement, which SQLite does not keep.
fn relation_meaning(name: &str) -> String {
    let is_it = |(_, statement): &(&str, &str)| statement.split_whitespace().nth(2) == Some(name);
    let comment = super::statements().find(is_it).and_then(|(above, _)| above.lines().next_back());
    comment.unwrap_or_default().trim_start_matches("--").trim().to_owned()
}

/// The comments behind the columns: a table names a column first, with four blanks before it; a view last, before the
/// comment. A column whose definition goes on over several lines has its comment on the last of them.
fn column_meanings(relation: &Relation) -> HashMap<String, String> {
    let mut meanings = HashMap::new();
    let mut column = "";
    for line in relation.sql.lines() {
        let (code, comment) = line.split_once("-- ").unwrap_or((line, ""));
        let mut names = code.split([' ', ',', '.']).filter(|word| !word.is_empty());
        match relation.kind.as_str() {
            "view" => column = names.next_back().unwrap_or_default(),
            _ if line.starts_with("    ") && !line.starts_with("     ") => column = names.next().unwrap_or_default(),
            _ => {}
        }
        if !comment.is_empty() {
            meanings.insert(column.to_owned(), comment.trim().to_owned());
        }
    }
    meanings
}

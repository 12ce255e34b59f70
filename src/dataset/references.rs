//! Keys that point to nothing, found by SQLite once everything is loaded.

use super::defect::DefectKind;
use super::file::TableFile;
use super::finds::Finds;
use crate::error::{Error, nearest};
use crate::model::Table;
use csv::StringRecord;
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// Adds every reference of a table to a key that is not there. A table with defects of its own may lack
/// keys only because of these, so what refers to it is not judged.
pub(super) fn check(
    table: Table,
    file: &TableFile,
    conn: &Connection,
    spoilt: &HashSet<Table>,
    finds: &mut Finds,
) -> Result<(), Error> {
    let mut statement = conn.prepare(include_str!("references.sql"))?;
    let mut rows = statement.query(rusqlite::named_params! { ":table": table.name() })?;
    let mut header = None;
    let mut keys: HashMap<String, Vec<String>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let parent: String = row.get("parent")?;
        if spoilt.iter().any(|spoilt| spoilt.name() == parent) {
            continue;
        }
        let column: String = row.get("column")?;
        let number: i64 = row.get("number")?;
        let name = table.name();
        let key: String =
            conn.query_row(&format!("SELECT \"{column}\" FROM {name} WHERE rowid = ?1"), [number], |row| row.get(0))?;
        let valid = match keys.entry(parent.clone()) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => entry.insert(keys_of(conn, &column, &parent)?),
        };
        if header.is_none() {
            let mut record = StringRecord::new();
            file.next_record(&mut file.reader()?, &mut record)?;
            header = Some(record);
        }
        let cell = header.iter().flatten().position(|name| name == column).unwrap_or_default();
        let nearest = nearest(&key, valid.iter());
        let kind = DefectKind::UnknownReference { nearest, key, file: format!("{parent}.csv"), column };
        finds.add(u64::try_from(number).unwrap_or_default(), cell, kind);
    }
    Ok(())
}

/// Keys to suggest; past so many, none is worth the search.
fn keys_of(conn: &Connection, column: &str, parent: &str) -> Result<Vec<String>, Error> {
    crate::db::slugs(conn, &format!("SELECT DISTINCT \"{column}\" FROM {parent} ORDER BY 1 LIMIT 1000"))
}

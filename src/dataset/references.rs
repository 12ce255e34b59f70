//! Keys that point to nothing, found by SQLite once everything is loaded.

use super::DataFolder;
use super::defect::{Defect, DefectKind};
use crate::error::{Error, nearest};
use crate::model::Table;
use rusqlite::Connection;
use std::collections::HashSet;

/// Reports every reference to a key that is not there. A table with defects of its own may lack keys
/// only because of these, so what refers to it is not judged.
pub(super) fn check(
    folder: &DataFolder,
    conn: &Connection,
    spoilt: &HashSet<Table>,
    defects: &mut Vec<Defect>,
) -> Result<(), Error> {
    let mut statement = conn.prepare(include_str!("references.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (child, parent): (String, String) = (row.get("child")?, row.get("parent")?);
        let named = |name: &str| Table::ALL.iter().copied().find(|table| table.name() == name);
        let (Some(child), Some(parent)) = (named(&child), named(&parent)) else { continue };
        let Some(file) = folder.file(child) else { continue };
        if spoilt.contains(&parent) {
            continue;
        }
        let column: String = row.get("column")?;
        let number = row.get::<_, i64>("number")?;
        let key: String =
            conn.query_row(&format!("SELECT \"{column}\" FROM {} WHERE rowid = ?1", child.name()), [number], |row| {
                row.get(0)
            })?;
        let valid = crate::db::slugs(
            conn,
            &format!("SELECT DISTINCT \"{column}\" FROM {} ORDER BY 1 LIMIT 10000", parent.name()),
        )?;
        let mut reader = file.reader()?;
        let header = reader.records().next().transpose().map_err(|error| file.unreadable(error))?;
        let index = header.and_then(|header| header.iter().position(|name| name == column)).unwrap_or_default();
        defects.push(Defect {
            place: file.place(u64::try_from(number).unwrap_or_default(), index)?,
            kind: DefectKind::UnknownReference {
                nearest: nearest(&key, valid),
                key,
                file: format!("{}.csv", parent.name()),
                column,
            },
        });
    }
    Ok(())
}

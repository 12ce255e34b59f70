//! What describes a data folder to other programs: a Data Package, version 2 (datapackage.org). Everything in it comes
//! from the schema, the model and the sources.

use super::{ColumnGuide, TableGuide, guides_of};
use crate::cell::CellKind;
use crate::db::{ForeignKey, foreign_keys, rows};
use crate::error::Error;
use crate::model::Table;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value, json};

pub const FILE: &str = "datapackage.json";

/// The description of a folder with these tables as CSV files, as JSON.
///
/// # Errors
/// The database cannot be read.
pub fn describe(conn: &Connection, tables: &[Table]) -> Result<String, Error> {
    let sql = "SELECT mission_id, name FROM missions WHERE (SELECT count(*) FROM missions) = 1";
    let only = conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let (name, title) = only.unwrap_or_else(|| ("economic-missions".to_owned(), "Economic missions".to_owned()));
    let guides = guides_of(conn)?;
    let wanted = tables.iter().filter_map(|table| guides.iter().find(|guide| guide.table == *table));
    let resources = wanted.map(|guide| resource(conn, guide, tables)).collect::<Result<Vec<_>, _>>()?;
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": title,
        "sources": sources(conn)?,
        "resources": resources,
    });
    Ok(format!("{package:#}\n"))
}

fn sources(conn: &Connection) -> Result<Vec<Value>, Error> {
    rows(conn, "SELECT title, url FROM sources ORDER BY source_id", [], |row| {
        let mut source = json!({ "title": row.get::<_, String>(0)? });
        if let Some(url) = row.get::<_, Option<String>>(1)? {
            source["path"] = json!(url);
        }
        Ok(source)
    })
}

fn resource(conn: &Connection, guide: &TableGuide, tables: &[Table]) -> Result<Value, Error> {
    let table = guide.table;
    let mut schema = json!({ "fields": guide.columns.iter().map(field).collect::<Vec<_>>(), "missingValues": [""] });
    // A key that may be partly empty is none for the standard.
    if table.key().iter().all(|column| !column.optional) {
        schema["primaryKey"] = table.key().iter().map(|column| column.name).collect();
    }
    let is_there = |key: &ForeignKey| tables.iter().any(|table| table.name() == key.table);
    let may_be_empty = |name: &String| table.columns().iter().any(|column| column.name == name && column.optional);
    // The standard does not say that a key of several columns refers to nothing where one of them is empty.
    let is_plain = |key: &ForeignKey| key.columns.len() == 1 || !key.columns.iter().any(may_be_empty);
    let keys = foreign_keys(conn, table.name())?.into_iter().filter(|key| is_there(key) && is_plain(key));
    let keys = keys.map(|ForeignKey { columns, table, referenced }| {
        json!({ "fields": columns, "reference": { "resource": table, "fields": referenced } })
    });
    let keys: Vec<Value> = keys.collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    Ok(json!({
        "name": table.name(),
        "path": format!("{}.csv", table.name()),
        "type": "table",
        "description": guide.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }))
}

fn field(ColumnGuide { column, meaning, .. }: &ColumnGuide) -> Value {
    let required = !column.optional;
    let plain = json!({ "required": required });
    let like = |pattern: &str| json!({ "required": required, "pattern": pattern });
    let (kind, constraints) = match column.kind {
        CellKind::Slug => ("string", like("[a-z0-9-]+")),
        CellKind::Country => ("string", like("[A-Z]{2}")),
        CellKind::Currency => ("string", like("[A-Z]{3}")),
        CellKind::Language => ("string", like("[a-z]{2}")),
        CellKind::EnterpriseNumber => ("string", like("[0-9.]{10,12}")),
        CellKind::Time => ("string", like("[0-2][0-9]:[0-5][0-9]")),
        CellKind::Day => ("date", plain),
        CellKind::Word(words) => ("string", json!({ "required": required, "enum": words })),
        CellKind::Degrees(limit) => ("number", json!({ "required": required, "minimum": -limit, "maximum": limit })),
        CellKind::Text | CellKind::Count | CellKind::Url => ("string", plain),
    };
    let mut field = json!({ "name": column.name, "type": kind });
    if column.kind == CellKind::Url {
        field["format"] = json!("uri");
    }
    field["description"] = json!(meaning);
    field["constraints"] = constraints;
    field
}

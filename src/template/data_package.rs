//! What describes a data folder to other programs: a Data Package, version 2 (datapackage.org). Everything in it comes
//! from the schema, the model and the sources.

use super::{ColumnGuide, TableGuide, guides_of, in_a_file};
use crate::cell::CellKind;
use crate::column::{Holds, holds};
use crate::db::{ColumnInfo, ForeignKey, Made, Relation, columns_of, foreign_keys, portable_schema, relations, rows};
use crate::error::{Error, named};
use crate::model::Table;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value, json};

pub const FILE: &str = "datapackage.json";

/// The tables that `mission init` worked out, which are no part of a data folder.
pub fn derived_tables() -> impl Iterator<Item = &'static str> {
    let tables = portable_schema().into_iter().filter(|making| making.made == Made::Table).map(|making| making.name);
    tables.filter(|name| Table::ALL.iter().all(|table| table.name() != *name))
}

/// Where such a table is in an exported folder.
pub fn derived_file(table: &str) -> String {
    format!("derived/{table}.csv")
}

/// The description of a folder with these tables as CSV files, and with those that were worked out or not, as JSON.
///
/// # Errors
/// The database cannot be read.
pub fn describe(conn: &Connection, tables: &[Table], with_derived: bool) -> Result<String, Error> {
    let sql = "SELECT mission_id, name FROM missions WHERE (SELECT count(*) FROM missions) = 1";
    let only = conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let (name, title) = only.unwrap_or_else(|| ("economic-missions".to_owned(), "Economic missions".to_owned()));
    let (guides, relations) = (guides_of(conn)?, relations(conn)?);
    let wanted = tables.iter().filter_map(|table| guides.iter().find(|guide| guide.table == *table));
    let resources = wanted
        .map(|guide| resource(conn, guide, tables))
        .chain(derived_tables().filter(|_| with_derived).map(|table| derived(conn, &relations, table)))
        .collect::<Result<Vec<_>, _>>()?;
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
        Ok(given(json!({ "title": row.get::<_, String>(0)?, "path": row.get::<_, Option<String>>(1)? })))
    })
}

/// What is not known, or empty, is left out.
fn given(mut object: Value) -> Value {
    if let Value::Object(members) = &mut object {
        members.retain(|_, value| !value.is_null() && *value != json!([]));
    }
    object
}

fn resource(conn: &Connection, guide: &TableGuide, tables: &[Table]) -> Result<Value, Error> {
    let table = guide.table;
    let is_there = |key: &ForeignKey| tables.iter().any(|table| table.name() == key.table);
    let may_be_empty = |name: &String| table.columns().iter().any(|column| column.name == name && column.optional);
    // The standard does not say that a key of several columns refers to nothing where one of them is empty.
    let is_plain = |key: &ForeignKey| key.columns.len() == 1 || !key.columns.iter().any(may_be_empty);
    let keys = foreign_keys(conn, table.name())?.into_iter().filter(|key| is_there(key) && is_plain(key));
    // A key that may be partly empty is none for the standard.
    let whole = table.key().iter().all(|column| !column.optional);
    let primary_key = table.key().iter().filter(|_| whole).map(|column| column.name.to_owned()).collect();
    let fields = guide.columns.iter().map(field).collect();
    Ok(csv(table.name(), format!("{}.csv", table.name()), &guide.meaning, fields, primary_key, keys))
}

/// A table as a CSV file with these columns and keys.
fn csv(
    name: &str,
    path: String,
    description: &str,
    fields: Vec<Value>,
    primary_key: Vec<String>,
    foreign_keys: impl Iterator<Item = ForeignKey>,
) -> Value {
    let foreign = |ForeignKey { columns, table, referenced }| json!({ "fields": columns, "reference": { "resource": table, "fields": referenced } });
    json!({
        "name": name,
        "path": path,
        "type": "table",
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": given(json!({
            "fields": fields,
            "missingValues": [""],
            "primaryKey": primary_key,
            "foreignKeys": foreign_keys.map(foreign).collect::<Vec<_>>(),
        })),
    })
}

/// A table that was worked out, as the schema says it.
fn derived(conn: &Connection, relations: &[Relation], table: &'static str) -> Result<Value, Error> {
    let relation = named("table", table, relations, |relation| &relation.name, "mission schema")?;
    let columns = columns_of(conn, relation)?;
    let fields = columns.iter().map(derived_field).collect();
    let primary_key = columns.iter().filter(|column| column.key).map(|column| column.name.clone()).collect();
    let keys = foreign_keys(conn, table)?.into_iter();
    Ok(csv(table, derived_file(table), &in_a_file(&relation.meaning), fields, primary_key, keys))
}

fn derived_field(column: &ColumnInfo) -> Value {
    let kind = match (holds(&column.name), column.data_type.as_str()) {
        (Holds::Day, _) => "date",
        (_, "INTEGER") => "integer",
        _ => "string",
    };
    let constraints = json!({ "required": column.key });
    json!({ "name": column.name, "type": kind, "description": in_a_file(&column.meaning), "constraints": constraints })
}

fn field(ColumnGuide { column, meaning, .. }: &ColumnGuide) -> Value {
    let required = !column.optional;
    let matching = |pattern: &str| json!({ "required": required, "pattern": pattern });
    let any = json!({ "required": required });
    let (kind, format, constraints) = match column.kind {
        CellKind::Slug => ("string", None, matching("[a-z0-9-]+")),
        CellKind::Country => ("string", None, matching("[A-Z]{2}")),
        CellKind::Currency => ("string", None, matching("[A-Z]{3}")),
        CellKind::Language => ("string", None, matching("[a-z]{2}")),
        CellKind::Day => ("date", None, any),
        CellKind::Url => ("string", Some("uri"), any),
        CellKind::Word(words) => ("string", None, json!({ "required": required, "enum": words })),
        CellKind::Degrees(limit) => {
            ("number", None, json!({ "required": required, "minimum": -limit, "maximum": limit }))
        }
        CellKind::EnterpriseNumber => ("string", None, matching("[0-9.]{10,12}")),
        CellKind::Time => ("string", None, matching("[0-2][0-9]:[0-5][0-9]")),
        CellKind::Text | CellKind::Name | CellKind::Count => ("string", None, any),
    };
    given(json!({
        "name": column.name,
        "type": kind,
        "format": format,
        "description": meaning,
        "constraints": constraints,
    }))
}

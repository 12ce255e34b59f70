//! What describes a data folder to other programs: a Data Package, version 2 (datapackage.org). Everything in it comes
//! from the schema, the model and the sources.

use super::{ColumnGuide, TableGuide, guides_of, in_a_file};
use crate::cell::CellKind;
use crate::column::{Holds, holds};
use crate::db::{ColumnInfo, ForeignKey, Made, Relation, columns_of, foreign_keys, portable_schema, relations};
use crate::error::{Error, named};
use crate::model::Table;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;

pub const FILE: &str = "datapackage.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Package {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: String,
    title: String,
    sources: Vec<Source>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Source {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

#[derive(Serialize)]
struct Resource {
    name: String,
    path: String,
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    primary_key: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Foreign>,
}

#[derive(Serialize)]
struct Field {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    description: String,
    constraints: Constraints,
}

#[derive(Serialize, Default, Clone, Copy)]
struct Constraints {
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    words: Option<&'static [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i32>,
}

#[derive(Serialize)]
struct Foreign {
    fields: Vec<String>,
    reference: Referenced,
}

#[derive(Serialize)]
struct Referenced {
    resource: String,
    fields: Vec<String>,
}

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
    let package = Package {
        profile: "https://datapackage.org/profiles/2.0/datapackage.json",
        name,
        title,
        sources: sources(conn)?,
        resources: wanted
            .map(|guide| resource(conn, guide, tables))
            .chain(derived_tables().filter(|_| with_derived).map(|table| derived(conn, &relations, table)))
            .collect::<Result<_, _>>()?,
    };
    let json = serde_json::to_string_pretty(&package).map_err(|error| Error::Output(error.into()))?;
    Ok(json + "\n")
}

fn sources(conn: &Connection) -> Result<Vec<Source>, Error> {
    let mut statement = conn.prepare("SELECT title, url FROM sources ORDER BY source_id")?;
    let sources = statement.query_map([], |row| Ok(Source { title: row.get(0)?, path: row.get(1)? }))?;
    Ok(sources.collect::<Result<_, _>>()?)
}

fn resource(conn: &Connection, guide: &TableGuide, tables: &[Table]) -> Result<Resource, Error> {
    let table = guide.table;
    let is_there = |key: &ForeignKey| tables.iter().any(|table| table.name() == key.table);
    let may_be_empty = |name: &String| table.columns().iter().any(|column| column.name == name && column.optional);
    // The standard does not say that a key of several columns refers to nothing where one of them is empty.
    let is_plain = |key: &ForeignKey| key.columns.len() == 1 || !key.columns.iter().any(may_be_empty);
    let keys = foreign_keys(conn, table.name())?.into_iter().filter(|key| is_there(key) && is_plain(key));
    // A key that may be partly empty is none for the standard.
    let whole = table.key().iter().all(|column| !column.optional);
    let primary_key = table.key().iter().filter(|_| whole).map(|column| column.name.to_owned());
    let schema = Schema {
        fields: guide.columns.iter().map(field).collect(),
        missing_values: [""],
        primary_key: primary_key.collect(),
        foreign_keys: keys.map(foreign).collect(),
    };
    Ok(csv(table.name(), format!("{}.csv", table.name()), guide.meaning.clone(), schema))
}

fn csv(name: &str, path: String, description: String, schema: Schema) -> Resource {
    let (kind, format, mediatype, encoding) = ("table", "csv", "text/csv", "utf-8");
    Resource { name: name.to_owned(), path, kind, description, format, mediatype, encoding, schema }
}

fn foreign(ForeignKey { columns, table, referenced }: ForeignKey) -> Foreign {
    Foreign { fields: columns, reference: Referenced { resource: table, fields: referenced } }
}

/// A table that was worked out, as the schema says it.
fn derived(conn: &Connection, relations: &[Relation], table: &'static str) -> Result<Resource, Error> {
    let relation = named("table", table, relations, |relation| &relation.name, "mission schema")?;
    let columns = columns_of(conn, relation)?;
    let schema = Schema {
        fields: columns.iter().map(derived_field).collect(),
        missing_values: [""],
        primary_key: columns.iter().filter(|column| column.key).map(|column| column.name.clone()).collect(),
        foreign_keys: foreign_keys(conn, table)?.into_iter().map(foreign).collect(),
    };
    Ok(csv(table, derived_file(table), in_a_file(&relation.meaning), schema))
}

fn derived_field(column: &ColumnInfo) -> Field {
    let kind = match (holds(&column.name), column.data_type.as_str()) {
        (Holds::Day, _) => "date",
        (_, "INTEGER") => "integer",
        _ => "string",
    };
    let constraints = Constraints { required: column.key, ..Constraints::default() };
    Field { name: column.name.clone(), kind, format: None, description: in_a_file(&column.meaning), constraints }
}

fn field(ColumnGuide { column, meaning, .. }: &ColumnGuide) -> Field {
    let required = Constraints { required: !column.optional, ..Constraints::default() };
    let pattern = |pattern| Constraints { pattern: Some(pattern), ..required };
    let (kind, format, constraints) = match column.kind {
        CellKind::Slug => ("string", None, pattern("[a-z0-9-]+")),
        CellKind::Country => ("string", None, pattern("[A-Z]{2}")),
        CellKind::Currency => ("string", None, pattern("[A-Z]{3}")),
        CellKind::Language => ("string", None, pattern("[a-z]{2}")),
        CellKind::Day => ("date", None, required),
        CellKind::Url => ("string", Some("uri"), required),
        CellKind::Word(words) => ("string", None, Constraints { words: Some(words), ..required }),
        CellKind::Degrees(limit) => {
            ("number", None, Constraints { minimum: Some(-limit), maximum: Some(limit), ..required })
        }
        CellKind::EnterpriseNumber => ("string", None, pattern(r"[0-9.]{10,12}")),
        CellKind::Time => ("string", None, pattern("[0-2][0-9]:[0-5][0-9]")),
        CellKind::Text | CellKind::Name | CellKind::Count => ("string", None, required),
    };
    Field { name: column.name.to_owned(), kind, format, description: meaning.clone(), constraints }
}

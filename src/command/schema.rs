//! `mission schema`: tables and views, their columns and what they mean.

use super::shared::names;
use super::{Context, Exit};
use crate::db::{self, ColumnInfo, HELPERS, Helper, Relation};
use crate::error::Error;
use crate::format::Format;
use crate::language::Phrase;
use crate::result_set::{Caption, ResultSet, Value};
use rusqlite::Connection;

#[derive(Debug, clap::Args)]
#[command(before_help = "\
Examples:
  mission schema            every table and view, with its number of rows
  mission schema claims     the columns of one of them
  mission schema --functions  what queries can call beyond SQLite's own functions")]
pub struct Args {
    /// The table or view whose columns to describe
    #[arg(add = names::offered(db::RELATIONS))]
    table: Option<String>,
    /// What queries can call beyond SQLite's own functions
    #[arg(long, conflicts_with = "table")]
    functions: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table)?;
    if args.functions {
        context.rows(format, |sink| functions().send(sink))?;
        return Ok(Exit::Done);
    }
    let conn = context.open()?;
    let relations = db::relations(&conn)?;
    let result = match &args.table {
        None => overview(&conn, &relations)?,
        Some(name) => {
            let valid = relations.iter().map(|relation| &relation.name);
            let unknown = || Error::unknown("table", name, valid, "mission schema");
            let relation = relations.iter().find(|relation| relation.name == *name).ok_or_else(unknown)?;
            describe(&conn, relation)?
        }
    };
    context.rows(format, |sink| result.send(sink))?;
    Ok(Exit::Done)
}

fn functions() -> ResultSet {
    let row = |helper: &Helper| [helper.usage, helper.meaning, helper.example].map(Value::from).to_vec();
    ResultSet {
        caption: Caption { title: Some(Phrase::FunctionsForQueries), ..Caption::default() },
        columns: ["function", "meaning", "example"].map(str::to_owned).to_vec(),
        rows: HELPERS.iter().map(row).collect(),
    }
}

fn overview(conn: &Connection, relations: &[Relation]) -> Result<ResultSet, Error> {
    let rows = relations.iter().map(|relation| {
        let rows: i64 = conn.query_row(&format!("SELECT count(*) FROM \"{}\"", relation.name), [], |row| row.get(0))?;
        Ok(vec![
            Value::from(relation.name.as_str()),
            Value::from(relation.kind.as_str()),
            Value::Integer(rows),
            Value::from(relation.meaning.as_str()),
        ])
    });
    Ok(ResultSet {
        caption: Caption { title: Some(Phrase::TablesAndViews), ..Caption::default() },
        columns: ["name", "kind", "rows", "meaning"].map(str::to_owned).to_vec(),
        rows: rows.collect::<Result<_, Error>>()?,
    })
}

fn describe(conn: &Connection, relation: &Relation) -> Result<ResultSet, Error> {
    let row = |column: &ColumnInfo| {
        let null = match column.nullable {
            Some(true) => Value::from("may be NULL"),
            Some(false) => Value::from("never NULL"),
            None => Value::Null,
        };
        let key = if column.key { Value::from("key") } else { Value::Null };
        let references = column.references.as_ref().map_or(Value::Null, |to| Value::from(to.table.as_str()));
        let meaning = Value::from(column.meaning.as_str());
        vec![Value::from(column.name.as_str()), Value::from(column.data_type.as_str()), key, null, references, meaning]
    };
    Ok(ResultSet {
        caption: Caption {
            about: format!("{} ({})", relation.name, relation.kind),
            notes: vec![relation.meaning.clone()],
            ..Caption::default()
        },
        columns: ["column", "type", "key", "null", "references", "meaning"].map(str::to_owned).to_vec(),
        rows: db::columns_of(conn, relation)?.iter().map(row).collect(),
    })
}

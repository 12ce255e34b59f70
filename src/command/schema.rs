//! `mission schema`: tables and views, their columns and what they mean.

use super::shared::names;
use super::{Context, Exit};
use crate::db::{self, ColumnInfo, Extent, HELPERS, Helper, Relation};
use crate::error::{Error, named};
use crate::format::{Content, Format};
use crate::language::Phrase;
use crate::result_set::{Caption, ResultSet, Value};
use rusqlite::Connection;

#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/schema.txt").trim_ascii_end())]
pub struct Args {
    /// The table or view whose columns to describe
    #[arg(add = names::offered(db::RELATIONS))]
    table: Option<String>,
    /// What queries can call beyond SQLite's own functions
    #[arg(long, conflicts_with = "table")]
    functions: bool,
    /// Say whether all of the file is as it was written, by its checksum
    #[arg(long, conflicts_with_all = ["table", "functions"])]
    verify: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table, Content::Anything)?;
    if args.functions {
        return context.show(format, &functions());
    }
    if args.verify {
        db::open(&context.db, Extent::Whole)?;
        return context.say(&format!("{} is as it was written", context.db.display()));
    }
    let conn = context.open(Extent::Small, None)?;
    let relations = db::relations(&conn)?;
    let result = match &args.table {
        None => overview(&conn, &relations)?,
        Some(name) => describe(&conn, named("table", name, &relations, |relation| &relation.name, "mission schema")?)?,
    };
    context.show(format, &result)
}

fn functions() -> ResultSet {
    let row = |helper: &Helper| [helper.usage, helper.meaning, helper.example].map(Value::from).to_vec();
    let caption = Caption { title: Some(Phrase::FunctionsForQueries), ..Caption::default() };
    ResultSet::new(caption, &["function", "meaning", "example"], HELPERS.iter().map(row).collect())
}

fn overview(conn: &Connection, relations: &[Relation]) -> Result<ResultSet, Error> {
    let row = |Relation { name, kind, meaning, .. }: &Relation| {
        let rows = conn.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| row.get(0))?;
        let [name, kind, meaning] = [name, kind, meaning].map(|text| Value::from(text.as_str()));
        Ok(vec![name, kind, Value::Integer(rows), meaning])
    };
    let rows = relations.iter().map(row).collect::<Result<_, Error>>()?;
    let caption = Caption { title: Some(Phrase::TablesAndViews), ..Caption::default() };
    Ok(ResultSet::new(caption, &["name", "kind", "rows", "meaning"], rows))
}

fn describe(conn: &Connection, relation: &Relation) -> Result<ResultSet, Error> {
    let row = |column: ColumnInfo| {
        let null = column.nullable.map(|nullable| if nullable { "may be NULL" } else { "never NULL" });
        let key = column.key.then_some("key");
        let [null, key, references] =
            [null, key, column.references.as_deref()].map(|text| text.map_or(Value::Null, Value::from));
        let [name, data_type, meaning] = [column.name, column.data_type, column.meaning].map(Value::Text);
        vec![name, data_type, key, null, references, meaning]
    };
    let rows = db::columns_of(conn, relation)?.into_iter().map(row).collect();
    let caption = Caption {
        about: format!("{} ({})", relation.name, relation.kind),
        notes: vec![relation.meaning.clone()],
        ..Caption::default()
    };
    Ok(ResultSet::new(caption, &["column", "type", "key", "null", "references", "meaning"], rows))
}

//! `mission export`: the tables of the data folder, as they went in.

use super::context::write_file;
use super::{Context, Exit};
use crate::db::each_row;
use crate::error::Error;
use crate::format::{Format, Look};
use crate::model::{Column, Table};
use crate::result_set::{Caption, Sink};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// The tables of the data folder, as they went in.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mission export claims                   to standard output, as CSV
  mission export claims -o claims.json
  mission export --to copy                all tables: a data folder again
  mission export events claims --to copy")]
pub struct Args {
    /// Which tables; with --to, all of them if none is named
    tables: Vec<String>,
    /// Write one file per table into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    to: Option<PathBuf>,
}

/// Writes the tables.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Csv)?;
    let tables = args.tables.iter().map(|name| named(name)).collect::<Result<Vec<_>, _>>()?;
    let conn = context.open()?;
    match (&args.to, tables.as_slice()) {
        (Some(folder), []) => into_folder(&conn, folder, Table::ALL, format)?,
        (Some(folder), tables) => into_folder(&conn, folder, tables, format)?,
        (None, [table]) => context.rows(format, |sink| rows(&conn, *table, sink))?,
        (None, _) => {
            return Err(Error::Usage {
                message: "one table at a time goes to standard output or into a file".to_owned(),
                hint: "name one table, or write several into a folder with --to DIR".to_owned(),
            });
        }
    }
    Ok(Exit::Done)
}

fn named(name: &str) -> Result<Table, Error> {
    let names = || Table::ALL.iter().map(|table| table.name());
    let unknown = || Error::unknown("table", name, names(), "mission schema");
    Table::ALL.iter().copied().find(|table| table.name() == name).ok_or_else(unknown)
}

fn into_folder(conn: &Connection, folder: &Path, tables: &[Table], format: Format) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(Error::file("make", folder))?;
    for &table in tables {
        let path = folder.join(format!("{}.{}", table.name(), format.extension()));
        write_file(&path, |out| rows(conn, table, format.sink(out, Look::default()).as_mut()))?;
    }
    Ok(())
}

/// The rows of a table with the columns of its CSV file, in the order of its key.
fn rows(conn: &Connection, table: Table, sink: &mut dyn Sink) -> Result<(), Error> {
    let list = |columns: &[Column]| columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT {} FROM {} ORDER BY {}", list(table.columns()), table.name(), list(table.key()));
    each_row(&mut conn.prepare(&sql)?, &Caption::default(), sink)
}

//! `mission export`: the tables of the data folder, as they went in; and what calendars, maps and workbooks take of
//! them.

use super::shared::{counted, names};
use super::{Context, Exit};
use crate::db::{Extent, Made, Making, each_row, in_order_of_key, portable_schema, stream};
use crate::display::Colours;
use crate::error::{Error, named};
use crate::format::{Book, Content, Format, Inserts, Look};
use crate::model::Table;
use crate::report::REPORTS;
use crate::result_set::{Caption, Sink};
use crate::template::data_package::{self, derived_file, derived_tables};
use rusqlite::{Connection, named_params};
use std::path::{Path, PathBuf};

/// The tables of the data folder, as they went in.
///
/// Several tables fit into a folder (--to) or into one workbook (-o FILE.xlsx), which has the reports too. A folder of
/// CSV files is a Data Package, and like the workbook a data folder again; beside them it has what was worked out
/// (derived/) and the reports as views (views.sql), for other engines. One SQL file has all of it (-o FILE.sql), and
/// SQLite, DuckDB and PostgreSQL load it as it is.
#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/export.txt").trim_ascii_end())]
pub struct Args {
    /// Which tables; with --to or as a workbook, all of them if none is named
    #[arg(add = names::offered_tables())]
    tables: Vec<String>,
    /// Write one file per table into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    to: Option<PathBuf>,
    /// Only the rows of this mission
    #[arg(long, value_name = "MISSION", add = names::offered(names::MISSIONS))]
    mission: Option<String>,
    /// In a calendar, also the events whose day is not known, as tentative over the days on which they may have been
    #[arg(long)]
    possible: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let table = |name: &String| named("table", name, Table::ALL, |table| table.name(), "mission schema").copied();
    let tables = args.tables.iter().map(table).collect::<Result<Vec<_>, _>>()?;
    let content = match (&args.to, tables.as_slice()) {
        (None, [Table::Event]) => Content::Programme,
        (None, [Table::City]) => Content::Places,
        (Some(_) | None, _) => Content::Anything,
    };
    let format = context.format_or(Format::Csv, content)?;
    if args.possible && format.content() != Content::Programme {
        let hint = "use `mission export events --possible -o programme.ics`";
        return Err(Error::usage("--possible is for a calendar", hint));
    }
    let mission = args.mission.as_deref();
    let conn = context.open(Extent::Whole, mission)?;
    match (&args.to, tables.as_slice(), format.content()) {
        (Some(folder), _, _) => into_folder(context, &conn, folder, tables.as_slice(), mission, format)?,
        (None, _, Content::Programme) => programme(context, &conn, args, format)?,
        (None, _, Content::Places) => {
            let (sql, of_mission) = (include_str!("sql/places.sql"), named_params! { ":mission": mission });
            context.rows(format, |sink| stream(&conn, sql, of_mission, &Caption::named("places"), sink))?;
        }
        (None, [table], _) => context.rows(format, |sink| rows(&conn, *table, mission, sink))?,
        (None, tables, _) if format == Format::Xlsx => workbook(context, &conn, tables, mission)?,
        (None, [], _) if format == Format::Sql => script(context, &conn, mission)?,
        (None, _, _) => {
            let hint = "name one table, or write all with --to DIR, -o FILE.xlsx or -o FILE.sql";
            return Err(Error::usage("one table at a time goes to standard output or into a file", hint));
        }
    }
    Ok(Exit::Done)
}

/// One file per table, and beside CSV files what describes them; unless tables are named, also what was worked out of
/// them.
fn into_folder(
    context: &Context,
    conn: &Connection,
    folder: &Path,
    tables: &[Table],
    mission: Option<&str>,
    format: Format,
) -> Result<(), Error> {
    let mut files = context.files(folder)?;
    let mut remarks = Vec::new();
    let is_all = tables.is_empty();
    let tables = if is_all { Table::ALL } else { tables };
    for &table in tables {
        let name = format!("{}.{}", table.name(), format.extension());
        files.add(&name, |out| {
            let mut sink = format.sink(out, Look::default());
            rows(conn, table, mission, sink.as_mut())?;
            remarks.extend(sink.remark().map(|remark| format!("{}: {remark}", folder.join(&name).display())));
            Ok(())
        })?;
    }
    if format == Format::Csv {
        if is_all {
            for name in derived_tables() {
                files.add(&derived_file(name), |out| {
                    all_rows(conn, name, mission, format.sink(out, Look::default()).as_mut())
                })?;
            }
            let views = portable_schema().into_iter().filter(|making| making.made == Made::View);
            let views = views.map(|making| format!("\n{};\n", making.sql)).collect::<String>();
            files.add("views.sql", |out| write!(out, "{VIEWS}{views}").map_err(Error::Output))?;
        }
        let package = data_package::describe(conn, tables, is_all)?;
        files.add(data_package::FILE, |out| out.write_all(package.as_bytes()).map_err(Error::Output))?;
    }
    files.finish()?;
    remarks.iter().for_each(|remark| context.remark(remark));
    Ok(())
}

/// The rows of a table with the columns of its CSV file, in the order of its key.
fn rows(conn: &Connection, table: Table, mission: Option<&str>, sink: &mut dyn Sink) -> Result<(), Error> {
    let of_mission = mission.is_some() && table.position("mission_id").is_some();
    let (sql, parameters) = (in_order_of_key(table, of_mission), named_params! { ":mission": mission });
    stream(conn, &sql, parameters, &Caption::named(table.name()), sink)
}

/// All rows and columns of a table of the schema, in the order in which they are stored: that of its key.
fn all_rows(conn: &Connection, table: &str, mission: Option<&str>, sink: &mut dyn Sink) -> Result<(), Error> {
    let mut sql = format!("SELECT * FROM {table}");
    if mission.is_some() && conn.prepare(&sql)?.column_names().any(|column| column == "mission_id") {
        sql.push_str(" WHERE mission_id = :mission");
    }
    stream(conn, &sql, named_params! { ":mission": mission }, &Caption::named(table), sink)
}

/// What begins a script of everything, and one of the views.
const SCRIPT: &str = include_str!("sql/script.sql");
const VIEWS: &str = include_str!("sql/views.sql");

/// Everything as one script: tables, rows, views.
fn script(context: &Context, conn: &Connection, mission: Option<&str>) -> Result<(), Error> {
    let schema = portable_schema();
    // An index goes with its table.
    let dropped = schema.iter().rev().filter(|making| making.made != Made::Index);
    let drop = |making: &Making| format!("DROP {} IF EXISTS {};\n", <&str>::from(making.made), making.name);
    let drops: String = dropped.map(drop).collect();
    let (tables, others): (Vec<_>, Vec<_>) = schema.iter().partition(|making| making.made == Made::Table);
    let all = |of: &[&Making]| of.iter().map(|making| format!("\n{};\n", making.sql)).collect::<String>();
    context.write(Colours::Shown, |out, _| {
        write!(out, "{SCRIPT}\nBEGIN;\n\n{drops}{}\n", all(&tables)).map_err(Error::Output)?;
        let mut inserts = Inserts::part(out);
        tables.iter().try_for_each(|table| all_rows(conn, table.name, mission, &mut inserts))?;
        write!(out, "{}\nCOMMIT;\n", all(&others)).map_err(Error::Output)
    })
}

/// One sheet per table; one per report as well, unless tables are named.
fn workbook(context: &Context, conn: &Connection, tables: &[Table], mission: Option<&str>) -> Result<(), Error> {
    let mut book = Book::new(None);
    for &table in if tables.is_empty() { Table::ALL } else { tables } {
        rows(conn, table, mission, &mut book)?;
    }
    for report in REPORTS.iter().filter(|_| tables.is_empty()) {
        let filters = mission.map(|mission| ("mission_id", mission));
        // The loader takes no sheet of such a name for a table.
        let caption = Caption::named(&format!("report {}", report.name));
        each_row(&mut report.statement(conn, filters.as_slice())?, &caption, &mut book)?;
    }
    if tables.is_empty() {
        let parameters = named_params! { ":mission": mission, ":claims": "[]" };
        stream(conn, include_str!("sql/check.sql"), parameters, &Caption::named("report check"), &mut book)?;
    }
    context.write(Colours::Shown, |out, _| book.save(out))?;
    book.remark().iter().for_each(|remark| context.remark(remark));
    Ok(())
}

fn programme(context: &Context, conn: &Connection, args: &Args, format: Format) -> Result<(), Error> {
    let mission = args.mission.as_deref();
    let days = include_str!("sql/programme_days.sql");
    let (about, events, certain, nowhere): (String, i64, i64, i64) =
        conn.query_row(days, named_params! { ":mission": mission }, |row| row.try_into())?;
    let stamp = built_at(&context.db)?;
    let parameters = named_params! { ":mission": mission, ":possible": args.possible, ":stamp": stamp };
    let caption = Caption { about, ..Caption::named("programme") };
    context.rows(format, |sink| stream(conn, include_str!("sql/programme.sql"), parameters, &caption, sink))?;
    let left_out = if args.possible { nowhere } else { events - certain };
    if left_out > 0 {
        let (have, were) = if left_out == 1 { ("has", "was") } else { ("have", "were") };
        let hint = if args.possible || left_out == nowhere { "" } else { "; --possible adds them as tentative" };
        let events = counted(events, "event");
        context.remark(&format!("{left_out} of {events} {have} no known day and {were} left out{hint}"));
    }
    Ok(())
}

/// When the database was built, as a calendar writes it: since then, no entry was revised.
fn built_at(db: &Path) -> Result<String, Error> {
    let modified = db.metadata().and_then(|metadata| metadata.modified()).map_err(Error::file("read", db))?;
    let built = jiff::Timestamp::try_from(modified).unwrap_or_default();
    Ok(built.strftime("%Y%m%dT%H%M%SZ").to_string())
}

//! `mission query`: one read-only statement.

use super::shared::counted;
use super::{Context, Exit};
use crate::atomic::note_input;
use crate::db::{Question, open_any, run_waited};
use crate::error::Error;
use crate::format::{Content, Format};
use rusqlite::types::Value;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Run one read-only SQL statement.
///
/// Nothing that it does can change a file. `mission schema` describes the tables, `mission schema --functions` what
/// queries can call beyond SQLite's own functions.
#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/query.txt").trim_ascii_end())]
pub struct Args {
    /// The statement; - reads it from standard input
    #[arg(allow_hyphen_values = true, required_unless_present = "file", conflicts_with = "file")]
    sql: Option<String>,
    /// Read the statement from this file
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// A value for a parameter of the statement: text, or NAME:int=3, NAME:real=0.5, NAME:null=
    #[arg(long = "param", value_name = "NAME=VALUE", value_parser = parameter)]
    parameters: Vec<(String, Value)>,
    /// Stop the statement after so many seconds
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    timeout: Duration,
    /// Stop it once it or its result needs more than so many MiB
    #[arg(long, value_name = "MIB", default_value = "256", value_parser = clap::value_parser!(u64).range(1..=65_536))]
    max_memory: u64,
    /// Stop after so many rows
    #[arg(long, value_name = "N")]
    max_rows: Option<u64>,
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table, Content::Anything)?;
    let sql = match (&args.sql, &args.file) {
        // Opening a pipe would wait for somebody to write into it.
        (_, Some(file)) if (file.exists() || file == Path::new("-")) && !file.is_file() => {
            let hint = "`mission query -` reads standard input";
            return Err(Error::usage(format!("{} is no file", file.display()), hint));
        }
        (_, Some(file)) => {
            note_input(file);
            text(File::open(file).map_err(Error::file("read", file))?, file)?
        }
        (Some(sql), None) if sql == "-" => {
            // Where standard input is a file, this path leads there.
            note_input(Path::new("/dev/stdin"));
            text(io::stdin().lock(), Path::new("standard input"))?
        }
        (sql, None) => sql.clone().unwrap_or_default(),
    };
    let question = Question {
        sql,
        parameters: args.parameters.clone(),
        time: args.timeout,
        rows: args.max_rows,
        memory: args.max_memory << 20,
        kept_of_cell: format.kept_of_cell(),
    };
    let conn = open_any(&context.db)?;
    let more = context.rows(format, |sink| run_waited(conn, question, sink))?;
    if let Some(rows) = args.max_rows.filter(|_| more) {
        context.complain(&format!("stopped after {} (--max-rows); there are more", counted(rows, "row")));
    }
    Ok(Exit::Done)
}

/// SQLite takes no statement of more bytes.
const LONGEST: u64 = 1_000_000;

/// The text of a file; a mark at its beginning is dropped.
fn text(file: impl Read, path: &Path) -> Result<String, Error> {
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(Error::file("read", path))?;
    if bytes.len() as u64 > LONGEST {
        return Err(Error::usage(format!("{} is longer than any statement", path.display()), "is it the right file?"));
    }
    let refused = |_| Error::usage(format!("{} is not UTF-8", path.display()), "save it as UTF-8");
    let text = String::from_utf8(bytes).map_err(refused)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn parameter(text: &str) -> Result<(String, Value), String> {
    let (name, value) = text.split_once('=').ok_or("write it as name=value")?;
    let name = name.trim_start_matches([':', '@', '$']);
    let (name, kind) = name.split_once(':').unwrap_or((name, "text"));
    if name.is_empty() {
        return Err("write it as name=value".to_owned());
    }
    let wrong = |what: &str| format!("`{value}` is not {what}");
    let value = match kind {
        "text" => Value::Text(value.to_owned()),
        "int" => Value::Integer(value.parse().map_err(|_| wrong("a whole number"))?),
        "real" => Value::Real(value.parse().ok().filter(|n: &f64| n.is_finite()).ok_or_else(|| wrong("a number"))?),
        "null" if value.is_empty() => Value::Null,
        "null" => return Err(wrong("nothing; write name:null=")),
        _ => return Err(format!("`{kind}` is no type; there are int, real, text and null")),
    };
    Ok((name.to_owned(), value))
}

fn seconds(text: &str) -> Result<Duration, String> {
    let time = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    time.filter(|time| !time.is_zero()).ok_or_else(|| "write it as 30 or 0.5".to_owned())
}

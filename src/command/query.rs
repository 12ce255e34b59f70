//! `mission query`: one read-only statement.

use super::{Context, Exit};
use crate::db::run_guarded;
use crate::error::Error;
use crate::format::Format;
use std::io::{self, Read};
use std::time::Duration;

/// Run one read-only SQL statement.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mission query 'SELECT name FROM participants ORDER BY name'
  mission query 'SELECT title FROM events WHERE city_id = :city' --param city=berkeley
  mission query - -f csv < question.sql")]
pub struct Args {
    /// The statement; - reads it from standard input
    #[arg(allow_hyphen_values = true)]
    sql: String,
    /// A value for a parameter of the statement, as text
    #[arg(long = "param", value_name = "NAME=VALUE", value_parser = parameter)]
    parameters: Vec<(String, String)>,
}

/// A statement that runs longer is stopped.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Prints the rows of the statement.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table)?;
    let sql = if args.sql == "-" { from_stdin()? } else { args.sql.clone() };
    let mut conn = context.open()?;
    context.rows(format, |sink| run_guarded(&mut conn, &sql, &args.parameters, TIME_LIMIT, sink))?;
    Ok(Exit::Done)
}

fn from_stdin() -> Result<String, Error> {
    let mut sql = String::new();
    let read = io::stdin().lock().read_to_string(&mut sql);
    read.map_err(|source| Error::File { action: "read", path: "standard input".into(), source })?;
    Ok(sql)
}

fn parameter(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => {
            Ok((name.trim_start_matches([':', '@', '$']).to_owned(), value.to_owned()))
        }
        Some(_) | None => Err("write it as name=value".to_owned()),
    }
}

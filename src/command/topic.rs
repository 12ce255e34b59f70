//! What `mission help data` and `mission help counts` say.

use super::shared::terminal_width;
use crate::error::Error;
use crate::format::{Format, Look};
use crate::template::{files, rules};

#[derive(Debug, clap::Args)]
#[command(long_about = data(), help_template = "{about}")]
pub struct Data;

#[derive(Debug, clap::Args)]
#[command(long_about = COUNTS, help_template = "{about}")]
pub struct Counts;

/// The data folder: its tables, their columns and what they mean, no wider than the terminal.
pub fn data() -> String {
    // The schema is that of this program, which a test goes through: there is nothing that could fail.
    DATA.to_owned() + &rules() + &tables().unwrap_or_default()
}

fn tables() -> Result<String, Error> {
    let width = terminal_width().or_else(|| std::env::var("COLUMNS").ok()?.parse().ok()).unwrap_or(WIDTH);
    let look = Look { width: Some(width.min(WIDTH)), ..Look::default() };
    let mut out = Vec::new();
    for file in files()? {
        out.push(b'\n');
        file.send(Format::Table.sink(&mut out, look).as_mut())?;
    }
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// So wide is help at most.
pub const WIDTH: u16 = 100;

const DATA: &str = include_str!("help/data.txt");

pub const COUNTS: &str = include_str!("help/counts.txt").trim_ascii_end();

//! What `mission help data` and `mission help counts` say.

use super::shared::terminal_width;
use crate::error::Error;
use crate::format::{Format, Look};
use crate::template::{RULES, files};

#[derive(Debug, clap::Args)]
#[command(long_about = data(), help_template = "{about}")]
pub struct Data;

#[derive(Debug, clap::Args)]
#[command(long_about = COUNTS, help_template = "{about}")]
pub struct Counts;

/// The data folder: its tables, their columns and what they mean, no wider than the terminal.
pub fn data() -> String {
    let mut text = DATA.to_owned();
    for rule in RULES {
        text.push_str(&format!("- {rule}\n"));
    }
    // The schema is that of this program, which a test goes through: there is nothing that could fail.
    text + &tables().unwrap_or_default()
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

const DATA: &str = "\
A data folder holds one CSV file per table; a workbook (.xlsx) one sheet per
table. `mission new DIR` or `mission new FILE.xlsx` starts an empty one, and
`mission init` builds the database from it.

";

pub const COUNTS: &str = "\
A count is an interval: what was published as \"more than 30\" is 31 or any
higher number.

  written      means                       allows
  112, 1.000   exactly                     112
  >30          more than                   31 or more
  >=30, 30+    at least                    30 or more
  <500         fewer than                  0 to 499
  <=500        at most                     0 to 500
  10-15        a range, ends included      10 to 15
  ~500         about: 10 % on either side  450 to 550

It is stored as given with its two bounds (count_min, count_max), and shown as
given. What is counted here is shown as 31+ (31 or more) or 3–7 (from 3 to 7).

Rows are counted twice: listed_min are those that certainly fall in the scope
of a claim, listed_max adds those that possibly do (an event on a day that is
not known, a planned agreement, a participant of no known region).

  verdict      means
  refuted      the listed rows, or other counts of the same source, rule it out
  disputed     counts of other sources rule it out
  supported    a complete list, a sum or another source bears it out
  unverified   nothing decides

`mission check` shows the verdicts; `mission check CLAIM` shows everything that
was found for and against one.";

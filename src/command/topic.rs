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
`mission init` builds the database from it. The overview of missions counts the
participants of the category `company` as companies.

";

pub const COUNTS: &str = "\
A count is an interval: what was published as \"more than 30\" is 31 or any
higher number.

  written      means                    read strictly  read loosely
  112, 1.000   exactly                  112            112 (900 to 1100)
  500          ends in zeros            500            450 to 550: rounded
  500=         said to be exact         500            500
  >30          more than                31 or more     the same
  >=30, 30+    at least                 30 or more     the same
  <500, <=500  fewer than, at most      up to 499, 500 the same
  10-15        a range, ends included   10 to 15       the same
  ~500         about                    450 to 550     375 to 625
  ~<500        nearly                   450 to 499     375 to 499
  ~>500        a good                   501 to 550     501 to 625

Also read: ≥30, ≤30 and ≈500, 10–15 with any dash, 10 à 15, and thousands parted
by any blank. Zero alone begins with a zero: 007 and 0.500 are no counts.

It is stored as given with its two strict bounds (count_min, count_max), and
shown as given. What is counted here is shown as 31+ (31 or more) or 3–7 (from
3 to 7).

Rows are counted twice: listed_min are those that certainly fall in the scope
of a claim, listed_max adds those that possibly do (an event on a day that is
not known or outside the mission, a planned agreement, an announced
participant or one of no known region). Rows that are likely the same thing
count once in listed_min, and each in listed_max.

  verdict       means
  refuted       the listed rows leave nothing of it, however loosely it is read
  inconsistent  numbers of its own source cannot all be right
  conflicting   it and numbers of other sources cannot all be right
  conditional   it fits the others only under the condition that is named
  supported     rows and complete lists, or counts of other known origins,
                leave only what it says
  unverified    nothing decides; saying it again is no confirmation

`mission check` shows the verdicts; `mission check CLAIM` shows everything that
was found for and against one.";

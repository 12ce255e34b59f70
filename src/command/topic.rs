//! What `mission help data` and `mission help counts` say.

use crate::dataset::template;

/// The data folder: its tables, their columns and what they mean.
pub fn data() -> String {
    template::description().unwrap_or_default()
}

/// How counts are written, shown and judged.
pub const COUNTS: &str = "\
A count is an interval: what was published as \"more than 30\" is 31 or any higher number.

  written       means                      allows
  112, 1.000    exactly                    112
  >30           more than                  31 or more
  >=30, 30+     at least                   30 or more
  <500          fewer than                 0 to 499
  <=500         at most                    0 to 500
  10-15         a range, ends included     10 to 15
  ~500          about: 10 % on either side 450 to 550

It is stored as given with its two bounds (count_min, count_max), and shown as given. Numbers that are counted here are
shown as 31+ (31 or more) or 3–7 (from 3 to 7).

What is listed is counted twice: listed_min are the rows that certainly fall in the scope of a claim, listed_max adds
those that possibly do (an event of a day that is not known, a planned agreement, a participant of no known region).

  verdict       means
  refuted       the listed rows, or other counts of the same source, rule it out
  disputed      counts of other sources rule it out
  supported     a complete list, a sum or another source bears it out
  unverified    nothing decides

`mission check` shows the verdicts, `mission check CLAIM` everything that was found for and against one.";

//! What queries can call beyond SQLite's own functions.

use crate::error::Error;
use regex::Regex;
use rusqlite::Connection;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::ValueRef;
use std::cmp::Ordering;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A function or a collation, as people are told of it.
#[derive(Debug, Clone, Copy)]
pub struct Helper {
    pub usage: &'static str,
    pub meaning: &'static str,
    pub example: &'static str,
}

/// Everything that queries can call beyond SQLite's own functions.
#[rustfmt::skip]
pub const HELPERS: &[Helper] = &[
    Helper { usage: "fold(text)", meaning: "The text in small letters without accents", example: "SELECT name FROM participants WHERE fold(name) LIKE '%liege%'" },
    Helper { usage: "COLLATE folded", meaning: "Compares and sorts without regard to case and accents", example: "SELECT name FROM participants ORDER BY name COLLATE folded" },
    Helper { usage: "text REGEXP pattern", meaning: "1 where the regular expression matches somewhere in the text; (?i) disregards case", example: "SELECT title FROM events WHERE title REGEXP '(?i)round ?table'" },
    Helper { usage: "median(number)", meaning: "The middle one of all numbers, or the mean of the middle two; NULL of none", example: "SELECT median(count_min) FROM claims WHERE subject = 'people'" },
    Helper { usage: "percentile(number, p)", meaning: "The number below which p per cent (0 to 100) of all numbers lie, interpolated; NULL of none", example: "SELECT percentile(count_min, 90) FROM claims" },
];

/// What an aggregate says that holds more numbers than it may.
pub(super) const TOO_MANY: &str = "too many numbers";

pub(super) fn register(conn: &Connection, memory: u64) -> Result<(), Error> {
    // Sorting takes no room of its own; a vector that grows has the old half beside the new one.
    let most = usize::try_from(memory / 24).unwrap_or(usize::MAX);
    let pure = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("fold", 1, pure, |context| {
        Ok(match context.get_raw(0) {
            ValueRef::Null => None,
            other => Some(folded(&text(other))),
        })
    })?;
    conn.create_scalar_function("regexp", 2, pure, |context| regexp(context))?;
    conn.create_collation("folded", |a, b| folded(a).cmp(&folded(b)))?;
    conn.create_aggregate_function("median", 1, pure, Percentile { fixed: Some(50.0), most })?;
    conn.create_aggregate_function("percentile", 2, pure, Percentile { fixed: None, most })?;
    Ok(())
}

fn folded(text: &str) -> String {
    text.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect()
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(n) => n.to_string(),
        ValueRef::Real(n) => n.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// `text REGEXP pattern` calls `regexp(pattern, text)`; the pattern is compiled once for all rows.
fn regexp(context: &Context<'_>) -> rusqlite::Result<Option<bool>> {
    if matches!(context.get_raw(0), ValueRef::Null) || matches!(context.get_raw(1), ValueRef::Null) {
        return Ok(None);
    }
    let refuse = |error: regex::Error| rusqlite::Error::UserFunctionError(Box::new(error));
    let pattern: Arc<Regex> = context.get_or_create_aux(0, |pattern| Regex::new(&text(pattern)).map_err(refuse))?;
    Ok(Some(pattern.is_match(&text(context.get_raw(1)))))
}

/// The percentile of numbers; everything else is passed over.
struct Percentile {
    /// Which one, where the statement does not say.
    fixed: Option<f64>,
    /// How many numbers it may hold.
    most: usize,
}

#[derive(Default)]
struct Numbers {
    numbers: Vec<f64>,
    percent: f64,
}

impl Aggregate<Numbers, Option<f64>> for Percentile {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Numbers> {
        Ok(Numbers { numbers: Vec::new(), percent: self.fixed.unwrap_or_default() })
    }

    fn step(&self, context: &mut Context<'_>, all: &mut Numbers) -> rusqlite::Result<()> {
        if self.fixed.is_none() {
            all.percent = context.get(1)?;
            if !(0.0..=100.0).contains(&all.percent) {
                return Err(rusqlite::Error::UserFunctionError("percentile() needs a number from 0 to 100".into()));
            }
        }
        if all.numbers.len() >= self.most {
            return Err(rusqlite::Error::UserFunctionError(TOO_MANY.into()));
        }
        match context.get_raw(0) {
            ValueRef::Integer(n) => all.numbers.push(n as f64),
            ValueRef::Real(n) => all.numbers.push(n),
            ValueRef::Null | ValueRef::Text(_) | ValueRef::Blob(_) => {}
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, all: Option<Numbers>) -> rusqlite::Result<Option<f64>> {
        let Numbers { mut numbers, percent } = all.unwrap_or_default();
        numbers.sort_unstable_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
        let place = percent / 100.0 * numbers.len().saturating_sub(1) as f64;
        let (below, above) = (numbers.get(place.floor() as usize), numbers.get(place.ceil() as usize));
        Ok(below.zip(above).map(|(below, above)| below + (above - below) * place.fract()))
    }
}

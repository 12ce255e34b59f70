//! The line of a defect, cut around its cell.

use super::scanner::Scanner;
use crate::defect::Excerpt;
use std::io::{self, Read};

/// Characters that are shown before the cell, and at most from its beginning on.
const BEFORE: u64 = 32;
const BEHIND: usize = 40;

/// A line is read no further than this; what lies behind is not worth memory.
const MOST: usize = 1 << 14;

/// Cuts the lines around cells, given by line and column in ascending order.
pub(crate) fn cut<R: Read>(scanner: &mut Scanner<R>, positions: &[(u64, u64)]) -> io::Result<Vec<Excerpt>> {
    let mut excerpts = Vec::with_capacity(positions.len());
    let mut line = (0, 0, String::new());
    for (number, column) in positions {
        if line.0 != *number {
            let first = column.saturating_sub(BEFORE).max(1);
            line = (*number, first, rest_of_line(scanner, *number, first)?);
        }
        let skipped = usize::try_from(column.saturating_sub(line.1)).unwrap_or(usize::MAX);
        excerpts.push(around(&line.2, skipped, char::from(scanner.delimiter)));
    }
    Ok(excerpts)
}

/// What stands on a line from a column on, without control characters.
fn rest_of_line<R: Read>(scanner: &mut Scanner<R>, line: u64, column: u64) -> io::Result<String> {
    while scanner.line < line || (scanner.line == line && scanner.column < column) {
        if scanner.take()?.is_none() {
            break;
        }
    }
    let mut bytes = Vec::new();
    while bytes.len() < MOST && scanner.line == line {
        match scanner.take()? {
            Some(byte) => bytes.push(byte),
            None => break,
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text
        .trim_end_matches(['\r', '\n'])
        .chars()
        .map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c })
        .collect())
}

/// The cell that begins after some characters, with a little of what stands before and behind it.
fn around(line: &str, skipped: usize, delimiter: char) -> Excerpt {
    let byte = |n: usize| line.char_indices().nth(n).map_or(line.len(), |(byte, _)| byte);
    let (from, start, to) = (byte(skipped.saturating_sub(32)), byte(skipped), byte(skipped.saturating_add(BEHIND)));
    let text = line[from..to].to_owned();
    let start = start - from;
    let quoted = text[start..].starts_with('"');
    let end = text[start..].char_indices().skip(1).find(|(_, c)| if quoted { *c == '"' } else { *c == delimiter });
    let length = match end {
        _ if text[start..].starts_with(delimiter) => 0,
        Some((end, _)) => end + usize::from(quoted),
        None => text.len() - start,
    };
    Excerpt { cell: start..start + length, text }
}

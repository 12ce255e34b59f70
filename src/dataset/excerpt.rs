//! The line of a defect, cut around its cell.

use crate::defect::Excerpt;

/// Characters that are shown before the cell, and from its beginning on.
const BEFORE: usize = 32;
const BEHIND: usize = 40;

/// Bytes on either side in which all of them are.
pub(super) const LONGEST: usize = 4 * BEHIND;

/// The line around a cell, made of the bytes before and behind its beginning.
pub(super) fn cut(before: &[u8], behind: &[u8], delimiter: char) -> Excerpt {
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let line_start = before.iter().rposition(is_end).map_or(0, |end| end + 1);
    let line_end = behind.iter().position(is_end).unwrap_or(behind.len());
    let before = String::from_utf8_lossy(&before[line_start..]);
    let behind = String::from_utf8_lossy(&behind[..line_end]);
    let shown = |c: char| if c.is_control() && c != '\t' { '\u{fffd}' } else { c };
    let mut text: String = before.chars().skip(before.chars().count().saturating_sub(BEFORE)).map(shown).collect();
    let start = text.len();
    text.extend(behind.chars().take(BEHIND).map(shown));
    let cell = &text[start..];
    let quoted = cell.starts_with('"');
    let end = cell.char_indices().skip(1).find(|(_, c)| if quoted { *c == '"' } else { *c == delimiter });
    let length = match end {
        _ if cell.starts_with(delimiter) => 0,
        Some((end, _)) => end + usize::from(quoted),
        None => cell.len(),
    };
    Excerpt { cell: start..start + length, text }
}

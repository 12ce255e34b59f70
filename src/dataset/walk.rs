//! A walk over a CSV file the way an editor counts it: lines end in LF, CR or both, a column is a character.

use super::records::RowStart;
use crate::defect::Excerpt;
use memchr::memchr2_iter;
use std::io::{self, Read};

/// Bytes that are read at a time.
const BLOCK: u64 = 1 << 16;

/// Characters that are shown before the cell, and from its beginning on.
const BEFORE: usize = 32;
const BEHIND: usize = 40;

/// Bytes on either side in which all of them are.
const LONGEST: usize = 4 * BEHIND;

/// Goes to cells in ascending order.
pub(super) struct Walk<R> {
    bytes: R,
    delimiter: u8,
    /// The last bytes that were passed, and those that were read ahead.
    buffer: Vec<u8>,
    /// Where in the buffer the walk stands, and where in the file.
    at: usize,
    byte: u64,
    line: u64,
    column: u64,
    inside_quotes: bool,
    /// The row that was gone to, the next of its cells, and whether it has no more.
    row: Option<RowStart>,
    cell: usize,
    ended: bool,
}

impl<R: Read> Walk<R> {
    pub(super) fn new(bytes: R, delimiter: u8) -> Self {
        Self {
            bytes,
            delimiter,
            buffer: Vec::new(),
            at: 0,
            byte: 0,
            line: 1,
            column: 1,
            inside_quotes: false,
            row: None,
            cell: 0,
            ended: false,
        }
    }

    pub(super) fn skip_byte_order_mark(&mut self) -> io::Result<()> {
        if self.ahead(3)?.starts_with(b"\xef\xbb\xbf") {
            self.buffer.drain(..3);
            self.byte += 3;
        }
        Ok(())
    }

    /// Goes to a cell, and yields its line and column. A row that has fewer cells is left at its end.
    pub(super) fn to(&mut self, row: RowStart, cell: usize) -> io::Result<(u64, u64)> {
        if self.row != Some(row) {
            self.forward_to(row.0)?;
            self.skip_blank_lines()?;
            (self.row, self.cell, self.ended) = (Some(row), 0, false);
        }
        while self.cell < cell && !self.ended {
            (self.ended, self.cell) = (self.skip_cell()?, self.cell + 1);
        }
        Ok((self.line, self.column))
    }

    /// The number of the cell in which the file ends inside quotes, counted from where the walk stands, at the
    /// beginning of the last row; `None` if that row ends as it should.
    pub(super) fn unclosed_quote(&mut self) -> io::Result<Option<usize>> {
        let cell = self.cell_at(u64::MAX)?;
        Ok(self.inside_quotes.then_some(cell))
    }

    /// The number of the cell that begins so many bytes behind the beginning of the row where the walk stands, or holds
    /// that byte.
    pub(super) fn cell_at(&mut self, byte: u64) -> io::Result<usize> {
        let mut cell = 0;
        while self.byte < byte && !self.skip_cell()? && self.byte <= byte {
            cell += 1;
        }
        Ok(cell)
    }

    /// The line around the place where the walk stands.
    pub(super) fn excerpt(&mut self) -> io::Result<Excerpt> {
        self.ahead(LONGEST)?;
        let (before, behind) = self.buffer.split_at(self.at);
        Ok(cut(before, &behind[..behind.len().min(LONGEST)], char::from(self.delimiter)))
    }

    /// The bytes that come next: at least so many, unless the file ends.
    fn ahead(&mut self, wanted: usize) -> io::Result<&[u8]> {
        while self.buffer.len() - self.at < wanted {
            let gone = self.at.saturating_sub(LONGEST);
            self.buffer.drain(..gone);
            self.at -= gone;
            if (&mut self.bytes).take(BLOCK).read_to_end(&mut self.buffer)? == 0 {
                break;
            }
        }
        Ok(&self.buffer[self.at..])
    }

    fn pass(&mut self, bytes: usize) {
        self.at += bytes;
        self.byte += bytes as u64;
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.ahead(1)?.first().copied())
    }

    fn take(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?;
        self.pass(usize::from(byte.is_some()));
        match byte {
            Some(b'\n') => (self.line, self.column) = (self.line + 1, 1),
            Some(b'\r') if self.peek()? != Some(b'\n') => (self.line, self.column) = (self.line + 1, 1),
            Some(0x80..=0xbf) | None => {}
            Some(_) => self.column += 1,
        }
        Ok(byte)
    }

    /// Goes to the byte at which a row begins, and with it a line.
    fn forward_to(&mut self, row: u64) -> io::Result<()> {
        while self.byte < row {
            let rest = usize::try_from(row - self.byte).unwrap_or(usize::MAX);
            let ahead = self.ahead(2)?;
            // The last byte that was read may be half a line end: it is passed once the one behind it is known.
            let passed = match ahead.len() {
                0 => break,
                1 => 1,
                more => rest.min(more - 1),
            };
            let is_half = |at: usize| ahead[at] == b'\r' && ahead.get(at + 1) == Some(&b'\n');
            let ends = memchr2_iter(b'\n', b'\r', &ahead[..passed]).filter(|at| !is_half(*at)).count();
            self.pass(passed);
            (self.line, self.column) = (self.line + ends as u64, 1);
        }
        Ok(())
    }

    /// Empty lines are no records.
    fn skip_blank_lines(&mut self) -> io::Result<()> {
        while matches!(self.peek()?, Some(b'\n' | b'\r')) {
            self.take()?;
        }
        Ok(())
    }

    /// Goes past one cell and what ends it; true at the end of the record.
    fn skip_cell(&mut self) -> io::Result<bool> {
        if self.column == 1 {
            self.skip_blank_lines()?;
        }
        self.inside_quotes = false;
        let mut fresh = true;
        loop {
            match self.take()? {
                None => return Ok(true),
                Some(b'"') if self.inside_quotes => {
                    self.inside_quotes = self.peek()? == Some(b'"') && self.take()?.is_some();
                }
                Some(b'"') if fresh => self.inside_quotes = true,
                Some(byte) if byte == self.delimiter && !self.inside_quotes => return Ok(false),
                Some(b'\n') if !self.inside_quotes => return Ok(true),
                Some(b'\r') if !self.inside_quotes && self.peek()? != Some(b'\n') => return Ok(true),
                Some(_) => {}
            }
            fresh = false;
        }
    }
}

/// The line around a cell, made of the bytes before and behind its beginning.
fn cut(before: &[u8], behind: &[u8], delimiter: char) -> Excerpt {
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

#[cfg(test)]
#[path = "../../tests/unit/dataset_walk.rs"]
mod tests;

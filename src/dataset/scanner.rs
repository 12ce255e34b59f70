//! Where the cells of a CSV file stand, as an editor counts.

use std::io::{self, BufRead, BufReader, Read};

/// The line and column of cells, each given by the number of its record (the header being 0) and its own, in
/// ascending order.
pub(crate) fn positions<R: Read>(scanner: &mut Scanner<R>, cells: &[(u64, usize)]) -> io::Result<Vec<(u64, u64)>> {
    let (mut record, mut cell) = (0, 0);
    let mut positions = Vec::with_capacity(cells.len());
    for (number, index) in cells {
        while record < *number {
            while !scanner.skip_cell()? {}
            (record, cell) = (record + 1, 0);
        }
        if cell == 0 {
            scanner.skip_blank_lines()?;
        }
        positions.push(loop {
            let position = (scanner.line, scanner.column);
            if cell >= *index || record > *number {
                break position;
            }
            let ended = scanner.skip_cell()?;
            (record, cell) = if ended { (record + 1, 0) } else { (record, cell + 1) };
        });
    }
    Ok(positions)
}

/// Walks over a CSV file the way an editor counts it: lines end in LF, CR or both, a column is a character.
pub(crate) struct Scanner<R> {
    bytes: BufReader<R>,
    pub(crate) line: u64,
    pub(crate) column: u64,
    pub(crate) inside_quotes: bool,
    pub(crate) delimiter: u8,
}

impl<R: Read> Scanner<R> {
    pub(crate) fn new(bytes: R, delimiter: u8) -> Self {
        Self { bytes: BufReader::new(bytes), line: 1, column: 1, inside_quotes: false, delimiter }
    }

    pub(crate) fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.bytes.fill_buf()?.first().copied())
    }

    pub(crate) fn take(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?;
        self.bytes.consume(usize::from(byte.is_some()));
        match byte {
            Some(b'\n') => (self.line, self.column) = (self.line + 1, 1),
            Some(b'\r') if self.peek()? != Some(b'\n') => (self.line, self.column) = (self.line + 1, 1),
            Some(0x80..=0xbf) | None => {}
            Some(_) => self.column += 1,
        }
        Ok(byte)
    }

    pub(crate) fn skip_byte_order_mark(&mut self) -> io::Result<()> {
        if self.bytes.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
            self.bytes.consume(3);
        }
        Ok(())
    }

    pub(crate) fn skip_line(&mut self) -> io::Result<()> {
        let line = self.line;
        while self.line == line && self.take()?.is_some() {}
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
    pub(crate) fn skip_cell(&mut self) -> io::Result<bool> {
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

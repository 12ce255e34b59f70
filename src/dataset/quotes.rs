//! Quotes that do not enclose their cell (RFC 4180), noticed while the bytes pass: a reader of CSV would swallow them,
//! and with them perhaps the next row.

use memchr::{memchr, memrchr3};
use std::collections::VecDeque;
use std::io::{self, Read};

pub(super) struct Quotes<R> {
    bytes: R,
    delimiter: u8,
    state: State,
    /// How many bytes have passed, and the last of them.
    passed: u64,
    last: u8,
    /// Where cells begin that have such a quote, in bytes.
    found: VecDeque<u64>,
    /// How many bytes may be read yet; blocks of nothing but line breaks between records do not count.
    pub(super) left: u64,
    /// The line breaks in these blocks, which stand where rows could be.
    pub(super) blank: u64,
}

#[derive(Clone, Copy)]
enum State {
    Outside,
    /// In a cell whose quote opened at this byte.
    Inside(u64),
    /// Behind a quote in it, which closes it unless another one follows.
    Closing(u64),
}

impl<R: Read> Quotes<R> {
    pub(super) fn new(bytes: R, delimiter: u8) -> Self {
        // The beginning of a file is that of a cell.
        Self {
            bytes,
            delimiter,
            state: State::Outside,
            passed: 0,
            last: b'\n',
            found: VecDeque::new(),
            left: 0,
            blank: 0,
        }
    }

    /// The first cell with a stray quote that begins before a byte; those behind it may only follow from it.
    pub(super) fn stray(&mut self, before: u64) -> Option<u64> {
        let first = self.found.front().copied().filter(|byte| *byte < before);
        while self.found.front().is_some_and(|byte| *byte < before) {
            self.found.pop_front();
        }
        first
    }

    fn see(&mut self, bytes: &[u8]) {
        let is_end = |byte: u8| byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        let mut at = 0;
        while at < bytes.len() {
            let here = |at: usize| self.passed + at as u64;
            match self.state {
                State::Outside => {
                    let Some(quote) = memchr(b'"', &bytes[at..]).map(|quote| at + quote) else { break };
                    let before = quote.checked_sub(1).map_or(self.last, |before| bytes[before]);
                    // A byte order mark stands before the first cell.
                    let is_first = here(quote) == 3 && before == 0xbf;
                    if is_end(before) || is_first {
                        self.state = State::Inside(here(quote));
                    } else {
                        let end = memrchr3(self.delimiter, b'\n', b'\r', &bytes[..quote]);
                        let begin = here(end.map_or(0, |end| end + 1));
                        // Once for each cell.
                        if self.found.back() != Some(&begin) {
                            self.found.push_back(begin);
                        }
                    }
                    at = quote + 1;
                }
                State::Inside(open) => {
                    let Some(quote) = memchr(b'"', &bytes[at..]) else { break };
                    self.state = State::Closing(open);
                    at += quote + 1;
                }
                State::Closing(open) => {
                    if bytes[at] == b'"' {
                        self.state = State::Inside(open);
                        at += 1;
                    } else {
                        if !is_end(bytes[at]) {
                            self.found.push_back(open);
                        }
                        self.state = State::Outside;
                    }
                }
            }
        }
        self.passed += bytes.len() as u64;
        self.last = bytes.last().copied().unwrap_or(self.last);
    }
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let was_outside = matches!(self.state, State::Outside);
        let read = self.bytes.read(buffer)?;
        let block = &buffer[..read];
        self.see(block);
        if was_outside && read > 1 && block.iter().all(|byte| matches!(byte, b'\n' | b'\r')) {
            self.blank += block.iter().filter(|byte| **byte == b'\n').count() as u64;
        } else {
            self.left = self.left.saturating_sub(read as u64);
        }
        Ok(read)
    }
}

//! The first pass over a file, byte by byte: its encoding, and whether a pass over its dates is worth it.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read};

/// Bytes that are read at a time.
const BLOCK: usize = 1 << 16;

/// Bytes of a block that are looked at again with the next one: a date has ten characters at most.
const OVERLAP: usize = 9;

/// Longest part of a character of UTF-8 that a block may cut.
const CUT: usize = 3;

#[derive(Debug)]
pub(super) struct Survey {
    pub(super) charset: &'static Encoding,
    /// Whether it has days, and something in it looks like 4/10/2025. Where not, its dates need no pass of their own.
    pub(super) local_dates: bool,
    /// Its first bytes, from which its delimiter follows.
    pub(super) beginning: Vec<u8>,
}

impl Survey {
    pub(super) fn of(mut bytes: impl Read, has_days: bool) -> io::Result<Self> {
        let mut buffer = vec![0; OVERLAP + CUT + BLOCK];
        let (mut beginning, mut local_dates) = (Vec::new(), false);
        let mut evidence = Evidence::default();
        let (mut judged, mut end) = (0, 0);
        loop {
            let read = bytes.read(&mut buffer[end..])?;
            // Whatever the reader yields at a time, the mark and the header are looked for in the same bytes.
            if beginning.len() < BLOCK {
                beginning.extend_from_slice(&buffer[end..end + read]);
                let marked =
                    Encoding::for_bom(&beginning).map(|(charset, _)| charset).filter(|charset| *charset != UTF_8);
                if let Some(charset) = marked.or_else(|| unmarked(&beginning)) {
                    // Its bytes are no characters: whether there are dates is not seen here.
                    return Ok(Self { charset, local_dates: has_days, beginning });
                }
            }
            end += read;
            judged += evidence.take(&buffer[judged..end]);
            local_dates = local_dates || (has_days && has_local_date(&buffer[..end]));
            if read == 0 {
                evidence.against |= judged < end;
                return Ok(Self { charset: evidence.charset(), local_dates, beginning });
            }
            let seen = judged.min(end.saturating_sub(OVERLAP));
            buffer.copy_within(seen..end, 0);
            (judged, end) = (judged - seen, end - seen);
        }
    }
}

/// UTF-16 that has no mark: nearly every other byte of European text is zero then, and none of text in bytes.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let is_most = |zeros: usize| zeros > 0 && zeros * 10 > bytes.len() * 4;
    match (zeros(0), zeros(1)) {
        (0, odd) if is_most(odd) => Some(UTF_16LE),
        (even, 0) if is_most(even) => Some(UTF_16BE),
        (_, _) => None,
    }
}

/// Letters of Mac OS Roman such as é, è, ê, à, â, ç and ù, which are signs or nothing in Windows-1252.
const MAC_LETTERS: &[u8] = b"\x88\x89\x8d\x8e\x8f\x90\x9d";

/// For UTF-8, and against it.
#[derive(Default)]
struct Evidence {
    /// A character that only UTF-8 explains, which a byte order mark is as well.
    only_utf8: bool,
    against: bool,
    /// Letters within words, if the bytes are Mac OS Roman, and if they are Windows-1252.
    mac: u64,
    windows: u64,
}

impl Evidence {
    /// Judges bytes, and yields how many: all but a character at the end that is cut.
    fn take(&mut self, bytes: &[u8]) -> usize {
        let mut rest = bytes;
        loop {
            match std::str::from_utf8(rest) {
                Ok(valid) => {
                    self.only_utf8 = self.only_utf8 || !valid.is_ascii();
                    return bytes.len();
                }
                Err(error) => {
                    self.only_utf8 |= !rest[..error.valid_up_to()].is_ascii();
                    rest = &rest[error.valid_up_to()..];
                    let Some(length) = error.error_len() else { return bytes.len() - rest.len() };
                    let at = bytes.len() - rest.len();
                    if at > 0 && bytes[at - 1].is_ascii_alphabetic() {
                        self.mac += u64::from(MAC_LETTERS.contains(&bytes[at]));
                        self.windows += u64::from(bytes[at] >= 0xc0);
                    }
                    (self.against, rest) = (true, &rest[length..]);
                }
            }
        }
    }

    /// A file with some characters that only UTF-8 explains is UTF-8, also where other bytes of it are not.
    fn charset(&self) -> &'static Encoding {
        match self.against && !self.only_utf8 {
            false => UTF_8,
            true if self.mac > self.windows => MACINTOSH,
            true => WINDOWS_1252,
        }
    }
}

/// Every fourth byte is enough to look at, as one of the four digits of a year is among them.
fn has_local_date(bytes: &[u8]) -> bool {
    (3..bytes.len()).step_by(4).any(|index| bytes[index].is_ascii_digit() && is_in_year(bytes, index))
}

/// Whether a digit is one of the year in a date such as 4/10/2025.
fn is_in_year(bytes: &[u8], index: usize) -> bool {
    let Some(sign) = (index.saturating_sub(4)..index).rev().find(|at| !bytes[*at].is_ascii_digit()) else {
        return false;
    };
    let digits_before = |end: usize| bytes[..end].iter().rev().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let second = digits_before(sign);
    let year = bytes[sign + 1..].iter().take(4).filter(|byte| byte.is_ascii_digit()).count();
    let is_sign_of_date = b"/-.".contains(&bytes[sign]) && year == 4 && (1..=2).contains(&second);
    is_sign_of_date
        && (sign - second).checked_sub(1).is_some_and(|first| bytes[first] == bytes[sign] && digits_before(first) > 0)
}

#[cfg(test)]
#[path = "../../tests/unit/dataset_survey.rs"]
mod tests;

//! What a CSV file is written in: Excel saves other things than RFC 4180 and UTF-8.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::fmt;
use std::io::{self, Read};

/// How the characters of a file are encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, said by a byte order mark.
    Utf16,
    /// Windows-1252, as no other encoding fits.
    Windows1252,
}

/// What a CSV file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// How its characters are encoded.
    pub charset: Charset,
    /// What stands between its cells.
    pub delimiter: u8,
}

impl Dialect {
    /// UTF-8 and commas.
    pub const PLAIN: Self = Self { charset: Charset::Utf8, delimiter: b',' };

    /// What may stand between cells; the first that fits is taken.
    pub const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

    /// What a first line `sep=;` says, which is for Excel and no part of the table: what stands between cells, and how
    /// many bytes come before the header. `None` if the file begins with something else.
    pub(crate) fn named(beginning: &[u8]) -> Option<(u8, u64)> {
        let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
        let quotes = usize::from(text.first() == Some(&b'"'));
        let name = text.get(quotes..quotes + 4).filter(|name| name.eq_ignore_ascii_case(b"sep="))?;
        let delimiter = *text.get(quotes + name.len()).filter(|byte| Self::DELIMITERS.contains(byte))?;
        let rest = text.get(quotes + name.len() + 1..)?.strip_prefix(&b"\""[..quotes])?;
        let rest =
            rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r"))?;
        Some((delimiter, (beginning.len() - rest.len()) as u64))
    }
}

/// For people: `Windows-1252, separated by semicolons`.
impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let charset = match self.charset {
            Charset::Utf8 => "UTF-8",
            Charset::Utf16 => "UTF-16",
            Charset::Windows1252 => "Windows-1252",
        };
        let delimiter = match self.delimiter {
            b';' => "semicolons",
            b'\t' => "tabs",
            _ => "commas",
        };
        write!(f, "{charset}, separated by {delimiter}")
    }
}

impl Charset {
    /// Reads a file through to find its encoding. A file with some characters that only UTF-8 explains is
    /// UTF-8, also where other bytes of it are not.
    pub(crate) fn sniff(mut bytes: impl Read) -> io::Result<Self> {
        let mut buffer = vec![0; 1 << 16];
        let (mut kept, mut beginning) = (0, true);
        let (mut only_utf8, mut not_utf8) = (false, false);
        loop {
            let read = bytes.read(&mut buffer[kept..])?;
            let mut rest = &buffer[..kept + read];
            if std::mem::take(&mut beginning) {
                match Encoding::for_bom(rest) {
                    Some((encoding, _)) if encoding == UTF_8 => return Ok(Self::Utf8),
                    Some(_) => return Ok(Self::Utf16),
                    None => {}
                }
            }
            let incomplete = loop {
                match std::str::from_utf8(rest) {
                    Ok(valid) => {
                        only_utf8 |= !valid.is_ascii();
                        break 0;
                    }
                    Err(error) => {
                        only_utf8 |= !rest[..error.valid_up_to()].is_ascii();
                        rest = &rest[error.valid_up_to()..];
                        match error.error_len() {
                            Some(length) => (not_utf8, rest) = (true, &rest[length..]),
                            None => break rest.len(),
                        }
                    }
                }
            };
            if read == 0 {
                not_utf8 |= incomplete > 0;
                return Ok(if not_utf8 && !only_utf8 { Self::Windows1252 } else { Self::Utf8 });
            }
            let end = kept + read;
            buffer.copy_within(end - incomplete..end, 0);
            kept = incomplete;
        }
    }

    /// The bytes as UTF-8; what claims to be UTF-8 is passed on as it is.
    pub(crate) fn decode(self, bytes: Box<dyn Read>) -> Box<dyn Read> {
        match self {
            Self::Utf8 => bytes,
            Self::Utf16 => Box::new(DecodeReaderBytesBuilder::new().bom_override(true).build(bytes)),
            Self::Windows1252 => Box::new(DecodeReaderBytesBuilder::new().encoding(Some(WINDOWS_1252)).build(bytes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sniff(bytes: &[u8]) -> Charset {
        Charset::sniff(bytes).unwrap()
    }

    #[test]
    fn the_encoding_is_the_one_that_explains_the_bytes() {
        assert_eq!(sniff(b""), Charset::Utf8);
        assert_eq!(sniff(b"plain"), Charset::Utf8);
        assert_eq!(sniff("Liège".as_bytes()), Charset::Utf8);
        assert_eq!(sniff(b"\xef\xbb\xbfLi\xe8ge"), Charset::Utf8);
        assert_eq!(sniff(b"Li\xe8ge"), Charset::Windows1252);
        assert_eq!(sniff(b"Li\xe8"), Charset::Windows1252);
        assert_eq!(sniff(b"Li\xc3\xa8ge, Li\xe8ge"), Charset::Utf8);
        assert_eq!(sniff(b"\xff\xfea\0"), Charset::Utf16);
        assert_eq!(sniff(b"\xfe\xff\0a"), Charset::Utf16);
    }

    #[test]
    fn a_first_line_may_name_what_stands_between_cells() {
        assert_eq!(Dialect::named(b"sep=;\nsource_id;ti"), Some((b';', 6)));
        assert_eq!(Dialect::named(b"\xef\xbb\xbfSEP=,\r\nsou"), Some((b',', 10)));
        assert_eq!(Dialect::named(b"\"sep=\t\"\rsource_i"), Some((b'\t', 8)));
        assert_eq!(Dialect::named(b"sep=;\n"), Some((b';', 6)));
        for other in
            [&b""[..], b"sep=", b"sep=;", b"sep=x\n", b"sep=;x\n", b"\"sep=;\n", b"separator;id\n", b"source_id;title"]
        {
            assert_eq!(Dialect::named(other), None, "{}", String::from_utf8_lossy(other));
        }
    }

    #[test]
    fn a_character_that_is_cut_by_the_buffer_is_one_character() {
        for offset in 0..5 {
            let text = "a".repeat((1 << 16) - offset) + "🚀é";
            assert_eq!(sniff(text.as_bytes()), Charset::Utf8);
            let mut reader = text.as_bytes().chain(&b"\xe8"[..]);
            assert_eq!(Charset::sniff(&mut reader).unwrap(), Charset::Utf8);
        }
    }
}

//! Encodings of CSV files, by the names of the WHATWG Encoding Standard.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::borrow::Cow;
use std::io::Read;

/// How the characters of a file are encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, said by a byte order mark.
    Utf16,
    /// UTF-16 without a mark, the lower half of each character first.
    Utf16Le,
    /// The same, the higher half first.
    Utf16Be,
    /// Mac OS Roman, as its letters would be signs in Windows-1252.
    MacRoman,
    /// Windows-1252, as no other encoding fits.
    Windows1252,
}

impl Charset {
    /// What the bytes are taken for; `None` = UTF-8, or what a byte order mark says.
    fn encoding(self) -> Option<&'static Encoding> {
        match self {
            Self::Utf8 | Self::Utf16 => None,
            Self::Utf16Le => Some(UTF_16LE),
            Self::Utf16Be => Some(UTF_16BE),
            Self::MacRoman => Some(MACINTOSH),
            Self::Windows1252 => Some(WINDOWS_1252),
        }
    }

    /// The bytes as UTF-8; what claims to be UTF-8 is passed on as it is.
    pub(super) fn decode(self, bytes: Box<dyn Read + '_>) -> Box<dyn Read + '_> {
        let mut builder = DecodeReaderBytesBuilder::new();
        match self {
            Self::Utf8 => bytes,
            Self::Utf16 => Box::new(builder.bom_override(true).build(bytes)),
            Self::Utf16Le | Self::Utf16Be | Self::MacRoman | Self::Windows1252 => {
                Box::new(builder.encoding(self.encoding()).build(bytes))
            }
        }
    }

    /// The same of bytes that were read already, the last character of which may be cut.
    pub(super) fn decode_beginning(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Utf16 | Self::Utf16Le | Self::Utf16Be | Self::MacRoman | Self::Windows1252 => {
                self.encoding().unwrap_or(UTF_8).decode(bytes).0
            }
        }
    }
}

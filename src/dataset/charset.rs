//! Encodings of CSV files, by the names of the WHATWG Encoding Standard.

use encoding_rs::{UTF_8, WINDOWS_1252};
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
    /// Windows-1252, as no other encoding fits.
    Windows1252,
}

impl Charset {
    /// The bytes as UTF-8; what claims to be UTF-8 is passed on as it is.
    pub(super) fn decode(self, bytes: Box<dyn Read + '_>) -> Box<dyn Read + '_> {
        match self {
            Self::Utf8 => bytes,
            Self::Utf16 => Box::new(DecodeReaderBytesBuilder::new().bom_override(true).build(bytes)),
            Self::Windows1252 => Box::new(DecodeReaderBytesBuilder::new().encoding(Some(WINDOWS_1252)).build(bytes)),
        }
    }

    /// The same of bytes that were read already, the last character of which may be cut.
    pub(super) fn decode_beginning(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Utf16 => UTF_8.decode(bytes).0,
            Self::Windows1252 => WINDOWS_1252.decode(bytes).0,
        }
    }
}

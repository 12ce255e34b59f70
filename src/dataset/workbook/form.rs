//! What a file is that is called a workbook, found out from its first bytes: people rename files.

use crate::error::Error;
use memchr::memmem;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// What a file called a workbook is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A workbook of Excel (.xlsx, .xlsm, .xlsb), or another ZIP archive.
    Zipped,
    /// A spreadsheet of OpenDocument (.ods).
    OpenDocument,
    /// A workbook of Excel before 2007 (.xls).
    Old,
}

/// What a ZIP archive begins with, and what its last part does.
const ZIP: &[u8] = b"PK\x03\x04";
const ZIP_END: &[u8] = b"PK\x05\x06";
const OLD: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// The first part of an OpenDocument is its type, as it stands.
const OPEN_DOCUMENT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

/// Bytes that are kept to tell what a file is.
const LOOKED_AT: u64 = 1 << 20;

impl Form {
    /// The form of a file.
    ///
    /// # Errors
    /// Nobody can read it as a workbook: it is protected by a password, cut off, or none; or there is no such file.
    pub(crate) fn of(path: &Path) -> Result<Self, Error> {
        let refused = |is: &str, hint: &str| Err(Error::usage(format!("{} {is}", path.display()), hint));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // What Excel or LibreOffice leaves beside a workbook that is open.
        if name.starts_with("~$") || name.starts_with(".~lock.") {
            let hint = "name the workbook itself, without `~$`";
            return refused("is no workbook, but what stands beside one that is open", hint);
        }
        let unreadable = |error| Error::file("read", path)(error);
        // Opening a pipe would wait for somebody to write into it.
        if path.metadata().is_ok_and(|metadata| !metadata.is_file()) {
            return Err(Error::not_read_twice(path));
        }
        let mut bytes = Vec::new();
        let mut file = File::open(path).map_err(unreadable)?;
        (&mut file).take(LOOKED_AT).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.starts_with(OLD) {
            return match is_encrypted(&mut file, &bytes).map_err(unreadable)? {
                true => refused("is protected by a password", "open it, take the password off, and save it again"),
                false => Ok(Self::Old),
            };
        }
        if !bytes.starts_with(ZIP) {
            return refused("is no workbook, whatever it is called", "if it is a text, call it .csv");
        }
        if memmem::find(&bytes[..bytes.len().min(256)], OPEN_DOCUMENT).is_some() {
            return Ok(Self::OpenDocument);
        }
        match ends_in_zip(&mut file, &bytes).map_err(unreadable)? {
            true => Ok(Self::Zipped),
            false => refused("is damaged: its end is missing", "copy or save it once more"),
        }
    }

    /// Refuses what is no workbook of Excel as well.
    ///
    /// # Errors
    /// The same.
    pub(crate) fn check_excel(path: &Path) -> Result<(), Error> {
        let is = match Self::of(path)? {
            Self::Zipped => return Ok(()),
            Self::OpenDocument => "is a spreadsheet of OpenDocument (.ods), whatever it is called",
            Self::Old => "is a workbook of Excel before 2007 (.xls), whatever it is called",
        };
        Err(Error::usage(format!("{} {is}", path.display()), "open it and save it as .xlsx"))
    }
}

/// Whether a file of the old form is a workbook with a password: its directory then names an encrypted stream
/// ([MS-OFFCRYPTO] 2.3.1, [MS-CFB] 2.2).
fn is_encrypted(file: &mut File, header: &[u8]) -> io::Result<bool> {
    let (Some(&[shift, _]), Some(sector)) = (header.get(30..32).and_then(<[u8]>::first_chunk), header.get(48..52))
    else {
        return Ok(false);
    };
    let sector = sector.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte));
    let mut directory = Vec::new();
    file.seek(SeekFrom::Start((sector + 1) << (shift & 15)))?;
    file.take(1 << 12).read_to_end(&mut directory)?;
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ok(memmem::find(&directory, &name).is_some())
}

/// Whether an archive has its end, which may have a comment of up to 64 KiB behind it.
fn ends_in_zip(file: &mut File, first: &[u8]) -> io::Result<bool> {
    let length = file.metadata()?.len();
    if length <= LOOKED_AT {
        return Ok(memmem::rfind(first, ZIP_END).is_some());
    }
    let mut end = Vec::new();
    file.seek(SeekFrom::Start(length - LOOKED_AT / 8))?;
    file.read_to_end(&mut end)?;
    Ok(memmem::rfind(&end, ZIP_END).is_some())
}

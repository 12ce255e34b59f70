//! How large a workbook becomes once it is unpacked, found out before anything is kept of it.

use quick_xml::events::Event;
use std::io::{self, BufReader, Read, Seek};
use zip::ZipArchive;

/// Bytes of all parts together, of those that are kept in memory, and between two signs of XML.
const LARGEST: u64 = 8 << 30;
const LARGEST_KEPT: u64 = 64 << 20;
const LARGEST_TEXT: usize = 8 << 20;
/// Bytes of the styles, each of which takes many times its length in memory.
const LARGEST_STYLES: u64 = 4 << 20;

/// Reads every part through.
///
/// # Errors
/// The file is no ZIP archive, a part of it is damaged, or it becomes larger than a workbook that people make.
pub(crate) fn check(file: impl Read + Seek) -> io::Result<()> {
    let mut archive = ZipArchive::new(file).map_err(io::Error::other)?;
    let (mut all, mut kept) = (0, 0);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(io::Error::other)?;
        let name = part.name().map_err(io::Error::other)?.to_ascii_lowercase();
        let is_sheet = name.starts_with("xl/worksheets/sheet");
        let is_table_of_texts = name.ends_with("sharedstrings.xml");
        let is_styles = name.ends_with("styles.xml");
        // Pictures are never looked at; any other part may be one that is kept, whatever it is called.
        let is_kept = !is_sheet && !name.starts_with("xl/media/") && !name.starts_with("pictures/");
        let mut own = 0;
        let mut buffer = vec![0; 1 << 16];
        let mut text = 0;
        loop {
            // Counted as it is unpacked: the sizes that an archive states are whatever its maker wrote there.
            let read = part.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            let bytes = &buffer[..read];
            all += read as u64;
            // Sheets are read as a stream; every other part of XML is held in memory.
            own += read as u64;
            kept += if is_kept { read as u64 } else { 0 };
            text = bytes.iter().rposition(|byte| *byte == b'<').map_or(text + read, |last| read - last);
            let is_too_long = (is_kept || is_sheet) && text > LARGEST_TEXT;
            if all > LARGEST || kept > LARGEST_KEPT || is_too_long || (is_styles && own > LARGEST_STYLES) {
                return Err(io::Error::other("it is far larger than it looks, as no workbook should be"));
            }
        }
        drop(part);
        if is_table_of_texts {
            check_promise(archive.by_index(index).map_err(io::Error::other)?)?;
        }
    }
    Ok(())
}

/// A table of texts says how many it has, and a reader makes room for as many: eight digits are too many.
fn check_promise(table: impl Read) -> io::Result<()> {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(table));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "sst" => {
                let mut numbers = tag.attributes_raw().split(|c: char| !c.is_ascii_digit());
                return match numbers.find(|digits| digits.len() > 7) {
                    Some(_) => Err(io::Error::other("its table of texts promises more than it can hold")),
                    None => Ok(()),
                };
            }
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

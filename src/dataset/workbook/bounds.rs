//! How large a workbook becomes once it is unpacked, found out before anything is kept of it.

use quick_xml::events::{BytesStart, Event};
use std::io::{self, BufReader, Read, Seek};
use zip::ZipArchive;

/// Bytes of all parts together, of those that are kept in memory, and between two signs of XML.
const LARGEST: u64 = 8 << 30;
const LARGEST_KEPT: u64 = 64 << 20;
const LARGEST_TEXT: usize = 8 << 20;

/// Bytes of the styles, each of which takes many times its length in memory; how many a cell can have, and the letters of the
/// format of one: Excel makes no more than 65,000 with 255 letters each.
const LARGEST_STYLES: u64 = 4 << 20;
const MOST_STYLES: u64 = 200_000;
const LONGEST_FORMAT: usize = 1_000;

/// What the cells of an OpenDocument take in memory, each as often as it is said to be repeated.
const LARGEST_CELLS: u64 = 1 << 30;
const OF_CELL: u64 = 64;

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
                return Err(too_large());
            }
        }
        drop(part);
        let mut promises: Box<dyn Promises> = match name.as_str() {
            _ if is_styles => Box::new(Styles(0)),
            "content.xml" => Box::new(OpenDocument::default()),
            _ if name.ends_with("sharedstrings.xml") => Box::new(TableOfTexts),
            _ => continue,
        };
        hold(archive.by_index(index).map_err(io::Error::other)?, promises.as_mut())?;
    }
    Ok(())
}

fn too_large() -> io::Error {
    io::Error::other("it is far larger than it looks, as no workbook should be")
}

/// What a part says of how much there is, which a reader believes.
trait Promises {
    /// Whether a reader may go on behind a tag, and behind so much of a text.
    fn begins(&mut self, tag: &BytesStart<'_>) -> bool;
    fn ends(&mut self, _name: &str) -> bool {
        true
    }
    fn text(&mut self, _bytes: usize) {}
}

fn hold(part: impl Read, promises: &mut dyn Promises) -> io::Result<()> {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let may_go_on = match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => promises.begins(&tag),
            Ok(Event::Empty(tag)) => promises.begins(&tag) && promises.ends(tag.name().as_ref()),
            Ok(Event::End(tag)) => promises.ends(tag.name().as_ref()),
            Ok(Event::Text(text)) => {
                promises.text(text.len());
                true
            }
            // What is damaged is told by who reads it.
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => true,
        };
        if !may_go_on {
            return Err(too_large());
        }
    }
}

/// A number that a tag says; 1 if it says none, and beyond any if it is none.
fn number(tag: &BytesStart<'_>, name: &str) -> u64 {
    super::attribute(tag, name).map_or(1, |number| number.parse().unwrap_or(u64::MAX))
}

/// A table of texts says how many it has, and a reader makes room for as many: eight digits are too many.
struct TableOfTexts;

impl Promises for TableOfTexts {
    fn begins(&mut self, tag: &BytesStart<'_>) -> bool {
        let mut numbers = tag.attributes_raw().split(|c: char| !c.is_ascii_digit());
        tag.local_name().as_ref() != "sst" || numbers.all(|digits| digits.len() <= 7)
    }
}

/// Every style of a cell takes a copy of its format.
struct Styles(u64);

impl Promises for Styles {
    fn begins(&mut self, tag: &BytesStart<'_>) -> bool {
        self.0 += u64::from(tag.local_name().as_ref() == "xf");
        let format = super::attribute(tag, "formatCode").map_or(0, |format| format.len());
        self.0 <= MOST_STYLES && format <= LONGEST_FORMAT
    }
}

/// Cells, rows and blanks that are said once and stand for many (OpenDocument 1.3, part 3, 6.1.3 and 9.1).
#[derive(Default)]
struct OpenDocument {
    /// What was read so far takes, and of it the row and the cell at hand.
    all: u64,
    row: u64,
    cell: u64,
    rows: u64,
    cells: u64,
}

impl Promises for OpenDocument {
    fn begins(&mut self, tag: &BytesStart<'_>) -> bool {
        match tag.name().as_ref() {
            "table:table-row" => (self.row, self.rows) = (0, number(tag, "table:number-rows-repeated")),
            "table:table-cell" | "table:covered-table-cell" => {
                // One without a value takes nothing.
                let has_value = super::attribute(tag, "office:value-type").is_some();
                self.cell = if has_value { OF_CELL } else { 0 };
                self.cells = number(tag, "table:number-columns-repeated");
            }
            "text:s" => self.cell = self.cell.saturating_add(number(tag, "text:c")),
            _ => {}
        }
        self.cell <= LARGEST_TEXT as u64
    }

    fn ends(&mut self, name: &str) -> bool {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                self.row = self.row.saturating_add(self.cell.saturating_mul(self.cells));
            }
            "table:table-row" => self.all = self.all.saturating_add(self.row.saturating_mul(self.rows)),
            _ => {}
        }
        self.all <= LARGEST_CELLS
    }

    fn text(&mut self, bytes: usize) {
        self.cell = self.cell.saturating_add(bytes as u64);
    }
}

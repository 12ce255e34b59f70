//! How large a workbook becomes once it is unpacked, found out before anything is kept of it.

use quick_xml::events::{BytesStart, Event};
use std::io::{self, BufReader, Read, Seek};
use zip::ZipArchive;

/// Bytes of all parts together, of those that are kept in memory, and from one tag of XML to the next.
const LARGEST: u64 = 8 << 30;
const LARGEST_KEPT: u64 = 64 << 20;
const LARGEST_TEXT: u64 = 8 << 20;

/// Bytes of the styles, each of which takes many times its length in memory; how many a cell can have, and the letters
/// of the format of one: Excel makes no more than 65,000 with 255 letters each.
const LARGEST_STYLES: u64 = 4 << 20;
const MOST_STYLES: u64 = 200_000;
const LONGEST_FORMAT: usize = 1_000;

/// Bytes of a picture.
const LARGEST_PICTURE: u64 = 256 << 20;

/// What the cells of an OpenDocument take in memory, each as often as it is said to be repeated.
const LARGEST_CELLS: u64 = 1 << 30;
const OF_CELL: u64 = 32;

/// Reads every part through.
///
/// # Errors
/// The file is no ZIP archive, a part of it is damaged, or it becomes larger than a workbook that people make.
pub(crate) fn check(file: impl Read + Seek) -> io::Result<()> {
    let mut archive = ZipArchive::new(file).map_err(io::Error::other)?;
    let (mut all, mut kept) = (LARGEST, LARGEST_KEPT);
    for index in 0..archive.len() {
        let bytes = archive.by_index(index).map_err(io::Error::other)?;
        let name = bytes.name().map_err(io::Error::other)?.to_ascii_lowercase();
        let is_picture = name.starts_with("xl/media/") || name.starts_with("pictures/");
        // Sheets are read as a stream; any other part may be one that is held in memory, whatever it is called.
        let is_kept = !is_picture && !name.starts_with("xl/worksheets/sheet");
        let (mut styles, mut document) = (0, OpenDocument::default());
        let (largest, may_go_on): (_, &mut MayGoOn) = match name.as_str() {
            _ if is_picture => (LARGEST_PICTURE, &mut |_, _| true),
            _ if name.ends_with("styles.xml") => (LARGEST_STYLES, &mut |event, _| are_few_styles(event, &mut styles)),
            _ if name.ends_with("sharedstrings.xml") => (LARGEST, &mut |event, _| is_table_of_few_texts(event)),
            "content.xml" => (LARGEST, &mut |event, bytes| document.goes_on(event, bytes)),
            _ => (LARGEST, &mut |_, _| true),
        };
        let most = largest.min(all).min(if is_kept { kept } else { LARGEST });
        let mut part = Part { bytes, left: most, of_piece: LARGEST_TEXT };
        if !is_picture {
            read_xml(&mut part, may_go_on)?;
        }
        part.of_piece = LARGEST;
        io::copy(&mut part, &mut io::sink())?;
        all -= most - part.left;
        kept -= if is_kept { most - part.left } else { 0 };
    }
    Ok(())
}

/// A part as it is unpacked, counted meanwhile: the sizes that an archive states are whatever its maker wrote there.
struct Part<R> {
    bytes: R,
    /// Bytes that may still come, in all and before the next tag of XML.
    left: u64,
    of_piece: u64,
}

impl<R: Read> Read for Part<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        let left = |bytes: u64| bytes.checked_sub(read as u64).ok_or_else(too_large);
        (self.left, self.of_piece) = (left(self.left)?, left(self.of_piece)?);
        Ok(read)
    }
}

fn too_large() -> io::Error {
    io::Error::other("it is far larger than it looks, as no workbook should be")
}

/// Whether a reader may go on behind a tag or a text of so many bytes: it believes what a part says of how much there
/// is.
type MayGoOn<'p> = dyn FnMut(&Event<'_>, u64) -> bool + 'p;

/// Reads XML as far as a reader does: what is damaged is told by that one.
fn read_xml(part: &mut Part<impl Read>, may_go_on: &mut MayGoOn<'_>) -> io::Result<()> {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    // As the library reads it.
    (reader.config_mut().check_end_names, reader.config_mut().expand_empty_elements) = (false, true);
    let mut buffer = Vec::new();
    let mut at = 0;
    loop {
        buffer.clear();
        let event = match reader.read_event_into(&mut buffer) {
            Err(quick_xml::Error::Io(error)) => return Err(io::Error::other(error)),
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(event) => event,
        };
        let bytes = reader.buffer_position() - at;
        at += bytes;
        if !may_go_on(&event, bytes) {
            return Err(too_large());
        }
        // A reader keeps what stands between two tags whole.
        if matches!(event, Event::Start(_) | Event::End(_)) {
            reader.get_mut().get_mut().of_piece = LARGEST_TEXT;
        }
    }
}

/// A number that a tag says; 1 if it says none, and beyond any if it is none.
fn number(tag: &BytesStart<'_>, name: &str) -> u64 {
    super::attribute(tag, name).map_or(1, |number| number.parse().unwrap_or(u64::MAX))
}

/// A table of texts says how many it has, and a reader makes room for as many: eight digits are too many.
fn is_table_of_few_texts(event: &Event<'_>) -> bool {
    let Event::Start(tag) = event else { return true };
    let mut numbers = tag.attributes_raw().split(|c: char| !c.is_ascii_digit());
    tag.local_name().as_ref() != "sst" || numbers.all(|digits| digits.len() <= 7)
}

/// Every style of a cell takes a copy of its format.
fn are_few_styles(event: &Event<'_>, styles: &mut u64) -> bool {
    let Event::Start(tag) = event else { return true };
    *styles += u64::from(tag.local_name().as_ref() == "xf");
    let format = super::attribute(tag, "formatCode").map_or(0, |format| format.len());
    *styles <= MOST_STYLES && format <= LONGEST_FORMAT
}

/// Cells, rows and blanks that are said once and stand for many (OpenDocument 1.3, part 3, 6.1.3 and 9.1): a reader
/// makes a rectangle of all cells up to the last one with a value.
#[derive(Default)]
struct OpenDocument {
    /// Bytes of the cells with a value, each as often as it is repeated.
    all: u64,
    /// Rows and columns up to the last value, and up to the place at hand.
    height: u64,
    width: u64,
    row: u64,
    column: u64,
    /// Of the row and the cell at hand: how often they are repeated, and their bytes.
    rows: u64,
    of_row: u64,
    cells: u64,
    of_cell: u64,
    has_value: bool,
}

impl OpenDocument {
    fn goes_on(&mut self, event: &Event<'_>, bytes: u64) -> bool {
        match event {
            Event::Start(tag) => self.begins(tag, bytes),
            Event::End(tag) => self.ends(tag.name().as_ref()),
            _ => {
                self.of_cell = self.of_cell.saturating_add(bytes);
                self.has_value |= bytes > 0 && self.cells > 0;
                true
            }
        }
    }

    fn begins(&mut self, tag: &BytesStart<'_>, bytes: u64) -> bool {
        match tag.name().as_ref() {
            "table:table" => (self.height, self.width, self.row) = (0, 0, 0),
            "table:table-row" => {
                (self.column, self.of_row, self.rows) = (0, 0, number(tag, "table:number-rows-repeated"));
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cells = number(tag, "table:number-columns-repeated");
                self.of_cell = bytes;
                self.has_value = super::attribute(tag, "office:value-type").is_some();
            }
            "text:s" => self.of_cell = self.of_cell.saturating_add(number(tag, "text:c")),
            _ => self.of_cell = self.of_cell.saturating_add(bytes),
        }
        self.of_cell <= LARGEST_TEXT
    }

    fn ends(&mut self, name: &str) -> bool {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                self.column = self.column.saturating_add(self.cells);
                if self.has_value {
                    self.width = self.width.max(self.column);
                    self.of_row = self.of_row.saturating_add(self.of_cell.saturating_mul(self.cells));
                }
            }
            "table:table-row" => {
                self.row = self.row.saturating_add(self.rows);
                if self.of_row > 0 {
                    self.height = self.row;
                    self.all = self.all.saturating_add(self.of_row.saturating_mul(self.rows));
                }
            }
            _ => {}
        }
        let rectangle = self.height.saturating_mul(self.width).saturating_mul(OF_CELL);
        self.all.saturating_add(rectangle) <= LARGEST_CELLS
    }
}

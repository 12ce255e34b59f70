//! A list as it was made: its rows, whatever they are written in, each with its place.

use super::workbook;
use crate::atomic::note_input;
use crate::dataset::{FileDefects, Next, RowStart, TableFile};
use crate::defect::{Defect, DefectKind, Place};
use crate::error::{Error, not_standard_input};
use csv::StringRecord;
use std::path::Path;

/// Endings of the workbooks that are read.
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "ods", "xls", "xlsb"];

/// Cells of a row: as many as a sheet has columns.
const MOST_CELLS: usize = 16_384;

/// A cell, by the row that it is in and its number.
pub(super) type CellAt = (RowStart, Option<usize>);

/// Something that is wrong or worth knowing of a cell.
pub(super) type Found = (CellAt, DefectKind);

pub(super) struct List {
    pub(super) file: TableFile,
    /// The rows that are not empty.
    pub(super) rows: Vec<(RowStart, StringRecord)>,
    /// Cells with a quote that does not enclose them.
    strays: Vec<CellAt>,
    /// What is worth knowing of it as a whole.
    pub(super) remarks: Vec<String>,
}

/// The text that stands alone in a row; one that is merged over the whole row says it in every column.
pub(super) fn alone(record: &StringRecord) -> Option<&str> {
    let mut filled = record.iter().map(str::trim).filter(|text| !text.is_empty());
    let first = filled.next()?;
    filled.all(|other| other == first).then_some(first)
}

impl List {
    /// A sheet of a workbook lies in `scratch` meanwhile.
    ///
    /// # Errors
    /// It cannot be read, or is a workbook of several sheets of which none was chosen.
    pub(super) fn open(path: &Path, sheet: Option<&str>, scratch: &Path) -> Result<Self, Error> {
        let refused = |what: &str, hint: &str| Err(Error::usage(format!("{} {what}", path.display()), hint));
        if path.is_dir() {
            let hint = "name the file of the list itself; a data folder is loaded by `mission init`";
            return refused("is a folder, and no list", hint);
        }
        not_standard_input("a list", path, "save it as a file, and name that")?;
        note_input(path);
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (file, mut remarks) = if WORKBOOKS.contains(&ending.as_str()) {
            workbook::sheet(path, sheet, scratch)?
        } else if sheet.is_some() {
            return refused("has no sheets", "leave out --sheet");
        } else {
            (TableFile::on_disk(name, path.to_owned(), &[])?, Vec::new())
        };
        let (mut rows, mut strays, mut unreadable) = (Vec::new(), Vec::new(), 0);
        let mut records = file.records()?;
        let mut record = StringRecord::new();
        loop {
            let next = records.next(&mut record)?;
            if let Some(byte) = records.stray_quote() {
                strays.push((records.start(), Some(file.cell_at(records.start(), byte)?)));
            }
            match next {
                Next::Record if record.iter().all(|cell| cell.trim().is_empty()) => {}
                Next::Record if record.len() > MOST_CELLS => {
                    return refused(&format!("has a row of {} cells", record.len()), "is it the right file?");
                }
                Next::Record => rows.push((records.start(), record.clone())),
                Next::NotUtf8(_) => unreadable += 1,
                Next::End => break,
                Next::TooLong => {
                    let hint = "look for a quote that is never closed";
                    return refused("has a record that does not end within 16 MiB", hint);
                }
            }
        }
        if unreadable > 0 {
            let hint = "open it, mend these letters and save it as CSV UTF-8";
            return refused(&format!("is UTF-8, but {unreadable} of its rows are not"), hint);
        }
        drop(records);
        if rows.is_empty() {
            return refused("holds nothing", "is it the right file?");
        }
        if !file.is_sheet() && file.dialect != crate::dataset::Dialect::PLAIN {
            remarks.push(format!("{} is read as {}", file.name, file.dialect));
        }
        Ok(Self { file, rows, strays, remarks })
    }

    /// Leaves out the header, what stands above it, and the rows that repeat it, as on each page that is printed.
    pub(super) fn pass_over_titles(&mut self, line: usize) {
        let mut titles: Vec<_> = self.rows.drain(..=line).map(|(_, record)| record).collect();
        let (header, rows) = (titles.pop().unwrap_or_default(), self.rows.len());
        self.rows.retain(|(_, record)| !record.iter().map(str::trim).eq(header.iter().map(str::trim)));
        let above = ["row above the header was passed over", "rows above the header were passed over"];
        let again = ["row that repeats the header was passed over", "rows that repeat the header were passed over"];
        self.remarks.extend(number_of(titles.len() as u64, above));
        self.remarks.extend(number_of((rows - self.rows.len()) as u64, again));
    }

    /// Defects and notices, both at their places; also the rows that are of the same as an earlier one, which comes
    /// first.
    pub(super) fn at_their_places(
        &self,
        found: Vec<Found>,
        again: Vec<(RowStart, RowStart)>,
    ) -> Result<(Vec<Defect>, Vec<Defect>), Error> {
        let mut all = FileDefects::default();
        found.into_iter().for_each(|((row, cell), kind)| all.add(row, cell, kind));
        let kind = || DefectKind::ListedAgain { first: Place::default() };
        again.into_iter().for_each(|(first, row)| all.add_with(row, Some(0), kind(), first));
        self.strays.iter().for_each(|(row, cell)| all.add(*row, *cell, DefectKind::StrayQuote));
        all.at_their_places(&[(0, &self.file)])
    }
}

/// A remark on so many rows, in the words for one of them or those for several, if there are any.
pub(super) fn number_of<S: AsRef<str>>(number: u64, [one, several]: [S; 2]) -> Option<String> {
    let words = if number == 1 { one } else { several };
    (number > 0).then(|| format!("{number} {}", words.as_ref()))
}

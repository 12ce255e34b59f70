//! The header of a file, and how many cells its records must have.

use super::file_defects::FileDefects;
use crate::defect::DefectKind;
use crate::error::nearest;
use crate::model::Column;
use csv::StringRecord;

/// A header with more cells than this is none; Excel has no more columns.
const MOST_COLUMNS: usize = 16_384;

/// How many cells a record must have.
pub(crate) struct Shape {
    /// Cells of the header.
    pub(crate) width: usize,
    /// Cells at its end that have no name.
    pub(crate) unnamed: usize,
    /// Whether records end with their last value, as the rows of a sheet do.
    pub(crate) ragged: bool,
}

/// What is wrong with a record before its cells are looked at.
pub(crate) enum Fault {
    Empty,
    Wrong(usize, DefectKind),
}

impl Shape {
    pub(crate) fn fault(&self, raw: &StringRecord) -> Option<Fault> {
        let blank = |text: &str| text.trim().is_empty();
        if raw.iter().all(blank) {
            return Some(Fault::Empty);
        }
        if raw.len() != self.width && !self.ragged {
            return Some(Fault::Wrong(0, DefectKind::CellCount { found: raw.len(), expected: self.width }));
        }
        let named = self.width - self.unnamed;
        let stray = raw.iter().skip(named).position(|text| !blank(text))?;
        Some(Fault::Wrong(named + stray, DefectKind::UnnamedColumn))
    }
}

/// Finds what is wrong with the names of the columns.
pub(crate) fn check_header(columns: &'static [Column], header: &StringRecord, finds: &mut FileDefects) {
    let names: Vec<&str> = header.iter().map(str::trim).collect();
    let named = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    if named > MOST_COLUMNS {
        return finds.add(0, MOST_COLUMNS, DefectKind::TooManyColumns { number: named });
    }
    for (index, name) in names[..named].iter().enumerate() {
        if !columns.iter().any(|column| column.name == *name) {
            let nearest = nearest(name, columns.iter().map(|column| column.name));
            finds.add(0, index, DefectKind::UnknownColumn { name: (*name).to_owned(), nearest });
        } else if names[..index].contains(name) {
            finds.add(0, index, DefectKind::DoubledColumn { name: (*name).to_owned() });
        }
    }
    for column in columns.iter().filter(|column| !column.optional) {
        if !names.contains(&column.name) {
            finds.add(0, 0, DefectKind::MissingColumn { name: column.name });
        }
    }
}

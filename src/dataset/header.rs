//! The header of a file: which cell of a record holds which column, and how many cells a record must have.

use super::file_defects::FileDefects;
use super::records::RowStart;
use crate::cell::is_invisible;
use crate::defect::DefectKind;
use crate::error::nearest;
use crate::model::{Column, Table};
use csv::StringRecord;

/// A header with more cells than this is none; Excel has no more columns.
const MOST_COLUMNS: usize = 16_384;

#[derive(Debug, Default)]
pub(crate) struct Header {
    /// The columns of the table, each with its cell; `None` = the header leaves it out.
    cells: Vec<(&'static Column, Option<usize>)>,
    /// Cells of the header, and those at its end that have no name.
    width: usize,
    unnamed: usize,
    /// Whether records end with their last value, as the rows of a sheet do.
    ragged: bool,
}

/// Why the cells of a record are not looked at.
pub(crate) enum RecordFault {
    Empty,
    Wrong(usize, DefectKind),
}

impl Header {
    pub(crate) fn of(columns: &'static [Column], header: &StringRecord, ragged: bool) -> Self {
        let names = names(header);
        let cell_of = |column: &Column| names.iter().position(|name| name == column.name);
        Self {
            cells: columns.iter().map(|column| (column, cell_of(column))).collect(),
            width: header.len(),
            unnamed: names.iter().rev().take_while(|name| name.is_empty()).count(),
            ragged,
        }
    }

    /// The columns of the table in their canonical order, each with its cell.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (&'static Column, Option<usize>)> {
        self.cells.iter().copied()
    }

    /// The cell of a column; `None` = the header leaves it out, and what is wrong with it concerns the whole row.
    pub(crate) fn cell_of(&self, column: &str) -> Option<usize> {
        self.cells().find(|(known, _)| known.name == column)?.1
    }

    /// Cells at the end that have no name.
    pub(crate) fn unnamed(&self) -> usize {
        self.unnamed
    }

    /// Whether a record lacks cells at its end, all of them of columns that may be empty.
    pub(crate) fn is_short(&self, record: &StringRecord) -> bool {
        let is_given = |cell: Option<usize>| cell.is_none_or(|cell| cell < record.len());
        !self.ragged
            && record.len() < self.width
            && self.cells().all(|(column, cell)| column.optional || is_given(cell))
    }

    pub(crate) fn fault(&self, record: &StringRecord) -> Option<RecordFault> {
        let blank = |text: &str| text.trim().is_empty();
        if record.iter().all(blank) {
            return Some(RecordFault::Empty);
        }
        if record.len() != self.width && !self.ragged && !self.is_short(record) {
            let kind = DefectKind::CellCount { found: record.len(), expected: self.width };
            return Some(RecordFault::Wrong(0, kind));
        }
        let named = self.width - self.unnamed;
        if record.len() <= named {
            return None;
        }
        let stray = record.iter().skip(named).position(|text| !blank(text))?;
        Some(RecordFault::Wrong(named + stray, DefectKind::UnnamedColumn))
    }
}

/// The name in a cell of a header, without blanks around it and without characters that nobody sees.
pub(super) fn visible(name: &str) -> String {
    name.replace(is_invisible, "").trim().to_owned()
}

fn names(record: &StringRecord) -> Vec<String> {
    record.iter().map(visible).collect()
}

/// How many of these columns a record names.
pub(crate) fn named_columns(columns: &[Column], record: &StringRecord) -> usize {
    let names = names(record);
    columns.iter().filter(|column| names.iter().any(|name| name == column.name)).count()
}

/// Finds what is wrong with the names of the columns.
pub(crate) fn check_header(table: Table, header: &StringRecord, start: RowStart, found: &mut FileDefects) {
    let (columns, names) = (table.columns(), names(header));
    let named = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    if named > MOST_COLUMNS {
        return found.add(start, Some(MOST_COLUMNS), DefectKind::TooManyColumns { number: named });
    }
    for (index, (name, text)) in names[..named].iter().zip(header).enumerate() {
        // The mark at the beginning of the file is none of the name.
        if text.contains(is_invisible) {
            found.add(start, Some(index), DefectKind::Invisible { text: name.clone() });
        }
        if !columns.iter().any(|column| column.name == *name) {
            let nearest = nearest(name, columns.iter().map(|column| column.name));
            found.add(start, Some(index), DefectKind::UnknownColumn { name: name.clone(), nearest });
        } else if names[..index].contains(name) {
            found.add(start, Some(index), DefectKind::DoubledColumn { name: name.clone() });
        }
    }
    let is_named = |column: &Column| names.iter().any(|name| name == column.name);
    let has_label = columns.iter().any(|column| column.is_label() && is_named(column));
    // Where there is one mission, and where a label is the same in each language, nobody need say it again.
    let is_implied =
        |column: &Column| (column.is_label() && has_label) || (column.name == "mission_id" && table != Table::Mission);
    for column in columns.iter().filter(|column| !column.optional && !is_implied(column)) {
        if !is_named(column) {
            found.add(start, Some(0), DefectKind::MissingColumn { name: column.name });
        }
    }
}

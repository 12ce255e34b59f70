//! The cells of a record, checked: a typed record, or everything that is wrong with it.

use super::Placed;
use super::fallbacks::Fallbacks;
use super::known_keys::KnownKeys;
use super::packed_row::Packer;
use crate::cell::{CellError, CellKind, is_decomposed, is_failed_formula, is_invisible, is_mojibake};
use crate::dataset::{Dates, FileDefects, Header, RowStart, TableFile};
use crate::defect::{DefectKind, Level};
use crate::format::would_run;
use crate::model::{Column, Contradiction, Table};
use csv::StringRecord;
use std::borrow::Cow;

/// What the records of a file are checked with.
pub(super) struct Checks<'r> {
    table: Table,
    file: &'r TableFile,
    /// The number of its folder.
    folder: usize,
    days: &'r Dates,
    pub(super) header: Header,
    fallbacks: Fallbacks,
    /// For each column, the table of a single key that it refers to.
    parents: Vec<Option<Table>>,
}

impl<'r> Checks<'r> {
    pub(super) fn of(Placed { table, folder, file }: &'r Placed, days: &'r Dates, header: Header) -> Self {
        // The tables with a key of two columns may be too large for memory: the thread that stores looks those up.
        let parent = |column| table.refers_to(column).filter(|parent| parent.key().len() == 1);
        let (fallbacks, parents) = (Fallbacks::of(*table), table.columns().iter().map(parent).collect());
        Self { table: *table, file, folder: *folder, days, header, fallbacks, parents }
    }

    /// Checks a record, and packs it unless something is wrong with it.
    pub(super) fn check(
        &self,
        start: RowStart,
        raw: &StringRecord,
        keys: &mut KnownKeys,
        found: &mut FileDefects,
        rows: &mut Packer,
    ) {
        // In the order of the columns of the table.
        let mut cells: Vec<Cow<'_, str>> = Vec::with_capacity(self.parents.len());
        for (column, cell) in self.header.cells() {
            let text = unguarded(trimmed(cell.and_then(|cell| raw.get(cell)).unwrap_or_default()));
            if let Some(kind) = worth_knowing(column, text) {
                found.add(start, cell, kind);
            }
            let is_day = column.kind == CellKind::Day;
            cells.push(if is_day { self.days.in_iso(text) } else { Cow::Borrowed(text) });
        }
        self.fallbacks.fill(&mut cells, self.folder, keys);
        let Some(record) = self.table.read(cells.iter().map(AsRef::as_ref)) else {
            self.cells(start, &cells, found);
            return;
        };
        let contradictions = record.contradictions();
        let is_sound = contradictions.is_empty();
        for Contradiction { column, kind } in contradictions {
            found.add(start, self.header.cell_of(column), kind);
        }
        for ((parent, text), (column, cell)) in self.parents.iter().zip(&cells).zip(self.header.cells()) {
            if let Some(parent) = parent.filter(|parent| !text.is_empty() && !keys.holds(*parent, text)) {
                found.add(start, cell, keys.unknown(column.name, parent, text));
            }
        }
        // Also where the row contradicts itself: what refers to it is not wrong because of that.
        if let ([_], Some(key)) = (self.table.key(), cells.first()) {
            keys.add(self.folder, self.table, key);
        }
        if is_sound {
            let mut row = rows.row(start, self.table.key().len());
            record.bind(&mut |value| row.add(value));
            row.end();
        }
    }

    /// Every cell of a record that could not be read as a whole. What is wrong with a cell of a workbook is known.
    fn cells(&self, start: RowStart, texts: &[Cow<'_, str>], found: &mut FileDefects) {
        let known = &self.file.cell_defects;
        let is_known = |cell: usize| {
            let (_, row) = start.in_file();
            let first = known.partition_point(|(of, other, _)| (*of, *other) < (row, cell));
            let of_cell = known[first..].iter().take_while(|(of, other, _)| (*of, *other) == (row, cell));
            of_cell.into_iter().any(|(_, _, kind)| kind.level() == Level::Error)
        };
        for ((column, cell), text) in self.header.cells().zip(texts) {
            if let Err(error) = (column.check)(text)
                && !cell.is_some_and(is_known)
                && !is_failed_formula(text)
            {
                let is_no_day = error == CellError::NotA(CellKind::Day);
                let other_order = self.days.contradiction(text).filter(|_| is_no_day);
                let kind = other_order.unwrap_or_else(|| DefectKind::of_cell(column.name, text, error));
                found.add(start, cell, kind);
            }
        }
    }
}

/// A text without the blanks around it; most have none.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// A text without the apostrophe that keeps Excel from running it as a formula.
fn unguarded(text: &str) -> &str {
    // As bytes: `strip_prefix` compares memory, which takes a sixth of the time of checking.
    match text.as_bytes() {
        [b'\'', ..] if would_run(&text[1..]) => &text[1..],
        _ => text,
    }
}

/// What a text of a cell may be that nobody meant.
fn worth_knowing(column: &Column, text: &str) -> Option<DefectKind> {
    if text.as_bytes().first() == Some(&b'#') && is_failed_formula(text) {
        return Some(DefectKind::FailedFormula { shows: text.to_owned() });
    }
    if !matches!(column.kind, CellKind::Text | CellKind::Name) || text.is_empty() {
        return None;
    }
    match text {
        "NA" | "N/A" | "n/a" | "-" | "n.v.t." => {
            Some(DefectKind::SaysNothing { column: column.name, text: text.to_owned() })
        }
        _ if text.is_ascii() => None,
        _ if is_mojibake(text) => Some(DefectKind::Mojibake { column: column.name, text: text.to_owned() }),
        _ if text.contains(is_invisible) => Some(DefectKind::Invisible { text: text.to_owned() }),
        _ if is_decomposed(text) => Some(DefectKind::Decomposed { text: text.to_owned() }),
        _ => None,
    }
}

//! What was found in one file, by record and cell; the places are looked up in one walk at the end.

use super::code::Level;
use super::defect::{Defect, DefectKind};
use super::file::TableFile;
use crate::error::Error;
use std::collections::{BTreeSet, HashMap};

/// What was found in one file.
#[derive(Debug, Default)]
pub(super) struct Finds(Vec<Find>, Vec<DefectKind>);

#[derive(Debug)]
struct Find {
    /// The number of the record, the header being 0.
    record: u64,
    /// The number of the cell in it, from 0.
    cell: usize,
    what: What,
}

#[derive(Debug)]
enum What {
    Defect(DefectKind),
    /// A key that the record of this number has already.
    Duplicate(String, u64),
    /// Probably the same organisation as in the record of this number.
    Double(u64),
}

impl Finds {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether something is wrong, and not only worth knowing.
    pub(super) fn has_defects(&self) -> bool {
        self.0.iter().any(|find| match &find.what {
            What::Defect(kind) => kind.level() == Level::Error,
            What::Duplicate(..) => true,
            What::Double(_) => false,
        })
    }

    pub(super) fn add(&mut self, record: u64, cell: usize, kind: DefectKind) {
        self.0.push(Find { record, cell, what: What::Defect(kind) });
    }

    /// Something that concerns the whole file.
    pub(super) fn add_of_file(&mut self, kind: DefectKind) {
        self.1.push(kind);
    }

    pub(super) fn add_duplicate(&mut self, record: u64, cell: usize, key: String, earlier: u64) {
        self.0.push(Find { record, cell, what: What::Duplicate(key, earlier) });
    }

    pub(super) fn add_double(&mut self, record: u64, cell: usize, earlier: u64) {
        self.0.push(Find { record, cell, what: What::Double(earlier) });
    }

    /// What is wrong and what is worth knowing, each in the order of its place.
    pub(super) fn at_their_places(mut self, file: &TableFile) -> Result<(Vec<Defect>, Vec<Defect>), Error> {
        let of_file = std::mem::take(&mut self.1).into_iter().map(|kind| Defect::of_file(&file.name, kind));
        if self.0.is_empty() {
            return Ok(of_file.partition(|defect| defect.kind.level() == Level::Error));
        }
        self.0.sort_by_key(|find| (find.record, find.cell));
        let mut cells = BTreeSet::new();
        for find in &self.0 {
            cells.insert((find.record, find.cell));
            if let What::Duplicate(_, earlier) | What::Double(earlier) = &find.what {
                cells.insert((*earlier, 0));
            }
        }
        let cells = Vec::from_iter(cells);
        let positions = file.positions(&cells)?;
        let excerpts = if file.is_sheet() { Vec::new() } else { file.excerpts(&positions)? };
        let excerpts: HashMap<_, _> = cells.iter().copied().zip(excerpts).collect();
        let positions: HashMap<_, _> = cells.into_iter().zip(positions).collect();
        let place = |record, cell| {
            let (line, column) = positions.get(&(record, cell)).copied().unwrap_or_default();
            file.place_at(line, column)
        };
        let defects = self.0.into_iter().map(|find| Defect {
            place: place(find.record, find.cell),
            excerpt: excerpts.get(&(find.record, find.cell)).cloned(),
            kind: match find.what {
                What::Defect(kind) => kind,
                What::Duplicate(key, earlier) => DefectKind::DuplicateKey { key, first: place(earlier, 0) },
                What::Double(earlier) => DefectKind::LikelyDouble { first: place(earlier, 0) },
            },
        });
        Ok(of_file.chain(defects).partition(|defect| defect.kind.level() == Level::Error))
    }
}

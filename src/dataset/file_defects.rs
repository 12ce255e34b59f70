//! What was found in one file, by record and cell; the places are looked up in one walk at the end.

use super::csv_file::TableFile;
use crate::defect::{Defect, DefectKind, Level};
use crate::error::Error;
use std::collections::{BTreeSet, HashMap};

/// What was found in one file.
#[derive(Debug, Default)]
pub(crate) struct FileDefects {
    found: Vec<Find>,
    of_file: Vec<DefectKind>,
    /// How many defects and how many notices were found once there were enough.
    more: (u64, u64),
}

/// What is found beyond this number in one file is only counted, so that it cannot fill the memory.
const ENOUGH: usize = 100_000;

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

impl What {
    fn level(&self) -> Level {
        match self {
            Self::Defect(kind) => kind.code().level(),
            Self::Duplicate(..) => Level::Error,
            Self::Double(_) => Level::Notice,
        }
    }
}

impl FileDefects {
    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether something is wrong, and not only worth knowing.
    pub(crate) fn has_defects(&self) -> bool {
        self.more.0 > 0 || self.found.iter().any(|find| find.what.level() == Level::Error)
    }

    pub(crate) fn add(&mut self, record: u64, cell: usize, kind: DefectKind) {
        self.take(Find { record, cell, what: What::Defect(kind) });
    }

    /// Something that concerns the whole file.
    pub(crate) fn add_of_file(&mut self, kind: DefectKind) {
        self.of_file.push(kind);
    }

    pub(crate) fn add_duplicate(&mut self, record: u64, cell: usize, key: String, earlier: u64) {
        self.take(Find { record, cell, what: What::Duplicate(key, earlier) });
    }

    pub(crate) fn add_double(&mut self, record: u64, cell: usize, earlier: u64) {
        self.take(Find { record, cell, what: What::Double(earlier) });
    }

    fn take(&mut self, find: Find) {
        if self.found.len() < ENOUGH {
            return self.found.push(find);
        }
        match find.what.level() {
            Level::Error => self.more.0 += 1,
            Level::Notice => self.more.1 += 1,
        }
    }

    /// What is wrong and what is worth knowing, each in the order of its place.
    pub(crate) fn at_their_places(mut self, file: &TableFile) -> Result<(Vec<Defect>, Vec<Defect>), Error> {
        let of_file = |kind| Defect::of_file(&file.name, kind);
        let first = std::mem::take(&mut self.of_file).into_iter().map(of_file);
        let more = [DefectKind::MoreDefects { number: self.more.0 }, DefectKind::MoreNotices { number: self.more.1 }];
        let last = more.into_iter().zip([self.more.0, self.more.1]).filter(|(_, number)| *number > 0);
        let last = last.map(|(kind, _)| of_file(kind));
        if self.found.is_empty() {
            return Ok(first.partition(|defect| defect.kind.code().level() == Level::Error));
        }
        self.found.sort_by_key(|find| (find.record, find.cell));
        let mut cells = BTreeSet::new();
        for find in &self.found {
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
        let defects = self.found.into_iter().map(|find| Defect {
            place: place(find.record, find.cell),
            excerpt: excerpts.get(&(find.record, find.cell)).cloned(),
            kind: match find.what {
                What::Defect(kind) => kind,
                What::Duplicate(key, earlier) => DefectKind::DuplicateKey { key, first: place(earlier, 0) },
                What::Double(earlier) => DefectKind::LikelyDouble { first: place(earlier, 0) },
            },
        });
        Ok(first.chain(defects).chain(last).partition(|defect| defect.kind.code().level() == Level::Error))
    }
}

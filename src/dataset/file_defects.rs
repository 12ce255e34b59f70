//! Defects and notices of the files of a table, by row and cell; their places are looked up in one walk at the end.

use super::records::RowStart;
use super::table_file::TableFile;
use crate::defect::{Defect, DefectKind, Level};
use crate::error::Error;
use std::collections::{BTreeSet, HashMap};

/// Defects and notices of files that are being read, which rows tell by their numbers.
#[derive(Debug, Default)]
pub(crate) struct FileDefects {
    of_cells: Vec<CellFinding>,
    of_file: Vec<(usize, DefectKind)>,
    /// How many of the cells are defects and how many notices, by their level.
    listed: [usize; 2],
    /// How many were found once there were enough of that level.
    more: [u64; 2],
}

/// Beyond this number, those of a level are only counted, so that they cannot fill the memory.
const ENOUGH: usize = 100_000;

#[derive(Debug)]
struct CellFinding {
    row: RowStart,
    /// The number of the cell in the row; `None` = the whole row.
    cell: Option<usize>,
    kind: DefectKind,
    /// Another row that the kind names, whose place was not looked up yet.
    other: Option<RowStart>,
}

impl FileDefects {
    /// How many cells are wrong, as far as they are listed.
    pub(crate) fn wrong_cells(&self) -> usize {
        self.listed[Level::Error as usize]
    }

    /// Whether something is wrong, and not only worth knowing.
    pub(crate) fn has_defects(&self) -> bool {
        self.more[Level::Error as usize] > 0 || self.wrong_cells() > 0
    }

    /// No cell = something that concerns the whole row.
    pub(crate) fn add(&mut self, row: RowStart, cell: Option<usize>, kind: DefectKind) {
        self.take(CellFinding { row, cell, kind, other: None });
    }

    /// Something that names another row, whose place is filled in at the end.
    pub(crate) fn add_with(&mut self, row: RowStart, cell: Option<usize>, kind: DefectKind, other: RowStart) {
        self.take(CellFinding { row, cell, kind, other: Some(other) });
    }

    /// Something that concerns a whole file.
    pub(crate) fn add_of_file(&mut self, file: usize, kind: DefectKind) {
        self.of_file.push((file, kind));
    }

    fn take(&mut self, found: CellFinding) {
        let level = found.kind.level() as usize;
        if self.listed[level] < ENOUGH {
            self.listed[level] += 1;
            self.of_cells.push(found);
        } else {
            self.more[level] += 1;
        }
    }

    /// Defects and notices, both in the order of their places; the files come with their numbers.
    pub(crate) fn at_their_places(
        mut self,
        files: &[(usize, &TableFile)],
    ) -> Result<(Vec<Defect>, Vec<Defect>), Error> {
        self.of_cells.sort_by_key(|found| (found.row, found.cell));
        let other = |found: &CellFinding| found.other.map(|other| (other, Some(0)));
        let own = self.of_cells.iter().map(|found| (found.row, found.cell));
        let cells: BTreeSet<_> = own.chain(self.of_cells.iter().filter_map(other)).collect();
        let mut places: HashMap<_, _> = HashMap::new();
        let (mut defects, mut last) = (Vec::new(), Vec::new());
        for (number, file) in files {
            let of_file = |kind| Defect::of_file(&file.name, kind);
            let cells = cells.iter().filter(|(row, _)| row.in_file().0 == *number);
            let cells = Vec::from_iter(cells.map(|(row, cell)| (row.in_file().1, *cell)));
            if !cells.is_empty() {
                let found = file.places(&cells)?;
                places.extend(cells.into_iter().map(|(row, cell)| (row.of(*number), cell)).zip(found));
            }
            let own = self.of_file.extract_if(.., |(of, _)| of == number);
            defects.extend(own.map(|(_, kind)| of_file(kind)));
            let [errors, notices] = std::mem::take(&mut self.more);
            let more = [DefectKind::MoreDefects { number: errors }, DefectKind::MoreNotices { number: notices }];
            last.extend(more.into_iter().map(of_file).filter(|defect| defect.number() > 0));
        }
        defects.extend(self.of_cells.into_iter().map(|CellFinding { row, cell, mut kind, other }| {
            if let (Some(other), Some(place)) = (other, kind.other_place()) {
                place.clone_from(&places[&(other, Some(0))].0);
            }
            let (place, excerpt) = places[&(row, cell)].clone();
            Defect { place, excerpt, kind }
        }));
        Ok(defects.into_iter().chain(last).partition(|defect| defect.kind.level() == Level::Error))
    }
}

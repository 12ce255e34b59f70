//! Where the claims of a data folder stand.

use super::{DataFolder, Next};
use crate::defect::Place;
use crate::error::Error;
use crate::model::Table;
use csv::StringRecord;
use std::collections::HashMap;
use std::path::Path;

impl DataFolder {
    /// The place of each claim, by its mission and its key. What cannot be read is left out, as nothing of it can be
    /// in a database. The sheets of a workbook lie in `scratch` meanwhile.
    pub(crate) fn places_of_claims(&self, scratch: &Path) -> Result<HashMap<(String, String), Place>, Error> {
        let (files, _) = self.files(scratch)?;
        let Some((_, file)) = files.into_iter().find(|(table, _)| *table == Table::Claim) else {
            return Ok(HashMap::new());
        };
        let mut records = file.records()?;
        let mut record = StringRecord::new();
        let Next::Record = records.next(&mut record)? else { return Ok(HashMap::new()) };
        let position = |name: &str| record.iter().position(|header| header.trim() == name);
        let Some((mission, claim)) = position("mission_id").zip(position("claim_id")) else {
            return Ok(HashMap::new());
        };
        let (mut keys, mut cells) = (Vec::new(), Vec::new());
        for number in 1_u64.. {
            match records.next(&mut record)? {
                Next::Record => {
                    if let Some((mission, claim)) = record.get(mission).zip(record.get(claim)) {
                        keys.push((mission.trim().to_owned(), claim.trim().to_owned()));
                        cells.push((number, 0));
                    }
                }
                Next::NotUtf8(_) => {}
                Next::End | Next::TooLong => break,
            }
        }
        let positions = file.positions(&cells)?.into_iter();
        Ok(keys.into_iter().zip(positions.map(|(line, column)| file.place_at(line, column))).collect())
    }
}

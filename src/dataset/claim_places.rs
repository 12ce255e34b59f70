//! Where the claims of a database stand in the data folder that it was built from.

use super::{DataFolder, Header, Next};
use crate::defect::Place;
use crate::error::Error;
use crate::model::Table;
use csv::StringRecord;
use std::collections::HashMap;
use std::path::Path;

impl DataFolder {
    /// The place of the row of every claim, by mission and claim: its first cell. Rows that cannot be read have none.
    /// A sheet of a workbook lies in `scratch` meanwhile.
    ///
    /// # Errors
    /// The file of claims cannot be read.
    pub fn places_of_claims(&self, scratch: &Path) -> Result<HashMap<(String, String), Place>, Error> {
        let (files, _) = self.files(&[Table::Claim], scratch)?;
        let ([(table, file)], [mission, claim]) = (files.as_slice(), Table::Claim.key()) else {
            return Ok(HashMap::new());
        };
        let mut records = file.records()?;
        let mut record = StringRecord::new();
        let Next::Record = records.next(&mut record)? else { return Ok(HashMap::new()) };
        let header = Header::of(table.columns(), &record, file.is_sheet());
        let (mission, claim) = (header.cell_of(mission.name), header.cell_of(claim.name));
        let text = |record: &StringRecord, cell: Option<usize>| Some(record.get(cell?)?.trim().to_owned());
        let (mut claims, mut rows) = (Vec::new(), Vec::new());
        while records.next_readable(&mut record)? {
            if let (Some(mission), Some(claim)) = (text(&record, mission), text(&record, claim)) {
                claims.push((mission, claim));
                rows.push((records.start(), Some(0)));
            }
        }
        let places = file.places(&rows)?.into_iter().map(|(place, _)| place);
        Ok(claims.into_iter().zip(places).collect())
    }
}

#[cfg(test)]
#[path = "../../tests/unit/dataset_claim_places.rs"]
mod tests;

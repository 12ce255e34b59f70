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
        let (files, _) = self.files_of(&[Table::Claim], scratch)?;
        let Some((table, file)) = files.first() else { return Ok(HashMap::new()) };
        let mut records = file.records()?;
        let mut record = StringRecord::new();
        let Next::Record = records.next(&mut record)? else { return Ok(HashMap::new()) };
        let header = Header::of(table.columns(), &record, file.is_sheet());
        let text = |record: &StringRecord, column| Some(record.get(header.cell_of(column)?)?.trim().to_owned());
        let (mut claims, mut rows) = (Vec::new(), Vec::new());
        loop {
            match records.next(&mut record)? {
                Next::Record => {
                    if let (Some(mission), Some(claim)) = (text(&record, "mission_id"), text(&record, "claim_id")) {
                        claims.push((mission, claim));
                        rows.push((records.start(), Some(0)));
                    }
                }
                Next::NotUtf8(_) => {}
                Next::End | Next::TooLong => break,
            }
        }
        let places = file.places(&rows)?.into_iter().map(|(place, _)| place);
        Ok(claims.into_iter().zip(places).collect())
    }
}

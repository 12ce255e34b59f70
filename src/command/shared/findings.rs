//! Places in a data folder, as the forms for findings tell them.

use crate::dataset::DataFolder;
use crate::defect::Place;
use crate::result_set::Value;
use std::path::PathBuf;

/// The cells of a finding that say where it is; NULL = not known.
pub(crate) struct Located {
    pub(crate) file: Value,
    pub(crate) line: Value,
    pub(crate) column: Value,
    pub(crate) message: Value,
}

impl Located {
    /// A place in a file. In a workbook, the message tells the cell, as no form for findings knows cells.
    pub(crate) fn at(folder: &DataFolder, place: &Place, message: String) -> Self {
        let number = |n| if n == 0 { Value::Null } else { Value::Integer(i64::try_from(n).unwrap_or(i64::MAX)) };
        let in_file = |path: PathBuf| Value::Text(path.to_string_lossy().into_owned());
        let (line, column) = (number(place.line), number(place.column));
        match folder {
            DataFolder::Workbook(path) => Self {
                file: in_file(path.clone()),
                message: Value::Text(format!("{place}: {message}")),
                ..Self::nowhere(message)
            },
            DataFolder::Folder(path) => {
                Self { file: in_file(path.join(&place.file)), line, column, message: Value::Text(message) }
            }
            DataFolder::Seed => {
                Self { file: Value::from(place.file.as_str()), line, column, message: Value::Text(message) }
            }
        }
    }

    pub(crate) fn nowhere(message: String) -> Self {
        Self { file: Value::Null, line: Value::Null, column: Value::Null, message: Value::Text(message) }
    }
}

//! What the library does not tell of a sheet of OpenDocument: its merged cells and its hidden rows.

use crate::dataset::workbook::{attribute, each_tag};
use calamine::Dimensions;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use zip::ZipArchive;

/// The merged areas and the hidden rows of a sheet, by rows and columns from 0.
pub(super) type Layout = (Vec<Dimensions>, BTreeSet<u32>);

/// Reads a sheet through (OpenDocument 1.3, part 3, 9.1), as far as it has rows.
///
/// # Errors
/// The file is damaged.
pub(super) fn layout(path: &Path, sheet: &str, last_row: u32) -> io::Result<Layout> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?)).map_err(io::Error::other)?;
    let (mut merged, mut hidden) = Layout::default();
    let mut is_in_sheet = false;
    // The row that comes next, and the cell in the row at hand.
    let (mut rows, mut column) = (0_u32, 0_u32);
    each_tag(&mut archive, "content.xml", |tag| {
        let number = |name: &str| attribute(tag, name).and_then(|number| number.parse::<u32>().ok()).unwrap_or(1);
        match tag.name().as_ref() {
            "table:table" => {
                is_in_sheet = attribute(tag, "table:name").is_some_and(|name| name == sheet);
                (rows, column) = (0, 0);
            }
            "table:table-row" if is_in_sheet => {
                let end = rows.saturating_add(number("table:number-rows-repeated"));
                if attribute(tag, "table:visibility").is_some_and(|visibility| visibility != "visible") {
                    hidden.extend(rows..end.min(last_row + 1));
                }
                (rows, column) = (end, 0);
            }
            "table:table-cell" | "table:covered-table-cell" if is_in_sheet => {
                let row = rows.saturating_sub(1);
                let [down, across] = ["table:number-rows-spanned", "table:number-columns-spanned"].map(number);
                if down > 1 || across > 1 {
                    let last = (row.saturating_add(down - 1), column.saturating_add(across - 1));
                    merged.push(Dimensions { start: (row, column), end: last });
                }
                column = column.saturating_add(number("table:number-columns-repeated"));
            }
            _ => {}
        }
    })?;
    Ok((merged, hidden))
}

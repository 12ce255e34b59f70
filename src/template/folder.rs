//! The folder: one CSV per table with its header, the regions of the country and the usual categories, and a README.

use super::{GUIDE, RULES, TableGuide, filled_in, guides};
use crate::error::Error;

/// The files of an empty data folder, each with its name.
///
/// # Errors
/// The schema does not describe a table of the model.
pub fn folder() -> Result<Vec<(String, String)>, Error> {
    let guides = guides()?;
    let header = |guide: &TableGuide| {
        let names: Vec<&str> = guide.columns.iter().map(|column| column.column.name).collect();
        let text = filled_in(guide.table).map_or_else(|| format!("{}\n", names.join(",")), str::to_owned);
        (format!("{}.csv", guide.table.name()), text)
    };
    let mut files: Vec<_> = guides.iter().map(header).collect();
    files.push(("README.md".to_owned(), readme(&guides)));
    Ok(files)
}

fn readme(guides: &[TableGuide]) -> String {
    let mut text = "# A data folder\n\n\
        One CSV file per table, in UTF-8, to be filled in. `mission init` with this folder builds the database from it \
        and names whatever is wrong by file, line and column; no file here is ever changed by it.\n\n"
        .to_owned();
    for rule in RULES {
        text.push_str(&format!("- {rule}\n"));
    }
    text.push_str(
        "- Do not let a spreadsheet turn `10-15` or `1/2` into a day: import every column as text, or start with a \
                   workbook (`mission new FILE.xlsx`) instead.\n",
    );
    for guide in guides {
        text.push_str(&section(guide));
    }
    text
}

fn section(guide: &TableGuide) -> String {
    let mut text = format!("\n## {}.csv\n\n{} {}\n\n", guide.table.name(), guide.meaning, guide.key());
    text.push_str(&format!("| {} |\n| --- | --- | --- | --- |\n", GUIDE.join(" | ")));
    for guide in &guide.columns {
        let [column, empty, holds, meaning] = guide.cells().map(|cell| cell.replace('|', "\\|"));
        text.push_str(&format!("| `{column}` | {empty} | {holds} | {meaning} |\n"));
    }
    text
}

//! The finished file says no to every change: it could otherwise hold verdicts that disagree with its rows.

use crate::error::Error;
use rusqlite::Connection;

/// What a program is told that tries to change a finished file.
const REFUSAL: &str = "this file is built from a data folder: edit the CSV and run mission init";

/// Makes every later INSERT, UPDATE and DELETE fail with the refusal.
pub(super) fn seal(conn: &Connection) -> Result<(), Error> {
    for table in super::texts(conn, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", [])? {
        for change in ["INSERT", "UPDATE", "DELETE"] {
            conn.execute_batch(&format!(
                "CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table}
                 BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            ))?;
        }
    }
    Ok(())
}

//! What people are shown instead of keys.

use crate::error::Error;
use crate::language::Language;
use crate::model::Table;
use crate::result_set::Labels;
use rusqlite::Connection;

/// The label of every region, category and city in a language.
pub fn labels(conn: &Connection, language: Language) -> Result<Labels, Error> {
    let code = language.code();
    let mut labels = Labels::default();
    for (table, sql) in [
        (Table::Region, format!("SELECT region_id, label_{code} FROM regions")),
        (Table::Category, format!("SELECT category_id, label_{code} FROM categories")),
        (Table::City, "SELECT city_id, name FROM cities".to_owned()),
    ] {
        let mut statement = conn.prepare(&sql)?;
        let of_table = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        labels.insert(table, of_table.collect::<Result<_, _>>()?);
    }
    Ok(labels)
}

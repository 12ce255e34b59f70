//! What people are shown instead of keys.

use crate::error::Error;
use crate::language::Language;
use rusqlite::{Connection, named_params};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Labelled {
    Region,
    Category,
    City,
}

/// The label of every region, category and city in a language, with its kind and its key.
pub fn labels(conn: &Connection, language: Language) -> Result<Vec<(Labelled, String, String)>, Error> {
    let mut statement = conn.prepare(include_str!("labels.sql"))?;
    let labels = statement.query_map(named_params! { ":language": language.code() }, |row| {
        let kind = match row.get::<_, String>("kind")?.as_str() {
            "region" => Labelled::Region,
            "category" => Labelled::Category,
            _ => Labelled::City,
        };
        Ok((kind, row.get("key")?, row.get("label")?))
    })?;
    Ok(labels.collect::<Result<_, _>>()?)
}

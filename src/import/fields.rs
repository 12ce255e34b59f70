//! What a header of a list can fill: the columns of a table, and what goes into another table beside it.

use super::choices::Choices;
use super::folder::Folder;
use super::headers::Headers;
use super::vocabulary::Vocabulary;
use super::words::headers;
use crate::error::{Error, nearest};
use crate::model::Table;

/// The name of a column, or of what stands for several: `place`, `party` and `published_on`.
pub(super) type Field = &'static str;

/// Filled by the import itself.
pub(super) const OWN: [&str; 5] = ["mission_id", "participant_id", "agreement_id", "event_id", "claim_id"];

/// The fields of a table, each with the words that head it.
pub(super) fn fields(table: Table) -> Vec<(Field, &'static str)> {
    let words = |field: Field| headers(table).find(|(of, _)| *of == field).map_or("", |(_, words)| words);
    let columns = table.columns().iter().map(|column| column.name).filter(|name| !OWN.contains(name));
    let beside = headers(table).filter(|(field, _)| table.position(field).is_none());
    columns.map(|field| (field, words(field))).chain(beside).collect()
}

/// The field of a name.
///
/// # Errors
/// The table has none of that name.
pub(super) fn named(table: Table, name: &str) -> Result<Field, Error> {
    let known: Vec<Field> = fields(table).into_iter().map(|(field, _)| field).collect();
    known.iter().find(|field| **field == name).copied().ok_or_else(|| {
        let hint = nearest_or_all(name, &known, &format!("`{}` has", table.name()));
        Error::usage(format!("{} has no column `{name}` to import", table.name()), hint)
    })
}

/// What to say of a name that is none of the valid ones: the nearest of them, or all.
pub(super) fn nearest_or_all(name: &str, valid: &[&str], all: &str) -> String {
    let all = || format!("{all} {}", valid.join(", "));
    nearest(name, valid).map_or_else(all, |nearest| format!("did you mean `{nearest}`?"))
}

/// Whether a row would say something else if it were left empty: a claim would be of a wider scope, an organisation
/// that was announced would have taken part.
pub(super) fn changes_meaning(table: Table, field: Field) -> bool {
    (table == Table::Claim && !["published_on", "locator"].contains(&field))
        || (table == Table::Participant && field == "status")
}

/// Whether every row needs it.
pub(super) fn is_required(table: Table, field: Field) -> bool {
    // An agreement of which nothing more is said is one.
    let has_default = field == "source_id" || (table == Table::Agreement && field == "kind");
    !has_default && table.columns().iter().any(|column| column.name == field && !column.optional)
}

/// That every column which each row needs is filled.
///
/// # Errors
/// One is not; the hint says how to fill it.
pub(super) fn check_filled(headers: &Headers, choices: &Choices, vocabulary: &Vocabulary) -> Result<(), Error> {
    let table = headers.table;
    let is_filled = |field: Field| headers.column(field).is_some() || choices.set(field).is_some();
    let needed = fields(table).into_iter().map(|(field, _)| field).filter(|field| is_required(table, field));
    let missing: Vec<Field> = needed.filter(|field| !is_filled(field)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!("no header fills {}, which every row of {} needs", missing.join(" and "), table.name());
    let ways = missing.iter().map(|field| {
        let values = vocabulary.values(field);
        let values = if values.is_empty() { String::new() } else { format!(" ({})", values.join(", ")) };
        format!("--map {field}=HEADER, or for all rows --set {field}=VALUE{values}")
    });
    Err(Error::usage(message, ways.collect::<Vec<_>>().join("; ")))
}

/// That the values which are said for all rows, or of a word, are ones that their columns can have.
///
/// # Errors
/// One is not.
pub(super) fn check_values(table: Table, choices: &Choices, folder: &Folder) -> Result<(), Error> {
    let sets = choices.sets.iter().map(|(column, value)| ("--set", column, value));
    let values = choices.values.iter().map(|(column, _, value)| ("--value", column, value));
    for (option, name, value) in sets.chain(values) {
        let Some(column) = table.position(name).map(|column| &table.columns()[column]) else { continue };
        let parent = table.refers_to(column).filter(|parent| *parent != Table::Source && !value.is_empty());
        let keys = parent.map(|parent| folder.rows(parent).iter().map(|row| row[0].as_str()).collect::<Vec<_>>());
        let refused = match ((column.check)(value), keys) {
            (Err(error), _) => error.to_string(),
            (Ok(()), Some(keys)) if !keys.contains(&value.as_str()) => format!("is none of: {}", keys.join(", ")),
            (Ok(()), _) => continue,
        };
        let hint = format!("`mission help data` says what {name} of {} holds", table.name());
        return Err(Error::usage(format!("{option} {name}: `{value}` {refused}"), hint));
    }
    Ok(())
}

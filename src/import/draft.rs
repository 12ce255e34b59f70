//! The rows that a list would add, with the cities and sources that they name.

use super::choices::Choices;
use super::fields::{Field, fields, is_required};
use super::folder::{Folder, Row};
use super::headers::Headers;
use super::list::{CellAt, Found, List};
use super::reader::Reader;
use super::vocabulary::Vocabulary;
use super::words;
use crate::cell::{DayOrder, squeezed};
use crate::dataset::RowStart;
use crate::defect::DefectKind;
use crate::error::Error;
use crate::model::Table;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug)]
pub(super) struct Draft {
    pub(super) start: RowStart,
    /// The cells that say something.
    pub(super) cells: BTreeMap<Field, String>,
    pub(super) parties: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) rows: Vec<Draft>,
    /// Cities and sources that are not in the data folder yet.
    pub(super) cities: Vec<Row>,
    pub(super) sources: Vec<Row>,
    /// Column, text and value, and in how many rows, where the value is not the text itself.
    pub(super) values: BTreeMap<(Field, String, String), u64>,
    pub(super) found: Vec<(CellAt, Found)>,
    /// Rows that hold nothing but a day.
    pub(super) headings: u64,
    /// Rows that sum up others.
    pub(super) totals: u64,
}

impl Drafts {
    /// # Errors
    /// A column that every row needs is filled by nothing.
    pub(super) fn of(
        list: &List,
        headers: &Headers,
        choices: &Choices,
        folder: &Folder,
        order: Option<DayOrder>,
        (mission, source): (&str, &str),
    ) -> Result<Self, Error> {
        let table = headers.table;
        let mut columns: Vec<(usize, Field)> = headers.filled().collect();
        // A place that is no city is the venue where no other cell says it.
        columns.sort_by_key(|(column, field)| (*field == "city_id", *column));
        let vocabulary = Vocabulary::of(table, folder);
        missing(table, &columns, choices, &vocabulary)?;
        valid(table, choices, folder)?;
        let mut reader = Reader {
            table,
            choices,
            vocabulary,
            order,
            parties_by_hand: headers.is_by_hand("party"),
            source,
            sources: folder.rows(Table::Source).iter().filter_map(|row| row.first().cloned()).collect(),
            sets: fields(table).into_iter().filter_map(|(field, _)| Some((field, choices.set(field)?))).collect(),
            day: None,
            implied_category: None,
            currency: headers.currency(),
            told: Vec::new(),
            drafts: Self::default(),
        };
        let day = columns.iter().find(|(_, field)| *field == "first_day").map(|(column, _)| *column);
        for (start, record) in &list.rows {
            let mut filled = record.iter().map(str::trim).filter(|text| !text.is_empty());
            let first = filled.next().unwrap_or_default();
            let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b" .,".contains(&byte));
            if words::is_total(&squeezed(first)) || (words::is_beside_the_rows(first) && filled.all(is_number)) {
                reader.drafts.totals += 1;
                continue;
            }
            // A cell beside the table has no header: nobody knows what it is.
            let beside = record.iter().enumerate().skip(headers.width()).find(|(_, text)| !text.trim().is_empty());
            if let Some((column, _)) = beside {
                reader.drafts.found.push(((*start, Some(column)), Found::Kind(DefectKind::UnnamedColumn)));
            }
            if let Some(heading) = day.and_then(|column| reader.heading(record, column)) {
                reader.day = Some(heading);
                reader.drafts.headings += 1;
                continue;
            }
            let cells =
                columns.iter().map(|(column, field)| (*column, *field, record.get(*column).unwrap_or_default()));
            reader.row(*start, cells.collect(), mission);
        }
        reader.drafts.date_sources(folder);
        Ok(reader.drafts)
    }
}

impl Drafts {
    /// The day on which a source was published is the source's, if it is the same in all of its rows; else it tells where
    /// in the source a row is from.
    fn date_sources(&mut self, folder: &Folder) {
        let Some(column) = Table::Source.position("published_on") else { return };
        let mut days: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for cells in self.rows.iter().map(|draft| &draft.cells) {
            if let (Some(source), Some(day)) = (cells.get("source_id"), cells.get("published_on")) {
                days.entry(source.clone()).or_default().insert(day.clone());
            }
        }
        for row in folder.rows(Table::Source) {
            if let Some(days) = row.first().and_then(|source| days.get_mut(source)) {
                days.insert(row.get(column).cloned().unwrap_or_default());
            }
        }
        let only = |source: Option<&String>| {
            let days = days.get(source?).filter(|days| days.len() == 1)?;
            days.first().cloned()
        };
        for row in &mut self.sources {
            if let Some((day, cell)) = only(row.first()).zip(row.get_mut(column)) {
                *cell = day;
            }
        }
        for draft in &mut self.rows {
            if let Some(day) =
                draft.cells.remove("published_on").filter(|_| only(draft.cells.get("source_id")).is_none())
            {
                draft.cells.entry("locator").or_insert(day);
            }
        }
    }
}

/// That the values which are said for all rows, or of a word, are ones that their columns can have.
fn valid(table: Table, choices: &Choices, folder: &Folder) -> Result<(), Error> {
    let sets = choices.sets.iter().map(|(column, value)| ("--set", column, value));
    let values = choices.values.iter().map(|(column, _, value)| ("--value", column, value));
    for (option, name, value) in sets.chain(values) {
        let Some(column) = table.columns().iter().find(|column| column.name == name) else { continue };
        let refused = match (column.check)(value) {
            Err(error) => Some(error.to_string()),
            Ok(()) => table.refers_to(column).filter(|parent| *parent != Table::Source).and_then(|parent| {
                let keys: Vec<&str> =
                    folder.rows(parent).iter().filter_map(|row| row.first().map(String::as_str)).collect();
                (!value.is_empty() && !keys.contains(&value.as_str()))
                    .then(|| format!("is none of: {}", keys.join(", ")))
            }),
        };
        if let Some(why) = refused {
            let hint = format!("`mission help data` says what {name} of {} holds", table.name());
            return Err(Error::usage(format!("{option} {name}: `{value}` {why}"), hint));
        }
    }
    Ok(())
}

/// That every column which each row needs is filled.
fn missing(table: Table, columns: &[(usize, Field)], choices: &Choices, vocabulary: &Vocabulary) -> Result<(), Error> {
    let is_filled = |field: Field| columns.iter().any(|(_, own)| *own == field) || choices.set(field).is_some();
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

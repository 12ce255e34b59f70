//! What is chosen for an import, on the command line or in a mapping that was saved: a CSV file with the columns kind,
//! column, from and to.

use super::fields::{Field, named};
use super::folder::Folder;
use super::headers::Headers;
use super::list::List;
use super::words::tables;
use crate::atomic::note_input;
use crate::cell::{Cell, Country, DayOrder, Slug, squeezed};
use crate::error::{Error, io_error};
use crate::model::Table;
use csv::{ReaderBuilder, StringRecord, Writer};
use std::fs::File;
use std::io::Read;
use std::path::Path;

#[derive(Debug, Clone, Default)]
pub struct Choices {
    pub table: Option<Table>,
    pub mission: Option<String>,
    pub source: Option<String>,
    pub sheet: Option<String>,
    /// Where new cities are (ISO 3166-1 alpha-2).
    pub country: Option<String>,
    pub dates: Option<DayOrder>,
    /// Whether a cell of an optional column that cannot be read is a defect.
    pub strict: bool,
    /// Column and header.
    pub maps: Vec<(String, String)>,
    /// Column and value, for every row.
    pub sets: Vec<(String, String)>,
    /// Column, text and value.
    pub values: Vec<(String, String, String)>,
}

/// Stands for no column.
pub(super) const DROP: &str = "-";

/// Bytes of a mapping that are read: it may come from a pipe that never ends.
const LARGEST: u64 = 16 << 20;

const COLUMNS: [&str; 4] = ["kind", "column", "from", "to"];

impl Choices {
    /// Those of a mapping that was saved.
    ///
    /// # Errors
    /// The file cannot be read, or is no such mapping.
    pub fn of_file(path: &Path) -> Result<Self, Error> {
        let no_mapping = |line: u64, what: String| {
            let message = format!("{}:{line}: {what}", path.display());
            Error::usage(message, "a mapping is written by --save-mapping, with the columns kind, column, from and to")
        };
        note_input(path);
        let file = File::open(path).map_err(Error::file("read", path))?;
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(file.take(LARGEST));
        let header = reader.headers().map_err(io_error).map_err(Error::file("read", path))?;
        if header != &StringRecord::from(&COLUMNS[..]) {
            return Err(no_mapping(1, "this is no mapping".to_owned()));
        }
        let mut choices = Self::default();
        let mut record = StringRecord::new();
        while reader.read_record(&mut record).map_err(io_error).map_err(Error::file("read", path))? {
            let line = record.position().map_or(0, csv::Position::line);
            if reader.get_ref().limit() == 0 {
                return Err(no_mapping(line, "this is longer than any mapping".to_owned()));
            }
            if record.len() != COLUMNS.len() {
                return Err(no_mapping(line, "this row does not have the four cells of the header".to_owned()));
            }
            let [column, from, to] = [1, 2, 3].map(|index| record.get(index).unwrap_or_default().to_owned());
            match record.get(0).unwrap_or_default() {
                "as" => choices.table = Some(table(&to)?),
                "mission" => choices.mission = Some(to),
                "source" => choices.source = Some(to),
                "sheet" => choices.sheet = Some(to),
                "country" => choices.country = Some(to),
                "dates" => {
                    choices.dates = Some(order(&to).ok_or_else(|| no_mapping(line, format!("`{to}` is no order")))?)
                }
                "map" => choices.maps.push((column, from)),
                "set" => choices.sets.push((column, to)),
                "value" => choices.values.push((column, from, to)),
                other => return Err(no_mapping(line, format!("there is no kind `{other}`"))),
            }
        }
        Ok(choices)
    }

    /// These, and where they choose nothing, the others.
    pub fn or(mut self, others: Self) -> Self {
        self.maps.extend(
            others
                .maps
                .into_iter()
                .filter(|(_, header)| self.maps.iter().all(|(_, own)| own != header))
                .collect::<Vec<_>>(),
        );
        self.sets.extend(
            others
                .sets
                .into_iter()
                .filter(|(column, _)| self.sets.iter().all(|(own, _)| own != column))
                .collect::<Vec<_>>(),
        );
        self.values.extend(others.values);
        Self {
            table: self.table.or(others.table),
            mission: self.mission.or(others.mission),
            source: self.source.or(others.source),
            sheet: self.sheet.or(others.sheet),
            country: self.country.or(others.country),
            dates: self.dates.or(others.dates),
            ..self
        }
    }

    /// That every key and column among them is one.
    ///
    /// # Errors
    /// One is not; the hint says which there are.
    pub fn check(&self) -> Result<(), Error> {
        for (option, key) in [("--mission", &self.mission), ("--source", &self.source)] {
            if let Some(key) = key.as_deref().filter(|key| Slug::parse(key).is_err()) {
                let message = format!("{option}: `{key}` is no key");
                return Err(Error::usage(message, "a key has lower-case letters a-z, digits and hyphens"));
            }
        }
        if let Some(country) = self.country.as_deref().filter(|country| Country::parse(country).is_err()) {
            let message = format!("--country: `{country}` is no country code");
            return Err(Error::usage(message, "write the two capitals of ISO 3166-1 alpha-2, such as PE"));
        }
        Ok(())
    }

    pub(super) fn mission(&self, folder: &Folder) -> Result<String, Error> {
        match (&self.mission, folder.missions().as_slice()) {
            (Some(mission), _) => Ok(mission.clone()),
            (None, [only]) => Ok(only.clone()),
            (None, []) => Err(Error::usage(
                "the data folder has no mission yet",
                "give it a key with --mission, such as peru-2026",
            )),
            (None, several) => {
                let message = format!("the data folder has {} missions", several.len());
                Err(Error::usage(message, format!("say which with --mission: {}", several.join(", "))))
            }
        }
    }

    pub(super) fn source(&self, list: &List) -> String {
        self.source.clone().unwrap_or_else(|| super::readings::slug(&list.stem()))
    }

    /// The header that was chosen for a field, and the field that was chosen for a header.
    /// `None` = nothing was chosen; that it is dropped was chosen, where it is in turn none.
    pub(super) fn field_of(&self, header: &str, table: Table) -> Result<Option<Option<Field>>, Error> {
        let chosen = self.maps.iter().find(|(_, from)| squeezed(from) == squeezed(header));
        let field = |column: &str| if column == DROP { Ok(None) } else { named(table, column).map(Some) };
        chosen.map(|(column, _)| field(column)).transpose()
    }

    pub(super) fn set(&self, field: Field) -> Option<&str> {
        self.sets.iter().find(|(column, _)| column == field).map(|(_, value)| value.as_str())
    }

    pub(super) fn value(&self, field: Field, text: &str) -> Option<&str> {
        let text = squeezed(text);
        let chosen = self.values.iter().find(|(column, from, _)| column == field && squeezed(from) == text);
        chosen.map(|(_, _, value)| value.as_str())
    }

    /// That every column which something is chosen for is one of the table.
    pub(super) fn known(&self, table: Table) -> Result<(), Error> {
        let columns = self.maps.iter().map(|(column, _)| column).filter(|column| *column != DROP);
        let columns = columns.chain(self.sets.iter().map(|(column, _)| column));
        columns
            .chain(self.values.iter().map(|(column, _, _)| column))
            .try_for_each(|column| named(table, column).map(drop))
    }

    /// The same with what was found out.
    pub(super) fn replayed(&self, headers: &Headers, mission: &str, source: &str) -> Self {
        let maps = headers.told().into_iter().map(|(header, field, _)| (field.unwrap_or(DROP).to_owned(), header));
        Self {
            table: Some(headers.table),
            mission: Some(mission.to_owned()),
            source: Some(source.to_owned()),
            maps: maps.collect(),
            ..self.clone()
        }
    }

    /// As a mapping that can be saved.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut rows: Vec<[&str; 4]> = vec![COLUMNS];
        let single = [
            ("as", self.table.map(Table::name)),
            ("mission", self.mission.as_deref()),
            ("source", self.source.as_deref()),
            ("sheet", self.sheet.as_deref()),
            ("country", self.country.as_deref()),
            ("dates", self.dates.map(|order| if order == DayOrder::DayFirst { "day-first" } else { "month-first" })),
        ];
        rows.extend(single.into_iter().filter_map(|(kind, to)| Some([kind, "", "", to?])));
        rows.extend(self.maps.iter().map(|(column, header)| ["map", column, header, ""]));
        rows.extend(self.sets.iter().map(|(column, value)| ["set", column, "", value]));
        rows.extend(self.values.iter().map(|(column, text, value)| ["value", column, text, value]));
        let mut writer = Writer::from_writer(Vec::new());
        // Writing into memory does not fail.
        rows.iter().for_each(|row| drop(writer.write_record(row)));
        writer.into_inner().unwrap_or_default()
    }
}

/// A table that a list can be imported as.
///
/// # Errors
/// There is none of that name.
pub fn table(name: &str) -> Result<Table, Error> {
    let unknown =
        || Error::unknown("table to import", name, tables().into_iter().map(Table::name), "mission import --help");
    tables().into_iter().find(|table| table.name() == name).ok_or_else(unknown)
}

fn order(word: &str) -> Option<DayOrder> {
    match word {
        "day-first" => Some(DayOrder::DayFirst),
        "month-first" => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

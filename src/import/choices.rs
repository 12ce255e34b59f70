//! What is chosen for an import, on the command line or in a mapping that was saved: a CSV file with the columns kind,
//! column, from and to.

use super::fields::{Field, named};
use super::words::{DOUBT, tables};
use crate::atomic::note_input;
use crate::cell::{Cell, Country, DayOrder, Slug, squeezed};
use crate::error::{Error, io_error, not_standard_input};
use crate::model::Table;
use clap::ValueEnum;
use csv::{ReaderBuilder, StringRecord, Writer};
use std::fs::File;
use std::io::Read;
use std::path::Path;

#[derive(Debug, Clone, Default, clap::Args)]
pub struct Choices {
    /// What it lists: participants, agreements, events or claims; by default what its headers fit
    #[arg(long = "as", value_name = "TABLE")]
    pub table: Option<String>,
    /// The key of the mission; by default the only one of the data folder
    #[arg(long, value_name = "ID")]
    pub mission: Option<String>,
    /// The key of the source; by default made of the name of the file
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
    /// The sheet of a workbook; by default the only one that holds something
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The column that a header fills
    #[arg(long = "map", value_name = "COLUMN=HEADER", value_parser = pair)]
    pub maps: Vec<(String, String)>,
    /// The value of a column in every row where the list has none
    #[arg(long = "set", value_name = "COLUMN=VALUE", value_parser = pair)]
    pub sets: Vec<(String, String)>,
    /// What a text of a column means
    #[arg(long = "value", value_name = "COLUMN:TEXT=VALUE", value_parser = meaning)]
    pub values: Vec<(String, String, String)>,
    /// The country of cities that are new (ISO 3166-1 alpha-2)
    #[arg(long, value_name = "CC")]
    pub country: Option<String>,
    /// What comes first in dates such as 04/10/2025, where the dates of the list do not tell
    #[arg(long, value_name = "ORDER")]
    pub dates: Option<DayOrder>,
    /// A cell that cannot be read is a defect, also where it may be empty
    #[arg(long)]
    pub strict: bool,
}

/// Stands for no column.
pub(super) const DROP: &str = "-";

/// Bytes of a mapping that are read: it may come from a pipe that never ends.
const LARGEST: u64 = 16 << 20;

const COLUMNS: [&str; 4] = ["kind", "column", "from", "to"];

fn pair(text: &str) -> Result<(String, String), String> {
    let (column, value) = text.split_once('=').ok_or("write COLUMN=VALUE")?;
    Ok((column.trim().to_owned(), value.trim().to_owned()))
}

fn meaning(text: &str) -> Result<(String, String, String), String> {
    let (column, rest) = text.split_once(':').ok_or("write COLUMN:TEXT=VALUE")?;
    let (from, value) = rest.rsplit_once('=').ok_or("write COLUMN:TEXT=VALUE")?;
    Ok((column.trim().to_owned(), from.trim().to_owned(), value.trim().to_owned()))
}

impl Choices {
    /// What is chosen once, under its kind in a mapping.
    fn single(&mut self) -> [(&'static str, &mut Option<String>); 5] {
        let Self { table, mission, source, sheet, country, .. } = self;
        [("as", table), ("mission", mission), ("source", source), ("sheet", sheet), ("country", country)]
    }

    /// Those of a mapping that was saved.
    ///
    /// # Errors
    /// The file cannot be read, or is no such mapping.
    pub fn of_file(path: &Path) -> Result<Self, Error> {
        let no_mapping = |line: u64, what: String| {
            let message = format!("{}:{line}: {what}", path.display());
            Error::usage(message, "a mapping is written by --save-mapping, with the columns kind, column, from and to")
        };
        not_standard_input("a mapping", path, "name the file that --save-mapping wrote")?;
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
            let [kind, column, from, to] = [0, 1, 2, 3].map(|cell| record[cell].to_owned());
            match kind.as_str() {
                "dates" => match DayOrder::from_str(&to, false) {
                    Ok(order) => choices.dates = Some(order),
                    Err(_) => return Err(no_mapping(line, format!("`{to}` is no order"))),
                },
                "map" => choices.maps.push((column, from)),
                "set" => choices.sets.push((column, to)),
                "value" => choices.values.push((column, from, to)),
                other => {
                    let chosen = choices.single().into_iter().find(|(kind, _)| *kind == other);
                    let (_, chosen) = chosen.ok_or_else(|| no_mapping(line, format!("there is no kind `{other}`")))?;
                    *chosen = Some(to);
                    // What the command line chooses instead would hide it.
                    choices.check("").map_err(|error| {
                        let message = format!("{}:{line}: {error}", path.display());
                        Error::usage(message, error.hint().unwrap_or_default())
                    })?;
                }
            }
        }
        Ok(choices)
    }

    /// These, and where they choose nothing, the others.
    pub fn or(mut self, mut others: Self) -> Self {
        others.maps.retain(|(_, header)| self.maps.iter().all(|(_, own)| own != header));
        others.sets.retain(|(column, _)| self.sets.iter().all(|(own, _)| own != column));
        self.maps.append(&mut others.maps);
        self.sets.append(&mut others.sets);
        self.values.append(&mut others.values);
        for ((_, own), (_, other)) in self.single().into_iter().zip(others.single()) {
            *own = own.take().or(other.take());
        }
        Self { dates: self.dates.or(others.dates), ..self }
    }

    /// That the table and every key among them is one; what chooses it is named with these signs before it.
    ///
    /// # Errors
    /// One is not; the hint says which there are.
    pub fn check(&self, signs: &str) -> Result<(), Error> {
        self.table()?;
        for (kind, key) in [("mission", &self.mission), ("source", &self.source)] {
            if let Some(key) = key.as_deref().filter(|key| Slug::parse(key).is_err()) {
                let message = format!("{signs}{kind}: `{key}` is no key");
                return Err(Error::usage(message, "a key has lower-case letters a-z, digits and hyphens"));
            }
        }
        if let Some(country) = self.country.as_deref().filter(|country| Country::parse(country).is_err()) {
            let message = format!("{signs}country: `{country}` is no country code");
            return Err(Error::usage(message, "write the two capitals of ISO 3166-1 alpha-2, such as PE"));
        }
        Ok(())
    }

    /// The table that the list is imported as, where that was chosen.
    pub(super) fn table(&self) -> Result<Option<Table>, Error> {
        let Some(name) = &self.table else { return Ok(None) };
        let all = tables();
        crate::error::named("table to import", name, &all, |table| table.name(), "mission import --help")
            .map(|table| Some(*table))
    }

    /// The column that was chosen for a header.
    pub(super) fn map(&self, header: &str) -> Option<&str> {
        let chosen = self.maps.iter().find(|(_, from)| squeezed(from) == squeezed(header));
        chosen.map(|(column, _)| column.as_str())
    }

    pub(super) fn set(&self, field: Field) -> Option<&str> {
        self.sets.iter().find(|(column, _)| column == field).map(|(_, value)| value.as_str())
    }

    /// What a text of a column was chosen to mean.
    pub(super) fn value(&self, field: Field, text: &str) -> Option<&str> {
        let told_by = |text: &str| (squeezed(text), text.matches(DOUBT).collect::<String>());
        let chosen = self.values.iter().find(|(column, from, _)| column == field && told_by(from) == told_by(text));
        chosen.map(|(_, _, value)| value.as_str())
    }

    /// That every column which something is chosen for is one of the table.
    pub(super) fn known(&self, table: Table) -> Result<(), Error> {
        let mapped = self.maps.iter().map(|(column, _)| column).filter(|column| *column != DROP);
        let set = self.sets.iter().map(|(column, _)| column);
        let mut columns = mapped.chain(set).chain(self.values.iter().map(|(column, _, _)| column));
        columns.try_for_each(|column| named(table, column).map(drop))
    }

    /// As a mapping that can be saved.
    pub fn into_csv(mut self) -> Vec<u8> {
        let dates = self.dates.and_then(|order| order.to_possible_value());
        let dates = dates.as_ref().map(|order| ["dates", "", "", order.get_name()]);
        let single = self.single().map(|(kind, to)| (kind, to.take()));
        let single = single.iter().filter_map(|(kind, to)| Some([kind, "", "", to.as_deref()?]));
        let maps = self.maps.iter().map(|(column, header)| ["map", column, header, ""]);
        let sets = self.sets.iter().map(|(column, value)| ["set", column, "", value]);
        let values = self.values.iter().map(|(column, text, value)| ["value", column, text, value]);
        let mut writer = Writer::from_writer(Vec::new());
        // Writing into memory does not fail.
        let rows = [COLUMNS].into_iter().chain(single).chain(dates).chain(maps).chain(sets).chain(values);
        rows.for_each(|row| drop(writer.write_record(row)));
        writer.into_inner().unwrap_or_default()
    }
}

//! Dates as Excel writes them. Which number is the day and which the month is decided once for a whole data
//! folder, from all its dates, and never cell by cell.

use super::header::visible;
use super::records::Next;
use super::table_file::TableFile;
use crate::cell::{Cell, CellKind, Day, DayOrder, OrderReason};
use crate::defect::{Defect, DefectKind, Place};
use crate::error::Error;
use crate::model::Table;
use csv::StringRecord;
use std::borrow::Cow;

/// A date that is not ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LocalDate {
    first: u8,
    second: u8,
    year: u16,
    /// Written 13-03-2025 or 13.03.2025, which is never month first.
    day_first: bool,
}

impl LocalDate {
    /// One or two digits, one or two digits and four, with slashes, dashes or dots between them.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/-.".contains(*c))?;
        let mut parts = text.split(separator);
        let mut number = |digits: std::ops::RangeInclusive<usize>| {
            let part = parts.next()?;
            let fits = digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| part.parse::<u16>().ok()).flatten()
        };
        let (first, second, year) = (number(1..=2)?, number(1..=2)?, number(4..=4)?);
        let [first, second] = [u8::try_from(first).ok()?, u8::try_from(second).ok()?];
        parts.next().is_none().then_some(Self { first, second, year, day_first: separator != '/' })
    }

    /// The only order in which it can be a date, if there is only one.
    pub(crate) fn proves(self) -> Option<DayOrder> {
        match self {
            Self { day_first: true, .. } => Some(DayOrder::DayFirst),
            Self { first: 13.., second: ..=12, .. } => Some(DayOrder::DayFirst),
            Self { first: ..=12, second: 13.., .. } => Some(DayOrder::MonthFirst),
            Self { .. } => None,
        }
    }

    pub(crate) fn in_iso(self, order: DayOrder) -> String {
        let (day, month) = match order {
            DayOrder::DayFirst => (self.first, self.second),
            DayOrder::MonthFirst => (self.second, self.first),
        };
        format!("{:04}-{month:02}-{day:02}", self.year)
    }
}

/// The order of dates that are not ISO 8601, and why they are read in it: the one that was chosen, or that one of them
/// proves, or that is the custom of where they are from.
///
/// # Errors
/// Nothing tells: the first of them is named, and what they all are of.
pub(crate) fn order_of(
    chosen: Option<DayOrder>,
    proof: Option<(DayOrder, &str)>,
    has_custom: bool,
    (first, all): (&str, &str),
) -> Result<(DayOrder, OrderReason), Error> {
    match (chosen, proof) {
        (Some(order), _) => Ok((order, OrderReason::Chosen)),
        (None, Some((order, text))) => Ok((order, OrderReason::Proof(text.to_owned()))),
        // Where Excel writes decimal commas, it puts semicolons between cells, and people put the day first.
        (None, None) if has_custom => Ok((DayOrder::DayFirst, OrderReason::Custom)),
        (None, None) => Err(Error::usage(
            format!("{first} may be day first or month first, and no date of {all} tells"),
            "say which with --dates day-first or --dates month-first",
        )),
    }
}

/// How the dates of a data folder are read.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    order: Option<DayOrder>,
    proofs: Vec<(DayOrder, PlacedDate)>,
}

/// A date and where it stands.
type PlacedDate = (String, Place);

impl Dates {
    /// Reads all dates of all files, unless none has any that is not ISO 8601.
    ///
    /// # Errors
    /// There are dates that are not ISO 8601, and nothing tells in which order they are.
    pub(crate) fn of(files: &[(Table, TableFile)], chosen: Option<DayOrder>) -> Result<(Self, Option<Defect>), Error> {
        let mut seen = Seen::default();
        if files.iter().any(|(_, file)| file.local_dates) {
            // Files without such dates as well: their decimal commas tell where the folder comes from.
            for (table, file) in files {
                seen.file(*table, file)?;
            }
        }
        let Some((text, place)) = seen.first else { return Ok((Self::default(), None)) };
        let proof = seen.proofs.first().filter(|_| chosen.is_none());
        let proved = proof.map(|(order, (text, _))| (*order, text.as_str()));
        let (order, reason) =
            order_of(chosen, proved, seen.custom, (&format!("{place}: `{text}`"), "the data folder"))?;
        let place = proof.map_or(place, |(_, (_, place))| place.clone());
        let told = Defect { place, excerpt: None, kind: DefectKind::OrderOfDays { order, reason } };
        Ok((Self { order: Some(order), proofs: seen.proofs }, Some(told)))
    }

    /// A date as ISO 8601 writes it, if it is one in the order of the data folder; otherwise as it is.
    pub(crate) fn in_iso<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let read = self.order.zip(LocalDate::of(text)).and_then(|(order, date)| {
            let fits = date.proves().is_none_or(|proved| proved == order);
            Some(date.in_iso(order)).filter(|iso| fits && Day::parse(iso).is_ok())
        });
        read.map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// The defect of a date that can only be read in the other order; `None` for any other text.
    pub(crate) fn contradiction(&self, text: &str) -> Option<DefectKind> {
        let proved = LocalDate::of(text)?.proves()?;
        let order = self.order.filter(|order| *order != proved)?;
        let proof = self.proofs.iter().find(|(proves, _)| *proves == order).map(|(_, date)| date.clone());
        Some(DefectKind::OtherOrderOfDays { text: text.to_owned(), order, proof })
    }
}

/// Dates that are not ISO 8601 of the files that were read so far.
#[derive(Default)]
struct Seen {
    first: Option<PlacedDate>,
    /// The first date that proves an order, for each order that one proves.
    proofs: Vec<(DayOrder, PlacedDate)>,
    /// Semicolons between cells, or decimal commas.
    custom: bool,
}

impl Seen {
    /// Sees the first date of all, and those that prove an order which none proved before.
    fn file(&mut self, table: Table, file: &TableFile) -> Result<(), Error> {
        self.custom |= file.dialect.delimiter == b';';
        let (mut dates, mut cells) = (Vec::new(), Vec::new());
        let mut proved: Vec<DayOrder> = self.proofs.iter().map(|(order, _)| *order).collect();
        let mut records = file.records()?;
        let mut record = StringRecord::new();
        if !matches!(records.next(&mut record)?, Next::Record) {
            return Ok(());
        }
        let is_evidence = |kind| matches!(kind, CellKind::Degrees(_)) || (kind == CellKind::Day && file.local_dates);
        let kind =
            |name: &str| Some(table.columns()[table.position(&visible(name))?].kind).filter(|kind| is_evidence(*kind));
        let columns: Vec<_> = record.iter().enumerate().filter_map(|(i, name)| Some((i, kind(name)?))).collect();
        while !columns.is_empty() && records.next_readable(&mut record)? {
            for (cell, kind) in &columns {
                let text = record.get(*cell).unwrap_or_default().trim();
                if *kind != CellKind::Day {
                    self.custom |= text.contains(',');
                } else if let Some(date) = LocalDate::of(text) {
                    let proves = date.proves().filter(|order| !proved.contains(order));
                    proved.extend(proves);
                    if proves.is_some() || (self.first.is_none() && dates.is_empty()) {
                        dates.push((text.to_owned(), proves));
                        cells.push((records.start(), Some(*cell)));
                    }
                }
            }
        }
        for ((text, proves), (place, _)) in dates.into_iter().zip(file.places(&cells)?) {
            let date = (text, place);
            self.proofs.extend(proves.map(|order| (order, date.clone())));
            self.first.get_or_insert(date);
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "../../tests/unit/dataset_local_dates.rs"]
mod tests;

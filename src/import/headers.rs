//! Which header of a list fills which field, and in which row the headers stand.

use super::choices::{Choices, DROP};
use super::fields::{Field, fields, named, nearest_or_all};
use super::list::List;
use super::numbers;
use super::words::{in_every_language, is_of_persons_only, meaning, tables, tells_of_persons};
use crate::cell::squeezed;
use crate::error::Error;
use crate::model::Table;
use std::collections::BTreeSet;

/// Titles stand in so many rows at most.
const MOST_TITLES: usize = 25;

#[derive(Debug)]
pub(super) struct Headers {
    pub(super) table: Table,
    /// The position of the row of headers.
    pub(super) line: usize,
    pub(super) columns: Vec<Header>,
    /// The columns that fill a field, with their fields, in the order in which they are read.
    pub(super) filled: Vec<(usize, Field)>,
}

/// A header of a list.
#[derive(Debug)]
pub struct Header {
    pub text: String,
    /// The column that it fills; `None` = it is dropped.
    pub field: Option<&'static str>,
    pub how: How,
}

/// How it is known what a header fills.
#[derive(Debug, Clone, PartialEq, Eq, strum::Display)]
pub enum How {
    #[strum(to_string = "--map")]
    ByHand,
    #[strum(to_string = "name")]
    Name,
    #[strum(to_string = "title")]
    Title,
    #[strum(to_string = "dropped")]
    Dropped,
    #[strum(to_string = "dropped: personal data")]
    OfPersons,
    /// It is like the title of this field, which is no reason to take it for one.
    #[strum(to_string = "dropped; did you mean {0}?")]
    Near(&'static str),
}

impl Headers {
    /// # Errors
    /// No header is known, two fill one field, or the headers fit two tables alike.
    pub(super) fn of(list: &List, choices: &Choices) -> Result<Self, Error> {
        let table = choices.table()?.map_or_else(|| best_table(list, choices), Ok)?;
        choices.known(table)?;
        let line = best_line(list, choices, table).map_or(0, |(line, _)| line);
        let Some((_, record)) = list.rows.get(line) else {
            return Err(Error::usage("the list has no rows", "is it the right file, or the right sheet?"));
        };
        let mut columns = record.iter().map(|text| Header::of(text, choices, table)).collect::<Result<Vec<_>, _>>()?;
        for (index, header) in columns.iter_mut().enumerate().filter(|(_, header)| header.text.is_empty()) {
            let mut texts = list.rows[line + 1..].iter().filter_map(|(_, record)| record.get(index));
            if texts.any(|text| !text.trim().is_empty()) {
                header.text = format!("(column {})", index + 1);
            }
        }
        // Beside a given name, a name is that of a person.
        if columns.iter().any(|header| meaning("given name", &squeezed(&header.text)).is_some()) {
            columns.iter_mut().filter(|header| header.is_plain_name()).for_each(|header| {
                (header.field, header.how) = (None, How::OfPersons);
            });
        }
        // A place is the city, or the venue where another header is the city.
        let has_city = columns.iter().any(|header| header.field == Some("city_id"));
        let place = if has_city && table.position("venue").is_some() { "venue" } else { "city_id" };
        let places = columns.iter_mut().filter(|header| header.field == Some("place"));
        places.for_each(|header| header.field = Some(place));
        check(&columns, choices, table)?;
        let filled = columns.iter().enumerate().filter_map(|(column, header)| Some((column, header.field?)));
        let mut filled: Vec<(usize, Field)> = filled.collect();
        // A place that is no city is the venue where no other cell says it: the others are read before it.
        filled.sort_by_key(|(_, field)| *field == "city_id");
        Ok(Self { table, line, columns, filled })
    }

    /// The column that fills a field.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.filled.iter().find(|(_, own)| *own == field).map(|(column, _)| *column)
    }

    /// Whether the rows of the list have a day, or may have one.
    pub(super) fn has_days(&self) -> bool {
        self.table.position("first_day").is_some()
    }

    /// The currency that the header of an amount names: `Bedrag (EUR)`, `Montant en €`.
    pub(super) fn currency(&self) -> Option<String> {
        Some(without_currency(&self.columns[self.column("amount")?].text)?.1)
    }

    /// Whether a field was mapped by hand.
    pub(super) fn is_by_hand(&self, field: Field) -> bool {
        self.column(field).is_some_and(|column| self.columns[column].how == How::ByHand)
    }
}

/// That every header which was chosen is there, for one column, that some header is known, and no two fill one field.
fn check(headers: &[Header], choices: &Choices, table: Table) -> Result<(), Error> {
    let names: Vec<&str> = headers.iter().map(|own| own.text.as_str()).filter(|text| !text.is_empty()).collect();
    for (column, header) in &choices.maps {
        let is_same = |text: &str| squeezed(text) == squeezed(header);
        if let Some((other, _)) = choices.maps.iter().find(|(other, from)| other != column && is_same(from)) {
            let message = format!("the header `{header}` is to fill both {column} and {other}");
            return Err(Error::usage(message, "a header fills one column: map it to one of them"));
        }
        if !headers.iter().any(|own| is_same(&own.text)) {
            let hint = nearest_or_all(header, &names, "its headers are");
            return Err(Error::usage(format!("the list has no header `{header}`"), hint));
        }
    }
    if headers.iter().all(|header| header.field.is_none()) {
        let hint = format!("map its headers by hand with --map COLUMN=HEADER: {}", names.join(", "));
        return Err(Error::usage(format!("no header of the list is known for {}", table.name()), hint));
    }
    for (column, second) in headers.iter().enumerate() {
        let Some(field) = second.field else { continue };
        let Some(first) = headers[..column].iter().find(|own| own.field == Some(field)) else { continue };
        // Beside the name of a company, a plain name is likely to be that of a person.
        let is_turned = first.is_plain_name() && !second.is_plain_name();
        let (kept, dropped) = if is_turned { (second, first) } else { (first, second) };
        let (kept, dropped) = (&kept.text, &dropped.text);
        return Err(Error::usage(
            format!("the headers `{kept}` and `{dropped}` both fill {field}"),
            format!("say which does with --map {field}={kept}, and drop the other with --map={DROP}={dropped}"),
        ));
    }
    Ok(())
}

impl Header {
    /// Whether it says no more than that it is a name.
    fn is_plain_name(&self) -> bool {
        self.how != How::ByHand && ["name", "naam", "nom"].contains(&squeezed(&self.text).as_str())
    }

    fn of(text: &str, choices: &Choices, table: Table) -> Result<Self, Error> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(column) = choices.map(&text) {
            let field = if column == DROP { None } else { Some(named(table, column)?) };
            if field.is_some() && is_of_persons_only(&text) {
                let message = format!("the column `{text}` tells of persons, and is never imported");
                return Err(Error::usage(message, format!("leave it out, or drop it with --map={DROP}={text}")));
            }
            return Ok(Self { text, field, how: How::ByHand });
        }
        let is_taken = |field: &Field| choices.maps.iter().any(|(column, _)| column == field);
        let word = squeezed(&text);
        let free: Vec<(Field, &str)> = fields(table).into_iter().filter(|(field, _)| !is_taken(field)).collect();
        let known = |word: &str| {
            free.iter().find_map(|(field, words)| match squeezed(field) == word {
                true => Some((*field, How::Name)),
                false => words.split_ascii_whitespace().any(|known| known == word).then_some((*field, How::Title)),
            })
        };
        let amount = || without_currency(&text).and_then(|(plain, _)| known(&squeezed(plain)));
        let found = known(&word).or_else(|| amount().filter(|(field, _)| *field == "amount")).or_else(|| {
            let field = in_every_language(&text, |part| Some(known(part)?.0));
            Some((field?, How::Title))
        });
        let (field, how) = match found {
            Some((field, how)) if !word.is_empty() => (Some(field), how),
            Some(_) | None if tells_of_persons(&text) => (None, How::OfPersons),
            Some(_) | None => {
                let is_near = |known: &str| word.len() > 4 && strsim::osa_distance(&word, known) <= 1 + word.len() / 8;
                let near = free.iter().find(|(_, words)| words.split_ascii_whitespace().any(is_near));
                (None, near.map_or(How::Dropped, |(field, _)| How::Near(field)))
            }
        };
        Ok(Self { text, field, how })
    }
}

/// A header without the currency at its end, and that currency.
fn without_currency(text: &str) -> Option<(&str, String)> {
    let (plain, last) = text.trim().rsplit_once([' ', '('])?;
    let currency = numbers::currency(last.trim_matches(['(', ')', '[', ']']))?;
    let plain = plain.trim_end_matches([' ', '(', '[']);
    Some((plain.strip_suffix(" in").or(plain.strip_suffix(" en")).unwrap_or(plain), currency))
}

/// Whether the first row that has several headers names nothing but persons and how to reach them.
fn tells_of_persons_only(list: &List) -> bool {
    let rows = list.rows.iter().take(MOST_TITLES).map(|(_, record)| record.iter());
    let mut headers = rows.map(|cells| cells.map(str::trim).filter(|text| !text.is_empty()));
    headers.find(|texts| texts.clone().count() > 1).is_some_and(|mut texts| texts.all(tells_of_persons))
}

/// The row with the most headers that fill a field of a table, the first of them, and how many; a title that is merged
/// over many columns is one.
fn best_line(list: &List, choices: &Choices, table: Table) -> Option<(usize, usize)> {
    let fills = |text: &&str| Header::of(text, choices, table).is_ok_and(|header| header.field.is_some());
    let rows = list.rows.iter().take(MOST_TITLES).enumerate();
    let fits = rows.map(|(line, (_, record))| (line, record.iter().filter(fills).collect::<BTreeSet<_>>().len()));
    fits.filter(|(_, fits)| *fits > 0).max_by_key(|(line, fits)| (*fits, std::cmp::Reverse(*line)))
}

/// The table whose fields the headers fit best.
fn best_table(list: &List, choices: &Choices) -> Result<Table, Error> {
    // What is chosen for columns tells the table, unless it is misspelt.
    let known: Vec<Table> = tables().into_iter().filter(|table| choices.known(*table).is_ok()).collect();
    let tables = if known.is_empty() { tables() } else { known };
    let fits = tables.into_iter().filter_map(|table| Some((best_line(list, choices, table)?.1, table)));
    let mut best: Vec<(usize, Table)> = fits.collect();
    let most = best.iter().map(|(fits, _)| *fits).max();
    best.retain(|(fits, _)| Some(*fits) == most);
    match best.as_slice() {
        [(_, table)] => Ok(*table),
        [] if tells_of_persons_only(list) => Err(Error::usage(
            "the list tells of persons only, and none is ever stored",
            "count them, and publish the number as a claim of the subject `people`",
        )),
        [] => Err(Error::usage(
            "no header of the list is known",
            "say what it lists with --as, and map its headers with --map COLUMN=HEADER",
        )),
        several => {
            let names: Vec<&str> = several.iter().map(|(_, table)| table.name()).collect();
            let (last, first) = names.split_last().unwrap_or((&"", &[]));
            let message = format!("the headers fit {} and {last} alike", first.join(", "));
            Err(Error::usage(message, format!("say which with --as, such as --as {}", names[0])))
        }
    }
}

//! One row of a list, cell by cell: what each text means, what stays empty, and what is wrong.

use super::choices::Choices;
use super::dates;
use super::draft::{Draft, Drafts};
use super::fields::{Field, OWN, changes_meaning, is_required};
use super::folder::row_of;
use super::list::{CellAt, Found};
use super::vocabulary::{Meaning, Vocabulary};
use super::{numbers, readings, words};
use crate::cell::{Cell, CellError, CellKind, Day, DayOrder, Text, Time, folded_name, is_failed_formula, squeezed};
use crate::count::Count;
use crate::dataset::RowStart;
use crate::defect::DefectKind;
use crate::model::{Column, Record, RecordVisitor, Table};
use csv::StringRecord;
use std::collections::{BTreeMap, HashSet};

/// What the cells of a draft that can be read contradict each other in.
struct Contradictions<'d>(Table, &'d Draft);

impl RecordVisitor for Contradictions<'_> {
    type Output = Vec<DefectKind>;

    fn visit<R: Record>(self) -> Vec<DefectKind> {
        let Self(table, draft) = self;
        let cell = |column: &Column| {
            draft.cells.get(column.name).map_or(if OWN.contains(&column.name) { "x" } else { "" }, String::as_str)
        };
        let record = R::parse(table.columns().iter().map(cell));
        record.map(|record| record.contradictions()).unwrap_or_default().into_iter().map(|found| found.kind).collect()
    }
}

/// What the cells of a list are read with.
pub(super) struct Reader<'r> {
    pub(super) table: Table,
    pub(super) choices: &'r Choices,
    pub(super) vocabulary: Vocabulary,
    pub(super) order: Option<DayOrder>,
    pub(super) parties_by_hand: bool,
    pub(super) source: &'r str,
    /// The keys of all sources that there are or will be.
    pub(super) sources: HashSet<String>,
    /// What is said for every row.
    pub(super) sets: Vec<(Field, &'r str)>,
    /// The day of the last heading, which the rows below it are of.
    pub(super) day: Option<String>,
    /// The category that the subject of the row at hand says.
    pub(super) implied_category: Option<String>,
    /// The currency of every amount with which none is said.
    pub(super) currency: Option<String>,
    /// The columns of the row at hand of which it was told what is wrong.
    pub(super) told: Vec<Field>,
    pub(super) drafts: Drafts,
}

/// Why a cell is not read.
enum Unread {
    /// It says that nothing is known.
    Nothing,
    Wrong(DefectKind),
}

impl Reader<'_> {
    /// The day of a row that holds nothing else: it stands above the rows of that day.
    pub(super) fn heading(&self, record: &StringRecord, column: usize) -> Option<String> {
        let mut filled = record.iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
        let (_, text) = filled.next().filter(|(filled, _)| *filled == column)?;
        filled.next().is_none().then(|| dates::day(&readings::text(text), self.order)).flatten()
    }

    pub(super) fn row(&mut self, start: RowStart, cells: Vec<(usize, Field, &str)>, mission: &str) {
        let mut draft =
            Draft { start, cells: BTreeMap::from([("mission_id", mission.to_owned())]), parties: Vec::new() };
        self.told.clear();
        self.implied_category = None;
        let beside = cells.iter().find(|(_, field, _)| *field == "currency");
        let beside = beside.and_then(|(_, _, text)| numbers::currency(text));
        for (column, field, raw) in &cells {
            let at = (start, Some(*column));
            if *field == "party" {
                for party in readings::parties(raw, self.parties_by_hand) {
                    match draft.parties.iter().find(|first| folded_name(first) == folded_name(&party)) {
                        Some(first) => self.note("party", &party, first),
                        None => draft.parties.push(party),
                    }
                }
                for party in &draft.parties {
                    let wrong = match Text::parse(party) {
                        _ if words::holds_an_address(party) => Some(DefectKind::PersonalData { column: "party" }),
                        Ok(_) => None,
                        Err(error) => Some(DefectKind::of_cell("party", party, error)),
                    };
                    self.drafts.found.extend(wrong.map(|kind| (at, Found::Kind(kind))));
                }
                continue;
            }
            let text = readings::text(raw);
            if text.is_empty() {
                continue;
            }
            if let Err(unread) = self.cell(&mut draft, at, field, &text, beside.as_deref()) {
                self.unread(at, field, &text, unread);
            }
        }
        match (self.implied_category.take(), draft.cells.get("category_id").cloned()) {
            (Some(subject), Some(category)) if subject != category => {
                let kind = DefectKind::TwoCategories { subject, category };
                self.drafts.found.push(((start, None), Found::Kind(kind)));
            }
            (Some(category), None) => drop(draft.cells.insert("category_id", category)),
            (Some(_), Some(_)) | (None, _) => {}
        }
        for (field, value) in &self.sets {
            draft.cells.entry(field).or_insert_with(|| (*value).to_owned());
        }
        if let Some(day) = self.day.clone().filter(|_| !draft.cells.contains_key("first_day")) {
            draft.cells.insert("first_day", day);
        }
        self.complete(&mut draft);
        self.drafts.rows.push(draft);
    }

    /// Reads a cell into the draft of its row.
    fn cell(
        &mut self,
        draft: &mut Draft,
        at: CellAt,
        field: Field,
        text: &str,
        currency: Option<&str>,
    ) -> Result<(), Unread> {
        if is_failed_formula(text) {
            return Err(Unread::Wrong(DefectKind::FailedFormula { shows: text.to_owned() }));
        }
        if words::holds_an_address(text) {
            return Err(Unread::Wrong(DefectKind::PersonalData { column: field }));
        }
        let chosen = self.choices.value(field, text).map(str::to_owned);
        let is_zero = field == "count" && words::ZERO.contains(squeezed(text).as_str());
        if chosen.is_none() && !is_zero && numbers::says_nothing(text) {
            self.note(field, text, "");
            return Err(Unread::Nothing);
        }
        let mut put = |field: Field, value: String| drop(draft.cells.insert(field, value));
        let kind = self.table.columns().iter().find(|column| column.name == field).map(|column| column.kind);
        let wrong = |kind: CellKind| Unread::Wrong(DefectKind::of_cell(field, text, CellError::NotA(kind)));
        match (field, kind) {
            (_, _) if chosen.is_some() => {
                let value = chosen.unwrap_or_default();
                self.note(field, text, &value);
                put(field, value);
            }
            ("count", _) => {
                let count =
                    if is_zero { "0".to_owned() } else { numbers::count(text).ok_or_else(|| wrong(Count::KIND))? };
                self.note(field, text, &count);
                put(field, count);
            }
            ("amount", _) => {
                let (amount, own) = numbers::amount(text).ok_or_else(|| wrong(Count::KIND))?;
                let currency = match (own, currency) {
                    (Some(own), Some(beside)) if own != beside => {
                        return Err(Unread::Wrong(DefectKind::TwoCurrencies { own, beside: beside.to_owned() }));
                    }
                    (Some(currency), _) => currency,
                    (None, beside) => {
                        let known = beside.map(str::to_owned).or_else(|| self.currency.clone());
                        known.ok_or(Unread::Wrong(DefectKind::AmountWithoutCurrency))?
                    }
                };
                self.note(field, text, &format!("{amount} {currency}"));
                put("amount", amount);
                put("currency", currency);
            }
            // It stands beside an amount only.
            ("currency", _) => {}
            ("enterprise_number", _) => {
                let number = readings::enterprise_number(text);
                put(field, number.map_err(|error| Unread::Wrong(DefectKind::of_cell(field, text, error)))?);
            }
            (_, Some(CellKind::Day)) | ("published_on", _) => {
                let (days, time) = dates::without_time(text);
                let (first, last) = dates::days(days, self.order).ok_or_else(|| wrong(Day::KIND))?;
                if let Some(time) = time {
                    let is_of_event = field == "first_day" && self.table.position("start_time").is_some();
                    self.note(field, text, &if is_of_event { format!("{first} {time}") } else { first.clone() });
                    if is_of_event && !draft.cells.contains_key("start_time") {
                        draft.cells.insert("start_time", time);
                    }
                }
                let mut put = |field: Field, value: String| drop(draft.cells.insert(field, value));
                put(field, first);
                match (field, last) {
                    ("first_day", Some(last)) => put("last_day", last),
                    (_, Some(_)) => return Err(wrong(Day::KIND)),
                    (_, None) => {}
                }
            }
            (_, Some(CellKind::Time)) => {
                let (time, end) = numbers::times(text).ok_or_else(|| wrong(Time::KIND))?;
                let end = if field == "end_time" { Some(time.clone()) } else { end };
                match (draft.cells.get("end_time").cloned(), end) {
                    (Some(one), Some(other)) if one != other => {
                        return Err(Unread::Wrong(DefectKind::TwoEnds { one, other }));
                    }
                    (_, Some(end)) => drop(draft.cells.insert("end_time", end)),
                    (_, None) => {}
                }
                draft.cells.insert(field, time);
            }
            ("source_id" | "origin", _) => {
                let key = if readings::is_key(text) { text.to_owned() } else { readings::slug(text) };
                self.note(field, text, &key);
                if field == "source_id" {
                    self.source(&key, text);
                }
                put(field, key);
            }
            ("city_id", _) => self.city(draft, at, text)?,
            ("subject", _) => self.subject(draft, text)?,
            ("region_id" | "category_id", _) | (_, Some(CellKind::Word(_))) => {
                let value = self.word(field, text)?;
                self.note(field, text, &value);
                put(field, value);
            }
            (_, _) => {
                if words::addresses_a_person(text) {
                    let kind = DefectKind::NamesAPerson { column: field, text: text.to_owned() };
                    self.drafts.found.push((at, Found::Kind(kind)));
                }
                put(field, text.to_owned());
            }
        }
        Ok(())
    }

    fn word(&self, field: Field, text: &str) -> Result<String, Unread> {
        match self.vocabulary.meaning(field, text) {
            Meaning::Is(value) => Ok(value),
            Meaning::Ambiguous => Err(Unread::Wrong(DefectKind::AmbiguousWord { text: text.to_owned() })),
            Meaning::Unknown(known, nearest) => {
                Err(Unread::Wrong(DefectKind::UnknownWord { column: field, text: text.to_owned(), known, nearest }))
            }
        }
    }

    /// A category is a subject of its own: participants of that category.
    fn subject(&mut self, draft: &mut Draft, text: &str) -> Result<(), Unread> {
        let value = match (self.vocabulary.meaning("subject", text), self.vocabulary.meaning("category_id", text)) {
            (Meaning::Is(subject), _) => subject,
            (Meaning::Unknown(..), Meaning::Is(category)) => {
                self.note("category_id", text, &category);
                self.implied_category = Some(category);
                "participants".to_owned()
            }
            (Meaning::Ambiguous, _) => self.word("subject", text)?,
            (Meaning::Unknown(..), _) if self.vocabulary.is_misspelt(text) => self.word("subject", text)?,
            // Any other word is a subject that no table lists.
            (Meaning::Unknown(..), _) => readings::slug(text),
        };
        self.note("subject", text, &value);
        draft.cells.insert("subject", value);
        Ok(())
    }

    /// A city that is known or may be added; else a place within one, where the table has such.
    fn city(&mut self, draft: &mut Draft, at: CellAt, text: &str) -> Result<(), Unread> {
        if let Meaning::Is(key) = self.vocabulary.meaning("city_id", text) {
            self.note("city_id", text, &key);
            draft.cells.insert("city_id", key);
        } else if let Some(country) = &self.choices.country {
            let key = readings::slug(text);
            let cells = [("city_id", key.as_str()), ("name", text), ("country", country)];
            self.drafts.cities.push(row_of(Table::City, &cells));
            self.vocabulary.city(text, &key);
            self.note("city_id", text, &key);
            draft.cells.insert("city_id", key);
        } else if changes_meaning(self.table, "city_id") {
            self.word("city_id", text)?;
        } else {
            let into_venue = self.table.position("venue").is_some() && !draft.cells.contains_key("venue");
            let kind = DefectKind::NoKnownCity { text: text.to_owned(), into_venue };
            self.drafts.found.push((at, Found::Kind(kind)));
            if into_venue {
                draft.cells.insert("venue", text.to_owned());
            }
        }
        Ok(())
    }

    fn source(&mut self, key: &str, title: &str) {
        if self.sources.insert(key.to_owned()) {
            self.drafts.sources.push(row_of(Table::Source, &[("source_id", key), ("title", title)]));
        }
    }

    fn note(&mut self, field: Field, text: &str, value: &str) {
        if text != value {
            *self.drafts.values.entry((field, text.to_owned(), value.to_owned())).or_default() += 1;
        }
    }

    fn unread(&mut self, at: CellAt, field: Field, text: &str, unread: Unread) {
        let is_needed = is_required(self.table, field) || changes_meaning(self.table, field) || self.choices.strict;
        match unread {
            Unread::Nothing => {}
            Unread::Wrong(kind) if is_needed => {
                self.told.push(field);
                self.drafts.found.push((at, Found::Kind(kind)));
            }
            Unread::Wrong(kind) => {
                let why = kind.to_string();
                let kind = DefectKind::LeftEmpty { column: field, text: text.to_owned(), why };
                self.drafts.found.push((at, Found::Kind(kind)));
            }
        }
    }

    /// What follows from the other cells, and what every row needs.
    fn complete(&mut self, draft: &mut Draft) {
        let source = draft.cells.entry("source_id").or_insert_with(|| self.source.to_owned()).clone();
        if source != self.source {
            self.source(&source, &format!("[{source}]"));
        }
        if self.table == Table::Agreement {
            draft.cells.entry("kind").or_insert_with(|| "agreement".to_owned());
        }
        if self.table.position("date_basis").is_some() {
            self.period(draft);
        }
        let mut wrong = Vec::new();
        for column in self.table.columns().iter().filter(|column| !OWN.contains(&column.name)) {
            let text = draft.cells.get(column.name).map_or("", String::as_str);
            match (column.check)(text) {
                Err(error) if !self.told.contains(&column.name) => {
                    wrong.push(DefectKind::of_cell(column.name, text, error))
                }
                Ok(()) | Err(_) => {}
            }
        }
        wrong.extend(self.table.accept(Contradictions(self.table, draft)));
        self.drafts.found.extend(wrong.into_iter().map(|kind| ((draft.start, None), Found::Kind(kind))));
    }

    /// One day is that day; times are of one day.
    fn period(&mut self, draft: &mut Draft) {
        let days = ["first_day", "last_day"].map(|field| draft.cells.get(field).cloned());
        if let [Some(first), last] = days {
            let is_one_day = last.as_ref().is_none_or(|last| *last == first);
            draft.cells.insert("last_day", last.unwrap_or_else(|| first.clone()));
            draft.cells.entry("date_basis").or_insert_with(|| "stated".to_owned());
            if is_one_day {
                return;
            }
        } else {
            draft.cells.remove("date_basis");
            self.drop(draft, "last_day", DefectKind::HalfPeriod);
        }
        for time in ["start_time", "end_time"] {
            self.drop(draft, time, DefectKind::TimeOfNoDay);
        }
    }

    /// Empties a cell that says nothing without another one, and tells it.
    fn drop(&mut self, draft: &mut Draft, field: Field, why: DefectKind) {
        if let Some(text) = draft.cells.remove(field) {
            let kind = DefectKind::LeftEmpty { column: field, why: format!("{field}: `{text}`: {why}"), text };
            self.drafts.found.push(((draft.start, None), Found::Kind(kind)));
        }
    }
}

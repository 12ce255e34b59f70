//! One cell of a list: what its text means, and why it cannot be read.

use super::draft::Draft;
use super::fields::{Field, changes_meaning};
use super::folder::row_of;
use super::list::CellAt;
use super::reader::Reader;
use super::{dates, numbers, readings, words};
use crate::cell::{Cell, CellError, CellKind, Currency, Day, Slug, Time, is_failed_formula, squeezed};
use crate::count::Count;
use crate::defect::DefectKind;
use crate::model::Table;

impl Reader<'_> {
    /// Reads a cell into the draft of its row; the currency is that of another cell, which may be one that cannot be
    /// read.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn cell(
        &mut self,
        draft: &mut Draft,
        at: CellAt,
        field: Field,
        text: &str,
        currency: Option<&Result<String, String>>,
    ) -> Result<(), DefectKind> {
        if is_failed_formula(text) {
            return Err(DefectKind::FailedFormula { shows: text.to_owned() });
        }
        // A number of an enterprise has check digits: what passes for one is none of a telephone.
        if field != "enterprise_number" && words::holds_an_address(text) {
            return Err(DefectKind::PersonalData { column: field });
        }
        let word = squeezed(text);
        let kind = self.headers.table.position(field).map(|column| self.headers.table.columns()[column].kind);
        let is_word = matches!(kind, Some(CellKind::Word(_)));
        let value = if field == "currency" {
            // It stands beside an amount only.
            return if let Some(Err(_)) = currency { Err(no::<Currency>(field, text)) } else { Ok(()) };
        } else if let Some(chosen) = self.choices.value(field, text) {
            chosen.to_owned()
        } else if field == "count" && words::meaning("count", &word).is_some() {
            "0".to_owned()
        } else if numbers::says_nothing(&word) && !(words::is_to_come(&word) && is_word && self.is_needed(field)) {
            if field == "first_day" {
                // Where the list says that the day is not known, it is not that of a heading.
                draft.unread.push(field);
            }
            self.note(field, text, "");
            return Ok(());
        } else {
            match (field, kind) {
                ("count", _) => numbers::count(text).ok_or_else(|| no::<Count>(field, text))?,
                ("amount", _) => return self.amount(draft, text, currency),
                ("enterprise_number", _) => {
                    let number = readings::enterprise_number(text);
                    draft.put(field, number.map_err(|error| DefectKind::of_cell(field, text, error))?);
                    return Ok(());
                }
                (_, Some(CellKind::Day)) | ("published_on", _) => return self.days(draft, field, text),
                (_, Some(CellKind::Time)) => return times(draft, field, text),
                ("origin", _) if !words::is_sure(text) => {
                    let (text, known) = (text.to_owned(), String::new());
                    return Err(DefectKind::UnknownWord {
                        column: field,
                        text,
                        known,
                        nearest: None,
                        may_be_two: false,
                    });
                }
                ("source_id" | "origin", _) => {
                    let key = if Slug::parse(text).is_ok() { text.to_owned() } else { readings::slug(text) };
                    if field == "source_id" {
                        self.name_source(&key, text);
                    }
                    key
                }
                ("city_id", _) => return self.city(draft, at, text),
                ("subject", _) => self.subject(draft, text)?,
                ("region_id" | "category_id", _) | (_, Some(CellKind::Word(_))) => {
                    self.vocabulary.value(field, text)?
                }
                (_, _) => {
                    if words::addresses_a_person(text) {
                        self.read.found.push((at, DefectKind::NamesAPerson { column: field, text: text.to_owned() }));
                    }
                    text.to_owned()
                }
            }
        };
        self.put(draft, field, text, value);
        Ok(())
    }

    fn put(&mut self, draft: &mut Draft, field: Field, text: &str, value: String) {
        self.note(field, text, &value);
        draft.put(field, value);
    }

    fn amount(
        &mut self,
        draft: &mut Draft,
        text: &str,
        beside: Option<&Result<String, String>>,
    ) -> Result<(), DefectKind> {
        let (amount, own) = numbers::amount(text).ok_or_else(|| no::<Count>("amount", text))?;
        let currency = match (own, beside) {
            (Some(own), Some(Ok(beside))) if own != *beside => {
                return Err(DefectKind::TwoCurrencies { own, beside: beside.clone() });
            }
            (Some(own), _) => own,
            (None, Some(Ok(beside))) => beside.clone(),
            (None, Some(Err(_))) => return Err(DefectKind::AmountWithoutCurrency),
            (None, None) => {
                let for_all = self.headers.currency().or_else(|| self.choices.set("currency").map(str::to_owned));
                for_all.ok_or(DefectKind::AmountWithoutCurrency)?
            }
        };
        self.note("amount", text, &format!("{amount} {currency}"));
        draft.put("amount", amount);
        draft.put("currency", currency);
        Ok(())
    }

    /// A day, or the first and the last one; a time stamp of an event is also when it starts.
    fn days(&mut self, draft: &mut Draft, field: Field, text: &str) -> Result<(), DefectKind> {
        let (days, time) = dates::without_time(text);
        // Of a field that takes one day, a range says none.
        let days = dates::days(days, self.order).filter(|(_, last)| field == "first_day" || last.is_none());
        let (first, last) = days.ok_or_else(|| no::<Day>(field, text))?;
        match time {
            Some(time) if field == "first_day" && self.headers.table.position("start_time").is_some() => {
                self.note(field, text, &format!("{first} {time}"));
                draft.beside.push(("start_time", time));
            }
            Some(_) => self.note(field, text, &first),
            None => {}
        }
        draft.put(field, first);
        draft.beside.extend(last.map(|last| ("last_day", last)));
        Ok(())
    }

    /// A category is a subject of its own: participants of that category.
    fn subject(&mut self, draft: &mut Draft, text: &str) -> Result<String, DefectKind> {
        let subject = self.vocabulary.value("subject", text);
        let Err(DefectKind::UnknownWord { .. }) = subject else { return subject };
        if let Ok(category) = self.vocabulary.value("category_id", text) {
            self.note("category_id", text, &category);
            draft.implied_category = Some(category);
            return Ok("participants".to_owned());
        }
        // Any other word is a subject that no table lists.
        if self.vocabulary.is_misspelt(text) || !words::is_sure(text) { subject } else { Ok(readings::slug(text)) }
    }

    /// A city that is known or may be added; else a place within one, where the table has such.
    fn city(&mut self, draft: &mut Draft, at: CellAt, text: &str) -> Result<(), DefectKind> {
        let unknown = match self.vocabulary.value("city_id", text) {
            Ok(key) => {
                self.put(draft, "city_id", text, key);
                return Ok(());
            }
            Err(unknown) => unknown,
        };
        let into_venue = self.headers.table.position("venue").is_some() && !draft.cells.contains_key("venue");
        let is_one = words::is_sure(text) && !matches!(unknown, DefectKind::UnknownWord { may_be_two: true, .. });
        match &self.choices.country {
            Some(country) if is_one => {
                let key = readings::slug(text);
                self.read.cities.push(row_of(Table::City, &[("city_id", &key), ("name", text), ("country", country)]));
                self.vocabulary.learn("city_id", text, &key);
                self.put(draft, "city_id", text, key);
            }
            Some(_) | None if !into_venue && (!is_one || changes_meaning(self.headers.table, "city_id")) => {
                return Err(unknown);
            }
            Some(_) | None => {
                self.read.found.push((at, DefectKind::NoKnownCity { text: text.to_owned(), into_venue, is_one }));
                if into_venue {
                    draft.put("venue", text);
                } else {
                    draft.unread.push("city_id");
                }
            }
        }
        Ok(())
    }
}

/// A time of day, or two; an event has one end.
fn times(draft: &mut Draft, field: Field, text: &str) -> Result<(), DefectKind> {
    let times = numbers::times(text).filter(|(_, end)| field == "start_time" || end.is_none());
    let (time, end) = times.ok_or_else(|| no::<Time>(field, text))?;
    draft.put(field, time);
    draft.beside.extend(end.map(|end| ("end_time", end)));
    Ok(())
}

/// That a text is no cell of a kind.
fn no<C: Cell>(field: Field, text: &str) -> DefectKind {
    DefectKind::of_cell(field, text, CellError::NotA(C::KIND))
}

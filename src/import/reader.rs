//! The rows that a list would add to a data folder, with the cities and sources that they name; and what is wrong.

use super::choices::Choices;
use super::dates;
use super::draft::Draft;
use super::fields::{Field, OWN, changes_meaning, check_filled, check_values, fields, is_required};
use super::folder::{Folder, row_of};
use super::headers::Headers;
use super::list::{CellAt, alone};
use super::read_list::ReadList;
use super::vocabulary::Vocabulary;
use super::words::Beside;
use super::{numbers, readings, words};
use crate::cell::{Cell, DayOrder, Text, folded_name, squeezed};
use crate::dataset::RowStart;
use crate::defect::DefectKind;
use crate::error::Error;
use crate::model::Table;
use csv::StringRecord;

/// Reads a list row by row.
pub(super) struct Reader<'r> {
    mission: &'r str,
    source: &'r str,
    pub(super) headers: &'r Headers,
    pub(super) choices: &'r Choices,
    pub(super) vocabulary: Vocabulary,
    pub(super) order: Option<DayOrder>,
    /// What is said for every row; the currency stands beside an amount only.
    sets: Vec<(Field, &'r str)>,
    /// The day of the last heading, which the rows below it are of.
    day: Option<String>,
    /// What stands alone in rows with a star before it, below which no other row came yet.
    notes: Vec<(RowStart, String)>,
    pub(super) read: ReadList,
}

impl<'r> Reader<'r> {
    /// # Errors
    /// A column that every row needs is filled by nothing, or what is chosen for one cannot stand in it.
    pub(super) fn new(
        headers: &'r Headers,
        choices: &'r Choices,
        folder: &Folder,
        order: Option<DayOrder>,
        (mission, source): (&'r str, &'r str),
    ) -> Result<Self, Error> {
        let table = headers.table;
        let vocabulary = Vocabulary::of(table, folder);
        check_filled(headers, choices, &vocabulary)?;
        check_values(table, choices, folder)?;
        let sets = fields(table).into_iter().filter_map(|(field, _)| Some((field, choices.set(field)?)));
        let sets = sets.filter(|(field, _)| *field != "currency").collect();
        let (day, notes, read) = (None, Vec::new(), ReadList::default());
        Ok(Self { mission, source, headers, choices, vocabulary, order, sets, day, notes, read })
    }

    /// Takes one record of the list: a row, a day that stands above rows, or what only sums up others.
    pub(super) fn record(&mut self, start: RowStart, record: &StringRecord) {
        let alone = alone(record);
        if !self.is_beside_the_rows(start, record, alone) {
            self.ask_of_notes();
            self.row(start, record, alone);
        }
    }

    /// Whether a record sums up rows or is a note on them, or may be, which is told.
    fn is_beside_the_rows(&mut self, start: RowStart, record: &StringRecord, alone: Option<&str>) -> bool {
        let mut filled = record.iter().map(str::trim).filter(|text| !text.is_empty());
        let Some(first) = filled.next() else { return true };
        let Some(beside) = words::beside_the_rows(first) else { return false };
        let (field, text) = (self.name(), readings::text(first));
        let is_count = |text: &str| {
            text.bytes().all(|byte| byte.is_ascii_digit() || b" .,".contains(&byte))
                || words::beside_the_rows(text) == Some(Beside::Sum)
        };
        let counts: Vec<bool> = filled.map(is_count).collect();
        if self.choices.value(field, &text).is_some() || !(alone.is_some() || counts.contains(&true)) {
            return false;
        }
        match beside {
            // In a list of counts, the total is one of them.
            Beside::Sum | Beside::SumOrName if self.headers.table == Table::Claim && alone.is_none() => {
                self.read.found.push(((start, None), DefectKind::AmbiguousWord { text }));
            }
            Beside::Sum => self.read.totals.push(text),
            Beside::SumOrName if alone.is_some() || !counts.contains(&false) => {
                self.read.found.push(((start, None), DefectKind::NameOrSum { field, text }));
            }
            Beside::Note if alone.is_some() => self.notes.push((start, text)),
            Beside::SumOrName | Beside::Note => return false,
        }
        true
    }

    /// Notes stand below the last row; above it, a star may be the sign before each name of a list.
    fn ask_of_notes(&mut self) {
        let (field, notes) = (self.name(), std::mem::take(&mut self.notes));
        let found = notes.into_iter().map(|(start, text)| ((start, None), DefectKind::NameOrSum { field, text }));
        self.read.found.extend(found);
    }

    /// What was read once there are no more records.
    pub(super) fn finish(mut self) -> ReadList {
        if self.read.drafts.is_empty() {
            self.ask_of_notes();
        }
        self.read.totals.extend(self.notes.into_iter().map(|(_, text)| text));
        self.read
    }

    /// The field that names what a row is of.
    fn name(&self) -> Field {
        ["name", "title", "subject"].into_iter().find(|field| self.headers.column(field).is_some()).unwrap_or_default()
    }

    /// Takes a row, or what stands alone in one and heads others.
    fn row(&mut self, start: RowStart, record: &StringRecord, alone: Option<&str>) {
        // A cell beside the table has no header: nobody knows what it is.
        let mut beside = record.iter().enumerate().skip(self.headers.columns.len());
        if let Some((column, _)) = beside.find(|(_, text)| !text.trim().is_empty()) {
            self.read.found.push(((start, Some(column)), DefectKind::UnnamedColumn));
        }
        // A day alone in its row stands above the rows of that day.
        let day =
            alone.filter(|_| self.headers.has_days()).and_then(|text| dates::day(&readings::text(text), self.order));
        if day.is_some() {
            self.day = day;
            self.read.headings += 1;
            return;
        }
        let of_name = self.headers.column(self.name()).and_then(|column| record.get(column));
        let heading = alone.filter(|alone| of_name.is_some_and(|text| text.trim() == *alone));
        if let Some(kind) = heading.and_then(|text| self.heading(readings::text(text))) {
            self.read.found.push(((start, None), kind));
            return;
        }
        let draft = self.draft(start, record);
        // Whether the rows below one of another day are of that day, or of the one above it, nobody knows.
        if self.day.as_deref().is_some_and(|day| draft.cell("first_day") != day) {
            self.day = None;
            self.read.other_days += 1;
        }
        self.read.drafts.push(draft);
    }

    /// That a name without anything else in its row is none, but heads the rows below: a day that cannot be read, a
    /// region, a category.
    fn heading(&self, text: String) -> Option<DefectKind> {
        let (table, field, bare) = (self.headers.table, self.name(), readings::bare(&text));
        let is_known = |column: Field, word: &str| {
            self.vocabulary.known(column, word).is_some() || words::meaning(column, &squeezed(word)).is_some()
        };
        let says = [
            ("day", self.headers.has_days() && dates::says_only_a_day(&text)),
            ("region", is_known("region_id", bare)),
            ("category", is_known("category_id", bare)),
            ("city", is_known("city_id", bare)),
            ("status", is_known("status", bare)),
            // What is called `Lunch` may be one.
            ("kind", table == Table::Agreement && is_known("kind", bare)),
        ];
        let (says, _) = says.into_iter().find(|(_, is_said)| *is_said && table != Table::Claim)?;
        self.choices.value(field, &text).is_none().then_some(DefectKind::HeadingOfRows { says, field, text })
    }

    fn draft(&mut self, start: RowStart, record: &StringRecord) -> Draft {
        let mut draft = Draft::new(start, self.mission);
        let headers = self.headers;
        let currency = self.currency(record);
        for &(column, field) in &headers.filled {
            let (at, raw) = ((start, Some(column)), record.get(column).unwrap_or_default());
            if field == "party" {
                self.parties(&mut draft, at, raw);
                continue;
            }
            // Two lines may be two cities.
            let text =
                readings::text(&if field == "city_id" { raw.trim().replace('\n', " | ") } else { raw.to_owned() });
            if text.is_empty() {
                continue;
            }
            if field == "name" && (raw.trim().contains('\n') || readings::holds_several(&text)) {
                self.read.found.push((at, DefectKind::OneName { text: text.clone(), is_party: false }));
            }
            if let Err(kind) = self.cell(&mut draft, at, field, &text, currency.as_ref()) {
                draft.unread.push(field);
                self.read.found.push((at, self.unread(field, text, kind)));
            }
        }
        for (field, kind) in draft.take_beside() {
            let column = headers.column(field);
            let text = column.and_then(|column| record.get(column)).unwrap_or_default();
            self.read.found.push(((start, column), self.unread(field, readings::text(text), kind)));
        }
        self.complete(&mut draft);
        draft
    }

    /// The currency in a cell of its own, or the text of it that is none; `None` = it says nothing.
    fn currency(&self, record: &StringRecord) -> Option<Result<String, String>> {
        let text = readings::text(record.get(self.headers.column("currency")?)?);
        let chosen = self.choices.value("currency", &text).map(str::to_owned);
        match chosen.or_else(|| numbers::currency(&text)) {
            // Asked behind the signs of currencies, of which nothing is left without signs.
            None if numbers::says_nothing(&squeezed(&text)) => None,
            code => Some(code.ok_or(text)),
        }
    }

    /// Whether the row needs a cell, so that what it says must be read.
    pub(super) fn is_needed(&self, field: Field) -> bool {
        is_required(self.headers.table, field) || changes_meaning(self.headers.table, field)
    }

    /// That a cell cannot be read: a defect where the row needs it, else it is passed over.
    fn unread(&self, field: Field, text: String, kind: DefectKind) -> DefectKind {
        let table = self.headers.table;
        if self.is_needed(field) || self.choices.strict {
            return kind;
        }
        let becomes = match (table, field) {
            // Of an agreement that is of no kind it is known that it is one.
            (Table::Agreement, "kind") => "becomes `agreement`",
            // A row that is there already keeps what it has.
            (_, _) => "is passed over",
        };
        DefectKind::PassedOver { column: field, text, why: kind.to_string(), becomes }
    }

    fn parties(&mut self, draft: &mut Draft, at: CellAt, raw: &str) {
        let parties = readings::parties(raw, self.headers.is_by_hand("party"));
        if parties.iter().any(|party| words::holds_an_address(party)) {
            self.read.found.push((at, DefectKind::PersonalData { column: "party" }));
        }
        for party in parties {
            if let Some(first) = draft.parties.iter().find(|first| folded_name(first) == folded_name(&party)) {
                self.note("party", &party, first);
                continue;
            }
            if let Err(error) = Text::parse(&party) {
                self.read.found.push((at, DefectKind::of_cell("party", &party, error)));
            } else if readings::may_be_several(&party) {
                self.read.found.push((at, DefectKind::OneName { text: party.clone(), is_party: true }));
            }
            draft.parties.push(party);
        }
    }

    /// A source that the list names.
    pub(super) fn name_source(&mut self, key: &str, title: &str) {
        if self.read.source_keys.insert(key.to_owned()) {
            self.read.sources.push(row_of(Table::Source, &[("source_id", key), ("title", title)]));
        }
    }

    /// Counts what a text was read as.
    pub(super) fn note(&mut self, field: Field, text: &str, value: &str) {
        if text != value {
            *self.read.values.entry((field, text.to_owned(), value.to_owned())).or_default() += 1;
        }
    }

    /// What is said for every row, what follows from the other cells, and what every row needs.
    fn complete(&mut self, draft: &mut Draft) {
        let mut wrong = Vec::new();
        if let Some(subject) = draft.implied_category.take() {
            let category = draft.cells.entry("category_id").or_insert_with(|| subject.clone()).clone();
            if category != subject {
                wrong.push(DefectKind::TwoCategories { subject, category });
            }
        }
        for (field, value) in &self.sets {
            draft.fill(field, value);
        }
        if let Some(currency) = self.choices.set("currency").filter(|_| draft.cells.contains_key("amount")) {
            draft.fill("currency", currency);
        }
        if let Some(day) = &self.day {
            draft.fill("first_day", day);
        }
        let source = draft.cells.entry("source_id").or_insert_with(|| self.source.to_owned()).clone();
        if source != self.source {
            self.name_source(&source, &format!("[{source}]"));
        }
        if self.headers.table == Table::Agreement {
            draft.cells.entry("kind").or_insert_with(|| "agreement".to_owned());
        }
        if self.headers.table.position("date_basis").is_some() {
            wrong.extend(draft.settle_period());
        }
        for column in self.headers.table.columns().iter().filter(|column| !OWN.contains(&column.name)) {
            let text = draft.cell(column.name);
            let checked = (column.check)(text);
            if let Some(error) = checked.err().filter(|_| !draft.unread.contains(&column.name)) {
                wrong.push(DefectKind::of_cell(column.name, text, error));
            }
        }
        wrong.extend(draft.contradictions(self.headers.table));
        self.read.found.extend(wrong.into_iter().map(|kind| ((draft.start, None), kind)));
    }
}

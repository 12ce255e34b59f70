//! One row that a list would add.

use super::fields::{Field, OWN};
use crate::dataset::RowStart;
use crate::defect::DefectKind;
use crate::model::{Column, Table};
use std::collections::BTreeMap;

/// A row that a list would add.
pub(super) struct Draft {
    pub(super) start: RowStart,
    /// The cells that say something.
    pub(super) cells: BTreeMap<Field, String>,
    pub(super) parties: Vec<String>,
    /// The category that its subject says.
    pub(super) implied_category: Option<String>,
    /// What cells say of other fields than their own.
    pub(super) beside: Vec<(Field, String)>,
    /// Fields that nothing else fills: the list says something that cannot be read, as was told, or that the first day
    /// is not known.
    pub(super) unread: Vec<Field>,
}

impl Draft {
    pub(super) fn new(start: RowStart, mission: &str) -> Self {
        let cells = BTreeMap::from([("mission_id", mission.to_owned())]);
        let (parties, beside, unread) = (Vec::new(), Vec::new(), Vec::new());
        Self { start, cells, parties, implied_category: None, beside, unread }
    }

    pub(super) fn cell(&self, field: Field) -> &str {
        self.cells.get(field).map_or("", String::as_str)
    }

    pub(super) fn put(&mut self, field: Field, value: impl Into<String>) {
        self.cells.insert(field, value.into());
    }

    /// Fills what other cells say of fields of which their own says nothing, or the same. Yields what two of them say
    /// differently, by the field, which then says nothing.
    pub(super) fn take_beside(&mut self) -> Vec<(Field, DefectKind)> {
        let mut differing = Vec::new();
        for (field, other) in std::mem::take(&mut self.beside) {
            match self.cells.get(field).cloned() {
                Some(one) if one != other => {
                    self.cells.remove(field);
                    self.unread.push(field);
                    differing.push((field, DefectKind::TwoSayings { column: field, one, other }));
                }
                Some(_) | None => self.fill(field, &other),
            }
        }
        differing
    }

    /// Fills a field of which the list says nothing.
    pub(super) fn fill(&mut self, field: Field, value: &str) {
        if !self.unread.contains(&field) {
            self.cells.entry(field).or_insert_with(|| value.to_owned());
        }
    }

    /// One day is that day; times are of one day. Yields what is emptied, as it says nothing without another cell.
    pub(super) fn settle_period(&mut self) -> Vec<DefectKind> {
        let mut emptied = vec![("start_time", DefectKind::TimeOfNoDay), ("end_time", DefectKind::TimeOfNoDay)];
        // A last day that cannot be read is not the first one.
        let is_half = self.unread.contains(&"last_day") && !self.cells.contains_key("last_day");
        if let Some(first) = self.cells.get("first_day").filter(|_| !is_half).cloned() {
            let last = self.cells.entry("last_day").or_insert_with(|| first.clone());
            if *last == first {
                emptied.clear();
            }
            self.cells.entry("date_basis").or_insert_with(|| "stated".to_owned());
        } else {
            self.cells.remove("date_basis");
            emptied.extend(["first_day", "last_day"].map(|field| (field, DefectKind::HalfPeriod)));
        }
        let told = emptied.into_iter().filter_map(|(field, why)| {
            let text = self.cells.remove(field)?;
            let why = format!("{field}: `{text}`: {why}");
            Some(DefectKind::PassedOver { column: field, text, why, becomes: "is passed over" })
        });
        told.collect()
    }

    /// What the cells that can be read contradict each other in.
    pub(super) fn contradictions(&self, table: Table) -> Vec<DefectKind> {
        // Its keys are not made yet.
        let cell = |column: &Column| if OWN.contains(&column.name) { "x" } else { self.cell(column.name) };
        let record = table.read(table.columns().iter().map(cell));
        let found = record.map(|record| record.contradictions()).unwrap_or_default();
        found.into_iter().map(|found| found.kind).collect()
    }
}

//! The rows of a table in two databases, walked along side by side in the order of their keys.

use super::{Change, Difference, Out};
use crate::cell::looks_alike;
use crate::db::in_order_of_key;
use crate::error::Error;
use crate::language::Phrase;
use crate::model::Table;
use crate::result_set::Value;
use rusqlite::{Connection, Rows};
use std::cmp::Ordering;

pub(super) fn compare(old: &Connection, new: &Connection, table: Table, out: &mut Out<'_>) -> Result<u64, Error> {
    let sql = in_order_of_key(table, false);
    let (mut old, mut new) = (old.prepare(&sql)?, new.prepare(&sql)?);
    let mut old = Walk { rows: old.raw_query(), row: Vec::new(), table };
    let mut new = Walk { rows: new.raw_query(), row: Vec::new(), table };
    let (mut has_old, mut has_new) = (old.step()?, new.step()?);
    let mut differing = 0;
    while has_old || has_new {
        let order = match (has_old, has_new) {
            (true, true) => old.keys().cmp(new.keys()),
            (true, false) => Ordering::Less,
            (false, _) => Ordering::Greater,
        };
        let same = order == Ordering::Equal && old.row == new.row;
        differing += u64::from(!same);
        match order {
            Ordering::Less => old.came_or_went(Change::Removed, out)?,
            Ordering::Greater => new.came_or_went(Change::Added, out)?,
            Ordering::Equal if same => {}
            Ordering::Equal => changed(&old, &new, out)?,
        }
        if order != Ordering::Greater {
            has_old = old.step()?;
        }
        if order != Ordering::Less {
            has_new = new.step()?;
        }
    }
    Ok(differing)
}

/// The cells of a row that is in both databases.
fn changed(old: &Walk<'_>, new: &Walk<'_>, out: &mut Out<'_>) -> Result<(), Error> {
    new.touch(Change::Changed, out);
    if old.cell("subject") != new.cell("subject") {
        old.touch(Change::Changed, out);
    }
    for (column, (old, now)) in new.table.columns().iter().zip(old.row.iter().zip(&new.row)) {
        if old != now {
            let because =
                looks_alike(as_text(old), as_text(now)).then(|| out.language.say(Phrase::LooksAlike).to_owned());
            let (old, now) = (old.clone(), now.clone());
            let of_row = new.difference(Change::Changed);
            out.write(Difference { column: Some(column.name), old, new: now, because, ..of_row })?;
        }
    }
    Ok(())
}

/// The rows of one database, one at a time.
struct Walk<'s> {
    rows: Rows<'s>,
    row: Vec<Value>,
    table: Table,
}

impl Walk<'_> {
    fn step(&mut self) -> Result<bool, Error> {
        let Some(row) = self.rows.next()? else { return Ok(false) };
        self.row.resize(self.table.columns().len(), Value::Null);
        for (index, value) in self.row.iter_mut().enumerate() {
            value.take(row, index)?;
        }
        Ok(true)
    }

    /// The parts of the key, as SQLite orders them: NULL comes first.
    fn keys(&self) -> impl Iterator<Item = &str> {
        self.row[..self.table.key().len()].iter().map(as_text)
    }

    fn key(&self) -> String {
        let within = usize::from(self.mission().is_some() && self.table.key().len() > 1);
        self.keys().skip(within).collect::<Vec<_>>().join(" / ")
    }

    fn mission(&self) -> Option<&str> {
        self.cell("mission_id")
    }

    fn cell(&self, name: &str) -> Option<&str> {
        let index = self.table.position(name)?;
        Some(as_text(&self.row[index]))
    }

    fn came_or_went(&self, change: Change, out: &mut Out<'_>) -> Result<(), Error> {
        self.touch(change, out);
        out.write(self.difference(change))
    }

    /// That the row differs, as a whole.
    fn difference(&self, change: Change) -> Difference<'_> {
        Difference {
            change,
            table: self.table.name(),
            mission: self.mission(),
            key: self.key(),
            column: None,
            old: Value::Null,
            new: Value::Null,
            because: None,
        }
    }

    fn touch(&self, change: Change, out: &mut Out<'_>) {
        out.touched.add(self.mission().unwrap_or_default(), self.table, self.cell("subject"), change, &self.key());
    }
}

/// The text of a part of a key.
fn as_text(value: &Value) -> &str {
    value.text().unwrap_or_default()
}

//! Rows in two databases, side by side in the order of their keys; those of a table cell by cell.

use super::{Change, Difference, Out};
use crate::cell::looks_alike;
use crate::db::in_order_of_key;
use crate::error::Error;
use crate::language::Phrase;
use crate::model::Table;
use crate::result_set::Value;
use rusqlite::{Connection, Rows};
use std::cmp::Ordering;

/// Walks along the rows of a statement, each of which begins with its key and comes in the order of that: hands on both
/// rows of a key, or the one that only one of the databases has.
pub(super) fn side_by_side(
    [old, new]: [&Connection; 2],
    sql: &str,
    key: usize,
    mut each: impl FnMut(Option<&[Value]>, Option<&[Value]>) -> Result<(), Error>,
) -> Result<(), Error> {
    let (mut old, mut new) = (old.prepare(sql)?, new.prepare(sql)?);
    let row = || vec![Value::Null; old.column_count()];
    let (mut old_row, mut new_row) = (row(), row());
    let (mut old, mut new) = (old.raw_query(), new.raw_query());
    let (mut has_old, mut has_new) = (step(&mut old, &mut old_row)?, step(&mut new, &mut new_row)?);
    while has_old || has_new {
        let order = match (has_old, has_new) {
            // As SQLite orders them: NULL comes first.
            (true, true) => old_row[..key].iter().map(Value::text).cmp(new_row[..key].iter().map(Value::text)),
            (true, false) => Ordering::Less,
            (false, _) => Ordering::Greater,
        };
        each(order.is_le().then_some(old_row.as_slice()), order.is_ge().then_some(new_row.as_slice()))?;
        has_old = if order.is_le() { step(&mut old, &mut old_row)? } else { has_old };
        has_new = if order.is_ge() { step(&mut new, &mut new_row)? } else { has_new };
    }
    Ok(())
}

/// Takes the next row, in the memory of the last one; yields whether there is one.
fn step(rows: &mut Rows<'_>, values: &mut [Value]) -> Result<bool, Error> {
    let Some(row) = rows.next()? else { return Ok(false) };
    values.iter_mut().enumerate().try_for_each(|(index, value)| value.take(row, index))?;
    Ok(true)
}

pub(super) fn compare(databases: [&Connection; 2], table: Table, out: &mut Out<'_>) -> Result<(), Error> {
    side_by_side(databases, &in_order_of_key(table, false), table.key().len(), |old, new| {
        if old == new {
            return Ok(());
        }
        out.differences.rows += 1;
        let [old, new] = [old, new].map(|row| row.map(|values| Row { table, values }));
        match (old, new) {
            (Some(old), Some(new)) => changed(old, new, out),
            (Some(row), None) => row.came_or_went(Change::Removed, out),
            (None, row) => row.map_or(Ok(()), |row| row.came_or_went(Change::Added, out)),
        }
    })
}

/// The cells of a row that is in both databases.
fn changed(old: Row<'_>, new: Row<'_>, out: &mut Out<'_>) -> Result<(), Error> {
    new.touch(Change::Changed, out);
    if old.cell("subject") != new.cell("subject") {
        old.touch(Change::Changed, out);
    }
    for (column, (old, now)) in new.table.columns().iter().zip(old.values.iter().zip(new.values)) {
        if old != now {
            let alike = looks_alike(as_text(old), as_text(now));
            let because = alike.then(|| out.language.say(Phrase::LooksAlike).to_owned());
            let (old, now, of_row) = (old.clone(), now.clone(), new.difference(Change::Changed));
            out.write(Difference { column: Some(column.name), old, new: now, because, ..of_row })?;
        }
    }
    Ok(())
}

/// A row of one database.
#[derive(Clone, Copy)]
struct Row<'r> {
    table: Table,
    values: &'r [Value],
}

impl<'r> Row<'r> {
    fn key(self) -> String {
        let within = usize::from(self.mission().is_some() && self.table.key().len() > 1);
        let parts = self.values[..self.table.key().len()].iter().skip(within);
        parts.map(as_text).collect::<Vec<_>>().join(" / ")
    }

    fn mission(self) -> Option<&'r str> {
        self.cell("mission_id")
    }

    fn cell(self, name: &str) -> Option<&'r str> {
        self.table.position(name).map(|index| as_text(&self.values[index]))
    }

    fn came_or_went(self, change: Change, out: &mut Out<'_>) -> Result<(), Error> {
        self.touch(change, out);
        out.write(self.difference(change))
    }

    fn difference(self, change: Change) -> Difference<'r> {
        Difference::of(change, self.table.name(), self.mission(), self.key())
    }

    fn touch(self, change: Change, out: &mut Out<'_>) {
        out.touched.add(self.mission().unwrap_or_default(), self.table, self.cell("subject"), change, &self.key());
    }
}

/// The text of a part of a key.
fn as_text(value: &Value) -> &str {
    value.text().unwrap_or_default()
}

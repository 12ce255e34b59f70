//! The rows of a statement in two databases, walked along side by side in the order of the key that each row begins with.

use crate::error::Error;
use crate::result_set::Value;
use rusqlite::{Connection, Rows};
use std::cmp::Ordering;

/// Hands on the rows of a key that both have, or the row that only one of them has, the old before the new.
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

//! What SQLite stores of a cell.

use rusqlite::ToSql;
use rusqlite::types::{Null, ToSqlOutput, ValueRef};

/// A value of a row on its way into the database. Unlike those of rusqlite its texts need no memory of their own where
/// they are short, and are UTF-8, be it as text or as bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<T> {
    Null,
    Integer(i64),
    Real(f64),
    Text(T),
}

impl<T: AsRef<[u8]>> ToSql for Value<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Null => Null.to_sql(),
            Self::Integer(integer) => integer.to_sql(),
            Self::Real(real) => real.to_sql(),
            Self::Text(text) => Ok(ToSqlOutput::Borrowed(ValueRef::Text(text.as_ref()))),
        }
    }
}

impl<'t> Value<&'t str> {
    pub(crate) fn text(self) -> Option<&'t str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn integer(self) -> Option<i64> {
        if let Self::Integer(integer) = self { Some(integer) } else { None }
    }

    pub(crate) fn real(self) -> Option<f64> {
        if let Self::Real(real) = self { Some(real) } else { None }
    }
}

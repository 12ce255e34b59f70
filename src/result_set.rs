//! Columns and rows: everything that is printed passes through here.

use crate::column::{self, Holds};
use crate::error::Error;
use crate::language::{Language, Phrase};
use crate::model::Table;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use std::borrow::Cow;
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Not known, or not applicable.
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

impl Value {
    /// Becomes column `index` of a row of SQLite, in the memory that it has. Text that is not UTF-8 is kept as bytes.
    pub fn take(&mut self, row: &Row<'_>, index: usize) -> Result<(), Error> {
        let value = row.get_ref(index)?;
        match (value.as_str(), &mut *self) {
            (Ok(text), Self::Text(old)) => text.clone_into(old),
            (Ok(text), _) => *self = Self::from(text),
            (Err(_), _) => {
                *self = match value {
                    ValueRef::Null => Self::Null,
                    ValueRef::Integer(n) => Self::Integer(n),
                    ValueRef::Real(n) => Self::Real(n),
                    ValueRef::Blob(bytes) | ValueRef::Text(bytes) => Self::Blob(bytes.to_owned()),
                }
            }
        }
        Ok(())
    }

    /// As plain text: NULL is empty, numbers keep every digit, bytes are hexadecimal.
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::Null => Cow::Borrowed(""),
            Self::Integer(n) => n.to_string().into(),
            Self::Real(n) => n.to_string().into(),
            Self::Text(text) => text.into(),
            Self::Blob(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// The bytes of a text or a blob; none of anything else.
    pub fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Blob(bytes) => bytes.len(),
            Self::Null | Self::Integer(_) | Self::Real(_) => 0,
        }
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn integer(&self) -> Option<i64> {
        if let Self::Integer(n) = self { Some(*n) } else { None }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What the two parts of a bar are that is drawn beside a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bars {
    /// Rows that certainly count, and those that possibly do.
    CertainAndPossible,
    /// Rows that are listed, and what was stated beyond them.
    ListedAndStated,
}

/// What people are shown instead of keys, by the table that has the key.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Labels(pub HashMap<Table, HashMap<String, String>>);

impl Labels {
    pub fn get(&self, table: Table, key: &str) -> Option<&str> {
        Some(self.0.get(&table)?.get(key)?)
    }

    /// The label of a key; the key itself where it has none.
    pub fn of<'l>(&'l self, table: Table, key: &'l str) -> &'l str {
        self.get(table, key).unwrap_or(key)
    }
}

/// What a result says of itself beside its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Caption {
    /// The name of the table or the view that the rows are of, for machines; empty = of none.
    pub name: String,
    pub title: Option<Phrase>,
    /// What the title is about, or stands for it: names, which have no language; empty = nothing.
    pub about: String,
    /// How people are shown NULL, per column; elsewhere a NULL is an empty cell.
    pub nulls: &'static [(&'static str, Phrase)],
    pub notes: Vec<String>,
    pub bars: Option<Bars>,
    pub labels: Labels,
    /// The headings that people read, in their language; where there is none, the names of the columns.
    pub headings: Vec<String>,
    /// Which columns hold numbers; where it says nothing, the rows tell.
    pub numeric: Vec<bool>,
}

impl Caption {
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub fn about(about: String) -> Self {
        Self { about, ..Self::default() }
    }

    /// Whether it is a result of this program, and not of somebody's own query.
    pub fn has_title(&self) -> bool {
        self.title.is_some() || !self.about.is_empty()
    }

    /// `Events per day · usa-west-2025`.
    pub fn title(&self, language: Language) -> String {
        let title = self.title.map(|phrase| language.heading(phrase));
        let about = Some(self.about.clone()).filter(|about| !about.is_empty());
        title.into_iter().chain(about).collect::<Vec<_>>().join(" · ")
    }
}

/// Something that takes a result row by row, so that no result need be held in memory.
pub trait Sink {
    /// Comes first, once.
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error>;
    /// Comes for each row, as long as the columns.
    fn row(&mut self, row: &[Value]) -> Result<(), Error>;
    /// Comes last, once.
    fn end(&mut self) -> Result<(), Error>;
    /// What people must be told of the writing, once it is done.
    fn remark(&self) -> Option<String> {
        None
    }
}

/// A whole result in memory: what tables for people are drawn from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResultSet {
    pub caption: Caption,
    pub columns: Vec<String>,
    /// Each as long as `columns`.
    pub rows: Vec<Vec<Value>>,
}

impl ResultSet {
    pub fn new(caption: Caption, columns: &[&str], rows: Vec<Vec<Value>>) -> Self {
        Self { caption, columns: columns.iter().map(|column| (*column).to_owned()).collect(), rows }
    }

    pub fn send(&self, sink: &mut dyn Sink) -> Result<(), Error> {
        sink.begin(&self.caption, &self.columns)?;
        for row in &self.rows {
            sink.row(row)?;
        }
        sink.end()
    }

    /// Whether people expect the numbers of a column below each other.
    pub fn is_numeric(&self, index: usize) -> bool {
        if let Some(numeric) = self.caption.numeric.get(index) {
            return *numeric;
        }
        column::holds(&self.columns[index]) == Holds::Count
            || self.rows.iter().all(|row| match &row[index] {
                Value::Null | Value::Integer(_) | Value::Real(_) => true,
                Value::Text(text) => text == Language::En.say(Phrase::Nothing),
                Value::Blob(_) => false,
            })
    }

    pub fn heading(&self, index: usize) -> &str {
        self.caption.headings.get(index).unwrap_or(&self.columns[index])
    }

    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The cell of a row in the column of a name; `None` = there is no such column.
    pub fn cell<'r>(&self, row: &'r [Value], name: &str) -> Option<&'r Value> {
        row.get(self.position(name)?)
    }

    /// The text of a row in the column of a name; empty = not known, or there is no such column.
    pub fn text(&self, row: &[Value], name: &str) -> String {
        self.cell(row, name).map_or_else(String::new, |value| value.to_text().into_owned())
    }
}

impl Sink for ResultSet {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.caption = caption.clone();
        self.columns = columns.to_vec();
        Ok(())
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.rows.push(row.to_vec());
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

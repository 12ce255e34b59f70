//! What one cell of a data folder may hold: each type parses itself and binds itself to SQL.

mod day_order;
mod folded_name;
mod kind;
mod unmeant;
mod value;

use crate::count::{Count, CountError, Interval};
use compact_str::CompactString;
pub use day_order::{DayOrder, OrderReason};
pub use folded_name::{folded as folded_name, is_legal_form, squeezed};
use jiff::civil::Date;
pub use kind::{CellError, CellKind};
use std::str::FromStr;
pub use unmeant::{is_decomposed, is_failed_formula, is_invisible, is_mojibake, looks_alike, turns_text};
pub use value::{Bindings, Value};

impl Day {
    /// How many days there are up to another one, both counted; `None` = one is none of the calendar.
    pub fn days_through(&self, last: &Self) -> Option<i32> {
        let [first, last] = [self, last].map(|day| day.0.parse::<Date>().ok());
        Some((last? - first?).get_days() + 1)
    }
}

/// What a cell can be: the type of a field of a record.
pub trait Cell: Sized {
    /// The columns of the database that it fills: its own name with each of these endings.
    const ENDINGS: &'static [&'static str] = &[""];
    /// Whether the cell may be empty, which means "not known".
    const OPTIONAL: bool = false;
    const KIND: CellKind;

    fn parse(text: &str) -> Result<Self, CellError>;

    /// Appends one value per ending.
    fn bind<'a>(&'a self, row: &mut Bindings<'a>);

    /// The cell on its way into the database, borrowed from the row that was bound.
    type Stored<'b>: Copy;

    /// Takes back the values that `bind` appends, the first of which was taken already; `None` if they are others.
    fn unbind<'b>(first: Value<&'b str>, rest: &mut impl Iterator<Item = Value<&'b str>>) -> Option<Self::Stored<'b>>;

    /// The text that was bound; `None` = not known, or a number.
    fn text<'b>(stored: Self::Stored<'b>) -> Option<&'b str>;
}

impl<T: Cell> Cell for Option<T> {
    const ENDINGS: &'static [&'static str] = T::ENDINGS;
    const OPTIONAL: bool = true;
    const KIND: CellKind = T::KIND;

    fn parse(text: &str) -> Result<Self, CellError> {
        if text.is_empty() { Ok(None) } else { T::parse(text).map(Some) }
    }

    fn bind<'a>(&'a self, row: &mut Bindings<'a>) {
        match self {
            Some(cell) => cell.bind(row),
            None => row.extend(T::ENDINGS.iter().map(|_| Value::Null)),
        }
    }

    type Stored<'b> = Option<T::Stored<'b>>;

    fn unbind<'b>(first: Value<&'b str>, rest: &mut impl Iterator<Item = Value<&'b str>>) -> Option<Self::Stored<'b>> {
        if first != Value::Null {
            return T::unbind(first, rest).map(Some);
        }
        T::ENDINGS[1..].iter().all(|_| rest.next() == Some(Value::Null)).then_some(None)
    }

    fn text<'b>(stored: Self::Stored<'b>) -> Option<&'b str> {
        stored.and_then(T::text)
    }
}

/// A cell that is kept as the text it was given as, once it has been found good.
macro_rules! text_cell {
    ($($(#[$doc:meta])* $Name:ident, $valid:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name(CompactString);

        impl Cell for $Name {
            const KIND: CellKind = CellKind::$Name;

            fn parse(text: &str) -> Result<Self, CellError> {
                let valid: fn(&str) -> bool = $valid;
                match text {
                    "" => Err(CellError::Empty),
                    text if valid(text) => Ok(Self(text.into())),
                    _ => Err(CellError::NotA(Self::KIND)),
                }
            }

            fn bind<'a>(&'a self, row: &mut Bindings<'a>) {
                row.push(Value::Text(&self.0));
            }

            type Stored<'b> = &'b str;

            fn unbind<'b>(first: Value<&'b str>, _: &mut impl Iterator<Item = Value<&'b str>>) -> Option<&'b str> {
                first.text()
            }

            fn text<'b>(stored: Self::Stored<'b>) -> Option<&'b str> {
                Some(stored)
            }
        }

    )*};
}

/// Whether a text is of printable ASCII only, as nearly every one is.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |is_plain, byte| is_plain & matches!(byte, b' '..=b'~'))
}

fn is_code(text: &str, length: usize, letter: fn(&u8) -> bool) -> bool {
    text.len() == length && text.as_bytes().iter().all(letter)
}

/// The currencies that the euro replaced, which ISO 4217 keeps in its list of historic codes.
const BEFORE_THE_EURO: [&str; 21] = [
    "ATS", "BEF", "BGN", "CYP", "DEM", "EEK", "ESP", "FIM", "FRF", "GRD", "HRK", "IEP", "ITL", "LTL", "LUF", "LVL",
    "MTL", "NLG", "PTE", "SIT", "SKK",
];

text_cell! {
    /// A key: lower-case letters, digits and hyphens, a hundred at most.
    Slug, |text| text.len() <= 100 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    /// Any text that is not empty, has no control characters but line breaks and tabs, and no sign that stands
    /// for a character which got lost before.
    Text, |text| is_plain(text)
        || !text.chars().any(|c| (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || c == '\u{fffd}');
    /// The same, but no longer than the key of a table can be in other engines: 2,000 bytes.
    Name, |text| text.len() <= 2_000 && Text::parse(text).is_ok();
    /// A country, ISO 3166-1 alpha-2.
    Country, |text| rust_iso3166::from_alpha2(text).is_some();
    /// A currency, ISO 4217, also one that the euro replaced.
    Currency, |text| iso_currency::Currency::from_code(text).is_some() || BEFORE_THE_EURO.contains(&text);
    /// A language, ISO 639-1.
    Language, |text| is_code(text, 2, u8::is_ascii_lowercase);
    /// A Belgian enterprise number (KBO/BCE): ten digits with dots between them or not, the last two of which are 97
    /// less what is left of the first eight divided by 97.
    EnterpriseNumber, |text| {
        let digits = text.replace('.', "");
        let number = |part: Option<&str>| part.and_then(|part| part.parse::<u32>().ok());
        is_code(&digits, 10, u8::is_ascii_digit)
            && number(digits.get(..8)).map(|first| 97 - first % 97) == number(digits.get(8..))
    };
    /// A time of day, ISO 8601, in minutes.
    Time, |text| is_code(text, 5, |b| b.is_ascii_digit() || *b == b':') && jiff::civil::Time::strptime("%H:%M", text).is_ok();
    Url, |text| (text.starts_with("http://") || text.starts_with("https://"))
        && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    /// A day of the Gregorian calendar, ISO 8601, from the year 1 on; ordered as the calendar is.
    Day, |text| text.len() == 10 && text.as_bytes().iter().enumerate().all(|(index, b)| {
        if matches!(index, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() }
    }) && !text.starts_with("0000") && Date::strptime("%Y-%m-%d", text).is_ok();
}

impl Cell for Count {
    const ENDINGS: &'static [&'static str] = &["", "_min", "_max"];
    const KIND: CellKind = CellKind::Count;

    fn parse(text: &str) -> Result<Self, CellError> {
        if text.is_empty() {
            return Err(CellError::Empty);
        }
        Self::from_str(text).map_err(|error| match error {
            CountError::Notation => CellError::NotA(Self::KIND),
            CountError::Empty => CellError::FitsNothing,
            CountError::TooLarge => CellError::TooLarge,
        })
    }

    fn bind<'a>(&'a self, row: &mut Bindings<'a>) {
        let interval = self.strict();
        row.push(Value::Text(self.notation()));
        row.push(Value::Integer(interval.min));
        row.push(interval.max.map_or(Value::Null, Value::Integer));
    }

    type Stored<'b> = (&'b str, Interval);

    fn unbind<'b>(first: Value<&'b str>, rest: &mut impl Iterator<Item = Value<&'b str>>) -> Option<Self::Stored<'b>> {
        let (min, max) = (rest.next()?.integer()?, rest.next()?);
        let max = if max == Value::Null { None } else { Some(max.integer()?) };
        Some((first.text()?, Interval { min, max }))
    }

    fn text<'b>((notation, _): Self::Stored<'b>) -> Option<&'b str> {
        Some(notation)
    }
}

/// Degrees of latitude (`LIMIT` 90) or longitude (`LIMIT` 180), WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Degrees<const LIMIT: i32>(f64);

impl<const LIMIT: i32> Cell for Degrees<LIMIT> {
    const KIND: CellKind = CellKind::Degrees(LIMIT);

    fn parse(text: &str) -> Result<Self, CellError> {
        if text.is_empty() {
            return Err(CellError::Empty);
        }
        let text = text.replace(',', ".");
        let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
        match text.parse::<f64>() {
            Ok(degrees) if plain && degrees.abs() <= f64::from(LIMIT) => Ok(Self(degrees)),
            _ => Err(CellError::NotA(Self::KIND)),
        }
    }

    fn bind<'a>(&'a self, row: &mut Bindings<'a>) {
        row.push(Value::Real(self.0));
    }

    type Stored<'b> = Self;

    fn unbind<'b>(first: Value<&'b str>, _: &mut impl Iterator<Item = Value<&'b str>>) -> Option<Self> {
        first.real().map(Self)
    }

    fn text<'b>(_: Self::Stored<'b>) -> Option<&'b str> {
        None
    }
}

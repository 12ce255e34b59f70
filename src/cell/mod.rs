//! What one cell of a data folder may hold: each type parses itself and binds itself to SQL.

mod day_order;
mod folded_name;
mod kind;
mod unmeant;
mod value;

use crate::count::{Count, CountError, Interval};
pub use day_order::{DayOrder, OrderReason};
pub use folded_name::{folded as folded_name, is_legal_form, squeezed};
use jiff::civil::Date;
pub use kind::{CellError, CellKind};
use std::str::FromStr;
pub use unmeant::{is_decomposed, is_failed_formula, is_invisible, is_mojibake, looks_alike, turns_text};
pub use value::Value;

/// How many days there are from one to another, both counted; `None` = one is none of the calendar.
pub fn days_through(first: &str, last: &str) -> Option<i32> {
    let [first, last] = [first, last].map(|day| day.parse::<Date>().ok());
    Some((last? - first?).get_days() + 1)
}

/// What a cell can be: the type of a column.
pub trait Cell {
    /// The columns of the database that it fills: its own name with each of these endings.
    const ENDINGS: &'static [&'static str] = &[""];
    /// Whether the cell may be empty, which means "not known".
    const OPTIONAL: bool = false;
    const KIND: CellKind;

    /// What a cell holds, borrowed from its text.
    type Read<'t>: Copy;

    fn parse(text: &str) -> Result<Self::Read<'_>, CellError>;

    /// Hands over one value of SQL per ending.
    fn bind(read: Self::Read<'_>, take: &mut impl FnMut(Value<&str>));

    /// Takes back the values that `bind` hands over, the first of which was taken already; `None` if they are others.
    fn unbind<'t>(first: Value<&'t str>, rest: &mut impl Iterator<Item = Value<&'t str>>) -> Option<Self::Read<'t>>;

    /// The text that it is bound as; `None` = not known, or a number.
    fn text<'t>(read: Self::Read<'t>) -> Option<&'t str>;
}

impl<T: Cell> Cell for Option<T> {
    const ENDINGS: &'static [&'static str] = T::ENDINGS;
    const OPTIONAL: bool = true;
    const KIND: CellKind = T::KIND;

    type Read<'t> = Option<T::Read<'t>>;

    fn parse(text: &str) -> Result<Self::Read<'_>, CellError> {
        if text.is_empty() { Ok(None) } else { T::parse(text).map(Some) }
    }

    fn bind(read: Self::Read<'_>, take: &mut impl FnMut(Value<&str>)) {
        match read {
            Some(read) => T::bind(read, take),
            None => T::ENDINGS.iter().for_each(|_| take(Value::Null)),
        }
    }

    fn unbind<'t>(first: Value<&'t str>, rest: &mut impl Iterator<Item = Value<&'t str>>) -> Option<Self::Read<'t>> {
        if first != Value::Null {
            return T::unbind(first, rest).map(Some);
        }
        T::ENDINGS[1..].iter().all(|_| rest.next() == Some(Value::Null)).then_some(None)
    }

    fn text<'t>(read: Self::Read<'t>) -> Option<&'t str> {
        read.and_then(T::text)
    }
}

/// A cell that holds the text it was given as, once it has been found good.
macro_rules! text_cell {
    ($($(#[$doc:meta])* $Name:ident, $valid:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $Name {}

        impl Cell for $Name {
            const KIND: CellKind = CellKind::$Name;

            type Read<'t> = &'t str;

            fn parse(text: &str) -> Result<&str, CellError> {
                let valid: fn(&str) -> bool = $valid;
                match text {
                    "" => Err(CellError::Empty),
                    text if valid(text) => Ok(text),
                    _ => Err(CellError::NotA(Self::KIND)),
                }
            }

            fn bind(read: Self::Read<'_>, take: &mut impl FnMut(Value<&str>)) {
                take(Value::Text(read));
            }

            fn unbind<'t>(first: Value<&'t str>, _: &mut impl Iterator<Item = Value<&'t str>>) -> Option<&'t str> {
                first.text()
            }

            fn text<'t>(read: Self::Read<'t>) -> Option<&'t str> {
                Some(read)
            }
        }

    )*};
}

/// Whether every byte of a text is one of these. All are looked at, several at a time: nearly every text is good.
fn is_all(text: &str, byte: fn(u8) -> bool) -> bool {
    text.bytes().fold(true, |is_all, found| is_all & byte(found))
}

/// Whether a text is of printable ASCII only, as nearly every one is.
fn is_plain(text: &str) -> bool {
    is_all(text, |byte| matches!(byte, b' '..=b'~'))
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
    Slug, |text| text.len() <= 100 && is_all(text, |byte| byte.is_ascii_lowercase() | byte.is_ascii_digit() | (byte == b'-'));
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

    /// The notation, and what it strictly stands for.
    type Read<'t> = (&'t str, Interval);

    fn parse(text: &str) -> Result<(&str, Interval), CellError> {
        if text.is_empty() {
            return Err(CellError::Empty);
        }
        let count = Self::from_str(text).map_err(|error| match error {
            CountError::Notation => CellError::NotA(Self::KIND),
            CountError::Empty => CellError::FitsNothing,
            CountError::TooLarge => CellError::TooLarge,
        })?;
        Ok((text, count.strict()))
    }

    fn bind((notation, interval): Self::Read<'_>, take: &mut impl FnMut(Value<&str>)) {
        take(Value::Text(notation));
        take(Value::Integer(interval.min));
        take(interval.max.map_or(Value::Null, Value::Integer));
    }

    fn unbind<'t>(first: Value<&'t str>, rest: &mut impl Iterator<Item = Value<&'t str>>) -> Option<Self::Read<'t>> {
        let (min, max) = (rest.next()?.integer()?, rest.next()?);
        let max = if max == Value::Null { None } else { Some(max.integer()?) };
        Some((first.text()?, Interval { min, max }))
    }

    fn text<'t>((notation, _): Self::Read<'t>) -> Option<&'t str> {
        Some(notation)
    }
}

/// Degrees of latitude (`LIMIT` 90) or longitude (`LIMIT` 180), WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Degrees<const LIMIT: i32>(f64);

impl<const LIMIT: i32> Cell for Degrees<LIMIT> {
    const KIND: CellKind = CellKind::Degrees(LIMIT);

    type Read<'t> = Self;

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

    fn bind(Self(degrees): Self::Read<'_>, take: &mut impl FnMut(Value<&str>)) {
        take(Value::Real(degrees));
    }

    fn unbind<'t>(first: Value<&'t str>, _: &mut impl Iterator<Item = Value<&'t str>>) -> Option<Self> {
        first.real().map(Self)
    }

    fn text<'t>(_: Self::Read<'t>) -> Option<&'t str> {
        None
    }
}

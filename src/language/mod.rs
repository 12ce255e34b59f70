//! The languages for people. Keys and the columns of the contract have no language.

mod phrases;

use crate::count::Interval;
use indicatif::HumanCount;
use jiff::civil::Date;
pub use phrases::Phrase;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Language {
    #[default]
    En,
    /// As Flemish government reports use it.
    Nl,
    Fr,
}

const WEEKDAYS: [[&str; 7]; 3] = [
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    ["ma", "di", "wo", "do", "vr", "za", "zo"],
    ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
];

#[rustfmt::skip]
const MONTHS: [[&str; 12]; 3] = [
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
];

impl Language {
    /// Its code in ISO 639-1.
    pub fn code(self) -> &'static str {
        self.into()
    }

    pub fn fill(self, phrase: Phrase, text: &str) -> String {
        self.fill_all(phrase, &[text])
    }

    pub fn fill_all(self, phrase: Phrase, texts: &[impl AsRef<str>]) -> String {
        let mut parts = self.say(phrase).split("{}");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for (index, part) in parts.enumerate() {
            filled.push_str(texts.get(index).map_or("", AsRef::as_ref));
            filled.push_str(part);
        }
        filled
    }

    /// A label and what it is the label of, with the colon of the language: `region: Flanders`.
    pub fn labelled(self, label: &str, text: &str) -> String {
        self.fill(Phrase::Labelled, label) + text
    }

    /// The language of a locale such as `nl_BE.UTF-8`; English of any other.
    pub fn of_locale(locale: &str) -> Self {
        locale.get(..2).and_then(|code| code.parse().ok()).unwrap_or_default()
    }

    pub fn heading(self, phrase: Phrase) -> String {
        capitalised(self.say(phrase))
    }

    /// A word of a closed list (of the data folder or of the schema) in this language; any other stays, with its
    /// hyphens as blanks.
    pub fn word(self, word: &str) -> String {
        self.known_word(word).map_or_else(|| word.replace('-', " "), str::to_owned)
    }

    /// The same; `None` = it is in no closed list.
    pub fn known_word(self, word: &str) -> Option<&'static str> {
        let phrase = word.to_lowercase().replace('-', "_").parse().ok()?;
        Some(self.say(phrase))
    }

    /// A whole number in groups of three digits: `1,234`, `1.234`, `1 234`.
    pub fn number(self, n: i64) -> String {
        let between = match self {
            Self::En => ",",
            Self::Nl => ".",
            Self::Fr => "\u{202f}",
        };
        let sign = if n < 0 { "-" } else { "" };
        format!("{sign}{}", HumanCount(n.unsigned_abs())).replace(',', between)
    }

    /// An interval of such numbers: `112`, `31+`, `3–7`.
    pub fn interval(self, count: Interval) -> String {
        let min = self.number(count.min);
        match count.max {
            None => format!("{min}+"),
            Some(max) if max == count.min => min,
            Some(max) => format!("{min}–{}", self.number(max)),
        }
    }

    /// `Mon 6 October`.
    pub fn weekday(self, day: Date) -> String {
        let weekday = WEEKDAYS[self as usize][day.weekday().to_monday_zero_offset() as usize];
        format!("{weekday} {} {}", day.day(), self.month(day))
    }

    /// `6 October 2025`.
    pub fn date(self, day: Date) -> String {
        format!("{} {} {}", day.day(), self.month(day), day.year())
    }

    /// `4–11 October 2025`, as short as the two days allow.
    pub fn period(self, first: Date, last: Date) -> String {
        if first.year() == last.year() {
            format!("{} {}", self.days_of_year(first, last), last.year())
        } else {
            format!("{} – {}", self.date(first), self.date(last))
        }
    }

    /// `4–11 October`, for days of one year.
    pub fn days_of_year(self, first: Date, last: Date) -> String {
        let until = format!("{} {}", last.day(), self.month(last));
        if first == last {
            until
        } else if first.month() == last.month() {
            format!("{}–{until}", first.day())
        } else {
            format!("{} {} – {until}", first.day(), self.month(first))
        }
    }

    fn month(self, day: Date) -> &'static str {
        MONTHS[self as usize][usize::from(day.month().unsigned_abs()) - 1]
    }
}

pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

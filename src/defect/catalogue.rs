//! Every defect in one table: its code, which keeps its meaning for ever, and what is said of it at its place. What
//! `mission explain` says of its code is in `explanations.txt`.

use super::{Level, Place, WrongCell};
use crate::cell::{DayOrder, OrderReason, turns_text};
use std::fmt;

/// What `mission explain` says of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// In a few words, as the forms for data name the defect.
    pub title: &'static str,
    pub why: &'static str,
    pub example: &'static str,
    pub mend: &'static str,
}

/// For each code a line with its title, and three lines that explain it.
const EXPLANATIONS: &str = include_str!("explanations.txt");

impl Code {
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What its first letter says: E or N.
    pub fn level(self) -> Level {
        if self.name().starts_with('E') { Level::Error } else { Level::Notice }
    }

    pub fn explanation(self) -> Explanation {
        let mut lines = EXPLANATIONS.lines().skip_while(|line| !line.starts_with(self.name()));
        let mut behind = |begin: &str| lines.next().and_then(|line| line.strip_prefix(begin)).unwrap_or_default();
        Explanation {
            title: behind(self.name()).trim_start(),
            why: behind("why: "),
            example: behind("example: "),
            mend: behind("mend: "),
        }
    }
}

/// Makes of each entry a variant of `Code` and one of `DefectKind`. The message may use the fields of the defect;
/// behind it stands the valid value that was probably meant, where there may be one.
macro_rules! defects {
    ($($code:ident $Kind:ident $({ $($field:ident: $Type:ty),* })? =
        $message:literal $(, $argument:expr)* $(=> $meant:expr)?;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
        #[strum(ascii_case_insensitive)]
        pub enum Code { $(#[doc = $message] $code),* }

        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum DefectKind { $($Kind $({ $($field: $Type),* })?),* }

        #[allow(unused_variables, reason = "an entry need not use every field")]
        impl DefectKind {
            pub fn code(&self) -> Code {
                match self { $(Self::$Kind { .. } => Code::$code),* }
            }

            /// The valid value that was probably meant.
            pub fn nearest(&self) -> Option<&str> {
                match self { $(Self::$Kind $({ $($field),* })? => None$(.or($meant))?),* }
            }
        }

        /// What is said of it at its place.
        #[allow(unused_variables, reason = "an entry need not use every field")]
        impl fmt::Display for DefectKind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$Kind $({ $($field),* })? => write!(f, $message $(, $argument)*)),* }
            }
        }
    };
}

defects! {
    E101 UnknownTable { nearest: Option<String> } = "no table goes by this name" => nearest.as_deref();
    E102 MissingFile = "this table must be there";
    E103 NoHeader = "the file is empty; its first line must be the header";
    E104 NotUtf8 = "these bytes are not UTF-8, as other letters of this file are";
    E105 UnclosedQuote = "the quote that opens this cell is never closed";
    E106 MoreDefects { number: u64 } =
        "{} not listed", numbered(*number, "more defect of this file is", "more defects of this file are");
    E107 TitlesAboveHeader { header: Place } = "the header seems to be at {header}, with other lines above it";
    E111 MissingColumn { name: &'static str } = "the column `{name}` is missing in the header";
    E112 UnknownColumn { name: String, nearest: Option<String> } =
        "there is no column `{}` in this table", shown(name) => nearest.as_deref();
    E113 DoubledColumn { name: String } = "the column `{name}` is there twice";
    E114 TooManyColumns { number: usize } = "a header of {number} cells is none";
    E121 CellCount { found: usize, expected: usize } =
        "{} in this record, {expected} in the header", numbered(*found as u64, "cell", "cells");
    E122 UnnamedColumn = "this column has a value, but no name in the header";
    E123 RecordTooLong = "this record does not end within 16 MiB";
    E124 StrayQuote = "a quote in this cell neither opens nor closes it";
    E201 EmptyCell { column: &'static str } = "{column} is empty, and must not be";
    E202 NoSlug { cell: WrongCell } = "{cell}" => cell.nearest.as_deref();
    E203 NoDay { cell: WrongCell } = "{cell}";
    E204 NoCount { cell: WrongCell } = "{cell}";
    E205 NoneOfTheWords { cell: WrongCell } = "{cell}" => cell.nearest.as_deref();
    E206 NoDegrees { cell: WrongCell } = "{cell}";
    E207 NoCountry { cell: WrongCell } = "{cell}" => cell.nearest.as_deref();
    E208 NoCurrency { cell: WrongCell } = "{cell}" => cell.nearest.as_deref();
    E209 NoLanguage { cell: WrongCell } = "{cell}" => cell.nearest.as_deref();
    E210 NoAddress { cell: WrongCell } = "{cell}";
    E211 NoCharacter { cell: WrongCell } = "{cell}";
    E212 OtherOrderOfDays { text: String, order: DayOrder, proof: Option<(String, Place)> } =
        "`{text}` is not {order}, as {}", match proof {
            Some((proof, place)) => format!("`{proof}` in {place} is; one of the two is wrong"),
            None => "--dates says that dates are".to_owned(),
        };
    E213 TurnedIntoDay { column: &'static str, text: String } =
        "{column}: {text} is a day, which Excel makes of what it takes for one; what was typed is lost";
    E214 FailedFormula { shows: String } = "the formula of this cell failed: {shows}";
    E215 NoEnterpriseNumber { cell: WrongCell } = "{cell}";
    E216 NoTime { cell: WrongCell } = "{cell}";
    E217 MergedCells = "this cell is merged with others";
    E218 FormulaWithoutResult = "the result of this formula is not stored in the file";
    E301 EndsBeforeStart = "last_day comes before first_day";
    E302 HalfPeriod = "first_day and last_day must both be given, or neither";
    E303 BasisWithoutDays = "date_basis must be given where the days are, and only there";
    E304 AmountWithoutCurrency = "amount and currency must both be given, or neither";
    E307 TooLong { days: i32 } = "from first_day to last_day there are {days} days";
    E305 HalfPosition = "latitude and longitude must both be given, or neither";
    E306 TimeOfNoDay = "a time of day is for an event whose first day is its last";
    E401 DuplicateKey { key: String, first: Place } = "the key `{}` is already that of {first}", shown(key);
    E402 UnknownReference { column: &'static str, key: String, table: &'static str, nearest: Option<String> } =
        "{column}: `{}` is not in {table}", shown(key) => nearest.as_deref();
    E501 UnknownWord { column: &'static str, text: String, known: String, nearest: Option<String>, may_be_two: bool } =
        "{column}: `{}` is {}{known}; {}--value \"{column}:{}={}\" says what it means", shown(text),
        if known.is_empty() { "not known" } else { "none of: " },
        if *may_be_two { "it may hold two: give each a row of its own, or " } else { "" },
        shown(text), nearest.as_deref().filter(|_| !may_be_two).unwrap_or("...");
    E502 AmbiguousWord { text: String } =
        "subject: `{}` may be organisations (participants) or people; \
         --value \"subject:{}=people\" or =participants decides", shown(text), shown(text);
    E503 PersonalData { column: &'static str } =
        "{column}: there is an e-mail address or a telephone number in this cell";
    E505 TwoCategories { subject: String, category: String } =
        "the subject says {subject}, and the cell of the category {category}";
    E506 TwoSayings { column: &'static str, one: String, other: String } =
        "{column} is {one} by one cell, and {other} by another";
    E507 HeadingOfRows { says: &'static str, field: &'static str, text: String } =
        "`{}` stands alone in its row and is a {says}: give the rows below it cells that say so; \
         --value \"{field}:{}={}\" says that it is a {field}", shown(text), shown(text), shown(text);
    E508 NameOrSum { field: &'static str, text: String } =
        "`{}` may be a {field}, or a note or a sum of rows: leave out the row, or say with --value \"{field}:{}={}\" that \
         it is a {field}", shown(text), shown(text), shown(text);
    E504 TwoCurrencies { own: String, beside: String } = "the amount is in {own}, and the cell beside it says {beside}";
    N101 EmptyRows { number: u64 } = "{} passed over", numbered(*number, "empty row was", "empty rows were");
    N102 EmptyColumns { number: usize } =
        "{} passed over", numbered(*number as u64, "empty column was", "empty columns were");
    N103 OrderOfDays { order: DayOrder, reason: OrderReason } = "dates are read {order}, as {reason}";
    N104 MoreNotices { number: u64 } =
        "{} not listed", numbered(*number, "more notice on this file is", "more notices on this file are");
    N105 HiddenRow = "this row is hidden, and is read all the same";
    N106 HiddenSheet = "this sheet is hidden, and is read all the same";
    N107 ShortRows { number: u64 } =
        "{} before the last columns, whose cells are taken as empty", numbered(*number, "row ends", "rows end");
    N108 Invisible { text: String } = "there is a character in `{}` that nobody sees", shown(text);
    N109 Mojibake { column: &'static str, text: String } =
        "{column}: `{}` looks like UTF-8 that was read as Windows-1252", shown(text);
    N110 SaysNothing { column: &'static str, text: String } =
        "{column}: `{}` stands for not known, which is an empty cell", shown(text);
    N111 Decomposed { text: String } =
        "in `{}`, accents stand behind their letters: = and LIKE find it only where it is written the same way",
        shown(text);
    N201 NearlyASubject { subject: String, nearest: &'static str } =
        "the subject `{}` is one of its own", shown(subject) => Some(nearest);
    N202 AnotherWord { subject: String, meant: String } =
        "the subject `{}` is held against no rows: for that, write {meant}", shown(subject);
    N203 NoCompanies = "no category is `company`, which the overview of missions counts as companies";
    N204 OtherUnit { count: String } = "the same source counts {count} people and {count} participants here";
    N205 OtherSourceSays { column: &'static str, text: String, kept: String } =
        "{column}: this list has `{}`, the data folder has `{}` of another source, which stays",
        shown(text), shown(kept);
    N206 PassedOver { column: &'static str, text: String, why: String, becomes: &'static str } =
        "{why}; the cell {becomes}";
    N207 NoKnownCity { text: String, into_venue: bool, is_one: bool } = "`{}` is no known city{}; {}", shown(text),
        if *into_venue { " and goes to venue" } else { ": the cell is passed over" },
        if *is_one { "--country XX adds it as one" } else { "it may hold two cities, or none for sure: --value says which" };
    N208 NamesAPerson { column: &'static str, text: String } = "{column}: `{}` may name a person", shown(text);
    N209 OneName { text: String, is_party: bool } = "`{}` is taken as one {}", shown(text),
        if *is_party { "party; put semicolons between several" } else { "organisation; give each of several a row" };
    N301 OutsideMission { first: String, last: String } =
        "this event lies wholly or partly outside the days of its mission, {first} to {last}";
    N302 NoParties = "this agreement has no parties in agreement_parties";
    N402 ListedAgain { first: Place } = "the same organisation as at {first}; the first row counts";
    N404 LongMission { days: i32 } = "from first_day to last_day there are {days} days, more than a mission takes";
    N401 LikelyDouble { first: Place } =
        "this is probably the same as {first}: counted once for certain, and as possibly two";
}

fn numbered(number: u64, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// A cell as it can be shown in a message: not endless, and without anything that a terminal would obey.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown = String::new();
    for c in text.chars().take(MOST) {
        if c.is_control() || turns_text(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

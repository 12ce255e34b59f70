//! Every defect in one table: its code, which keeps its meaning for ever, its level, what is said of it at its place,
//! and what `mission explain` says of its code.

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

/// Makes of each entry a variant of `Code` and one of `DefectKind`. `says` may use the fields of the defect; `meant`
/// is the valid value that was probably meant, and is told behind it.
macro_rules! defects {
    ($($code:ident $level:ident $Kind:ident $({ $($field:ident: $Type:ty),* })? = $title:literal {
        says: $message:literal $(, $argument:expr)*;
        $(meant: $meant:expr;)?
        why: $why:literal;
        example: $example:literal;
        mend: $mend:literal;
    })*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
        #[strum(ascii_case_insensitive)]
        pub enum Code { $(#[doc = $title] $code),* }

        impl Code {
            pub fn name(self) -> &'static str {
                self.into()
            }

            pub fn level(self) -> Level {
                match self { $(Self::$code => Level::$level),* }
            }

            pub fn explanation(self) -> Explanation {
                match self {
                    $(Self::$code => Explanation { title: $title, why: $why, example: $example, mend: $mend }),*
                }
            }
        }

        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum DefectKind { $($Kind $({ $($field: $Type),* })?),* }

        #[allow(unused_variables, reason = "an entry need not use every field in each of its lines")]
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
        #[allow(unused_variables, reason = "an entry need not use every field in each of its lines")]
        impl fmt::Display for DefectKind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$Kind $({ $($field),* })? => write!(f, $message $(, $argument)*)),* }
            }
        }
    };
}

defects! {
    E101 Error UnknownTable { nearest: Option<String> } = "a file or sheet that is no table" {
        says: "no table goes by this name";
        meant: nearest.as_deref();
        why: "A misspelt name would lose a whole table without a word.";
        example: "event.csv";
        mend: "Rename it to the table that is meant, or move it out of the folder.";
    }
    E102 Error MissingFile = "a file that must be there" {
        says: "this table must be there";
        why: "Every row names its mission and its source.";
        example: "a folder without sources.csv";
        mend: "Add the file, with at least its header.";
    }
    E103 Error NoHeader = "an empty file" {
        says: "the file is empty; its first line must be the header";
        why: "Without a header nobody knows which column is which.";
        example: "a file of 0 bytes";
        mend: "Write the header as the first line, or remove the file.";
    }
    E104 Error NotUtf8 = "bytes that are not UTF-8" {
        says: "these bytes are not UTF-8, as other letters of this file are";
        why: "Each guess at what was meant could change a name.";
        example: "Liège written once in UTF-8 and once in Windows-1252";
        mend: "Open the file, mend the letter and save it as CSV UTF-8.";
    }
    E105 Error UnclosedQuote = "a quote that is never closed" {
        says: "the quote that opens this cell is never closed";
        why: "Everything up to the end of the file would be one cell, and its rows lost.";
        example: "x,\"y,z";
        mend: "Close the quote, or double it if it belongs to the text.";
    }
    E106 Error MoreDefects { number: u64 } = "more defects than are listed" {
        says: "{} not listed", numbered(*number, "more defect of this file is", "more defects of this file are");
        why: "So many have one cause for most of them; past 100000 in a file they are only counted.";
        example: "a column of 2000000 keys with capitals in them";
        mend: "Mend the first ones, look for the cause that they share, and run mission init again.";
    }
    E107 Error TitlesAboveHeader { header: Place } = "lines above the header" {
        says: "the header seems to be at {header}, with other lines above it";
        why: "The first line names the columns; a title that people put above it names none.";
        example: "Participants, status of 1 March";
        mend: "Delete the lines above the header. A list as people keep it is taken in with mission import.";
    }
    E111 Error MissingColumn { name: &'static str } = "a column that is missing" {
        says: "the column `{name}` is missing in the header";
        why: "Every row needs its values, and they cannot be invented.";
        example: "participants.csv without category_id";
        mend: "Add the column to the header and to every row.";
    }
    E112 Error UnknownColumn { name: String, nearest: Option<String> } = "a column that the table does not have" {
        says: "there is no column `{}` in this table", shown(name);
        meant: nearest.as_deref();
        why: "A misspelt name would lose the column without a word.";
        example: "latitud";
        mend: "Correct the name, or remove the column.";
    }
    E113 Error DoubledColumn { name: String } = "a column that is there twice" {
        says: "the column `{name}` is there twice";
        why: "Nobody knows which of the two counts.";
        example: "label_fr,label_fr";
        mend: "Remove or rename one of them.";
    }
    E114 Error TooManyColumns { number: usize } = "a header that is too wide" {
        says: "a header of {number} cells is none";
        why: "Excel has 16384 columns: this is probably no table at all, or separated by something else.";
        example: "a header of 1000000 cells";
        mend: "Look at the file in an editor; separate its cells by commas, semicolons or tabs.";
    }
    E121 Error CellCount { found: usize, expected: usize } = "a record with too many or too few cells" {
        says: "{} in this record, {expected} in the header", numbered(*found as u64, "cell", "cells");
        why: "A missing or surplus delimiter shifts every value behind it.";
        example: "3 cells below a header of 4";
        mend: "Add the missing delimiter, or quote the cell that holds one.";
    }
    E122 Error UnnamedColumn = "a value without a column" {
        says: "this column has a value, but no name in the header";
        why: "The value would be lost.";
        example: "a remark to the right of the table";
        mend: "Name the column, or remove the value.";
    }
    E123 Error RecordTooLong = "a record that does not end" {
        says: "this record does not end within 16 MiB";
        why: "A quote that is closed far too late would make one record of all rows between.";
        example: "a line of 1 GB";
        mend: "Look at the quotes of this record, and shorten its texts.";
    }
    E124 Error StrayQuote = "a quote that does not enclose its cell" {
        says: "a quote in this cell neither opens nor closes it";
        why: "It would be lost, or the cell would swallow what follows, down to the next row (RFC 4180).";
        example: "Alpha \"Works\" Ltd, or a blank before a quote";
        mend: "Enclose the whole cell in quotes and double each quote within it: \"Alpha \"\"Works\"\" Ltd\".";
    }
    E201 Error EmptyCell { column: &'static str } = "an empty cell that must not be empty" {
        says: "{column} is empty, and must not be";
        why: "Empty means not known, and this must be known of every row.";
        example: "a participant without a name";
        mend: "Fill the cell, or remove the row.";
    }
    E202 Error NoSlug { cell: WrongCell } = "no slug" {
        says: "{cell}";
        meant: cell.nearest.as_deref();
        why: "Keys are typed in commands and compared byte by byte.";
        example: "San Francisco instead of san-francisco";
        mend: "Write it in lower case, without accents, with hyphens instead of blanks.";
    }
    E203 Error NoDay { cell: WrongCell } = "no day" {
        says: "{cell}";
        why: "What takes place on a day that does not exist is shown on none.";
        example: "2025-02-30";
        mend: "Write 2025-10-04 (ISO 8601), 4/10/2025, 4-10-2025 or 4.10.2025, or leave the cell empty.";
    }
    E204 Error NoCount { cell: WrongCell } = "no count" {
        says: "{cell}";
        why: "A count stands for an interval; words do not say which.";
        example: "ca. 218 instead of ~218";
        mend: "Write it in one of the notations that `mission help counts` explains.";
    }
    E205 Error NoneOfTheWords { cell: WrongCell } = "none of the words" {
        says: "{cell}";
        meant: cell.nearest.as_deref();
        why: "Reports count by these words.";
        example: "economic_mission instead of economic-mission";
        mend: "Use one of the words in the message.";
    }
    E206 Error NoDegrees { cell: WrongCell } = "no degrees" {
        says: "{cell}";
        why: "A point off the globe cannot be drawn.";
        example: "97.87";
        mend: "Write decimal degrees such as 37.77; a latitude goes from -90 to 90, a longitude from -180 to 180.";
    }
    E207 Error NoCountry { cell: WrongCell } = "no country" {
        says: "{cell}";
        meant: cell.nearest.as_deref();
        why: "Names of countries differ between languages.";
        example: "us instead of US, or UK instead of GB";
        mend: "Write the two capitals that ISO 3166-1 alpha-2 has for the country.";
    }
    E208 Error NoCurrency { cell: WrongCell } = "no currency" {
        says: "{cell}";
        meant: cell.nearest.as_deref();
        why: "A sign such as $ stands for several currencies.";
        example: "eur instead of EUR";
        mend: "Write the three capitals that ISO 4217 has for the currency.";
    }
    E209 Error NoLanguage { cell: WrongCell } = "no language" {
        says: "{cell}";
        meant: cell.nearest.as_deref();
        why: "Names of languages differ between languages.";
        example: "NL instead of nl";
        mend: "Write the code in lower case.";
    }
    E210 Error NoAddress { cell: WrongCell } = "no address" {
        says: "{cell}";
        why: "A reader must be able to follow it.";
        example: "www.example.org";
        mend: "Write the whole address.";
    }
    E211 Error NoCharacter { cell: WrongCell } = "a character that is none" {
        says: "{cell}";
        why: "It cannot be read, and a terminal may obey it.";
        example: "a backspace, or a question mark in a black diamond, which stands for a character that got lost";
        mend: "Type the text anew.";
    }
    E212 Error OtherOrderOfDays { text: String, order: DayOrder, proof: Option<(String, Place)> } =
    "a date in the other order" {
        says: "`{text}` is not {order}, as {}", match proof {
            Some((proof, place)) => format!("`{proof}` in {place} is; one of the two is wrong"),
            None => "--dates says that dates are".to_owned(),
        };
        why: "The order is decided once for the whole data folder; two orders make every other date doubtful.";
        example: "03/13/2025 in one file and 13/03/2025 in another";
        mend: "Find out which file was saved on another computer, and write its days like 2025-03-13.";
    }
    E213 Error TurnedIntoDay { column: &'static str, text: String } = "a day that Excel made" {
        says: "{column}: {text} is a day, which Excel makes of what it takes for one; what was typed is lost";
        why: "Excel turns 10-15 or 1/2 into a day while it is typed.";
        example: "15 October in the column count, where 10-15 was meant";
        mend: "Format the column as text, and type the value anew; `mission new FILE.xlsx` has such columns.";
    }
    E214 Error FailedFormula { shows: String } = "a formula that failed" {
        says: "the formula of this cell failed: {shows}";
        why: "The value cannot be known.";
        example: "#N/A";
        mend: "Mend the formula, or type the value.";
    }
    E215 Error NoEnterpriseNumber { cell: WrongCell } = "no enterprise number" {
        says: "{cell}";
        why: "Two rows with one number are one organisation: a wrong digit makes it another one.";
        example: "0999.200.167, whose check digits are 66";
        mend: "Write the ten digits that the Crossroads Bank for Enterprises has, or leave the cell empty.";
    }
    E216 Error NoTime { cell: WrongCell } = "no time of day" {
        says: "{cell}";
        why: "A calendar needs hours and minutes.";
        example: "9u30";
        mend: "Write 09:30 (ISO 8601), in the local time of the event, or leave the cell empty.";
    }
    E217 Error MergedCells = "merged cells" {
        says: "this cell is merged with others";
        why: "Only the first of them has a value, and the others would be empty.";
        example: "one date that stands beside three events";
        mend: "Unmerge the cells, and give each its value.";
    }
    E218 Error FormulaWithoutResult = "a formula whose result is not stored" {
        says: "the result of this formula is not stored in the file";
        why: "The cell would be empty, though it shows something once it is opened.";
        example: "a workbook that a program wrote and Excel never saved";
        mend: "Open the workbook, save it, or replace the formula with its value.";
    }
    E301 Error EndsBeforeStart = "the last day before the first" {
        says: "last_day comes before first_day";
        why: "One of the two is wrong.";
        example: "2025-10-11 to 2025-10-04";
        mend: "Correct one of them.";
    }
    E302 Error HalfPeriod = "half a period" {
        says: "first_day and last_day must both be given, or neither";
        why: "Nobody knows when a window begins that has no first day, or when it ends.";
        example: "a last day without a first day, or a window without a last day";
        mend: "Give both, or neither; of what takes place on one day, the first day is enough.";
    }
    E303 Error BasisWithoutDays = "days without a basis" {
        says: "date_basis must be given where the days are, and only there";
        why: "It decides whether the row counts on every day or on one of them.";
        example: "two days, and an empty date_basis";
        mend: "Write stated or window where there are days, and only there.";
    }
    E304 Error AmountWithoutCurrency = "an amount without a currency" {
        says: "amount and currency must both be given, or neither";
        why: "A number without a currency says nothing.";
        example: ">1000000000 without EUR";
        mend: "Give both, or neither.";
    }
    E307 Error TooLong { days: i32 } = "a mission of more than a year" {
        says: "from first_day to last_day there are {days} days";
        why: "No mission takes longer than a year: one of the two days is mistyped.";
        example: "0025-10-04 to 2025-10-11";
        mend: "Correct the day that is wrong.";
    }
    E305 Error HalfPosition = "half a position" {
        says: "latitude and longitude must both be given, or neither";
        why: "A point has both.";
        example: "a latitude alone";
        mend: "Give both, or neither.";
    }
    E306 Error TimeOfNoDay = "a time of no single day" {
        says: "a time of day is for an event whose first day is its last";
        why: "Of an event of several days, or on one of several, nobody knows on which of them it begins then.";
        example: "start_time 09:30 from 2025-10-06 to 2025-10-08";
        mend: "Give the event its one day, or leave the times empty.";
    }
    E401 Error DuplicateKey { key: String, first: Place } = "a key that is there twice" {
        says: "the key `{}` is already that of {first}", shown(key);
        why: "Nobody knows which of the two rows counts.";
        example: "flanders twice in regions.csv";
        mend: "Remove one of the rows, or give it a key of its own.";
    }
    E402 Error UnknownReference { column: &'static str, key: String, table: &'static str, nearest: Option<String> } =
    "a key that is not there" {
        says: "{column}: `{}` is not in {table}", shown(key);
        meant: nearest.as_deref();
        why: "The row would count for nothing, or be left out without a word.";
        example: "san-fransisco instead of san-francisco";
        mend: "Correct the key, or add the row to the other table.";
    }
    E501 Error UnknownWord { column: &'static str, text: String, known: String, nearest: Option<String> } = "a word that is not known" {
        says: "{column}: `{}` is none of: {known}; --value \"{column}:{}={}\" says what it means", shown(text), shown(text),
              nearest.as_deref().unwrap_or("...");
        why: "A word that is taken for another one counts the row in the wrong place.";
        example: "a type `Overige` in a list of companies";
        mend: "Say what it means with --value, or add the category to the data folder first.";
    }
    E502 Error AmbiguousWord { text: String } = "a word that may be organisations or people" {
        says: "subject: `{}` may be organisations (participants) or people; --value \"subject:{}=people\" or =participants decides",
              shown(text), shown(text);
        why: "Three hundred people of a hundred companies are three times as many as a hundred companies.";
        example: "deelnemers, or participants, in a list of press counts";
        mend: "Look into the source, and say with --value which of the two it counts.";
    }
    E503 Error PersonalData { column: &'static str } = "an e-mail address or a telephone number" {
        says: "{column}: there is an e-mail address or a telephone number in this cell";
        why: "A data folder holds no personal data.";
        example: "Acme (info@acme.example) as a name";
        mend: "Leave the address out of the list, and import it again.";
    }
    E505 Error TwoCategories { subject: String, category: String } = "a subject and a category that differ" {
        says: "the subject says {subject}, and the cell of the category {category}";
        why: "A number would be counted for one of them that is of the other.";
        example: "bedrijven beside universiteiten";
        mend: "Correct the cell that is wrong.";
    }
    E506 Error TwoEnds { one: String, other: String } = "two ends of one event" {
        says: "the event ends at {one} by one cell, and at {other} by another";
        why: "Nobody knows which of them is right.";
        example: "08.30 - 10.00 beside an end of 11.00";
        mend: "Correct the cell that is wrong.";
    }
    E504 Error TwoCurrencies { own: String, beside: String } = "an amount in two currencies" {
        says: "the amount is in {own}, and the cell beside it says {beside}";
        why: "Nobody knows which of them is meant.";
        example: "5000 GBP beside EUR";
        mend: "Correct the cell that is wrong.";
    }
    N101 Notice EmptyRows { number: u64 } = "empty rows" {
        says: "{} passed over", numbered(*number, "empty row was", "empty rows were");
        why: "Excel leaves them behind where something was deleted.";
        example: ";;;;";
        mend: "Nothing needs to be done.";
    }
    N102 Notice EmptyColumns { number: usize } = "empty columns" {
        says: "{} passed over", numbered(*number as u64, "empty column was", "empty columns were");
        why: "Excel leaves them behind where something was deleted.";
        example: "region_id;label_en;label_nl;label_fr;;";
        mend: "Nothing needs to be done.";
    }
    N103 Notice OrderOfDays { order: DayOrder, reason: OrderReason } = "the order of days and months" {
        says: "dates are read {order}, as {reason}";
        why: "04/10/2025 is in October in one country and in April in another.";
        example: "13/03/2025 proves that all dates are day first";
        mend: "Nothing, if it is so; otherwise say it with --dates, or write days like 2025-10-04.";
    }
    N104 Notice MoreNotices { number: u64 } = "more notices than are listed" {
        says: "{} not listed", numbered(*number, "more notice on this file is", "more notices on this file are");
        why: "Past 100000 notices of a file they are only counted, as a list must not fill the memory.";
        example: "1000000 agreements without parties";
        mend: "Look at the first ones.";
    }
    N105 Notice HiddenRow = "a hidden row" {
        says: "this row is hidden, and is read all the same";
        why: "What nobody sees may be there by mistake.";
        example: "rows that a filter left out";
        mend: "Nothing, if it belongs to the table; else delete it.";
    }
    N106 Notice HiddenSheet = "a hidden sheet" {
        says: "this sheet is hidden, and is read all the same";
        why: "What nobody sees may be there by mistake.";
        example: "an earlier version of claims";
        mend: "Nothing, if it is meant; else delete the sheet.";
    }
    N107 Notice ShortRows { number: u64 } = "rows that end early" {
        says: "{} before the last columns, whose cells are taken as empty", numbered(*number, "row ends", "rows end");
        why: "Cells that may be empty are missing; a delimiter that was lost would shift the others.";
        example: "a row of 5 cells below a header of 8";
        mend: "Nothing, if the last cells are not known.";
    }
    N108 Notice Invisible { text: String } = "a character that nobody sees" {
        says: "there is a character in `{}` that nobody sees", shown(text);
        why: "Two texts that look the same are then different.";
        example: "a zero-width blank, or a second byte order mark";
        mend: "Delete the text and type it again.";
    }
    N109 Notice Mojibake { column: &'static str, text: String } = "letters that were read in the wrong encoding" {
        says: "{column}: `{}` looks like UTF-8 that was read as Windows-1252", shown(text);
        why: "The name is wrong wherever it is shown.";
        example: "BÃªta instead of Bêta";
        mend: "Save the file as CSV UTF-8 from where its letters are right.";
    }
    N110 Notice SaysNothing { column: &'static str, text: String } = "a text that says that nothing is known" {
        says: "{column}: `{}` stands for not known, which is an empty cell", shown(text);
        why: "It would be shown as if it were a name.";
        example: "NA, or a dash";
        mend: "Empty the cell.";
    }
    N111 Notice Decomposed { text: String } = "letters with their accents apart" {
        says: "in `{}`, accents stand behind their letters: = and LIKE find it only where it is written the same way", shown(text);
        why: "Two spellings that look alike are two texts: Unicode has é as one sign, and as e with an accent behind it.";
        example: "Café, copied from the name of a file on a Mac";
        mend: "Type the letters anew, or paste the text from somewhere else; names are compared without accents anyway.";
    }
    N201 Notice NearlyASubject { subject: String, nearest: &'static str } = "nearly a subject" {
        says: "the subject `{}` is one of its own", shown(subject);
        meant: Some(nearest);
        why: "A misspelt subject is never held against the rows and the other claims.";
        example: "participant instead of participants";
        mend: "Correct the word, unless something else is meant.";
    }
    N202 Notice AnotherWord { subject: String, meant: String } = "another word for a subject" {
        says: "the subject `{}` is held against no rows: for that, write {meant}", shown(subject);
        why: "Rows, totals and regions are held against participants, people, agreements and events only.";
        example: "bedrijven instead of participants with category_id company";
        mend: "Write that subject and category, unless something else is meant.";
    }
    N203 Notice NoCompanies = "no category of companies" {
        says: "no category is `company`, which the overview of missions counts as companies";
        why: "The overview shows what was published of the participants of that category.";
        example: "a category with the key enterprise";
        mend: "Call the category of companies `company`, if there is one.";
    }
    N204 Notice OtherUnit { count: String } = "the same number of another unit" {
        says: "the same source counts {count} people and {count} participants here";
        why: "One of the two is often a slip: 127 companies are seldom 127 people.";
        example: "127 companies and 127 people from one article";
        mend: "Look at the source once more; nothing, if it is so.";
    }
    N205 Notice OtherSourceSays { column: &'static str, text: String, kept: String } = "another source says something else" {
        says: "{column}: this list has `{}`, the data folder has `{}` of another source, which stays", shown(text), shown(kept);
        why: "Nobody knows which of two sources is right.";
        example: "a company in Brussels in one list, in Flanders in another";
        mend: "Look into both, and correct the row of the data folder if it is wrong.";
    }
    N206 Notice LeftEmpty { column: &'static str, text: String, why: String } = "a cell that is left empty" {
        says: "{why}; the cell stays empty";
        why: "It cannot be read, and nothing is guessed; --strict makes a defect of it.";
        example: "`begin maart` as a date";
        mend: "Correct it in the list and import it again, or say what it means with --value.";
    }
    N207 Notice NoKnownCity { text: String, into_venue: bool } = "a place that is no known city" {
        says: "`{}` is no known city{}; --country XX adds it as one", shown(text),
              if *into_venue { " and goes to venue" } else { ": the cell stays empty" };
        why: "A place may be a city, a building or a country.";
        example: "Callao, where cities.csv has Lima only";
        mend: "Import with --country and the code of the country, or add the city to cities.csv.";
    }
    N208 Notice NamesAPerson { column: &'static str, text: String } = "a text that may name a person" {
        says: "{column}: `{}` may name a person", shown(text);
        why: "A data folder holds organisations and no persons; only whole columns of persons are dropped.";
        example: "Meeting with Mrs Proof";
        mend: "Correct the text in the list, and import it again.";
    }
    N301 Notice OutsideMission { first: String, last: String } = "an event outside its mission" {
        says: "this event lies wholly or partly outside the days of its mission, {first} to {last}";
        why: "The report of events per day shows only the days of the mission.";
        example: "a press briefing in the week before";
        mend: "Nothing, if it is so; otherwise correct the days.";
    }
    N302 Notice NoParties = "an agreement without parties" {
        says: "this agreement has no parties in agreement_parties";
        why: "It is not known from which region and category its parties come.";
        example: "an agreement of which only the title was published";
        mend: "Add its parties if they are known.";
    }
    N402 Notice ListedAgain { first: Place } = "an organisation that is listed again" {
        says: "the same organisation as at {first}; the first row counts";
        why: "Its name, or its enterprise number, is that of an earlier row of the list.";
        example: "Acme NV and ACME";
        mend: "Nothing, if it is one; else give both their enterprise numbers.";
    }
    N404 Notice LongMission { days: i32 } = "a mission of more than two months" {
        says: "from first_day to last_day there are {days} days, more than a mission takes";
        why: "A month or a year that is mistyped makes every report of days too long.";
        example: "2025-09-04 to 2025-12-11";
        mend: "Nothing, if it is right; else correct the day.";
    }
    N401 Notice LikelyDouble { first: Place } = "a likely double" {
        says: "this is probably the same as {first}: counted once for certain, and as possibly two";
        why: "But for case, accents, signs and legal form the names are one; nothing is merged, as they may be two.";
        example: "Acme NV and ACME";
        mend: "Remove one of the rows if both are the same.";
    }
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

//! What a reader wants to know of the code of a defect.

use super::code::Code;

/// What a code is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// In a few words.
    pub title: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example.
    pub example: &'static str,
    /// How to mend it.
    pub mend: &'static str,
}

impl Code {
    /// What it is about.
    #[rustfmt::skip]
    pub fn explanation(self) -> Explanation {
        let explain = |title, meaning, why, example, mend| Explanation { title, meaning, why, example, mend };
        match self {
            Self::E101 => explain(
                "a file or sheet that is no table",
                "The folder holds a CSV file, or the workbook a sheet, whose name is none of the tables.",
                "A misspelt name would lose a whole table without a word.",
                "event.csv",
                "Rename it to the table that is meant, or move it out of the folder.",
            ),
            Self::E102 => explain(
                "a file that must be there",
                "sources and missions must be in every data folder.",
                "Every row names its mission and its source.",
                "a folder without sources.csv",
                "Add the file, with at least its header.",
            ),
            Self::E103 => explain(
                "an empty file",
                "The file has no header.",
                "Without a header nobody knows which column is which.",
                "a file of 0 bytes",
                "Write the header as the first line, or remove the file.",
            ),
            Self::E104 => explain(
                "bytes that are not UTF-8",
                "Some letters of the file are UTF-8, other bytes of it are not.",
                "Each guess at what was meant could change a name.",
                "Liège written once in UTF-8 and once in Windows-1252",
                "Open the file, mend the letter and save it as CSV UTF-8.",
            ),
            Self::E105 => explain(
                "a quote that is never closed",
                "A cell begins with a quote, and no quote ends it.",
                "Everything up to the end of the file would be one cell, and its rows lost.",
                "x,\"y,z",
                "Close the quote, or double it if it belongs to the text.",
            ),
            Self::E106 => explain(
                "more defects than are listed",
                "The file has more than 100000 defects and notices; the others were counted, and are not listed.",
                "A file with so many has one cause for most of them.",
                "a column of 2000000 keys with capitals in them",
                "Mend the first ones, look for the cause that they share, and run mission init again.",
            ),
            Self::E111 => explain(
                "a column that is missing",
                "A column that every row needs is not in the header.",
                "Its values cannot be invented.",
                "participants.csv without category_id",
                "Add the column to the header and to every row.",
            ),
            Self::E112 => explain(
                "a column that the table does not have",
                "The header names an unknown column.",
                "A misspelt name would lose the column without a word.",
                "latitud",
                "Correct the name, or remove the column.",
            ),
            Self::E113 => explain(
                "a column that is there twice",
                "The header names a column twice.",
                "Nobody knows which of the two counts.",
                "label_fr,label_fr",
                "Remove or rename one of them.",
            ),
            Self::E114 => explain(
                "a header that is too wide",
                "The header has more cells than a sheet of Excel has columns.",
                "The file is probably no table at all, or separated by something else.",
                "a header of 1000000 cells",
                "Look at the file in an editor; separate its cells by commas, semicolons or tabs.",
            ),
            Self::E121 => explain(
                "a record with too many or too few cells",
                "The record does not have as many cells as the header.",
                "A missing or surplus delimiter shifts every value behind it.",
                "3 cells below a header of 4",
                "Add the missing delimiter, or quote the cell that holds one.",
            ),
            Self::E122 => explain(
                "a value without a column",
                "A cell has a value, and its column no name in the header.",
                "The value would be lost.",
                "a remark to the right of the table",
                "Name the column, or remove the value.",
            ),
            Self::E123 => explain(
                "a record that does not end",
                "A record is longer than 16 MiB.",
                "A quote that is closed far too late would make one record of all rows between.",
                "a line of 1 GB",
                "Look at the quotes of this record, and shorten its texts.",
            ),
            Self::E201 => explain(
                "an empty cell that must not be empty",
                "The column needs a value in every row.",
                "Empty means not known, and this must be known.",
                "a participant without a name",
                "Fill the cell, or remove the row.",
            ),
            Self::E202 => explain(
                "no slug",
                "A key has other characters than a-z, 0-9 and hyphens.",
                "Keys are typed in commands and compared byte by byte.",
                "San Francisco instead of san-francisco",
                "Write it in lower case, with hyphens instead of blanks.",
            ),
            Self::E203 => explain(
                "no day",
                "The cell is no day of the calendar, written 2025-10-04 (ISO 8601), 4/10/2025, 4-10-2025 or 4.10.2025.",
                "What takes place on a day that does not exist is shown on none.",
                "2025-02-30",
                "Write the day like 2025-10-04, or leave the cell empty.",
            ),
            Self::E204 => explain(
                "no count",
                "The cell is none of the notations of a count.",
                "A count stands for an interval; words do not say which.",
                "ca. 218 instead of ~218",
                "Write 112, >30, >=30, 30+, <500, <=500, 10-15 or ~500.",
            ),
            Self::E205 => explain(
                "none of the words",
                "The column allows only certain words.",
                "Reports count by these words.",
                "economic_mission instead of economic-mission",
                "Use one of the words in the message.",
            ),
            Self::E206 => explain(
                "no degrees",
                "A latitude is a number from -90 to 90, a longitude from -180 to 180.",
                "A point off the globe cannot be drawn.",
                "97.87",
                "Write decimal degrees, such as 37.77.",
            ),
            Self::E207 => explain(
                "no country",
                "The cell is no code of ISO 3166-1 alpha-2, which has two capitals for every country.",
                "Names of countries differ between languages.",
                "us instead of US, or UK instead of GB",
                "Write the code of the standard.",
            ),
            Self::E208 => explain(
                "no currency",
                "The cell is no code of ISO 4217, which has three capitals for every currency.",
                "A sign such as $ stands for several currencies.",
                "eur instead of EUR",
                "Write the code of the standard.",
            ),
            Self::E209 => explain(
                "no language",
                "A language is a code of two lower-case letters (ISO 639-1).",
                "Names of languages differ between languages.",
                "NL instead of nl",
                "Write the code in lower case.",
            ),
            Self::E210 => explain(
                "no address",
                "An address on the web starts with http:// or https://.",
                "A reader must be able to follow it.",
                "www.example.org",
                "Write the whole address.",
            ),
            Self::E211 => explain(
                "a character that is none",
                "The text has a control character, or the sign for a character that got lost.",
                "It cannot be read, and a terminal may obey it.",
                "a backspace, or a question mark in a black diamond",
                "Type the text anew.",
            ),
            Self::E212 => explain(
                "a date in the other order",
                "The date can only be read with the month first where others can only be read with the day first, \
                 or the reverse.",
                "The order is decided once for the whole data folder; two orders make every other date doubtful.",
                "03/13/2025 in one file and 13/03/2025 in another",
                "Find out which file was saved on another computer, and write its days like 2025-03-13.",
            ),
            Self::E213 => explain(
                "a day that Excel made",
                "The cell of a workbook holds a day, where its column holds something else.",
                "Excel turns 10-15 or 1/2 into a day while it is typed, and keeps nothing of what was typed.",
                "15 October in the column count, where 10-15 was meant",
                "Format the column as text, and type the value anew; `mission new FILE.xlsx` has such columns.",
            ),
            Self::E214 => explain(
                "a formula that failed",
                "The cell of a workbook shows an error instead of a value.",
                "The value cannot be known.",
                "#N/A",
                "Mend the formula, or type the value.",
            ),
            Self::E301 => explain(
                "the last day before the first",
                "last_day comes before first_day.",
                "One of the two is wrong.",
                "2025-10-11 to 2025-10-04",
                "Correct one of them.",
            ),
            Self::E302 => explain(
                "half a period",
                "first_day or last_day is given, the other is not.",
                "A single day has the same first and last day; guessing would make it so.",
                "a first day without a last day",
                "Give both, or neither.",
            ),
            Self::E303 => explain(
                "days without a basis",
                "date_basis is given without days, or days without it.",
                "It decides whether the row counts on every day or on one of them.",
                "two days, and an empty date_basis",
                "Write stated or window where there are days, and only there.",
            ),
            Self::E304 => explain(
                "an amount without a currency",
                "amount or currency is given, the other is not.",
                "A number without a currency says nothing.",
                ">1000000000 without EUR",
                "Give both, or neither.",
            ),
            Self::E305 => explain(
                "half a position",
                "latitude or longitude is given, the other is not.",
                "A point has both.",
                "a latitude alone",
                "Give both, or neither.",
            ),
            Self::E401 => explain(
                "a key that is there twice",
                "Another row has the same key.",
                "Nobody knows which of the two counts.",
                "flanders twice in regions.csv",
                "Remove one of the rows, or give it a key of its own.",
            ),
            Self::E402 => explain(
                "a key that is not there",
                "The row refers to a key that the other table does not have.",
                "It would count for nothing, or be left out without a word.",
                "san-fransisco instead of san-francisco",
                "Correct the key, or add the row to the other table.",
            ),
            Self::N101 => explain(
                "empty rows",
                "The file has rows without any value; they were passed over.",
                "Excel leaves them behind where something was deleted.",
                ";;;;",
                "Nothing needs to be done.",
            ),
            Self::N102 => explain(
                "empty columns",
                "The file ends in columns without a name and without any value; they were passed over.",
                "Excel leaves them behind where something was deleted.",
                "region_id;label_en;label_nl;label_fr;;",
                "Nothing needs to be done.",
            ),
            Self::N103 => explain(
                "the order of days and months",
                "The data folder has dates that are not ISO 8601, and this is how they were read.",
                "04/10/2025 is in October in one country and in April in another.",
                "13/03/2025 proves that all dates are day first",
                "Nothing, if it is so; otherwise say it with --dates, or write days like 2025-10-04.",
            ),
            Self::N104 => explain(
                "more notices than are listed",
                "There is more to be known of the file than 100000 notices; the others were counted, and are not listed.",
                "A list must not fill the memory.",
                "1000000 agreements without parties",
                "Look at the first ones.",
            ),
            Self::N201 => explain(
                "nearly a subject",
                "The claim counts something by a word that is nearly participants, people, agreements or events.",
                "A misspelt subject is never held against the rows and the other claims.",
                "participant instead of participants",
                "Correct the word, unless something else is meant.",
            ),
            Self::N301 => explain(
                "an event outside its mission",
                "The days of the event lie wholly or partly outside those of its mission.",
                "The report of events per day shows only the days of the mission.",
                "a press briefing in the week before",
                "Nothing, if it is so; otherwise correct the days.",
            ),
            Self::N302 => explain(
                "an agreement without parties",
                "No row of agreement_parties.csv belongs to the agreement.",
                "It is not known from which region and category its parties come.",
                "an agreement of which only the title was published",
                "Add its parties if they are known.",
            ),
            Self::N401 => explain(
                "a likely double",
                "The name is that of another participant of the mission but for case, accents, signs and legal form.",
                "An organisation that is listed twice is counted twice. Nothing is merged: they may be two.",
                "Acme NV and ACME",
                "Remove one of the rows if both are the same organisation.",
            ),
        }
    }
}

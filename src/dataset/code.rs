//! The codes of defects: stable, and each with what a reader wants to know of it.

/// The code of a kind of defect. A code keeps its meaning for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(ascii_case_insensitive)]
pub enum Code {
    /// A CSV file that is no table.
    E101,
    /// A file that must be there.
    E102,
    /// An empty file.
    E103,
    /// Bytes that are not UTF-8.
    E104,
    /// A quote that is never closed.
    E105,
    /// More defects than are listed.
    E106,
    /// A column that is missing.
    E111,
    /// A column that the table does not have.
    E112,
    /// A column that is there twice.
    E113,
    /// A header that is too wide.
    E114,
    /// A record with too many or too few cells.
    E121,
    /// A value without a column.
    E122,
    /// A record that does not end.
    E123,
    /// An empty cell that must not be empty.
    E201,
    /// No slug.
    E202,
    /// No day.
    E203,
    /// No count.
    E204,
    /// None of the words.
    E205,
    /// No degrees.
    E206,
    /// No country.
    E207,
    /// No currency.
    E208,
    /// No language.
    E209,
    /// No address.
    E210,
    /// A character that is none.
    E211,
    /// A date in the other order.
    E212,
    /// A day that Excel made.
    E213,
    /// A formula that failed.
    E214,
    /// The last day before the first.
    E301,
    /// Half a period.
    E302,
    /// Days without a basis.
    E303,
    /// An amount without a currency.
    E304,
    /// Half a position.
    E305,
    /// A key that is there twice.
    E401,
    /// A key that is not there.
    E402,
    /// Empty rows.
    N101,
    /// Empty columns.
    N102,
    /// The order of days and months.
    N103,
    /// More notices than are listed.
    N104,
    /// Nearly a subject.
    N201,
    /// An event outside its mission.
    N301,
    /// An agreement without parties.
    N302,
    /// A likely double.
    N401,
}

/// Whether something is wrong, or only worth knowing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Wrong: nothing is built.
    Error,
    /// Worth knowing: the database is built.
    Notice,
}

impl Level {
    /// The word for it in messages and data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Notice => "notice",
        }
    }
}

impl Code {
    /// The code itself.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it is wrong, or only worth knowing.
    pub fn level(self) -> Level {
        if self.name().starts_with('E') { Level::Error } else { Level::Notice }
    }
}

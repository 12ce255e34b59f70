//! The domain: one record per table of the data folder.

mod contradiction;

use crate::cell::{
    Cell, CellError, CellKind, Country, Currency, Day, Degrees, EnterpriseNumber, Language, Name, Slug, Text, Time,
    Url, Value,
};
use crate::count::Count;
use crate::defect::DefectKind;
use crate::words::{
    AgreementKind, AgreementStatus, DateBasis, EventKind, ListedSubject, MissionKind, ParticipantStatus, Stage,
};
pub use contradiction::Contradiction;
pub(crate) use contradiction::named;
use contradiction::{ends_before_start, half, period, time_of_no_day, too_long};

#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    /// Whether its cells may be empty, and the column itself absent.
    pub optional: bool,
    /// The endings of the database columns that it fills.
    pub endings: &'static [&'static str],
    pub kind: CellKind,
    /// Why a text cannot stand in it, if it cannot.
    pub check: fn(&str) -> Result<(), CellError>,
    /// The text in it of a row of its table; `None` = not known, or a number, or a row of another table.
    pub text: for<'r> fn(&Record<'r>) -> Option<&'r str>,
}

impl Column {
    /// Whether it is a label in one of the languages, and so what the others are where nothing else is given.
    pub fn is_label(&self) -> bool {
        self.name.starts_with("label_")
    }
}

/// Makes of each table one record and one variant of `Table`.
macro_rules! tables {
    ($($(#[$doc:meta])* $Record:ident = $name:literal, key $key:literal, check $check:expr; { $($column:ident: $Type:ty,)* })*) => {
        /// A table of the data folder.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Table { $($(#[$doc])* $Record),* }

        impl Table {
            /// Every table, each after those that it refers to.
            pub const ALL: &'static [Self] = &[$(Self::$Record),*];

            /// Its name in the database, and that of its CSV file without `.csv`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$Record => $name),* }
            }

            /// The columns of its CSV file, in their canonical order.
            pub fn columns(self) -> &'static [Column] {
                match self {
                    $(Self::$Record => const { &[$(Column {
                        name: stringify!($column),
                        optional: <$Type as Cell>::OPTIONAL,
                        endings: <$Type as Cell>::ENDINGS,
                        kind: <$Type as Cell>::KIND,
                        check: |text| <$Type as Cell>::parse(text).map(drop),
                        text: |row| {
                            let Record::$Record(row) = row else { return None };
                            <$Type as Cell>::text(row.$column)
                        },
                    }),*] }),*
                }
            }

            /// Which of its columns has a name; `None` = none of them.
            pub fn position(self, column: &str) -> Option<usize> {
                self.columns().iter().position(|known| known.name == column)
            }

            /// The columns that together tell its rows apart.
            pub fn key(self) -> &'static [Column] {
                match self { $(Self::$Record => &self.columns()[..$key]),* }
            }

            /// The table whose rows a column refers to: the one whose key ends with a column of that name.
            pub fn refers_to(self, column: &Column) -> Option<Self> {
                let is_key_of = |table: &&Self| table.key().last().is_some_and(|key| key.name == column.name);
                Self::ALL.iter().take_while(|table| **table != self).find(is_key_of).copied()
            }

            /// Reads cells in the order of the columns; `None` if one of them is wrong: [`Column::check`] tells why.
            pub fn read<'t>(self, mut cells: impl Iterator<Item = &'t str>) -> Option<Record<'t>> {
                Some(match self {
                    $(Self::$Record => Record::$Record($Record {
                        $($column: <$Type as Cell>::parse(cells.next()?).ok()?),*
                    })),*
                })
            }

            /// Reads a record back from the values that it bound; `None` if they are those of no record of this table.
            pub(crate) fn stored<'t>(self, mut values: impl Iterator<Item = Value<&'t str>>) -> Option<Record<'t>> {
                let row = match self {
                    $(Self::$Record => Record::$Record($Record {
                        $($column: <$Type as Cell>::unbind(values.next()?, &mut values)?),*
                    })),*
                };
                values.next().is_none().then_some(row)
            }

            /// Its CSV file in the seed.
            pub fn seed(self) -> &'static str {
                match self { $(Self::$Record => include_str!(concat!("../../seed/", $name, ".csv"))),* }
            }
        }

        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $Record<'r> { $(pub $column: <$Type as Cell>::Read<'r>),* }
        )*

        /// One row of one table, its cells typed and borrowed from the text that it was read from.
        #[derive(Debug, Clone, Copy)]
        pub enum Record<'r> { $($(#[$doc])* $Record($Record<'r>)),* }

        impl Record<'_> {
            /// Hands over its values of SQL, in the order of the columns and their endings.
            pub(crate) fn bind(&self, take: &mut impl FnMut(Value<&str>)) {
                match self {
                    $(Self::$Record(row) => { $(<$Type as Cell>::bind(row.$column, take);)* })*
                }
            }

            /// What of it contradicts itself.
            pub fn contradictions(&self) -> Vec<Contradiction> {
                match self {
                    $(Self::$Record(row) => {
                        let check: for<'r> fn(&$Record<'r>) -> _ = $check;
                        check(row)
                    })*
                }
            }
        }
    };
}

tables! {
    Source = "sources", key 1, check |_| Vec::new(); {
        source_id: Slug,
        title: Text,
        publisher: Option<Text>,
        url: Option<Url>,
        published_on: Option<Day>,
        language: Option<Language>,
    }
    Mission = "missions", key 1, check |row| {
        let (first, last) = (named!(row.first_day), named!(row.last_day));
        Vec::from_iter(ends_before_start(first, last).or_else(|| too_long(first, last)))
    }; {
        mission_id: Slug,
        name: Text,
        kind: Option<MissionKind>,
        lead: Option<Text>,
        first_day: Option<Day>,
        last_day: Option<Day>,
        source_id: Slug,
    }
    Region = "regions", key 1, check |_| Vec::new(); {
        region_id: Slug,
        label_en: Text,
        label_nl: Text,
        label_fr: Text,
    }
    Category = "categories", key 1, check |_| Vec::new(); {
        category_id: Slug,
        label_en: Text,
        label_nl: Text,
        label_fr: Text,
    }
    City = "cities", key 1, check |row| {
        Vec::from_iter(half(named!(row.latitude), named!(row.longitude), DefectKind::HalfPosition))
    }; {
        city_id: Slug,
        name: Text,
        state: Option<Text>,
        country: Country,
        latitude: Option<Degrees<90>>,
        longitude: Option<Degrees<180>>,
    }
    /// One participating organisation, never a person.
    Participant = "participants", key 2, check |_| Vec::new(); {
        mission_id: Slug,
        participant_id: Slug,
        name: Text,
        category_id: Slug,
        region_id: Option<Slug>,
        status: Option<ParticipantStatus>,
        enterprise_number: Option<EnterpriseNumber>,
        source_id: Slug,
        locator: Option<Text>,
    }
    /// One contract, memorandum, partnership or announced investment.
    Agreement = "agreements", key 2, check |row| {
        let mut found = period(named!(row.first_day), named!(row.last_day), named!(row.date_basis));
        found.extend(half(named!(row.amount), named!(row.currency), DefectKind::AmountWithoutCurrency));
        found
    }; {
        mission_id: Slug,
        agreement_id: Slug,
        title: Text,
        kind: AgreementKind,
        status: AgreementStatus,
        city_id: Option<Slug>,
        first_day: Option<Day>,
        last_day: Option<Day>,
        date_basis: Option<DateBasis>,
        amount: Option<Count>,
        currency: Option<Currency>,
        source_id: Slug,
        locator: Option<Text>,
    }
    AgreementParty = "agreement_parties", key 3, check |_| Vec::new(); {
        mission_id: Slug,
        agreement_id: Slug,
        party: Name,
        country: Option<Country>,
        participant_id: Option<Slug>,
    }
    Event = "events", key 2, check |row| {
        let mut found = period(named!(row.first_day), named!(row.last_day), named!(row.date_basis));
        let is_one_day = row.first_day.is_some() && row.first_day == row.last_day;
        found.extend(time_of_no_day(is_one_day, &[named!(row.start_time), named!(row.end_time)]));
        found
    }; {
        mission_id: Slug,
        event_id: Slug,
        title: Text,
        kind: EventKind,
        city_id: Option<Slug>,
        venue: Option<Text>,
        host: Option<Text>,
        first_day: Option<Day>,
        last_day: Option<Day>,
        date_basis: Option<DateBasis>,
        start_time: Option<Time>,
        end_time: Option<Time>,
        source_id: Slug,
        locator: Option<Text>,
    }
    Claim = "claims", key 2, check |_| Vec::new(); {
        mission_id: Slug,
        claim_id: Slug,
        subject: Slug,
        category_id: Option<Slug>,
        region_id: Option<Slug>,
        city_id: Option<Slug>,
        day: Option<Day>,
        count: Count,
        stage: Option<Stage>,
        origin: Option<Slug>,
        source_id: Slug,
        locator: Option<Text>,
    }
    /// One declaration that a table lists everything of a subject.
    CompleteList = "complete_lists", key 3, check |_| Vec::new(); {
        mission_id: Slug,
        subject: ListedSubject,
        region_id: Option<Slug>,
        source_id: Slug,
    }
}

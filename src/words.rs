//! The closed lists of words in the data folder, each an enum.

use crate::cell::{Bindings, Cell, CellError, CellKind};
use rusqlite::types::ValueRef;
use serde::{Deserialize, Deserializer, de::Error as _};

/// A closed list of words, each a variant of an enum of the domain.
macro_rules! word_cell {
    ($($(#[$doc:meta])* $Name:ident { $($(#[$variant_doc:meta])* $Variant:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
        #[strum(serialize_all = "kebab-case")]
        pub enum $Name { $($(#[$variant_doc])* $Variant),* }

        impl $Name {
            /// The word as it stands in the data folder.
            pub fn word(self) -> &'static str {
                self.into()
            }
        }

        impl Cell for $Name {
            const KIND: CellKind = CellKind::Word(<Self as strum::VariantNames>::VARIANTS);

            fn parse(text: &str) -> Result<Self, CellError> {
                match text {
                    "" => Err(CellError::Empty),
                    text => text.parse().map_err(|_| CellError::NotA(Self::KIND)),
                }
            }

            fn bind<'a>(&'a self, row: &mut Bindings<'a>) {
                row.push(ValueRef::Text(self.word().as_bytes()));
            }

            type Stored<'b> = Self;

            fn unbind<'b>(first: ValueRef<'b>, _: &mut impl Iterator<Item = ValueRef<'b>>) -> Option<Self> {
                Self::parse(first.as_str().ok()?).ok()
            }

            fn text<'b>(stored: Self::Stored<'b>) -> Option<&'b str> {
                Some(stored.word())
            }
        }

        impl<'de> Deserialize<'de> for $Name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <&str>::deserialize(deserializer)?;
                <Self as Cell>::parse(text).map_err(D::Error::custom)
            }
        }
    )*};
}

word_cell! {
    MissionKind {
        EconomicMission,
        StateVisit,
    }
    AgreementKind {
        Contract,
        Memorandum,
        Partnership,
        Investment,
        /// Not said more precisely.
        Agreement,
    }
    AgreementStatus {
        /// Certain.
        Signed,
        /// Certain.
        Announced,
        /// To be signed, not known whether it was: possible.
        Planned,
    }
    EventKind {
        Visit,
        Speech,
        Reception,
        Meeting,
        Seminar,
        Meal,
        Panel,
        Award,
        Journey,
        Networking,
        Opening,
        Culture,
        Press,
        Signing,
        Briefing,
        /// Companies present themselves.
        Pitch,
    }
    /// What the days of a row say.
    DateBasis {
        /// It takes place on every day from the first to the last.
        Stated,
        /// It takes place on one of these days, not known which.
        Window,
    }
    /// When a count was published.
    Stage {
        /// Before the mission.
        Expected,
        /// During or after it.
        Reported,
    }
    /// A subject whose rows a table lists.
    ListedSubject {
        Participants,
        Agreements,
        Events,
    }
}

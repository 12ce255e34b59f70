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
    /// What kind of mission it is.
    MissionKind {
        /// An economic mission.
        EconomicMission,
        /// A state visit with an economic delegation.
        StateVisit,
    }
    /// What kind of agreement it is.
    AgreementKind {
        /// A contract.
        Contract,
        /// A memorandum of understanding.
        Memorandum,
        /// A partnership or cooperation.
        Partnership,
        /// An announced investment.
        Investment,
        /// An agreement, not said more precisely.
        Agreement,
    }
    /// How far an agreement has come.
    AgreementStatus {
        /// Signed: certain.
        Signed,
        /// Announced: certain.
        Announced,
        /// To be signed, not known whether it was: possible.
        Planned,
    }
    /// What kind of event it is.
    EventKind {
        /// A visit to a company or an institution.
        Visit,
        /// A speech or lecture.
        Speech,
        /// A reception.
        Reception,
        /// A meeting, also with office holders.
        Meeting,
        /// A seminar.
        Seminar,
        /// A breakfast, lunch or dinner.
        Meal,
        /// A panel, round table or debate.
        Panel,
        /// The handing over of an award.
        Award,
        /// A journey.
        Journey,
        /// A networking event.
        Networking,
        /// An opening or inauguration.
        Opening,
        /// A cultural event.
        Culture,
        /// A press conference or briefing.
        Press,
        /// The signing of an agreement.
        Signing,
        /// A briefing of the delegation.
        Briefing,
        /// Pitches of companies.
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
        /// Participating organisations.
        Participants,
        /// Agreements.
        Agreements,
        /// Events.
        Events,
    }
}

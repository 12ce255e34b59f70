//! The closed lists of words in the data folder, each an enum.

use crate::cell::{Cell, CellError, CellKind, Value};

macro_rules! word_cell {
    ($($(#[$doc:meta])* $Name:ident { $($(#[$variant_doc:meta])* $Variant:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
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

            type Read<'t> = Self;

            fn parse(text: &str) -> Result<Self, CellError> {
                text.parse().map_err(|_| if text.is_empty() { CellError::Empty } else { CellError::NotA(Self::KIND) })
            }

            fn bind(read: Self::Read<'_>, take: &mut impl FnMut(Value<&str>)) {
                take(Value::Text(read.word()));
            }

            fn unbind<'t>(first: Value<&'t str>, _: &mut impl Iterator<Item = Value<&'t str>>) -> Option<Self> {
                Self::parse(first.text()?).ok()
            }

            fn text<'t>(read: Self::Read<'t>) -> Option<&'t str> {
                Some(read.word())
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
        Contract, Memorandum, Partnership, Investment,
        /// Not said more precisely.
        Agreement,
    }
    AgreementStatus {
        Signed, Announced,
        /// To be signed, not known whether it was: possible.
        Planned,
    }
    ParticipantStatus {
        /// Named beforehand, not known whether it took part: possible.
        Announced,
    }
    EventKind {
        Visit, Speech, Reception, Meeting, Seminar, Meal, Panel, Award, Journey, Networking, Opening, Culture, Press,
        Signing, Briefing,
        /// Companies present themselves.
        Pitch,
    }
    /// Which of its days a row is about.
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
    ListedSubject { Participants, Agreements, Events }
}

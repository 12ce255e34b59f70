//! What is to be thought of a claim.

/// A verdict, the worst first.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "lowercase")]
pub enum Verdict {
    /// The rows leave nothing even of its loose reading.
    Refuted,
    /// It is in a hard contradiction all of whose numbers its own source published.
    Inconsistent,
    /// It is in a hard contradiction with claims of other sources.
    Conflicting,
    /// It is in a contradiction that an assumption makes.
    Conditional,
    /// Nothing decides.
    Unverified,
    /// Rows and complete lists, or independent counts, leave only what it says.
    Supported,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        self.into()
    }
}

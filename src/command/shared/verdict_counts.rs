//! How many claims have which verdict.

use crate::error::Error;
use crate::language::{Language, Phrase};
use rusqlite::{Connection, named_params};

pub(crate) struct VerdictCounts {
    claims: i64,
    pub(crate) refuted: i64,
    pub(crate) disputed: i64,
    unverified: i64,
    supported: i64,
}

impl VerdictCounts {
    /// Of one mission, or of all; `claims` is a JSON array of the only claims to count, or empty.
    pub(crate) fn of(conn: &Connection, mission: Option<&str>, claims: &str) -> Result<Self, Error> {
        let parameters = named_params! { ":mission": mission, ":claims": claims };
        Ok(conn.query_row(include_str!("../sql/check_counts.sql"), parameters, |row| {
            Ok(Self {
                claims: row.get("claims")?,
                refuted: row.get("refuted")?,
                disputed: row.get("disputed")?,
                unverified: row.get("unverified")?,
                supported: row.get("supported")?,
            })
        })?)
    }

    pub(crate) fn sentence(&self, language: Language) -> String {
        let phrase = if self.claims == 1 { Phrase::ClaimByVerdict } else { Phrase::ClaimsByVerdict };
        let numbers = [self.claims, self.refuted, self.disputed, self.unverified, self.supported];
        let numbers = numbers.map(|n| language.number(n));
        language.fill_all(phrase, &numbers.each_ref().map(String::as_str))
    }
}

//! What is said of a defect.

use super::{Defect, DefectKind};
use crate::cell::{CellError, OrderReason, turns_text};
use crate::model::ContradictionKind;
use std::fmt;

impl fmt::Display for DefectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFile { .. } => f.write_str("no table goes by this name"),
            Self::UnknownSheet { .. } => f.write_str("no table goes by the name of this sheet"),
            Self::MissingFile => f.write_str("this table must be there"),
            Self::NoHeader => f.write_str("the file is empty; its first line must be the header"),
            Self::NotUtf8 => f.write_str("these bytes are not UTF-8, as other letters of this file are"),
            Self::UnclosedQuote => f.write_str("the quote that opens this cell is never closed"),
            Self::MissingColumn(name) => write!(f, "the column `{name}` is missing in the header"),
            Self::UnknownColumn { name, .. } => write!(f, "there is no column `{}` in this table", shown(name)),
            Self::UnnamedColumn => f.write_str("this column has a value, but no name in the header"),
            Self::DoubledColumn(name) => write!(f, "the column `{name}` is there twice"),
            Self::CellCount { found, expected } => {
                let cells = if *found == 1 { "cell" } else { "cells" };
                write!(f, "{found} {cells} in this record, {expected} in the header")
            }
            Self::Cell { column, error: error @ CellError::Missing, .. } => write!(f, "{column}: expected {error}"),
            Self::Cell { column, text, error, .. } => write!(f, "{column}: `{}` is not {error}", shown(text)),
            Self::Contradiction(kind) => f.write_str(match kind {
                ContradictionKind::EndsBeforeStart => "last_day comes before first_day",
                ContradictionKind::HalfPeriod => "first_day and last_day must both be given, or neither",
                ContradictionKind::BasisWithoutDays => "date_basis must be given where the days are, and only there",
                ContradictionKind::AmountWithoutCurrency => "amount and currency must both be given, or neither",
                ContradictionKind::HalfPosition => "latitude and longitude must both be given, or neither",
            }),
            Self::DuplicateKey { key, first } => write!(f, "the key `{}` is already that of {first}", shown(key)),
            Self::UnknownReference { column, key, table, .. } => {
                write!(f, "{column}: `{}` is not in {table}", shown(key))
            }
            Self::TooManyColumns(number) => write!(f, "a header of {number} cells is none"),
            Self::RecordTooLong => f.write_str("this record does not end within 16 MiB"),
            Self::MoreDefects(1) => f.write_str("1 more defect of this file is not listed"),
            Self::MoreDefects(number) => write!(f, "{number} more defects of this file are not listed"),
            Self::MoreNotices(1) => f.write_str("1 more notice on this file is not listed"),
            Self::MoreNotices(number) => write!(f, "{number} more notices on this file are not listed"),
            Self::EmptyRows(1) => f.write_str("1 empty row was passed over"),
            Self::EmptyRows(number) => write!(f, "{number} empty rows were passed over"),
            Self::EmptyColumns(1) => f.write_str("1 empty column was passed over"),
            Self::EmptyColumns(number) => write!(f, "{number} empty columns were passed over"),
            Self::OtherOrderOfDays { text, order, proof: Some((proof, place)) } => {
                write!(f, "`{text}` is not {order}, as `{proof}` in {place} is; one of the two is wrong")
            }
            Self::OtherOrderOfDays { text, order, proof: None } => {
                write!(f, "`{text}` is not {order}, as --dates says that dates are")
            }
            Self::FailedFormula(shows) => write!(f, "the formula of this cell failed: {shows}"),
            Self::TurnedIntoDay { column, text } => {
                write!(
                    f,
                    "{column}: {text} is a day, which Excel makes of what it takes for one; what was typed is lost"
                )
            }
            Self::OrderOfDays { order, reason: OrderReason::Proof(text) } => {
                write!(f, "dates are read {order}, as `{text}` can be nothing else")
            }
            Self::OrderOfDays { order, reason: OrderReason::Chosen } => {
                write!(f, "dates are read {order}, as --dates says")
            }
            Self::OrderOfDays { order, reason: OrderReason::Custom } => {
                write!(f, "dates are read {order}, as is usual where files use semicolons or decimal commas")
            }
            Self::OutsideMission { first, last } => {
                write!(f, "this event lies wholly or partly outside the days of its mission, {first} to {last}")
            }
            Self::NoParties => f.write_str("this agreement has no parties in agreement_parties"),
            Self::LikelyDouble { first } => write!(f, "this is probably the organisation of {first}; both are counted"),
            Self::NearlyASubject { subject, .. } => {
                write!(f, "the subject `{}` is one of its own", shown(subject))
            }
        }
    }
}

/// One line, as compilers write it.
impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.kind.code();
        write!(f, "{}: {}[{}]: {}", self.place, code.level().name(), code.name(), self.kind)?;
        match self.kind.nearest() {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

/// A cell as it can be shown in a message: not endless, and without anything that a terminal would obey.
fn shown(text: &str) -> String {
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

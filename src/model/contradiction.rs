//! Cells of one row that cannot both be right.

use crate::cell::Day;
use crate::words::DateBasis;

/// Two cells of one row that cannot both be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    pub column: &'static str,
    pub kind: ContradictionKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContradictionKind {
    EndsBeforeStart,
    HalfPeriod,
    BasisWithoutDays,
    AmountWithoutCurrency,
    HalfPosition,
}

/// A cell that may be empty, with the name of its column.
pub(super) struct Named<'r, T> {
    pub(super) column: &'static str,
    pub(super) cell: &'r Option<T>,
}

/// `named!(row.last_day)`: no name of a column that the compiler has not checked.
macro_rules! named {
    ($row:ident.$column:ident) => {
        &$crate::model::contradiction::Named { column: stringify!($column), cell: &$row.$column }
    };
}
pub(super) use named;

pub(super) fn ends_before_start(first: &Named<'_, Day>, last: &Named<'_, Day>) -> Option<Contradiction> {
    let kind = ContradictionKind::EndsBeforeStart;
    let (first_day, last_day) = (first.cell.as_ref()?, last.cell.as_ref()?);
    (last_day < first_day).then_some(Contradiction { column: last.column, kind })
}

pub(super) fn period(
    first: &Named<'_, Day>,
    last: &Named<'_, Day>,
    basis: &Named<'_, DateBasis>,
) -> Vec<Contradiction> {
    let half = half(first, last, ContradictionKind::HalfPeriod);
    let blamed = Contradiction { column: basis.column, kind: ContradictionKind::BasisWithoutDays };
    let without_basis = (half.is_none() && first.cell.is_some() != basis.cell.is_some()).then_some(blamed);
    [ends_before_start(first, last), half, without_basis].into_iter().flatten().collect()
}

/// Two cells of which both must be given, or neither: the one to mend is the empty one.
pub(super) fn half<A, B>(one: &Named<'_, A>, other: &Named<'_, B>, kind: ContradictionKind) -> Option<Contradiction> {
    match (one.cell, other.cell) {
        (Some(_), None) => Some(Contradiction { column: other.column, kind }),
        (None, Some(_)) => Some(Contradiction { column: one.column, kind }),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

//! Cells of one row that cannot both be right.

use crate::cell::days_through;
use crate::defect::DefectKind;
use crate::words::DateBasis;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    pub column: &'static str,
    pub kind: DefectKind,
}

/// The name of a column, and its cell, which may be empty.
pub(super) type Named<T> = (&'static str, Option<T>);

/// `named!(row.last_day)`: no name of a column that the compiler has not checked.
macro_rules! named {
    ($row:ident.$column:ident) => {
        (stringify!($column), $row.$column)
    };
}
pub(crate) use named;

pub(super) fn ends_before_start(first: Named<&str>, (column, last): Named<&str>) -> Option<Contradiction> {
    let ends_first = last? < first.1?;
    ends_first.then_some(Contradiction { column, kind: DefectKind::EndsBeforeStart })
}

/// No mission takes longer than a year.
pub(super) fn too_long(first: Named<&str>, (column, last): Named<&str>) -> Option<Contradiction> {
    let days = days_through(first.1?, last?)?;
    (days > 366).then_some(Contradiction { column, kind: DefectKind::TooLong { days } })
}

pub(super) fn period(first: Named<&str>, last: Named<&str>, (column, basis): Named<DateBasis>) -> Vec<Contradiction> {
    let half = half(first, last, DefectKind::HalfPeriod);
    let without_basis = (half.is_none() && first.1.is_some() != basis.is_some())
        .then_some(Contradiction { column, kind: DefectKind::BasisWithoutDays });
    [ends_before_start(first, last), half, without_basis].into_iter().flatten().collect()
}

/// A time of day says something only of one day.
pub(super) fn time_of_no_day(is_one_day: bool, times: &[Named<&str>]) -> Option<Contradiction> {
    let (column, _) = times.iter().find(|(_, time)| time.is_some() && !is_one_day)?;
    Some(Contradiction { column, kind: DefectKind::TimeOfNoDay })
}

/// Two cells of which both must be given, or neither: the one to mend is the empty one.
pub(super) fn half<A, B>(one: Named<A>, other: Named<B>, kind: DefectKind) -> Option<Contradiction> {
    match (one.1, other.1) {
        (Some(_), None) => Some(Contradiction { column: other.0, kind }),
        (None, Some(_)) => Some(Contradiction { column: one.0, kind }),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

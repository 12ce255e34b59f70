//! Counts as the contract has them, written down one by one: nothing here is worked out by what is tested.

use mission::count::{Count, Softness};

/// From the least to the most; `None` = no end.
pub type Range = (i64, Option<i64>);

#[derive(Debug)]
pub struct Notation {
    pub text: &'static str,
    /// One text for all ways to write it.
    pub same_as: &'static str,
    pub strict: Range,
    pub loose: Range,
    pub softness: Softness,
}

const fn firm(text: &'static str, min: i64, max: Option<i64>) -> Notation {
    Notation { text, same_as: text, strict: (min, max), loose: (min, max), softness: Softness::Firm }
}

const fn about(text: &'static str, strict: (i64, i64), loose: (i64, i64)) -> Notation {
    let (strict, loose) = ((strict.0, Some(strict.1)), (loose.0, Some(loose.1)));
    Notation { text, same_as: text, strict, loose, softness: Softness::About }
}

/// The first [`SMALL`] of them fit into worlds of a few units.
pub const NOTATIONS: [Notation; 30] = [
    firm("0", 0, Some(0)),
    firm("1", 1, Some(1)),
    firm("2", 2, Some(2)),
    firm("3", 3, Some(3)),
    firm("4", 4, Some(4)),
    firm("5", 5, Some(5)),
    firm("6", 6, Some(6)),
    firm(">1", 2, None),
    firm(">2", 3, None),
    firm(">=3", 3, None),
    Notation { same_as: ">=3", ..firm("3+", 3, None) },
    firm("<3", 0, Some(2)),
    firm("<=3", 0, Some(3)),
    firm("2-4", 2, Some(4)),
    firm("3=", 3, Some(3)),
    about("~1", (0, 2), (0, 3)),
    about("~4", (3, 5), (2, 6)),
    about("~<4", (3, 3), (2, 3)),
    about("~>4", (5, 5), (5, 6)),
    firm("7", 7, Some(7)),
    firm("8", 8, Some(8)),
    firm("9", 9, Some(9)),
    Notation { loose: (9, Some(11)), softness: Softness::Rounded, ..firm("10", 10, Some(10)) },
    firm("10=", 10, Some(10)),
    firm("11", 11, Some(11)),
    firm("12", 12, Some(12)),
    firm(">9", 10, None),
    about("~10", (9, 11), (7, 13)),
    about("~<10", (9, 9), (7, 9)),
    about("~>10", (11, 11), (11, 13)),
];

pub const SMALL: usize = 19;

impl Notation {
    pub fn count(&self) -> Count {
        self.text.parse().unwrap()
    }
}

pub fn holds(range: Range, n: i64) -> bool {
    n >= range.0 && range.1.is_none_or(|max| n <= max)
}

/// How far a number is from a range.
pub fn distance(range: Range, n: i64) -> i64 {
    (range.0 - n).max(range.1.map_or(0, |max| n - max)).max(0)
}

#[test]
fn counts_are_read_as_they_are_written_down_here() {
    for notation in &NOTATIONS {
        let count = notation.count();
        let [strict, loose] = [count.strict(), count.loose()].map(|interval| (interval.min, interval.max));
        assert_eq!(
            (strict, loose, count.softness()),
            (notation.strict, notation.loose, notation.softness),
            "{notation:?}"
        );
        for other in &NOTATIONS {
            assert_eq!(
                count.canonical() == other.count().canonical(),
                notation.same_as == other.same_as,
                "{notation:?} {other:?}"
            );
        }
    }
}

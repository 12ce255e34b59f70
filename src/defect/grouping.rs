//! Identical defects in one column are told to people once, so that 50 lines show 50 causes.

use super::{Defect, Place};
use std::fmt;

/// Defects of the same kind, with the same words, in one column of one file.
#[derive(Debug)]
pub struct Group<'d> {
    pub(super) first: &'d Defect,
    places: Vec<&'d Place>,
}

/// Places that are told of one group.
const MOST_PLACES: usize = 3;

impl<'d> Group<'d> {
    /// Each defect by itself.
    pub fn of_each(defects: &'d [Defect]) -> Vec<Self> {
        defects.iter().map(|first| Self { first, places: vec![&first.place] }).collect()
    }

    /// How many defects or notices it stands for.
    pub fn number(&self) -> u64 {
        self.first.number() * self.places.len() as u64
    }
}

/// One line, as compilers write it.
impl fmt::Display for Group<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Defect { place, kind, .. } = self.first;
        let (level, code) = (kind.code().level().name(), kind.code().name());
        match self.places.len() {
            1 => write!(f, "{place}: {level}[{code}]: {kind}")?,
            number => {
                let places: Vec<String> = self.places.iter().take(MOST_PLACES).map(|place| place.in_file()).collect();
                let at = if number > MOST_PLACES { "first at" } else { "at" };
                write!(f, "{}: {level}[{code}]: {kind} (in {number} rows, {at} {})", place.file, places.join(", "))?;
            }
        }
        match kind.nearest() {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

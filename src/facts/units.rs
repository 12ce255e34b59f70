//! Rows that are likely the same thing, noted twice: they count once for certain, and each as possible.

use super::falls_in::{Attribute, ListedRow, NamedRow, Period};
use crate::cell::folded_name;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Where and when a row takes place, or which number an organisation has, as far as it is known: what tells apart rows of
/// one title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Spot<T> {
    pub(crate) number: Option<T>,
    pub(crate) city: Option<T>,
    /// Its first and last day, and whether it takes place on every one from the first to the last.
    pub(crate) days: Option<(T, T, bool)>,
}

impl<T: PartialOrd> Spot<T> {
    fn is_known(&self) -> bool {
        self.number.is_some() || (self.city.is_some() && matches!(self.days, Some((.., true))))
    }

    fn differs(&self, other: &Self) -> bool {
        let is_other = |one: &Option<T>, other: &Option<T>| one.is_some() && other.is_some() && one != other;
        let on_other_days = match (&self.days, &other.days) {
            (Some((first, last, true)), Some((other_first, other_last, true))) => {
                (first, last) != (other_first, other_last)
            }
            (Some((first, last, _)), Some((other_first, other_last, _))) => last < other_first || other_last < first,
            (None, _) | (_, None) => false,
        };
        is_other(&self.number, &other.number) || is_other(&self.city, &other.city) || on_other_days
    }
}

/// Of each row of one title the position of the first row that is likely the same thing. Rows of which everything is known
/// are the same if they say the same. A row of which less is known goes with the first of those that it may be, or else
/// with whatever it may be the same as, directly or by way of others.
pub(crate) fn alike<T: Ord + Hash>(spots: &[Spot<T>]) -> Vec<usize> {
    // Rows of one spot always go together, and there may be thousands of them.
    let mut of_spot: HashMap<&Spot<T>, usize> = HashMap::new();
    let mut units: Vec<usize> =
        spots.iter().enumerate().map(|(row, spot)| *of_spot.entry(spot).or_insert(row)).collect();
    let distinct = units.iter().enumerate().filter(|(row, first)| row == *first).map(|(row, _)| row);
    let may_be = |one: usize, other: usize| !spots[one].differs(&spots[other]);
    // No two of those that are known may be one thing.
    let (known, vague): (Vec<usize>, Vec<usize>) = distinct.partition(|row| spots[*row].is_known());
    let mut left = Vec::new();
    for row in vague {
        match known.iter().find(|first| may_be(**first, row)) {
            Some(first) => units[row] = *first,
            None => left.push(row),
        }
    }
    while !left.is_empty() {
        let mut unit = vec![left.remove(0)];
        let mut next = 0;
        while let Some(row) = unit.get(next).copied() {
            unit.extend(left.extract_if(.., |other| may_be(row, *other)));
            units[row] = unit[0];
            next += 1;
        }
    }
    // Less may be known of the first row than of the one that it goes with.
    let mut least: HashMap<usize, usize> = HashMap::new();
    let units: Vec<usize> = units.iter().map(|first| units[*first]).collect();
    for (row, unit) in units.iter().enumerate() {
        least.entry(*unit).or_insert(row);
    }
    units.iter().map(|unit| least[unit]).collect()
}

/// Of each row the position of the first row that is likely the same thing: titles equal but for case, accents and signs,
/// and no known city, day or number that differs.
pub(super) fn units(rows: &[NamedRow]) -> Vec<usize> {
    let mut titles: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, named) in rows.iter().enumerate() {
        titles.entry(folded_name(&named.title)).or_default().push(index);
    }
    let mut units: Vec<usize> = (0..rows.len()).collect();
    for of_title in titles.into_values().filter(|of_title| of_title.len() > 1) {
        let spots: Vec<_> = of_title.iter().map(|index| spot(&rows[*index])).collect();
        for (index, first) in of_title.iter().zip(alike(&spots)) {
            units[*index] = of_title[first];
        }
    }
    units
}

fn spot(NamedRow { number, row, .. }: &NamedRow) -> Spot<&str> {
    let city = match &row.city {
        Attribute::Is(city) => Some(city.as_str()),
        Attribute::AtLeast(_) | Attribute::Unknown => None,
    };
    let days = row.period.as_ref().map(|Period { first, last, every_day }| (first.as_str(), last.as_str(), *every_day));
    Spot { number: number.as_deref(), city, days }
}

/// The rows as they count, those that are alike in all that matters drawn together.
pub(super) fn counted(rows: Vec<NamedRow>, units: &[usize]) -> Vec<ListedRow> {
    let mut members: BTreeMap<usize, Vec<ListedRow>> = BTreeMap::new();
    for (named, unit) in rows.into_iter().zip(units) {
        members.entry(*unit).or_default().push(named.row);
    }
    let mut counted: HashMap<ListedRow, (i64, i64)> = HashMap::new();
    let mut count = |row: ListedRow| {
        let (min, max) = (row.min, row.max);
        let sum = counted.entry(ListedRow { min: 0, max: 0, ..row }).or_default();
        *sum = (sum.0 + min, sum.1 + max);
    };
    for rows in members.into_values() {
        if rows.len() > 1 {
            rows.iter()
                .filter(|row| row.min > 0)
                .cloned()
                .reduce(common)
                .map(|row| ListedRow { min: 1, max: 0, ..row })
                .into_iter()
                .for_each(&mut count);
            rows.into_iter().for_each(|row| count(ListedRow { min: 0, ..row }));
        } else {
            rows.into_iter().for_each(&mut count);
        }
    }
    counted.into_iter().map(|(row, (min, max))| ListedRow { min, max, ..row }).collect()
}

/// What is certain of two rows alike.
fn common(one: ListedRow, other: ListedRow) -> ListedRow {
    ListedRow {
        category: one.category.common(other.category),
        region: one.region.common(other.region),
        city: one.city.common(other.city),
        period: one.period.filter(|period| Some(period) == other.period.as_ref()),
        in_mission: one.in_mission && other.in_mission,
        ..one
    }
}

impl Attribute {
    fn common(self, other: Self) -> Self {
        match (self, other) {
            (Self::AtLeast(one), Self::AtLeast(other)) => {
                Self::AtLeast(one.into_iter().filter(|value| other.contains(value)).collect())
            }
            (one, other) if one == other => one,
            (_, _) => Self::Unknown,
        }
    }
}

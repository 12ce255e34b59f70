//! Rows that are likely the same thing, noted twice: they count once for certain, and each as possible.

use super::falls_in::{Attribute, ListedRow, NamedRow, Period};
use crate::cell::folded_name;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Where and when a row takes place, or which number an organisation has, as far as it is known: what tells apart rows
/// of one title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Spot<T> {
    pub(crate) number: Option<T>,
    pub(crate) city: Option<T>,
    /// Its first and last day, and whether it takes place on every one from the first to the last.
    pub(crate) days: Option<(T, T, bool)>,
}

/// Whether a row counts for certain somewhere: nothing planned or announced does.
pub(crate) type IsCertain = bool;

impl<T: PartialOrd> Spot<T> {
    /// How much of it is not known; 0 = whatever else says the same is the same thing.
    fn unknown(&self) -> u8 {
        let is_on_a_day = matches!(self.days, Some((.., true)));
        if self.number.is_some() { 0 } else { u8::from(self.city.is_none()) + u8::from(!is_on_a_day) }
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

/// Of each row of one title the position of the first row that is likely the same thing.
///
/// Each unit has a row that differs from that of every other unit, so there are at least so many things; what is
/// certain and of which most is known makes the first units. Any other row goes with the first unit whose row it may
/// be.
pub(crate) fn alike<T: Ord + Copy + Hash>(spots: &[(Spot<T>, IsCertain)]) -> Vec<usize> {
    // Rows of one spot always go together, and there may be thousands of them.
    let mut of_spot: FxHashMap<&Spot<T>, (usize, IsCertain)> = FxHashMap::default();
    for (row, (spot, is_certain)) in spots.iter().enumerate() {
        of_spot.entry(spot).or_insert((row, false)).1 |= is_certain;
    }
    let mut distinct: Vec<(usize, IsCertain)> = of_spot.values().copied().collect();
    let spot = |row: usize| &spots[row].0;
    distinct.sort_by_key(|(row, is_certain)| {
        (!is_certain, spot(*row).unknown(), spot(*row).days.map(|(_, last, _)| last), *row)
    });
    let mut units: Vec<usize> = Vec::new();
    let mut unit_of: FxHashMap<usize, usize> = FxHashMap::default();
    for (row, _) in distinct {
        // No two of which everything is known may be one thing.
        let others = units.iter().filter(|unit| spot(row).unknown() + spot(**unit).unknown() > 0);
        let unit = others.copied().find(|unit| !spot(*unit).differs(spot(row)));
        unit_of.insert(row, unit.unwrap_or(row));
        if unit.is_none() {
            units.push(row);
        }
    }
    // Less may be known of the first row than of the one that it goes with.
    let units: Vec<usize> = spots.iter().map(|(spot, _)| unit_of[&of_spot[spot].0]).collect();
    let mut least: FxHashMap<usize, usize> = FxHashMap::default();
    for (row, unit) in units.iter().enumerate() {
        least.entry(*unit).or_insert(row);
    }
    units.iter().map(|unit| least[unit]).collect()
}

/// Of each row the position of the first row that is likely the same thing: titles equal but for case, accents and
/// signs, and no known city, day or number that differs.
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

fn spot(NamedRow { number, row, .. }: &NamedRow) -> (Spot<&str>, IsCertain) {
    let city = match &row.city {
        Attribute::Is(city) => Some(city.as_str()),
        Attribute::AtLeast(_) | Attribute::Unknown => None,
    };
    let days = row.period.as_ref().map(|Period { first, last, every_day }| (first.as_str(), last.as_str(), *every_day));
    (Spot { number: number.as_deref(), city, days }, row.min > 0)
}

/// The rows as they count, those that are alike in all that matters drawn together.
pub(super) fn counted(rows: Vec<NamedRow>, units: &[usize]) -> Vec<ListedRow> {
    let mut counted: FxHashMap<ListedRow, (i64, i64)> = FxHashMap::default();
    let mut count = |row: ListedRow| {
        let (min, max) = (row.min, row.max);
        let sum = counted.entry(ListedRow { min: 0, max: 0, ..row }).or_default();
        *sum = (sum.0 + min, sum.1 + max);
    };
    let mut sizes = vec![0_usize; rows.len()];
    units.iter().for_each(|unit| sizes[*unit] += 1);
    let mut several: BTreeMap<usize, Vec<ListedRow>> = BTreeMap::new();
    for (NamedRow { row, .. }, unit) in rows.into_iter().zip(units) {
        if sizes[*unit] == 1 { count(row) } else { several.entry(*unit).or_default().push(row) }
    }
    for rows in several.into_values() {
        let certain = rows.iter().filter(|row| row.min > 0).cloned().reduce(common);
        certain.map(|row| ListedRow { min: 1, max: 0, ..row }).into_iter().for_each(&mut count);
        rows.into_iter().for_each(|row| count(ListedRow { min: 0, ..row }));
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

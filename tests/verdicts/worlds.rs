//! Worlds: so many units of each type, and what would be counted of them.

use crate::layout::{Axis, Layout, Reach};
use std::collections::BTreeSet;

const MOST_SCOPES: usize = 9;
const MOST_UNITS: usize = 24;
/// As many rows as are drawn.
const MOST_ROWS: u8 = 4;

/// How many of each type.
pub type Units = [u8; MOST_UNITS];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct World {
    /// Of each type of unit.
    pub units: Units,
    /// The true number of each scope.
    pub n: [u8; MOST_SCOPES],
    pub beyond: Beyond,
}

/// By how much a world goes beyond what the assumptions allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Beyond {
    /// How often something is counted once more by category, by region.
    pub categories: u8,
    pub regions: u8,
    pub in_no_region: u8,
}

impl World {
    pub fn all(layout: &Layout) -> Vec<Self> {
        let worlds = match layout.reach {
            Reach::Total(most) => every(layout.units.len(), most, most),
            Reach::Each(most) => every(layout.units.len(), most, u8::MAX),
            Reach::Parts(most) => around(layout, most),
        };
        worlds.into_iter().map(|units| Self::new(layout, units)).collect()
    }

    fn new(layout: &Layout, units: Units) -> Self {
        let mut n = [0; MOST_SCOPES];
        let mut beyond = Beyond::default();
        for (unit, count) in layout.units.iter().zip(units).filter(|(_, count)| *count > 0) {
            for (scope, n) in layout.scopes.iter().zip(&mut n) {
                *n += u8::from(layout.counts(unit, scope)) * count;
            }
            let twice = |axis| {
                let set = layout.position(axis).filter(|_| layout.adds_up(axis)).map_or(0, |axis| unit.sets[axis]);
                u8::try_from(set.count_ones().saturating_sub(1)).unwrap() * count
            };
            beyond.categories += twice(Axis::Category);
            beyond.regions += twice(Axis::Region);
            let region = layout.position(Axis::Region).filter(|_| layout.adds_up(Axis::Region));
            if region.is_some_and(|axis| unit.sets[axis] == 0) {
                beyond.in_no_region += count;
            }
        }
        Self { units, n, beyond }
    }
}

fn every(types: usize, of_each: u8, total: u8) -> Vec<Units> {
    let mut worlds = vec![([0; MOST_UNITS], total)];
    for unit in 0..types {
        let more = |&(world, left): &(Units, u8)| {
            (0..=of_each.min(left)).map(move |count| {
                let mut world = world;
                world[unit] = count;
                (world, left - count)
            })
        };
        worlds = worlds.iter().flat_map(more).collect();
    }
    worlds.into_iter().map(|(units, _)| units).collect()
}

/// Worlds of one axis: the units of the whole stand in a circle, and the parts are laid around it, each where the one
/// before it ended. So nothing is counted twice as long as there is room, and nothing is left out if there is none.
/// Where only one value is possible for each unit, worlds in which the parts overlap are left out.
fn around(layout: &Layout, most: u8) -> Vec<Units> {
    let values = layout.values(0);
    let parts = every(values, most, u8::MAX);
    let mut worlds = BTreeSet::new();
    for parts in &parts {
        let parts = &parts[..values];
        let sum: usize = parts.iter().map(|part| usize::from(*part)).sum();
        let largest = parts.iter().copied().max().unwrap_or_default();
        for whole in usize::from(largest)..=usize::from(most).max(sum + usize::from(MOST_ROWS)) {
            // Which parts overlap, if any do, depends on which comes first.
            for first in 0..values {
                let order = (0..values).map(|value| (value + first) % values);
                worlds.extend(laid_around(layout, whole, order.map(|value| (value, parts[value]))));
            }
        }
    }
    let more =
        Vec::from_iter(worlds.iter().filter(|_| layout.is_listed()).flat_map(|world| with_more_twice(layout, world)));
    worlds.extend(more);
    worlds.into_iter().collect()
}

fn laid_around(layout: &Layout, whole: usize, parts: impl Iterator<Item = (usize, u8)>) -> Option<Units> {
    let mut circle = vec![0u8; whole];
    let mut next = 0;
    for (value, part) in parts {
        for _ in 0..part {
            circle[next % whole] |= 1 << value;
            next += 1;
        }
    }
    let mut world = [0; MOST_UNITS];
    for set in circle {
        world[layout.of_set(set)?] += 1;
    }
    Some(world)
}

/// The rows may ask for more that is counted twice, and as much more that is in none of the parts.
fn with_more_twice(layout: &Layout, world: &Units) -> Vec<Units> {
    let (Some(both), Some(none)) = (layout.of_set(3), layout.of_set(0)) else { return Vec::new() };
    let [one, other] = [1, 2].map(|single| layout.of_set(single).unwrap());
    let more = |more: u8| {
        let mut world = *world;
        world[both] += more;
        world[none] += more;
        world[one] -= more;
        world[other] -= more;
        world
    };
    (1..=world[one].min(world[other]).min(MOST_ROWS)).map(more).collect()
}

/// The worlds in a circle have every count that any world has, with as little beyond the assumptions as any.
#[test]
fn parts_around_a_circle_stand_for_all_worlds_of_one_axis() {
    let best = |worlds: Vec<World>, most: u8| {
        let mut best = std::collections::BTreeMap::new();
        for world in worlds.into_iter().filter(|world| world.n.iter().all(|n| *n <= most)) {
            let beyond = (world.beyond.categories, world.beyond.regions, world.beyond.in_no_region);
            let least = best.entry(world.n).or_insert(beyond);
            *least = (beyond.0.min(least.0), beyond.1.min(least.1), beyond.2.min(least.2));
        }
        best
    };
    for layout in crate::layout::LAYOUTS.iter().filter(|layout| matches!(layout.reach, Reach::Parts(_))) {
        let every = every(layout.units.len(), 4, 4).into_iter().map(|units| World::new(layout, units)).collect();
        assert_eq!(best(layout.worlds().to_vec(), 4), best(every, 4), "{layout:?}");
    }
}

//! What is counted in a world, and by what it is divided.

use crate::worlds::World;
use mission::facts::{Scope, Subject};
use std::sync::{LazyLock, OnceLock};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    Category,
    Region,
    City,
    /// The first of the days lies before the mission.
    Day,
}

/// Which worlds are enumerated.
#[derive(Debug, Clone, Copy)]
pub enum Reach {
    /// All worlds of so many units at most.
    Total(u8),
    /// All worlds with so many units of each type at most.
    Each(u8),
    /// All counts of the parts up to so many, and of the whole up to their sum, with as little counted twice as there must
    /// be, and a little more.
    Parts(u8),
}

pub struct Layout {
    pub subject: Subject,
    /// Each with the number of its values that claims name.
    pub axes: Vec<(Axis, usize)>,
    /// Whether the country has a region that no claim names.
    pub further_region: bool,
    pub reach: Reach,
    /// All scopes: of each axis one of its values, or none.
    pub scopes: Vec<Vec<Option<usize>>>,
    pub units: Vec<Unit>,
    worlds: OnceLock<Vec<World>>,
}

/// A type of unit: all that can be asked of one.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// Of each axis, the values that it has, as bits.
    pub sets: Vec<u8>,
    /// Whether it belongs to the mission; what is only on the day before it may or may not.
    pub of_mission: bool,
}

/// Without its worlds.
impl std::fmt::Debug for Layout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} by {:?}, further region: {}", self.subject, self.axes, self.further_region)
    }
}

impl Layout {
    fn new(subject: &str, axes: &[(Axis, usize)], further_region: bool, reach: Reach) -> Self {
        let subject = Subject::of(subject);
        let mut scopes = vec![Vec::new()];
        let mut units = vec![Unit { sets: Vec::new(), of_mission: true }];
        for &(axis, values) in axes {
            let narrowed = |scope: &Vec<Option<usize>>| {
                let scope = scope.clone();
                [None].into_iter().chain((0..values).map(Some)).map(move |value| [scope.clone(), vec![value]].concat())
            };
            scopes = scopes.iter().flat_map(narrowed).collect();
            let mut further = Vec::new();
            for unit in &units {
                for set in sets(&subject, axis, values + usize::from(axis == Axis::Region && further_region)) {
                    let sets = || unit.sets.iter().copied().chain([set]).collect();
                    further.push(Unit { sets: sets(), of_mission: true });
                    if axis == Axis::Day && set == 1 {
                        further.push(Unit { sets: sets(), of_mission: false });
                    }
                }
            }
            units = further;
        }
        Self { subject, axes: axes.to_vec(), further_region, reach, scopes, units, worlds: OnceLock::new() }
    }

    pub fn worlds(&self) -> &[World] {
        self.worlds.get_or_init(|| World::all(self))
    }

    pub fn position(&self, wanted: Axis) -> Option<usize> {
        self.axes.iter().position(|(axis, _)| *axis == wanted)
    }

    pub fn is_of_one_axis(&self) -> bool {
        self.axes.len() == 1
    }

    pub fn is_listed(&self) -> bool {
        matches!(self.subject, Subject::Participants | Subject::Agreements | Subject::Events)
    }

    /// Whether a unit of this type is counted in a scope.
    pub fn counts(&self, unit: &Unit, scope: &[Option<usize>]) -> bool {
        let names_a_day = self.position(Axis::Day).is_some_and(|axis| scope[axis].is_some());
        (unit.of_mission || names_a_day)
            && scope.iter().zip(&unit.sets).all(|(value, set)| value.is_none_or(|value| set >> value & 1 == 1))
    }

    pub fn scope(&self, values: &[Option<usize>]) -> Scope {
        let mut scope = Scope::default();
        for ((axis, _), value) in self.axes.iter().zip(values) {
            let key = value.map(|value| axis.key(value).into());
            match axis {
                Axis::Category => scope.category = key,
                Axis::Region => scope.region = key,
                Axis::City => scope.city = key,
                Axis::Day => scope.day = key,
            }
        }
        scope
    }

    pub fn regions(&self) -> Vec<String> {
        let further = usize::from(self.further_region);
        let named = self.position(Axis::Region).map_or(3, |axis| self.axes[axis].1);
        (0..named + further).map(|region| Axis::Region.key(region).to_owned()).collect()
    }

    /// The type of unit that has these values of the only axis.
    pub fn of_set(&self, set: u8) -> Option<usize> {
        self.units.iter().position(|unit| *unit == Unit { sets: vec![set], of_mission: true })
    }

    /// How many values of an axis, by its position, a unit may have.
    pub fn values(&self, position: usize) -> usize {
        let (axis, values) = self.axes[position];
        values + usize::from(axis == Axis::Region && self.further_region)
    }

    /// A3: where nothing is counted twice as numbers are commonly read.
    pub fn adds_up(&self, axis: Axis) -> bool {
        match (&self.subject, axis) {
            (Subject::Participants, Axis::Region)
            | (Subject::People | Subject::Other(_), Axis::Category | Axis::Region) => true,
            (Subject::Participants, Axis::Category | Axis::City | Axis::Day)
            | (Subject::People | Subject::Other(_), Axis::City | Axis::Day)
            | (Subject::Agreements | Subject::Events, _) => false,
        }
    }
}

impl Axis {
    /// The last value of each is one that no claim names.
    pub fn key(self, value: usize) -> &'static str {
        let keys = match self {
            Self::Category => ["company", "university", "organisation", "other"],
            Self::Region => ["flanders", "wallonia", "brussels", "elsewhere"],
            Self::City => ["berkeley", "stanford", "los-angeles", "seattle"],
            Self::Day => ["2025-10-03", "2025-10-04", "2025-10-05", "2025-10-06"],
        };
        keys[value]
    }
}

/// The sets of values that a unit may have.
fn sets(subject: &Subject, axis: Axis, values: usize) -> Vec<u8> {
    let is_one_at_most = match (subject, axis) {
        (Subject::Participants, Axis::Category) | (Subject::Agreements | Subject::Events, Axis::City) => true,
        (Subject::Participants, Axis::Region | Axis::City | Axis::Day)
        | (Subject::Agreements | Subject::Events, Axis::Category | Axis::Region | Axis::Day)
        | (Subject::People | Subject::Other(_), _) => false,
    };
    (0..1u8 << values).filter(|set| !is_one_at_most || set.count_ones() <= 1).collect()
}

pub static LAYOUTS: LazyLock<Vec<Layout>> = LazyLock::new(|| {
    use Axis::{Category, City, Day, Region};
    let one = |subject, axis, values, further, reach| Layout::new(subject, &[(axis, values)], further, reach);
    let two =
        |subject, one, other, further, most| Layout::new(subject, &[(one, 2), (other, 2)], further, Reach::Total(most));
    vec![
        one("participants", Category, 2, false, Reach::Parts(14)),
        one("participants", Category, 3, false, Reach::Parts(7)),
        one("participants", Region, 2, false, Reach::Parts(14)),
        one("participants", Region, 2, true, Reach::Parts(7)),
        one("participants", City, 2, false, Reach::Parts(14)),
        one("people", Region, 2, false, Reach::Parts(14)),
        one("people", Region, 3, false, Reach::Parts(7)),
        one("people", Category, 2, false, Reach::Parts(14)),
        one("jobs", City, 2, false, Reach::Parts(14)),
        one("agreements", City, 2, false, Reach::Parts(14)),
        one("agreements", Region, 2, false, Reach::Parts(14)),
        one("events", City, 3, false, Reach::Parts(7)),
        one("events", Day, 2, false, Reach::Each(7)),
        two("participants", Category, Region, false, 5),
        two("participants", Category, Region, true, 3),
        two("participants", Region, City, false, 4),
        two("people", Category, Region, false, 4),
        two("jobs", Region, City, false, 4),
        two("agreements", City, Region, false, 5),
        two("events", City, Day, false, 4),
        two("agreements", Category, Day, false, 3),
    ]
});

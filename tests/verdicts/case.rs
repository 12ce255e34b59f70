//! A drawn mission: claims, rows and declarations, by position in a layout.

use crate::counts::{NOTATIONS, Notation, SMALL};
use crate::layout::{Axis, LAYOUTS, Layout, Reach, Unit};
use crate::worlds::{Units, World};
use mission::facts::Subject;
use mission::words::Stage;
use proptest::prelude::*;
use std::collections::BTreeSet;

#[derive(Clone)]
pub struct Case {
    pub layout: &'static Layout,
    pub claims: Vec<Drawn>,
    pub rows: Vec<Rows>,
    /// Declared complete: in a region, or in the whole mission.
    pub complete: Vec<Option<usize>>,
}

/// A claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    pub scope: usize,
    pub count: usize,
    pub source: usize,
    pub origin: Option<usize>,
    pub stage: Stage,
}

/// A case as it can be read and noted as a test.
impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{:?}", self.layout)?;
        for (index, claim) in self.claims.iter().enumerate() {
            let (scope, text) = (&self.layout.scopes[claim.scope], claim.notation().text);
            writeln!(
                f,
                "{index}: {scope:?} {text} · source {} · origin {:?} · {:?}",
                claim.source, claim.origin, claim.stage
            )?;
        }
        writeln!(f, "rows {:?}, complete {:?}", self.rows, self.complete)
    }
}

impl Drawn {
    pub fn notation(&self) -> &'static Notation {
        &NOTATIONS[self.count]
    }
}

/// What is known of a row in each axis.
pub type Row = Vec<Known>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// This value; one that no claim names comes after the others.
    Is(usize),
    AtLeast(usize),
    /// On one of all days that claims name.
    Window,
    /// On all of them.
    EveryDay,
    Unknown,
}

#[derive(Debug, Clone)]
pub enum Rows {
    /// As many as there are, alike in all that matters.
    Certain(Row, u8),
    Planned(Row),
    /// Likely the same thing: there is at least one.
    LikelySame(Vec<Row>),
}

impl Known {
    fn all(layout: &Layout, axis: Axis, values: usize) -> Vec<Self> {
        let is = |further: bool| (0..values + usize::from(further)).map(Known::Is);
        let mut all = Vec::new();
        match (&layout.subject, axis) {
            (Subject::People | Subject::Other(_), _) | (Subject::Participants, Axis::City | Axis::Day) => {}
            (Subject::Participants, Axis::Category) => return is(true).collect(),
            (Subject::Participants, Axis::Region) => all.extend(is(layout.further_region)),
            (Subject::Agreements | Subject::Events, Axis::City) => all.extend(is(true)),
            (Subject::Agreements | Subject::Events, Axis::Category | Axis::Region) => {
                all.extend((0..values).map(Known::AtLeast));
            }
            (Subject::Agreements | Subject::Events, Axis::Day) => {
                all.extend(is(false).chain([Known::Window, Known::EveryDay]));
            }
        }
        all.push(Known::Unknown);
        all
    }

    /// Whether a unit that has these values may be one of which this is known. Others of an axis that adds up may have
    /// counted it too, unless they list everything (`closed`).
    fn allows(self, set: u8, values: usize, closed: u8) -> bool {
        match self {
            Self::Is(value) if value == values => set == 0,
            Self::Is(value) => set >> value & 1 == 1 && set & closed & !(1 << value) == 0,
            Self::AtLeast(value) => set >> value & 1 == 1,
            Self::Window => set.count_ones() == 1,
            Self::EveryDay => set == (1 << values) - 1,
            Self::Unknown => true,
        }
    }

    /// Whether something may be on no day of the mission. What is also on one of its days is part of it.
    fn may_be_outside(self) -> bool {
        match self {
            Self::Is(day) => day == 0,
            Self::Window => true,
            Self::EveryDay | Self::AtLeast(_) | Self::Unknown => false,
        }
    }
}

/// Whether a row of which this is known certainly is part of the mission, as the loader has it.
pub fn is_in_mission(layout: &Layout, row: &Row) -> bool {
    layout.position(Axis::Day).is_none_or(|axis| !row[axis].may_be_outside())
}

impl Case {
    /// The values of an axis in which a unit that is known to have others cannot be.
    fn closed(&self, axis: usize) -> u8 {
        let (axis, _) = self.layout.axes[axis];
        let closed = |region: &Option<usize>| region.map_or(u8::MAX, |region| 1 << region);
        match axis {
            Axis::Region if self.layout.adds_up(axis) => self.complete.iter().map(closed).fold(0, |all, one| all | one),
            Axis::Category | Axis::Region | Axis::City | Axis::Day => u8::MAX,
        }
    }

    /// The types of units that a row may stand for, by position.
    fn units_of(&self, row: &Row) -> Vec<usize> {
        let layout = self.layout;
        let fits = |unit: &Unit| {
            let mut known = (0..).zip(row).zip(&unit.sets);
            // What is only known to belong to the mission does so, whenever it was.
            (unit.of_mission || !is_in_mission(layout, row))
                && known.all(|((axis, known), set)| known.allows(*set, layout.values(axis), self.closed(axis)))
        };
        (0..layout.units.len()).filter(|unit| fits(&layout.units[*unit])).collect()
    }

    /// Everything that the rows may stand for: so many units of each type.
    fn listed(&self) -> BTreeSet<Units> {
        let one = |listed: &BTreeSet<Units>, row: &Row| -> BTreeSet<Units> {
            let units = self.units_of(row);
            let with = |world: &Units| {
                let world = *world;
                units
                    .iter()
                    .map(move |unit| {
                        let mut world = world;
                        world[*unit] += 1;
                        world
                    })
                    .collect::<Vec<_>>()
            };
            listed.iter().flat_map(with).collect()
        };
        let mut listed = BTreeSet::from([Units::default()]);
        for rows in &self.rows {
            match rows {
                Rows::Certain(row, times) => (0..*times).for_each(|_| listed = one(&listed, row)),
                Rows::Planned(row) => {
                    let with = one(&listed, row);
                    listed.extend(with);
                }
                Rows::LikelySame(alike) => {
                    let some = 1..1u32 << alike.len();
                    let all = some.map(|some| {
                        let drawn = alike.iter().enumerate().filter(|(index, _)| some >> index & 1 == 1);
                        drawn.fold(listed.clone(), |listed, (_, row)| one(&listed, row))
                    });
                    listed = all.flatten().collect();
                }
            }
        }
        listed
    }

    /// The worlds in which the rows and the complete lists hold.
    pub fn possible_worlds(&self) -> Vec<&'static World> {
        let layout = self.layout;
        let mut listed = self.listed();
        let region = layout.position(Axis::Region);
        let is_closed = |unit: &Unit| {
            let within = |value: usize| region.is_some_and(|axis| unit.sets[axis] >> value & 1 == 1);
            self.complete.iter().any(|of| of.is_none_or(within))
        };
        let closed: Vec<bool> = layout.units.iter().map(is_closed).collect();
        if !closed.contains(&true) {
            // What asks for more of every type than something else asks for nothing of its own.
            let all = listed.clone();
            let is_more =
                |more: &Units, less: &Units| more != less && more.iter().zip(less).all(|(more, less)| more >= less);
            listed.retain(|listed| !all.iter().any(|less| is_more(listed, less)));
        }
        let holds = |world: &World| {
            listed.iter().any(|listed| {
                closed.iter().enumerate().all(|(unit, closed)| {
                    if *closed { world.units[unit] == listed[unit] } else { world.units[unit] >= listed[unit] }
                })
            })
        };
        let nothing_known = self.rows.is_empty() && self.complete.is_empty();
        layout.worlds().iter().filter(|world| nothing_known || holds(world)).collect()
    }

    /// Whether the laws say all that follows from the rows. They do not say that what is complete but not certain is
    /// somewhere, that what is on one of two days is on no third, nor where something is that is known by two rows.
    pub fn laws_say_all_of_rows(&self) -> bool {
        let is_window = |row: &Row| row.contains(&Known::Window);
        self.rows.iter().all(|rows| match rows {
            Rows::Certain(row, _) => !is_window(row),
            Rows::Planned(row) => self.complete.is_empty() && !is_window(row),
            Rows::LikelySame(rows) => {
                self.complete.is_empty() && !is_window(&rows[0]) && rows.iter().all(|row| *row == rows[0])
            }
        })
    }
}

/// A mission in one of the layouts that are wanted.
pub fn cases(is_wanted: fn(&Layout) -> bool) -> impl Strategy<Value = Case> {
    let wanted: Vec<&'static Layout> = LAYOUTS.iter().filter(|layout| is_wanted(layout)).collect();
    prop::sample::select(wanted).prop_flat_map(|layout| {
        let rows = prop::collection::vec(rows(layout), if layout.is_listed() { 0..3 } else { 0..1 });
        let complete = prop::option::weighted(0.3, region(layout)).prop_map(|list| list.into_iter().collect());
        let complete = if layout.is_listed() { complete.boxed() } else { Just(Vec::new()).boxed() };
        (prop::collection::vec(claim(layout), 1..7), rows, complete).prop_map(move |(claims, rows, complete)| Case {
            layout,
            claims,
            rows,
            complete,
        })
    })
}

fn region(layout: &'static Layout) -> BoxedStrategy<Option<usize>> {
    match layout.position(Axis::Region) {
        Some(axis) => prop::option::of(0..layout.axes[axis].1).boxed(),
        None => Just(None).boxed(),
    }
}

/// Few sources and origins, so that claims often share them.
pub fn claim(layout: &'static Layout) -> impl Strategy<Value = Drawn> {
    let has_room = matches!(layout.reach, Reach::Parts(most) if most > 7);
    let counts = if has_room { prop_oneof![0..SMALL, 0..NOTATIONS.len()].boxed() } else { (0..SMALL).boxed() };
    let stage = prop::bool::weighted(0.1).prop_map(|expected| if expected { Stage::Expected } else { Stage::Reported });
    (0..layout.scopes.len(), counts, 0usize..4, prop::option::weighted(0.8, 0usize..3), stage)
        .prop_map(|(scope, count, source, origin, stage)| Drawn { scope, count, source, origin, stage })
}

fn rows(layout: &'static Layout) -> impl Strategy<Value = Rows> {
    let row = || {
        let known = layout.axes.iter().map(|(axis, values)| {
            let mut all = Known::all(layout, *axis, *values);
            if all.is_empty() {
                all.push(Known::Unknown);
            }
            prop::sample::select(all)
        });
        known.collect::<Vec<_>>()
    };
    prop_oneof![
        4 => (row(), 1u8..3).prop_map(|(row, times)| Rows::Certain(row, times)),
        1 => row().prop_map(Rows::Planned),
        1 => prop::collection::vec(row(), 2..3).prop_map(Rows::LikelySame),
    ]
}

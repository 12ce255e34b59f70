//! A result as people read it.

pub mod bars;
mod defects;
mod visible;
pub mod widths;

use crate::column::{End, Holds, heading, holds, narrows};
use crate::count::Interval;
use crate::language::{Language, Phrase};
use crate::result_set::{ResultSet, Value};
pub use defects::Group;
pub use visible::{Colours, Visible, visible};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; `None` = no limit.
    pub width: Option<u16>,
    pub color: bool,
    /// Whether tables do without lines and signs that a screen reader stumbles over.
    pub plain: bool,
    /// Whether bars are wanted beside the numbers, where there is something to draw.
    pub chart: bool,
    pub language: Language,
}

impl ResultSet {
    /// The same content as people read it: bounds drawn together into one count, the only mission taken into the
    /// title, keys left out beside their names, NULL put into words.
    ///
    /// A result without a title is somebody's own query: it stays as it is.
    pub fn for_people(mut self, language: Language) -> Self {
        if !self.caption.has_title() {
            return self;
        }
        self.leave_out_unused_scopes();
        self.put_into_words(language);
        self.merge_city(language);
        self.leave_what_only_follows();
        self.drop_derived_bounds();
        self.merge_bounds(language);
        self.move_only_mission_into_title();
        self.caption.numeric = (0..self.columns.len()).map(|index| self.is_numeric(index)).collect();
        self.group_digits(language);
        self.caption.headings = self.columns.iter().map(|column| heading(column, language)).collect();
        self
    }

    /// A column of a scope that narrows nothing anywhere. Beside the name of a city, no key of one means something.
    fn leave_out_unused_scopes(&mut self) {
        if self.position("city").is_none() {
            self.leave_out(|result, index| {
                narrows(&result.columns[index]) && result.rows.iter().all(|row| row[index] == Value::Null)
            });
        }
    }

    /// Keys become names; words and NULL become those of the language.
    fn put_into_words(&mut self, language: Language) {
        for (index, column) in self.columns.iter().enumerate() {
            let of_null = self.caption.nulls.iter().find(|(name, _)| name == column);
            let holds = holds(column);
            for row in &mut self.rows {
                let words = match (&row[index], holds) {
                    (Value::Null, _) => of_null.map(|(_, phrase)| language.say(*phrase)),
                    (Value::Text(key), Holds::Key(table)) => self.caption.labels.get(table, key),
                    (Value::Text(word), Holds::Word) => language.known_word(word),
                    (Value::Text(_) | Value::Integer(_) | Value::Real(_) | Value::Blob(_), _) => None,
                };
                if let Some(words) = words {
                    row[index] = Value::from(words);
                }
            }
        }
    }

    fn group_digits(&mut self, language: Language) {
        for value in self.rows.iter_mut().flatten() {
            if let Some(n) = value.integer().filter(|n| n.abs() >= 1000) {
                *value = Value::Text(language.number(n));
            }
        }
    }

    /// The key of a city adds nothing to its name, but `*` stands for the whole mission.
    fn merge_city(&mut self, language: Language) {
        let [Some(key), Some(name)] = ["city_id", "city"].map(|name| self.position(name)) else { return };
        for row in &mut self.rows {
            if row[key] == Value::from("*") {
                row[name] = Value::from(language.say(Phrase::WholeMission));
            }
        }
        self.remove_column(key);
    }

    /// What follows for a scope is told where nothing was published of it, and more follows than is listed.
    fn leave_what_only_follows(&mut self) {
        let places = ["implied_min", "implied_max", "stated_min", "listed_min"].map(|name| self.position(name));
        let [Some(min), Some(max), Some(stated), listed] = places else { return };
        for row in &mut self.rows {
            let is_listed = row[max] == Value::Null && listed.is_some_and(|listed| row[listed] == row[min]);
            if row[stated] != Value::Null || is_listed {
                row[min] = Value::Null;
                row[max] = Value::Null;
            }
        }
        if self.rows.iter().all(|row| row[min] == Value::Null) {
            self.remove_column(min.max(max));
            self.remove_column(min.min(max));
        }
    }

    /// Two bounds of a count that does not stand beside them become that count: `3–7`.
    fn merge_bounds(&mut self, language: Language) {
        for min in (0..self.columns.len()).rev() {
            let Some((count, End::Min)) = bound(&self.columns[min]) else { continue };
            let is_other =
                |index: &usize| *index != min && bound(&self.columns[*index]).is_some_and(|(of, _)| of == count);
            let Some(other) = (0..self.columns.len()).find(is_other) else { continue };
            let intervals: Vec<_> = self.rows.iter().map(|row| self.bounds(row, count)).collect();
            for (row, interval) in self.rows.iter_mut().zip(intervals) {
                if let Some(interval) = interval {
                    row[min] = Value::Text(match interval.max {
                        // That is no count of anybody's: the sign tells it from one.
                        None if count == "follows" => format!("≥ {}", language.number(interval.min)),
                        Some(_) | None => language.interval(interval),
                    });
                }
            }
            self.columns[min] = count.to_owned();
            self.remove_column(other);
        }
    }

    /// The numbers that a row allows for a count, from its bounds or from the exact number; `None` = nothing is known.
    pub fn bounds(&self, row: &[Value], count: &str) -> Option<Interval> {
        if let Some(exact) = self.cell(row, count).and_then(Value::integer) {
            return Some(Interval::exactly(exact));
        }
        let number = |wanted| {
            let place = self.columns.iter().position(|name| bound(name) == Some((count, wanted)))?;
            row[place].integer()
        };
        let min = number(End::Min)?;
        Some(Interval { min, max: number(End::Max).or_else(|| number(End::Further).map(|further| min + further)) })
    }

    /// The bounds that follow from a count beside them, which says it as it was published.
    fn drop_derived_bounds(&mut self) {
        self.leave_out(|result, index| {
            bound(&result.columns[index]).is_some_and(|(count, _)| result.position(count).is_some())
        });
    }

    fn move_only_mission_into_title(&mut self) {
        let Some(index) = self.position("mission_id") else { return };
        let Some(Value::Text(mission)) = self.rows.first().map(|row| row[index].clone()) else { return };
        if self.rows.iter().all(|row| row[index].text() == Some(&mission)) {
            let about = std::mem::take(&mut self.caption.about);
            self.caption.about = if about.is_empty() { mission } else { format!("{about} · {mission}") };
            self.remove_column(index);
        }
    }

    /// Removes every column of which something holds.
    fn leave_out(&mut self, holds: impl Fn(&Self, usize) -> bool) {
        for index in (0..self.columns.len()).rev() {
            if holds(self, index) {
                self.remove_column(index);
            }
        }
    }

    fn remove_column(&mut self, index: usize) {
        self.columns.remove(index);
        for row in &mut self.rows {
            row.remove(index);
        }
    }
}

/// Of which count a column is a bound, and which.
fn bound(name: &str) -> Option<(&'static str, End)> {
    match holds(name) {
        Holds::Bound(count, end) => Some((count, end)),
        Holds::Key(_) | Holds::Day | Holds::Word | Holds::Count | Holds::Number | Holds::Text => None,
    }
}

//! A result as people read it.

pub mod bars;
pub mod widths;

use crate::count::Interval;
use crate::language::{Language, Phrase};
use crate::result_set::{COUNTS, ResultSet, Value};

/// Columns whose words are of closed lists.
pub const WORDS: [&str; 5] = ["verdict", "weekday", "subject", "stage", "change"];

/// What the place where a result appears is like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; `None` = no limit.
    pub width: Option<u16>,
    /// Whether colour is wanted.
    pub color: bool,
    /// Whether tables do without lines and signs that a screen reader stumbles over.
    pub plain: bool,
    /// Whether bars are wanted beside the numbers, where there is something to draw.
    pub chart: bool,
    /// In which language people read.
    pub language: Language,
}

/// What people are shown as the heading of a column.
pub fn heading(column: &str, language: Language) -> String {
    language.translate(&column.strip_suffix("_id").unwrap_or(column).replace('_', " "))
}

impl ResultSet {
    /// The same content as people read it: bounds drawn together into one count, the only mission
    /// taken into the title, keys left out beside their names, NULL put into words.
    ///
    /// A result without a title is somebody's own query: it stays as it is.
    pub fn for_people(mut self, language: Language) -> Self {
        if self.caption.title.is_empty() {
            return self;
        }
        // Behind a dot stands what the title is about: a name, which has no language.
        self.caption.title = match self.caption.title.split_once(" · ") {
            Some((title, about)) => format!("{} · {about}", language.translate(title)),
            None => language.translate(&self.caption.title),
        };
        self.leave_out_unused_scopes();
        self.put_labels();
        self.translate_words(language);
        self.put_nulls_into_words(language);
        self.merge_city(language);
        self.merge_bounds(language);
        self.drop_derived_bounds();
        self.move_only_mission_into_title();
        self.caption.numeric = (0..self.columns.len()).map(|index| self.is_numeric(index)).collect();
        self.group_digits(language);
        for column in &mut self.columns {
            *column = heading(column, language);
        }
        self
    }

    /// A column of a scope that narrows nothing anywhere.
    fn leave_out_unused_scopes(&mut self) {
        if self.position("city").is_some() {
            return;
        }
        for name in ["category_id", "region_id", "city_id", "day"] {
            let unused = |index: &usize| self.rows.iter().all(|row| row[*index] == Value::Null);
            if let Some(index) = self.position(name).filter(unused) {
                self.remove_column(index);
            }
        }
    }

    fn put_labels(&mut self) {
        for (index, column) in self.columns.iter().enumerate() {
            let Some(labels) = self.caption.labels.get(column.as_str()) else { continue };
            for row in &mut self.rows {
                if let Value::Text(key) = &row[index] {
                    row[index] = Value::from(labels.get(key).unwrap_or(key).as_str());
                }
            }
        }
    }

    fn translate_words(&mut self, language: Language) {
        for name in WORDS {
            let Some(index) = self.position(name) else { continue };
            for row in &mut self.rows {
                if let Value::Text(word) = &row[index] {
                    row[index] = Value::Text(language.translate(word));
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

    fn put_nulls_into_words(&mut self, language: Language) {
        for (name, word) in std::mem::take(&mut self.caption.nulls) {
            if let Some(index) = self.position(name) {
                for row in &mut self.rows {
                    if row[index] == Value::Null {
                        row[index] = Value::Text(language.translate(word));
                    }
                }
            }
        }
    }

    /// The key of a city adds nothing to its name, but `*` stands for the whole mission.
    fn merge_city(&mut self, language: Language) {
        let (Some(key), Some(name)) = (self.position("city_id"), self.position("city")) else {
            return;
        };
        for row in &mut self.rows {
            if row[key] == Value::from("*") {
                row[name] = Value::from(language.say(Phrase::WholeMission));
            }
        }
        self.remove_column(key);
    }

    /// `listed_min` and `listed_max` become `listed`.
    fn merge_bounds(&mut self, language: Language) {
        let (Some(min), Some(max)) = (self.position("listed_min"), self.position("listed_max")) else {
            return;
        };
        for row in &mut self.rows {
            if let Some(lowest) = row[min].integer() {
                row[min] = Value::Text(language.interval(Interval { min: lowest, max: row[max].integer() }));
            }
        }
        self.columns[min] = "listed".to_owned();
        self.remove_column(max);
    }

    /// The bounds that follow from a count which is shown as published.
    fn drop_derived_bounds(&mut self) {
        let derived = |column: &String| self.is_derived_bound(column);
        for column in self.columns.iter().filter(|column| derived(column)).cloned().collect::<Vec<_>>() {
            if let Some(index) = self.position(&column) {
                self.remove_column(index);
            }
        }
    }

    /// Whether a column holds a bound that follows from the count beside it, which says it as it was published.
    pub fn is_derived_bound(&self, column: &str) -> bool {
        let count = column.strip_suffix("_min").or_else(|| column.strip_suffix("_max"));
        count.is_some_and(|count| COUNTS.contains(&count) && self.position(count).is_some())
    }

    fn move_only_mission_into_title(&mut self) {
        let Some(index) = self.position("mission_id") else { return };
        let Some(Value::Text(mission)) = self.rows.first().map(|row| row[index].clone()) else {
            return;
        };
        if self.rows.iter().all(|row| row[index] == Value::Text(mission.clone())) {
            self.caption.title = format!("{} · {mission}", self.caption.title);
            self.remove_column(index);
        }
    }

    fn remove_column(&mut self, index: usize) {
        self.columns.remove(index);
        for row in &mut self.rows {
            row.remove(index);
        }
    }
}

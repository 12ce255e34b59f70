//! Identical defects in one column are told to people once, so that 50 lines show 50 causes; the first of them with a
//! caret below its cell.

use super::{Colours, visible};
use crate::defect::{Defect, DefectKind, Place};
use annotate_snippets::{AnnotationKind, Group as Drawing, Level, Renderer, Snippet};
use std::collections::{HashMap, HashSet};
use std::fmt;

/// Defects of the same kind, with the same words, in one column of one file.
#[derive(Debug)]
pub struct Group<'d> {
    first: &'d Defect,
    places: Vec<&'d Place>,
    /// Whether more defects of the file were counted than listed, perhaps of these.
    at_least: bool,
}

/// Places that are told of one group.
const MOST_PLACES: usize = 3;

impl<'d> Group<'d> {
    pub fn of_each(defects: &'d [Defect]) -> Vec<Self> {
        defects.iter().map(|first| Self { first, places: vec![&first.place], at_least: false }).collect()
    }

    /// Identical ones together, at the place of their first.
    pub fn of_identical(defects: &'d [Defect]) -> Vec<Self> {
        let is_rest =
            |defect: &&Defect| matches!(defect.kind, DefectKind::MoreDefects { .. } | DefectKind::MoreNotices { .. });
        let cut: HashSet<&str> = defects.iter().filter(is_rest).map(|defect| defect.place.file.as_str()).collect();
        let mut groups: Vec<Self> = Vec::new();
        let mut known: HashMap<(&str, Option<u64>, &DefectKind), usize> = HashMap::new();
        for first in defects {
            let place = &first.place;
            // A sheet tells the column in the place; elsewhere only the words tell it, as a line counts characters.
            let column = place.in_sheet.then_some(place.column);
            let group = *known.entry((&place.file, column, &first.kind)).or_insert_with(|| {
                groups.push(Self { first, places: Vec::new(), at_least: cut.contains(place.file.as_str()) });
                groups.len() - 1
            });
            groups[group].places.push(place);
        }
        groups
    }

    /// How many defects or notices it stands for.
    pub fn number(&self) -> u64 {
        self.first.number() * self.places.len() as u64
    }

    /// With the line around the first one, and a caret below its cell.
    pub fn with_excerpt(&self, color: bool) -> String {
        // Colours in it are those that somebody gave a file or a sheet.
        let told = visible(&self.to_string(), Colours::Shown);
        let Some(excerpt) = &self.first.excerpt else { return told };
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let line = usize::try_from(self.first.place.line).unwrap_or(usize::MAX);
        let cell = AnnotationKind::Primary.span(excerpt.cell.clone());
        let snippet = Snippet::source(excerpt.text.as_str()).line_start(line).annotation(cell);
        format!("{told}\n{}\n", renderer.render(&[Drawing::with_level(Level::ERROR).element(snippet)]))
    }
}

/// One line, as compilers write it.
impl fmt::Display for Group<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Defect { place, kind, .. } = self.first;
        let (level, code, number) = (kind.level().name(), kind.code().name(), self.places.len());
        if number == 1 {
            write!(f, "{place}: {level}[{code}]: {kind}")?;
        } else {
            // The columns of a header are all in one row.
            let rows = if self.places.iter().all(|other| other.line == place.line) { "cells" } else { "rows" };
            let at = if number > MOST_PLACES { "first at" } else { "at" };
            let places: Vec<String> = self.places.iter().take(MOST_PLACES).map(|place| place.in_file()).collect();
            let (places, at_least) = (places.join(", "), if self.at_least { "at least " } else { "" });
            write!(f, "{}: {level}[{code}]: {kind} (in {at_least}{number} {rows}, {at} {places})", place.file)?;
        }
        match kind.nearest() {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

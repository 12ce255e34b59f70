//! What the words of a list mean: the keys and labels of the data folder, the words of closed lists in three languages,
//! and everyday words for both.

use super::fields::Field;
use super::folder::Folder;
use super::{numbers, readings, words};
use crate::cell::{CellKind, squeezed};
use crate::defect::DefectKind;
use crate::error::nearest;
use crate::language::Language;
use crate::model::Table;
use std::cell::Cell;
use std::collections::HashMap;
use strum::VariantArray;

pub(super) struct Vocabulary {
    /// By field and squeezed word.
    known: HashMap<(Field, String), String>,
    /// The values that a field can have.
    values: HashMap<Field, Vec<String>>,
    /// Words that were not known.
    unknown: Cell<u32>,
}

/// Unknown words for which the nearest one is looked for: nobody reads the suggestions for more.
const MOST_NEAREST: u32 = 1_000;

impl Vocabulary {
    pub(super) fn of(table: Table, folder: &Folder) -> Self {
        let mut vocabulary = Self { known: HashMap::new(), values: HashMap::new(), unknown: Cell::new(0) };
        for column in table.columns() {
            let (field, mut values) = (column.name, Vec::new());
            if let CellKind::Word(words) = column.kind {
                for word in words {
                    vocabulary.learn(field, word, word);
                    Language::VARIANTS.iter().for_each(|language| vocabulary.learn(field, &language.word(word), word));
                    values.push((*word).to_owned());
                }
            }
            let parents = [Table::Region, Table::Category, Table::City];
            if let Some(parent) = table.refers_to(column).filter(|parent| parents.contains(parent)) {
                // Of a city its name, of the others their labels.
                let names = if parent == Table::City { 1..2 } else { 1..parent.columns().len() };
                for row in folder.rows(parent) {
                    row[names.clone()].iter().chain([&row[0]]).for_each(|name| vocabulary.learn(field, name, &row[0]));
                    values.push(row[0].clone());
                }
            }
            for (value, words) in words::values(table, field) {
                if values.is_empty() || values.iter().any(|known| known == value) {
                    words.split_ascii_whitespace().for_each(|word| vocabulary.learn(field, word, value));
                }
            }
            vocabulary.values.insert(field, values);
        }
        vocabulary
    }

    /// What a word means first, it keeps: a label of the data folder goes before an everyday word.
    pub(super) fn learn(&mut self, field: Field, word: &str, value: &str) {
        self.known.entry((field, squeezed(word))).or_insert_with(|| value.to_owned());
    }

    /// The values that a field can have; none where they are not listed.
    pub(super) fn values(&self, field: Field) -> &[String] {
        self.values.get(field).map_or(&[], Vec::as_slice)
    }

    /// Whether a word is nearly one for a subject or a category, and so no subject of its own.
    pub(super) fn is_misspelt(&self, text: &str) -> bool {
        let word = squeezed(text);
        let is_near = |known: &str| word.len() > 5 && strsim::osa_distance(&word, known) == 1;
        self.known.keys().any(|(field, known)| ["subject", "category_id"].contains(field) && is_near(known))
    }

    /// The value that a word stands for, where it is known and nothing beside it makes it doubtful.
    pub(super) fn known(&self, field: Field, text: &str) -> Option<&String> {
        let known = |word: &str| self.known.get(&(field, word.to_owned()));
        let value = known(&squeezed(text)).or_else(|| words::in_every_language(text, known));
        value.filter(|_| words::is_sure(text))
    }

    /// Whether a text may be two values: what is part of none stands between them, or one of them is known or not yet.
    pub(super) fn may_be_two(&self, field: Field, text: &str) -> bool {
        const BETWEEN: [&str; 9] = ["/", "-", "en", "et", "and", "of", "ou", "or", "y"];
        let spaced = text.to_lowercase().replace(['/', '|', '(', ')', ',', ';', '+', '&', '→', '>', '–', '—'], " / ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut parts = words.split(|word| BETWEEN.contains(word)).map(<[_]>::concat).filter(|part| !part.is_empty());
        // A slash alone may be part of one, as in `Halle/Saale`.
        readings::holds_several(&text.replace('/', " "))
            || parts.any(|part| self.known(field, &part).is_some() || numbers::says_nothing(&squeezed(&part)))
    }

    /// The value that a word stands for.
    ///
    /// # Errors
    /// It may be organisations as well as people, or is not known.
    pub(super) fn value(&self, field: Field, text: &str) -> Result<String, DefectKind> {
        if let Some(value) = self.known(field, text) {
            return Ok(value.clone());
        }
        let (word, text, may_be_two) = (squeezed(text), text.to_owned(), self.may_be_two(field, text));
        if field == "subject" && words::meaning("subject", &word) == Some("?") {
            return Err(DefectKind::AmbiguousWord { text });
        }
        self.unknown.set(self.unknown.get().saturating_add(1));
        let near = self.known.keys().filter(|(of, _)| *of == field).map(|(_, word)| word);
        let near = near.filter(|_| self.unknown.get() <= MOST_NEAREST);
        let nearest = nearest(&word, near).and_then(|word| self.known(field, &word).cloned());
        Err(DefectKind::UnknownWord { column: field, text, known: self.values(field).join(", "), nearest, may_be_two })
    }
}

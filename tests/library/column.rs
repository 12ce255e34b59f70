//! What the name of a column means.

use mission::column::Holds::{Bound, Count, Key, Number};
use mission::column::{COLUMNS, End, heading, holds};
use mission::language::{Language, Phrase};
use mission::model::Table;
use std::collections::HashSet;

#[test]
fn no_name_means_two_things_and_a_bound_belongs_to_a_count() {
    let mut names = HashSet::new();
    for column in COLUMNS {
        assert!(column.names.iter().all(|name| names.insert(*name)), "{:?}", column.names);
        if let Bound(of, _) = column.holds {
            assert!(matches!(holds(of), Count | Number), "{:?}", column.names);
        }
    }
}

#[test]
fn a_key_is_that_of_the_table_whose_rows_it_names() {
    for column in COLUMNS {
        if let Key(table) = column.holds {
            assert_eq!(table.key().last().map(|key| key.name), column.names.iter().copied().next());
            assert_eq!(column.names.len(), 1);
        }
    }
}

#[test]
fn the_own_key_of_a_table_is_known_as_its_key() {
    for &table in Table::ALL {
        for own in table.key().iter().filter(|key| key.name.ends_with("_id") && table.refers_to(key).is_none()) {
            assert_eq!(holds(own.name), Key(table), "{}", own.name);
        }
    }
}

#[test]
fn an_english_heading_is_the_name_in_words_and_has_a_phrase() {
    // Two bounds are shown as one count.
    let shown = COLUMNS.iter().filter(|column| !matches!(column.holds, Bound(_, End::Min | End::Max)));
    #[rustfmt::skip]
    let texts = [
        "title", "evidence", "origin", "arithmetic", "condition", "table", "key", "column", "old", "new", "because", "kind",
        "meaning", "type", "null", "references", "function", "example", "about", "finding", "code", "defect",
        "explanation", "may be empty", "holds",
    ];
    for name in shown.flat_map(|column| column.names.iter().copied()).chain(texts) {
        let words = name.strip_suffix("_id").unwrap_or(name).replace('_', " ");
        assert_eq!(heading(name, Language::En), words);
        assert!(words.replace(' ', "_").parse::<Phrase>().is_ok(), "{name} has no phrase");
    }
}

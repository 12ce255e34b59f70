//! What holds of every list that is imported.

use mission::import::{Choices, Imported, import};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A header, texts below it, and whether it is dropped.
const COLUMNS: [(&str, &[&str], bool); 7] = [
    ("bedrijfsnaam", &["Acme NV", "ACME", "Béta", "Gamma \"G\" BV", "Delta, zoon", "Delta\nEcht", "Épsilon"], false),
    ("type", &["Bedrijf", "hogeschool", "Kamer van koophandel", "ASBL"], false),
    ("gewest", &["", "Vlaanderen", "région wallonne", "n.v.t.", "Brussel"], false),
    ("kbo", &["", "0999.200.166", "BE0999200265", "-"], false),
    ("contactpersoon", &["Proef Persoon", "", "geheim-1"], true),
    ("E-mail", &["geheim@proef.example", ""], true),
    ("opmerking", &["geheim-2", "x;y", ""], true),
];

#[derive(Debug, Clone)]
struct List {
    /// The columns in the order of the list.
    order: Vec<usize>,
    rows: Vec<[usize; COLUMNS.len()]>,
    delimiter: u8,
}

fn lists() -> impl Strategy<Value = List> {
    let row = prop::array::uniform7(0..7_usize);
    let order = Just((0..COLUMNS.len()).collect::<Vec<_>>()).prop_shuffle();
    (order, prop::collection::vec(row, 1..8), prop::sample::select(vec![b',', b';', b'\t']))
        .prop_map(|(order, rows, delimiter)| List { order, rows, delimiter })
}

impl List {
    fn write(&self, path: &Path) {
        let mut writer = csv::WriterBuilder::new().delimiter(self.delimiter).from_path(path).unwrap();
        writer.write_record(self.order.iter().map(|column| COLUMNS[*column].0)).unwrap();
        for row in &self.rows {
            let text = |column: &usize| COLUMNS[*column].1[row[*column] % COLUMNS[*column].1.len()];
            writer.write_record(self.order.iter().map(text)).unwrap();
        }
        writer.flush().unwrap();
    }
}

fn imported(list: &List, place: &Path) -> Imported {
    let path = place.join("lijst.csv");
    list.write(&path);
    let choices = Choices { mission: Some("m".to_owned()), ..Choices::default() };
    import(&path, &place.join("data"), &choices, place).unwrap()
}

fn save(imported: &Imported, place: &Path) {
    fs::create_dir_all(place.join("data")).unwrap();
    for (name, text) in &imported.files {
        fs::write(place.join("data").join(name), text).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn twice_is_once_and_nothing_of_a_dropped_column_is_kept(list in lists()) {
        let place = tempfile::tempdir().unwrap();
        let first = imported(&list, place.path());
        prop_assert!(first.defects.is_empty(), "{:?}", first.defects);
        save(&first, place.path());
        for (name, text) in &first.files {
            prop_assert!(!text.contains("geheim") && !text.contains("Persoon"), "{name}: {text}");
        }
        let again = imported(&list, place.path());
        prop_assert_eq!(again.files, vec![]);
        prop_assert_eq!(again.rows[0].1.added + again.rows[0].1.changed, 0);
    }

    #[test]
    fn the_order_of_the_columns_and_the_delimiter_do_not_matter(list in lists(), delimiter in prop::sample::select(vec![b',', b';'])) {
        let plain = List { order: (0..COLUMNS.len()).collect(), delimiter, ..list.clone() };
        let files = |list: &List| {
            let place = tempfile::tempdir().unwrap();
            imported(list, place.path()).files.into_iter().collect::<BTreeMap<_, _>>()
        };
        prop_assert_eq!(files(&list), files(&plain));
    }
}

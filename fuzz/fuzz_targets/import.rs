//! Any bytes as somebody's own list: defects, or a data folder that loads without any, never a panic; and imported again,
//! nothing changes. The first byte chooses the table.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;
use mission::import::{Choices, import};
use std::fs;

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let place = tempfile::tempdir_in(std::env::var_os("FUZZ_FOLDER").unwrap_or("/dev/shm".into())).unwrap();
    let (list, folder) = (place.path().join("list.csv"), place.path().join("data"));
    fs::write(&list, bytes).unwrap();
    let said = |column: &str, value: &str| (column.to_owned(), value.to_owned());
    let (name, sets) = [
        ("participants", vec![said("category_id", "company")]),
        ("agreements", vec![said("status", "signed")]),
        ("events", vec![said("kind", "visit")]),
        ("claims", vec![said("subject", "people")]),
    ][usize::from(*choice) % 4]
        .clone();
    let choices = Choices {
        table: Some(name.to_owned()),
        mission: Some("m".to_owned()),
        country: (choice & 4 > 0).then(|| "PE".to_owned()),
        sets,
        ..Choices::default()
    };
    let Ok(imported) = import(&list, &folder, &choices, place.path()) else { return };
    if !imported.defects.is_empty() {
        return;
    }
    fs::create_dir(&folder).unwrap();
    for (name, text) in &imported.files {
        fs::write(folder.join(name), text).unwrap();
    }
    assert!(common::check(&folder, place.path()), "an imported list does not load");
    let again = import(&list, &folder, &choices, place.path()).unwrap();
    assert_eq!(again.files, [], "imported again, it changes something");
});

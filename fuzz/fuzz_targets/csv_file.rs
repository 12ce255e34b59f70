//! Any bytes as one CSV file of a data folder: defects or rows, never a panic, and never a row that breaks a
//! constraint. The first byte chooses the table.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;
use mission::model::Table;
use std::sync::LazyLock;

/// A data folder with the small tables of the seed.
static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir_in(std::env::var_os("FUZZ_FOLDER").unwrap_or("/dev/shm".into())).unwrap();
    for table in [Table::Source, Table::Mission, Table::Region, Table::Category, Table::City] {
        std::fs::write(folder.path().join(format!("{}.csv", table.name())), table.seed()).unwrap();
    }
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let table = Table::ALL[usize::from(*choice) % Table::ALL.len()];
    let path = FOLDER.path().join(format!("{}.csv", table.name()));
    let before = std::fs::read(&path).ok();
    std::fs::write(&path, bytes).unwrap();
    common::check(FOLDER.path(), FOLDER.path());
    match before {
        Some(before) => std::fs::write(&path, before).unwrap(),
        None => std::fs::remove_file(&path).unwrap(),
    }
});

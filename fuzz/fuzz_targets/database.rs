//! A finished database in which bytes were changed and the checksum made anew: it is refused, or every report, the page
//! and the check of it end, in an error or not, and never in a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mission::db::{Draft, Extent, open, texts};
use mission::language::Language;
use mission::report::REPORTS;
use mission::result_set::{Caption, ResultSet};
use std::fs;
use std::sync::LazyLock;

mod common;

static SEED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("seed.db");
    let draft = Draft::new(&path, false).unwrap();
    common::fill(&draft.conn, place.path());
    draft.finish().unwrap();
    fs::read(path).unwrap()
});

fuzz_target!(|changes: Vec<(u32, u8)>| {
    let mut bytes = SEED[..SEED.len() - 12].to_vec();
    for (at, change) in &changes {
        let at = *at as usize % bytes.len();
        bytes[at] ^= change;
    }
    let sum = crc32fast::hash(&bytes);
    bytes.extend_from_slice(b"MISSCRC1");
    bytes.extend_from_slice(&sum.to_be_bytes());
    let place = tempfile::tempdir_in(std::env::var_os("FUZZ_FOLDER").unwrap_or("/dev/shm".into())).unwrap();
    let path = place.path().join("changed.db");
    fs::write(&path, bytes).unwrap();
    let Ok(conn) = open(&path, Extent::Whole) else { return };
    for report in REPORTS {
        let mut result = ResultSet::default();
        if let Ok(mut statement) = report.statement(&conn, &[]) {
            let _ = mission::db::each_row(&mut statement, &Caption::default(), &mut result);
        }
    }
    for mission in texts(&conn, "SELECT mission_id FROM missions", []).unwrap_or_default() {
        let _ = mission::page::mission(&conn, &mission, Language::Nl, None, &mut std::io::sink());
    }
});

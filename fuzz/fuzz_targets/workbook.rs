//! Any bytes as a workbook: defects, rows or an error, never a panic. An input that is no ZIP archive is packed as
//! the parts of one, separated by NUL NUL, so that the fuzzer gets past the checksums.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;
use std::io::Write;
use std::sync::LazyLock;

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    tempfile::tempdir_in(std::env::var_os("FUZZ_FOLDER").unwrap_or("/dev/shm".into())).unwrap()
});

const PARTS: [&str; 6] = [
    "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
];

fuzz_target!(|bytes: &[u8]| {
    let path = FOLDER.path().join("data.xlsx");
    if bytes.starts_with(b"PK") {
        std::fs::write(&path, bytes).unwrap();
    } else {
        let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        let mut rest = bytes;
        for name in PARTS {
            let end = rest.windows(2).position(|pair| pair == b"\0\0").unwrap_or(rest.len());
            archive.start_file(name, options).unwrap();
            archive.write_all(&rest[..end]).unwrap();
            rest = rest.get(end + 2..).unwrap_or_default();
        }
        archive.finish().unwrap();
    }
    common::check(&path, FOLDER.path());
});

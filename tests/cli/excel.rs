//! What Excel saves, in Belgium and elsewhere.

use crate::harness::{Place, Ran, root, tables_of_seed};
use std::fs;

/// Writes a text in an encoding.
type Encode = fn(&str) -> Vec<u8>;

/// The seed as Excel would save it: another delimiter, CRLF, a decimal comma, empty columns and rows at the end.
fn saved_by_excel(delimiter: u8, encode: Encode) -> Place {
    let place = Place::with_copy_of_seed();
    for entry in tables_of_seed() {
        let name = entry.file_name();
        let path = place.path("data").join(&name);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&path).unwrap();
        let mut builder = csv::WriterBuilder::new();
        let mut writer =
            builder.delimiter(delimiter).terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
        let mut width = 0;
        for record in reader.records() {
            let record = record.unwrap();
            width = record.len() + 2;
            let decimal_comma = |cell: &str| match cell.parse::<f64>() {
                Ok(_) if name == "cities.csv" => cell.replace('.', ","),
                _ => cell.to_owned(),
            };
            writer.write_record(record.iter().map(decimal_comma).chain([String::new(), String::new()])).unwrap();
        }
        writer.write_record(vec![""; width]).unwrap();
        fs::write(path, encode(&String::from_utf8(writer.into_inner().unwrap()).unwrap())).unwrap();
    }
    place
}

fn utf8_with_mark(text: &str) -> Vec<u8> {
    [b"\xef\xbb\xbf", text.as_bytes()].concat()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lossy);
    bytes.into_owned()
}

#[test]
fn a_first_line_that_names_the_delimiter_is_for_excel_alone() {
    let same = Place::with_seed();
    let with_line: [Encode; 4] = [
        |text| utf8_with_mark(&format!("sep=;\r\n{text}")),
        |text| utf16(&format!("\"sep=;\"\r\n{text}")),
        |text| windows_1252(&format!("Sep=;\r\n{text}")),
        // What it says is not so.
        |text| utf8_with_mark(&format!("sep=,\n{text}")),
    ];
    for encode in with_line {
        let place = saved_by_excel(b';', encode);
        let ran = place.run(&["init", "data", "-q"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        assert_eq!(place.run(&["diff", "mission.db", same.path("mission.db").to_str().unwrap()]), Ran::printed(0, ""));
    }
}

#[test]
fn places_count_a_first_line_that_names_the_delimiter() {
    let place = Place::with_copy_of_seed();
    place.edit("data/claims.csv", ",218,expected", ",ca. 218,expected");
    let text = fs::read_to_string(place.path("data/claims.csv")).unwrap();
    fs::write(place.path("data/claims.csv"), format!("sep=,\n{text}")).unwrap();
    let ran = place.run(&["init", "data"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.starts_with("claims.csv:12:80: error[E204]: count: `ca. 218`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("\n12 | "), "{}", ran.stderr);
}

#[test]
fn every_dialect_of_excel_gives_the_same_data_folder_again() {
    let encodings = [(utf8_with_mark as Encode, "UTF-8"), (utf16, "UTF-16"), (windows_1252, "Windows-1252")];
    for (encode, charset) in encodings {
        for (delimiter, separated) in [(b';', "semicolons"), (b'\t', "tabs"), (b',', "commas")] {
            let place = saved_by_excel(delimiter, encode);
            let ran = place.run(&["init", "data"]);
            assert_eq!(ran.code, Some(0), "{}", ran.stderr);
            let plain = (charset, separated) == ("UTF-8", "commas");
            let dialect = if plain { String::new() } else { format!("  ({charset}, separated by {separated})") };
            let told = format!("        participants.csv  22 rows{dialect}\n");
            assert!(ran.stderr.contains(&told), "{}", ran.stderr);
            assert!(ran.stderr.contains("claims.csv: notice[N101]: 1 empty row was passed over\n"), "{}", ran.stderr);
            assert!(
                ran.stderr.contains("claims.csv: notice[N102]: 2 empty columns were passed over\n"),
                "{}",
                ran.stderr
            );
            place.run(&["export", "--to", "again"]);
            for entry in tables_of_seed() {
                let name = entry.file_name();
                let seed = fs::read_to_string(root().join("seed").join(&name)).unwrap();
                assert_eq!(fs::read_to_string(place.path("again").join(&name)).unwrap(), seed, "{charset} {separated}");
            }
        }
    }
}

#[test]
fn a_place_counts_characters_in_every_encoding() {
    for encode in [utf8_with_mark, utf16, windows_1252] {
        let place = Place::with_copy_of_seed();
        let text = "region_id;label_en;label_nl;label_fr\r\nbrussels;\"Brüssel; é\";\u{1};B\r\n";
        fs::write(place.path("data/regions.csv"), encode(text)).unwrap();
        let expected = "regions.csv:2:23: error[E211]: label_nl: `\\u{1}` is not text without control characters and \
                        without lost ones\n  |\n\
                        2 | brussels;\"Brüssel; é\";\u{fffd};B\n  |                       ^\n\n\
                        1 defect; nothing was written, mission.db is as it was\n";
        assert_eq!(place.run(&["init", "data"]), Ran::failed(1, expected));
    }
}

#[test]
fn a_value_below_no_header_is_not_lost() {
    let place = Place::with_copy_of_seed();
    fs::write(place.path("data/regions.csv"), "region_id,label_en,label_nl,label_fr,\nx,y,z,z,remark\n").unwrap();
    let ran = place.run(&["init", "data"]);
    assert!(
        ran.stderr.starts_with("regions.csv:2:9: error[E122]: this column has a value, but no name in the header\n"),
        "{}",
        ran.stderr
    );
}

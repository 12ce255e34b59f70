//! Nothing is read wrong in silence: what spreadsheets and copies do to a data folder is named at its place.

use crate::harness::Place;
use rust_xlsxwriter::{Format, Formula, Workbook};
use std::fs;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A mission with these files beside what every data folder has.
fn folder(files: &[(&str, &str)]) -> Place {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    let base = [
        ("sources.csv", "source_id,title\ns,S\n"),
        ("missions.csv", "mission_id,name,source_id\nm,M,s\n"),
        ("categories.csv", "category_id,label_en\ncompany,Companies\n"),
    ];
    for (name, text) in base.iter().chain(files) {
        fs::write(place.path("data").join(name), text).unwrap();
    }
    place
}

/// What is told of defects and notices, without the lines around them.
fn told(place: &Place, data: &str) -> (Option<i32>, Vec<String>) {
    let ran = place.run(&["init", data]);
    let is_told = |line: &&str| line.contains(": error[") || line.contains(": notice[");
    (ran.code, ran.stderr.lines().filter(is_told).map(str::to_owned).collect())
}

#[test]
fn a_quote_that_does_not_enclose_its_cell_is_told_where_the_cell_opens() {
    let rows = [
        ("a,Alpha \"Works\" Ltd,company,s\n", "2:3"),
        ("a,\"Alpha\" Works,company,s\n", "2:3"),
        ("a, \"Alpha\",company,s\n", "2:3"),
        ("a,\"p. 2,company,s\nb,\"p. 3\",company,s\n", "2:3"),
        ("a,A,company,s\nb,B,company,s\"\n", "3:13"),
    ];
    for (rows, place_of) in rows {
        let participants = format!("participant_id,name,category_id,source_id\n{rows}");
        let place = folder(&[("participants.csv", &participants)]);
        let expected =
            format!("participants.csv:{place_of}: error[E124]: a quote in this cell neither opens nor closes it");
        assert_eq!(told(&place, "data"), (Some(1), vec![expected]), "{rows}");
    }
    let sound = "participant_id,name,category_id,source_id\r\na,\"Alpha \"\"Works\"\" Ltd\",company,\"s\"\r\n\"b\",\"\",company,s";
    let place = folder(&[("participants.csv", sound)]);
    assert_eq!(told(&place, "data").1, ["participants.csv:3:5: error[E201]: name is empty, and must not be"]);
}

#[test]
fn rows_far_behind_such_a_quote_are_read_as_they_are() {
    let row = |number| format!("a{number},Alpha {number},company,s\n");
    let rows: String = (0..10_000).map(row).collect();
    let participants = format!("participant_id,name,category_id,source_id\na,Alpha \"Works\",company,s\n{rows}");
    let place = folder(&[("participants.csv", &participants)]);
    let expected = "participants.csv:2:3: error[E124]: a quote in this cell neither opens nor closes it";
    assert_eq!(told(&place, "data"), (Some(1), vec![expected.to_owned()]));
}

#[test]
fn files_that_may_be_tables_under_another_name_are_no_rows_without_a_word() {
    for name in ["claims.tsv", "events.csv.txt", "agreements.csv.gz", "participants.xlsx", "Claims.csv", "cities .csv"]
    {
        // Where capital letters make no other name, it is read as well.
        if name == "Claims.csv" && cfg!(any(windows, target_os = "macos")) {
            continue;
        }
        let place = folder(&[(name, "x")]);
        let table = name.split(['.', ' ']).next().unwrap().to_lowercase();
        let expected = format!("{name}: error[E101]: no table goes by this name; did you mean `{table}.csv`?");
        assert_eq!(told(&place, "data"), (Some(1), vec![expected]), "{name}");
    }
    let place = folder(&[("~lock.claims.csv#", "x"), (".claims.csv", "x"), ("events.ics", "x"), ("claims.md", "x")]);
    assert_eq!(told(&place, "data"), (Some(0), vec![]));
}

#[test]
fn what_a_copy_did_to_texts_and_names_is_worth_knowing() {
    let participants = "participant_id,\u{feff}name,category_id,source_id,locator\n\
                        a,BÃªta,company,s,\nb,Ze\u{200b}nne,company,s,\nc,NA,company,s,\nd,#REF!,company,s,\ne,'=Acme,company,s\n";
    let place = folder(&[("participants.csv", participants)]);
    let expected = ["participants.csv:5:3: error[E214]: the formula of this cell failed: #REF!"];
    assert_eq!(told(&place, "data"), (Some(1), expected.map(str::to_owned).to_vec()));
    let place = folder(&[("participants.csv", &participants.replace("#REF!", "Delta"))]);
    let expected = [
        "participants.csv: notice[N107]: 1 row ends before the last columns, whose cells are taken as empty",
        "participants.csv:1:16: notice[N108]: there is a character in `name` that nobody sees",
        "participants.csv:2:3: notice[N109]: name: `BÃªta` looks like UTF-8 that was read as Windows-1252",
        "participants.csv:3:3: notice[N108]: there is a character in `Ze\u{200b}nne` that nobody sees",
        "participants.csv:4:3: notice[N110]: name: `NA` stands for not known, which is an empty cell",
    ];
    assert_eq!(told(&place, "data"), (Some(0), expected.map(str::to_owned).to_vec()));
    assert_eq!(place.ask("SELECT name FROM participants WHERE participant_id = 'e'"), "=Acme");
}

#[test]
fn a_row_may_end_early_only_where_nothing_is_lost() {
    let header = "participant_id,name,category_id,region_id,source_id,locator";
    let place = folder(&[("participants.csv", &format!("{header}\na,A,company,,s\nb,B,company\n"))]);
    let expected = ["participants.csv:3:1: error[E121]: 3 cells in this record, 6 in the header"];
    assert_eq!(told(&place, "data"), (Some(1), expected.map(str::to_owned).to_vec()));
}

#[test]
fn a_text_that_was_guarded_for_excel_comes_back_without_its_apostrophe() {
    let names = ["=1+1", "@home", "-a", "'t Schip", "+32"];
    let rows: String = names.iter().enumerate().map(|(n, name)| format!("p{n},{name},company,s\n")).collect();
    let place = folder(&[("participants.csv", &format!("participant_id,name,category_id,source_id\n{rows}"))]);
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    let before = place.ask("SELECT name FROM participants ORDER BY participant_id");
    let export = ["export", "participants", "-f", "csv-excel", "-o", "data/participants.csv", "-q"];
    assert_eq!(place.run(&export).code, Some(0));
    assert_eq!(place.run(&["init", "-q", "data"]).code, Some(0));
    assert_eq!(place.ask("SELECT name FROM participants ORDER BY participant_id"), before);
}

/// Sheets of a workbook by their rows, the header first.
fn workbook(place: &Place, change: impl FnOnce(&mut Workbook)) {
    let mut book = Workbook::new();
    let sheets: [(&str, &[&[&str]]); 3] = [
        ("sources", &[&["source_id", "title"], &["s", "S"]]),
        ("missions", &[&["mission_id", "name", "source_id"], &["m", "M", "s"]]),
        ("claims", &[&["claim_id", "subject", "count", "source_id", "locator"]]),
    ];
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in rows.iter().enumerate() {
            cells.iter().enumerate().for_each(|(column, text)| {
                sheet.write(row as u32, column as u16, *text).unwrap();
            });
        }
    }
    change(&mut book);
    book.save(place.path("data.xlsx")).unwrap();
}

/// Leaves out the value of a formula, as programs do that write workbooks and cannot calculate.
fn without_stored_result(place: &Place, result: &str) {
    let bytes = fs::read(place.path("data.xlsx")).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(fs::File::create(place.path("data.xlsx")).unwrap());
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        let name = part.name().unwrap().to_string();
        let text = String::from_utf8(text).unwrap().replace(&format!("<v>{result}</v>"), "");
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap();
}

#[test]
fn the_cells_of_a_workbook_are_named_as_what_they_are() {
    let place = Place::empty();
    workbook(&place, |book| {
        let sheet = book.worksheet_from_name("claims").unwrap();
        for row in 1..=5 {
            sheet.write(row, 0, format!("c{row}")).unwrap();
            sheet.write(row, 1, "people").unwrap();
            sheet.write(row, 3, "s").unwrap();
        }
        sheet.write(1, 2, 1.234).unwrap();
        sheet.write(2, 2, 0.125).unwrap();
        sheet.write_with_format(3, 2, 0.5, &Format::new().set_num_format("hh:mm")).unwrap();
        sheet.write_formula(4, 2, Formula::new("=100+18").set_result("987654")).unwrap();
        sheet.write(5, 2, 118).unwrap();
        sheet.merge_range(1, 4, 2, 4, "p. 3", &Format::new()).unwrap();
    });
    without_stored_result(&place, "987654");
    let no_count = "is not a count: 112, 500=, >30, >=30, 30+, <500, <=500, 10-15, ~500, ~<500 or ~>500";
    let expected = [
        format!("claims!C2: error[E204]: count: `1.234` {no_count}"),
        "claims!E2: error[E217]: this cell is merged with others".to_owned(),
        format!("claims!C3: error[E204]: count: `0.125` {no_count}"),
        format!("claims!C4: error[E204]: count: `12:00` {no_count}"),
        "claims!C5: error[E218]: the result of this formula is not stored in the file".to_owned(),
    ];
    assert_eq!(told(&place, "data.xlsx"), (Some(1), expected.to_vec()));
}

#[test]
fn hidden_rows_and_sheets_are_read_and_told() {
    let place = Place::empty();
    workbook(&place, |book| {
        let sheet = book.worksheet_from_name("claims").unwrap();
        ["c1", "people", "118", "s"].iter().enumerate().for_each(|(column, text)| {
            sheet.write(1, column as u16, *text).unwrap();
        });
        sheet.set_row_hidden(1).unwrap();
        sheet.set_hidden(true);
    });
    let expected = [
        "claims!A1: notice[N106]: this sheet is hidden, and is read all the same",
        "claims!A2: notice[N105]: this row is hidden, and is read all the same",
    ];
    assert_eq!(told(&place, "data.xlsx"), (Some(0), expected.map(str::to_owned).to_vec()));
    assert_eq!(place.ask("SELECT count FROM claims"), "118");
}

#[test]
fn titles_above_the_header_are_told_as_such() {
    let rows = "Delegation of Peru\n\n\"status\n1 March\",\nparticipant_id,name,category_id,source_id\na,A,company,s\n";
    let place = folder(&[("participants.csv", rows)]);
    let header = "the header seems to be at participants.csv:5:1, with other lines above it";
    assert_eq!(told(&place, "data"), (Some(1), vec![format!("participants.csv:1:1: error[E107]: {header}")]));
}

/// One name with é as one sign, and one as e with an accent behind it.
#[test]
fn letters_with_their_accents_apart_are_told_by_init_and_by_diff() {
    let participants = |name: &str| format!("participant_id,name,category_id,source_id\na,{name},company,s\n");
    let place = folder(&[("participants.csv", &participants("Caf\u{e9}"))]);
    assert_eq!(told(&place, "data"), (Some(0), vec![]));
    fs::rename(place.path("mission.db"), place.path("old.db")).unwrap();
    fs::write(place.path("data/participants.csv"), participants("Cafe\u{301}")).unwrap();
    let notice = "in `Cafe\u{301}`, accents stand behind their letters: = and LIKE find it only where it is written the same way";
    assert_eq!(told(&place, "data"), (Some(0), vec![format!("participants.csv:2:3: notice[N111]: {notice}")]));
    let ran = place.run(&["diff", "old.db", "mission.db", "-f", "csv"]);
    let changed = "changed,participants,m,a,name,Caf\u{e9},Cafe\u{301},the same letters in another form of Unicode";
    assert_eq!(ran.stdout.lines().nth(1), Some(changed));
}

#[test]
fn a_file_that_is_no_workbook_whatever_it_is_called_is_told_what_it_is() {
    let place = Place::empty();
    let open_document = |out: &mut ZipWriter<Cursor<Vec<u8>>>| {
        out.start_file("mimetype", SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored))
            .unwrap();
        out.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    };
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    open_document(&mut archive);
    let archive = archive.finish().unwrap().into_inner();
    // Only the directory of a file of the old form: it begins in the first sector of 512 bytes behind the header.
    let mut old = vec![0; 2048];
    old[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    old[30] = 9;
    let mut encrypted = old.clone();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    encrypted[512..512 + name.len()].copy_from_slice(&name);
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    let whole = workbook.save_to_buffer().unwrap();
    let files: [(&str, &[u8], &str, bool); 6] = [
        ("lock/~$data.xlsx", b"\x06Office", "is no workbook, but what stands beside one that is open", true),
        ("cut.xlsx", &whole[..whole.len() / 2], "is damaged: its end is missing", true),
        ("text.xlsx", b"name;region\n", "is no workbook, whatever it is called", true),
        ("secret.xlsx", &encrypted, "is protected by a password", true),
        ("old.xlsx", &old, "is a workbook of Excel before 2007 (.xls), whatever it is called", false),
        ("open.xlsx", &archive, "is a spreadsheet of OpenDocument (.ods), whatever it is called", false),
    ];
    fs::create_dir(place.path("lock")).unwrap();
    for (name, bytes, is, for_lists) in files {
        fs::write(place.path(name), bytes).unwrap();
        let ran = place.run(&["init", name]);
        assert_eq!((ran.code, ran.stderr.lines().next()), (Some(2), Some(format!("error: {name} {is}").as_str())));
        let ran = place.run(&["import", name, "--into", "out", "--mission", "m"]);
        assert_eq!((ran.code, ran.stderr.contains(is)), (Some(2), for_lists), "{}", ran.stderr);
    }
    let ran = place.run(&["import", "lock", "--into", "out"]);
    assert!(ran.stderr.starts_with("error: lock is a folder, and no list\n  hint: "), "{}", ran.stderr);
}

/// 100 MB of them were taken for a record that does not end.
#[test]
fn line_breaks_by_the_million_are_empty_rows() {
    let rows =
        format!("participant_id,name,category_id,source_id\na,A,company,s\n{}b,B,company,s\n", "\n".repeat(20 << 20));
    let place = folder(&[("participants.csv", &rows)]);
    let (code, told) = told(&place, "data");
    assert_eq!((code, told.len()), (Some(0), 1), "{told:?}");
    assert!(
        told[0].starts_with("participants.csv: notice[N101]: 20") && told[0].ends_with(" empty rows were passed over"),
        "{told:?}"
    );
    assert_eq!(place.ask("SELECT participant_id FROM participants ORDER BY 1"), "a\nb");
}

//! A workbook as data folder.

use crate::harness::{Place, Ran, root, tables_of_seed};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::fs;
use std::io::Write;
use zip::write::SimpleFileOptions;

/// The seed as people keep it in a workbook: real dates, real numbers, an instruction and an empty sheet beside.
fn seed() -> Workbook {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("README").unwrap().write(0, 0, "not a table").unwrap();
    workbook.add_worksheet().set_name("Sheet1").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for entry in tables_of_seed() {
        let path = entry.path();
        let sheet = workbook.add_worksheet();
        sheet.set_name(path.file_stem().unwrap().to_str().unwrap()).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&path).unwrap();
        for (row, record) in (0..).zip(reader.records()) {
            for (column, text) in (0..).zip(&record.unwrap()) {
                if let Ok(number) = text.parse::<f64>() {
                    sheet.write(row, column, number).unwrap();
                } else if let Some(date) =
                    (text.len() == 10).then(|| ExcelDateTime::parse_from_str(text).ok()).flatten()
                {
                    sheet.write_with_format(row, column, &date, &day).unwrap();
                } else if !text.is_empty() {
                    sheet.write(row, column, text).unwrap();
                }
            }
        }
    }
    workbook
}

fn saved(mut workbook: Workbook) -> Place {
    let place = Place::empty();
    workbook.save(place.path("data.xlsx")).unwrap();
    place
}

#[test]
fn the_seed_as_a_workbook_gives_the_same_data_folder_again() {
    let place = saved(seed());
    let ran = place.run(&["init", "data.xlsx"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(
        ran.stderr.starts_with("                 sources  35 rows\n                missions  1 row\n"),
        "{}",
        ran.stderr
    );
    place.run(&["export", "--to", "again"]);
    for entry in tables_of_seed() {
        let name = entry.file_name();
        let seed = fs::read_to_string(root().join("seed").join(&name)).unwrap();
        assert_eq!(fs::read_to_string(place.path("again").join(&name)).unwrap(), seed, "{}", name.display());
    }
    let left: Vec<_> = place.path("").read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "nothing is left behind: {left:?}");
}

#[test]
fn an_empty_workbook_of_our_own_is_a_data_folder_without_rows() {
    let place = Place::empty();
    assert_eq!(place.run(&["new", "fresh.xlsx"]).code, Some(0));
    assert_eq!(place.run(&["init", "-q", "fresh.xlsx"]).code, Some(0));
    assert_eq!(place.ask("SELECT count(*) FROM claims"), "0");
    assert_eq!(place.ask("SELECT group_concat(region_id, ' ' ORDER BY 1) FROM regions"), "brussels flanders wallonia");
}

#[test]
fn defects_are_named_by_sheet_and_cell() {
    let mut workbook = seed();
    let mut write = |sheet: &str, row, column, text: &str| {
        workbook.worksheet_from_name(sheet).unwrap().write(row, column, text).unwrap();
    };
    write("participants", 3, 4, "atlantis");
    write("participants", 5, 9, "a remark");
    write("claims", 11, 7, "ca. 40");
    write("regions", 0, 30, "");
    let day = Format::new().set_num_format("d mmm");
    let date = ExcelDateTime::from_ymd(2025, 10, 15).unwrap();
    let claims = workbook.worksheet_from_name("claims").unwrap();
    claims.write_with_format(12, 7, &date, &day).unwrap();
    let events = workbook.worksheet_from_name("events").unwrap();
    events.write(4, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    events.write(200, 1, "lonely").unwrap();
    workbook.add_worksheet().set_name("agrements").unwrap().write(0, 0, "x").unwrap();
    let place = saved(workbook);
    let expected = "\
agrements: error[E101]: no table goes by this name; did you mean `agreements`?
participants!E4: error[E402]: region_id: `atlantis` is not in regions
participants!J6: error[E122]: this column has a value, but no name in the header
events!C5: error[E214]: the formula of this cell failed: #DIV/0!
events!C201: error[E201]: title is empty, and must not be
events!D201: error[E201]: kind is empty, and must not be
events!M201: error[E201]: source_id is empty, and must not be
claims!H12: error[E204]: count: `ca. 40` is not a count: 112, 500=, >30, >=30, 30+, <500, <=500, 10-15, ~500, ~<500 or ~>500
claims!H13: error[E213]: count: 2025-10-15 is a day, which Excel makes of what it takes for one; what was typed is lost
9 defects; nothing was written, mission.db is as it was
";
    assert_eq!(place.run(&["init", "data.xlsx"]), Ran::failed(1, expected));
    let ran = place.run(&["init", "data.xlsx", "-q", "-f", "jsonl"]);
    let told = r#"{"level":"error","rule":"E204","file":"data.xlsx","line":null,"column":null,"title":"no count","message":"claims!H12: count: `ca. 40` is"#;
    assert!(ran.stdout.contains(told), "{}", ran.stdout);
}

#[test]
fn identical_defects_in_one_column_of_a_sheet_are_told_once_with_their_cells() {
    let mut workbook = seed();
    let regions = workbook.worksheet_from_name("regions").unwrap();
    for row in 4..8 {
        regions.write(row, 0, format!("region-{row}")).unwrap();
        regions.write(row, 1, "Region").unwrap();
        regions.write(row, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        regions.write(row, 3, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    }
    regions.write(9, 4, "a remark").unwrap();
    regions.write(10, 5, "another").unwrap();
    regions.write(11, 5, "and one more").unwrap();
    let expected = "\
regions: error[E214]: the formula of this cell failed: #DIV/0! (in 4 rows, first at C5, C6, C7)
regions: error[E214]: the formula of this cell failed: #DIV/0! (in 4 rows, first at D5, D6, D7)
regions!E10: error[E122]: this column has a value, but no name in the header
regions: error[E122]: this column has a value, but no name in the header (in 2 rows, at F11, F12)
11 defects; nothing was written, mission.db is as it was
";
    assert_eq!(saved(workbook).run(&["init", "data.xlsx"]), Ran::failed(1, expected));
}

#[test]
fn what_is_no_workbook_is_told_so() {
    let place = Place::empty();
    fs::write(place.path("data.xlsx"), "no workbook").unwrap();
    fs::write(place.path("data.csv"), "no workbook").unwrap();
    let ran = place.run(&["init", "data.xlsx"]);
    let hint = "if it is a text, call it .csv";
    assert_eq!(
        ran,
        Ran::failed(2, &format!("error: data.xlsx is no workbook, whatever it is called\n  hint: {hint}\n"))
    );
    let hint = "a data folder holds sources.csv and missions.csv; without one, `mission init` uses the built-in seed";
    let expected = format!("error: data.csv is neither a folder nor a workbook (.xlsx)\n  hint: {hint}\n");
    assert_eq!(place.run(&["init", "data.csv"]), Ran::failed(2, &expected));
}

/// Replaces one part of a workbook.
fn with_part(place: &Place, replaced: &str, write: impl Fn(&mut dyn Write)) {
    let bytes = fs::read(place.path("data.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(fs::File::create(place.path("data.xlsx")).unwrap());
    let options = SimpleFileOptions::default().large_file(true);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        out.start_file(name.as_str(), options).unwrap();
        if name == replaced {
            write(&mut out);
        } else {
            std::io::copy(&mut part, &mut out).unwrap();
        }
    }
    out.finish().unwrap();
}

#[test]
fn a_workbook_that_is_far_larger_than_it_looks_is_refused() {
    let zeroes = vec![b' '; 1 << 20];
    let refused =
        "error: cannot read the workbook data.xlsx: it is far larger than it looks, as no workbook should be\n";
    for part in ["xl/sharedStrings.xml", "xl/worksheets/sheet3.xml"] {
        let place = saved(seed());
        with_part(&place, part, |out| (0..70).for_each(|_| out.write_all(&zeroes).unwrap()));
        assert!(fs::metadata(place.path("data.xlsx")).unwrap().len() < 1 << 20);
        assert_eq!(place.run(&["init", "data.xlsx"]), Ran::failed(2, refused), "{part}");
    }
    // A piece of XML is kept whole, whatever signs are in it.
    for (begin, piece, end) in
        [("<![CDATA[", "<>", "]]>"), ("<!-- ", "<", "-->"), ("<v a=\"", "<", "\"/>"), ("<?x ", "<", "?>")]
    {
        let place = saved(seed());
        let many = piece.repeat(1 << 20);
        with_part(&place, "xl/worksheets/sheet3.xml", |out| {
            out.write_all(begin.as_bytes()).unwrap();
            (0..9).for_each(|_| out.write_all(many.as_bytes()).unwrap());
            out.write_all(end.as_bytes()).unwrap();
        });
        assert_eq!(place.run(&["init", "data.xlsx"]), Ran::failed(2, refused), "{begin}");
    }
    // Every style takes a copy of its format.
    let styles = |formats: &str, styles: usize| {
        format!("<styleSheet><numFmts>{formats}</numFmts><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(styles))
    };
    for (format, number) in [("y".repeat(2_000), 1), ("yyyy".to_owned(), 300_000)] {
        let place = saved(seed());
        let text = styles(&format!("<numFmt numFmtId=\"200\" formatCode=\"{format}\"/>"), number);
        with_part(&place, "xl/styles.xml", |out| out.write_all(text.as_bytes()).unwrap());
        assert_eq!(place.run(&["init", "data.xlsx"]), Ran::failed(2, refused), "{number}");
    }
    let cut = saved(seed());
    with_part(&cut, "xl/sharedStrings.xml", |out| out.write_all(b"<sst uniqueCount=").unwrap());
    assert_eq!(cut.run(&["init", "data.xlsx"]).code, Some(2));
    // A reader goes on behind a tag that ends another one.
    for begin in ["", "<x></y>"] {
        let place = saved(seed());
        with_part(&place, "xl/sharedStrings.xml", |out| {
            write!(out, "{begin}<sst uniqueCount = '999999999999'><si><t>x</t></si></sst>").unwrap();
        });
        assert_eq!(place.run(&["init", "data.xlsx"]), Ran::failed(2, refused), "{begin}");
    }
}

/// A number that is shown as a day need not be one: 20251011 became 9999-12-31, a negative one 1899-12-31.
#[test]
fn a_number_that_no_calendar_has_is_no_day() {
    for number in [20_251_011.0, -3.0, 1e300, 2_958_466.0] {
        let mut workbook = Workbook::new();
        let sources = workbook.add_worksheet().set_name("sources").unwrap();
        sources.write_row_matrix(0, 0, [["source_id", "title"], ["s", "S"]]).unwrap();
        let missions = workbook.add_worksheet().set_name("missions").unwrap();
        missions
            .write_row_matrix(0, 0, [["mission_id", "name", "source_id", "first_day"], ["m", "M", "s", ""]])
            .unwrap();
        missions.write_number_with_format(1, 3, number, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
        let ran = saved(workbook).run(&["init", "data.xlsx"]);
        assert_eq!(ran.code, Some(1), "{number}");
        let told = format!("missions!D2: error[E203]: first_day: `{number}");
        assert!(ran.stderr.starts_with(&told[..told.len().min(58)]), "{}", ran.stderr);
    }
}

/// The library takes the first text of the table for one whose number it cannot read.
#[test]
fn a_text_that_has_no_number_in_the_table_of_texts_refuses_the_workbook() {
    for number in ["-1", "x", "1.5", "99999999999999999999", "0&#49;", "1<!-- -->5", " "] {
        let place = Place::empty();
        assert_eq!(place.run(&["new", "-q", "data.xlsx", "--example"]).code, Some(0));
        let bytes = fs::read(place.path("data.xlsx")).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut sheet = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet2.xml").unwrap(), &mut sheet).unwrap();
        let (before, rest) = sheet.split_once(" t=\"s\"><v>").unwrap();
        let (_, behind) = rest.split_once("</v>").unwrap();
        let changed = format!("{before} t=\"s\"><v>{number}</v>{behind}");
        with_part(&place, "xl/worksheets/sheet2.xml", |out| out.write_all(changed.as_bytes()).unwrap());
        let is_in_pieces = number.contains(['&', '<']);
        let what = if is_in_pieces {
            "a number that is written in pieces".to_owned()
        } else {
            format!("number `{}`, which is none", number.trim())
        };
        let expected = format!("error: cannot read the workbook data.xlsx: a cell has the text of {what}\n");
        assert_eq!(place.run(&["init", "data.xlsx"]), Ran::failed(2, &expected), "{number}");
        // Whatever prefix its maker gave to the namespace of the relations.
        let mut book = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("xl/workbook.xml").unwrap(), &mut book).unwrap();
        let renamed = book.replace("xmlns:r=", "xmlns:rel=").replace(" r:id=", " rel:id=");
        with_part(&place, "xl/workbook.xml", |out| out.write_all(renamed.as_bytes()).unwrap());
        assert_eq!(place.run(&["init", "data.xlsx"]), Ran::failed(2, &expected), "{number}");
    }
}

/// A reader takes the first of them, another one the last.
#[test]
fn two_sheets_of_one_name_refuse_the_workbook() {
    let place = Place::empty();
    assert_eq!(place.run(&["new", "-q", "data.xlsx", "--example"]).code, Some(0));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(fs::read(place.path("data.xlsx")).unwrap())).unwrap();
    let mut book = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/workbook.xml").unwrap(), &mut book).unwrap();
    let twice = book.replace("name=\"missions\"", "name=\"sources\"");
    with_part(&place, "xl/workbook.xml", |out| out.write_all(twice.as_bytes()).unwrap());
    let expected = "error: cannot read the workbook data.xlsx: it has 2 sheets called `sources`\n";
    assert_eq!(place.run(&["init", "data.xlsx"]), Ran::failed(2, expected));
}

#[test]
fn what_excel_made_of_a_count_is_told_also_where_the_name_of_the_column_has_a_character_that_nobody_sees() {
    let mut workbook = seed();
    let claims = workbook.worksheet_from_name("claims").unwrap();
    claims.write(0, 7, "count\u{200b}").unwrap();
    let date = ExcelDateTime::from_ymd(2025, 10, 15).unwrap();
    claims.write_with_format(12, 7, &date, &Format::new().set_num_format("d mmm")).unwrap();
    let ran = saved(workbook).run(&["init", "data.xlsx"]);
    assert!(ran.stderr.contains("claims!H13: error[E213]: count: 2025-10-15 is a day"), "{}", ran.stderr);
}

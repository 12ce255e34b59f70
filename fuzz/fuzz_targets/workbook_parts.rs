//! A workbook of the seed's first tables whose parts are well-formed and say anything: types of cells that do not fit their
//! values, indexes of strings and styles that lead nowhere, ranges that overlap, names of parts that are not there.
#![no_main]

mod common;

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    tempfile::tempdir_in(std::env::var_os("FUZZ_FOLDER").unwrap_or("/dev/shm".into())).unwrap()
});

#[derive(Arbitrary, Debug)]
struct Book {
    sheets: Vec<Sheet>,
    strings: Vec<String>,
    formats: Vec<Format>,
    since_1904: Option<bool>,
    missing: Option<u8>,
    twice: bool,
}

#[derive(Arbitrary, Debug)]
struct Sheet {
    table: u8,
    state: Option<State>,
    dimension: Option<(i32, i32)>,
    header: bool,
    rows: Vec<Row>,
    merged: Vec<[u16; 4]>,
    hidden_columns: Option<(i16, i16)>,
}

#[derive(Arbitrary, Debug)]
enum State {
    Hidden,
    VeryHidden,
    Other,
}

#[derive(Arbitrary, Debug)]
struct Row {
    number: Option<i32>,
    hidden: bool,
    cells: Vec<Cell>,
}

#[derive(Arbitrary, Debug)]
struct Cell {
    place: Option<(u16, u32)>,
    style: Option<i16>,
    value: Value,
}

#[derive(Arbitrary, Debug)]
enum Value {
    Shared(i32),
    Number(f64),
    Written(String),
    Inline(String),
    Bool(u8),
    Day(String),
    Failed(bool),
    Formula(String, Option<f64>),
    Nothing,
}

#[derive(Arbitrary, Debug)]
enum Format {
    BuiltIn(u16),
    Own(String),
}

const TABLES: [&str; 7] = ["sources", "missions", "regions", "cities", "participants", "claims", "Sheet9"];
const HEADERS: [&[&str]; 7] = [
    &["source_id", "title", "published_on"],
    &["mission_id", "name", "first_day", "last_day", "source_id"],
    &["region_id", "label_en", "label_nl", "label_fr"],
    &["city_id", "name", "country", "latitude", "longitude"],
    &["mission_id", "participant_id", "name", "category_id", "region_id", "source_id"],
    &["mission_id", "claim_id", "subject", "day", "count", "source_id"],
    &["a", "b"],
];

fuzz_target!(|book: Book| {
    let path = FOLDER.path().join("data.xlsx");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    let mut number = 0;
    let mut part = |name: &str, text: &str| {
        number += 1;
        if book.missing == Some(number) {
            return;
        }
        archive.start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    let sheets = &book.sheets[..book.sheets.len().min(8)];
    part("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#);
    part("xl/workbook.xml", &workbook(&book, sheets));
    part("xl/_rels/workbook.xml.rels", &relations(sheets.len()));
    part("xl/sharedStrings.xml", &strings(&book.strings));
    part("xl/styles.xml", &styles(&book.formats));
    for (index, sheet) in sheets.iter().enumerate() {
        part(&format!("xl/worksheets/sheet{index}.xml"), &worksheet(sheet));
    }
    archive.finish().unwrap();
    common::check(&path, FOLDER.path());
});

const MAIN: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;

fn workbook(book: &Book, sheets: &[Sheet]) -> String {
    let of_1904 = book.since_1904.map(|is| format!(r#"<workbookPr date1904="{}"/>"#, u8::from(is))).unwrap_or_default();
    let mut text = format!(
        r#"<workbook {MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{of_1904}<sheets>"#
    );
    for (index, sheet) in sheets.iter().enumerate() {
        let name = TABLES[usize::from(sheet.table) % TABLES.len()];
        let state = match sheet.state {
            None => "",
            Some(State::Hidden) => r#" state="hidden""#,
            Some(State::VeryHidden) => r#" state="veryHidden""#,
            Some(State::Other) => r#" state="other""#,
        };
        let again = if book.twice { 0 } else { index };
        write!(text, r#"<sheet name="{name}" sheetId="{again}"{state} r:id="rId{again}"/>"#).unwrap();
    }
    text + "</sheets></workbook>"
}

fn relations(sheets: usize) -> String {
    let place = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut text = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#.to_owned();
    for index in 0..sheets {
        let target = format!("worksheets/sheet{index}.xml");
        write!(text, r#"<Relationship Id="rId{index}" Type="{place}/worksheet" Target="{target}"/>"#).unwrap();
    }
    text + "</Relationships>"
}

fn strings(strings: &[String]) -> String {
    let items: String = strings.iter().map(|text| format!("<si><t>{}</t></si>", escaped(text))).collect();
    format!("<sst {MAIN}>{items}</sst>")
}

fn styles(formats: &[Format]) -> String {
    let (mut own, mut used) = (String::new(), String::new());
    for (index, format) in formats.iter().enumerate() {
        let id = match format {
            Format::BuiltIn(id) => usize::from(*id),
            Format::Own(code) => {
                let id = 164 + index;
                write!(own, r#"<numFmt numFmtId="{id}" formatCode="{}"/>"#, escaped(code)).unwrap();
                id
            }
        };
        write!(used, r#"<xf numFmtId="{id}"/>"#).unwrap();
    }
    format!("<styleSheet {MAIN}><numFmts>{own}</numFmts><cellXfs>{used}</cellXfs></styleSheet>")
}

fn worksheet(sheet: &Sheet) -> String {
    let mut text = format!("<worksheet {MAIN}>");
    if let Some((rows, columns)) = sheet.dimension {
        write!(text, r#"<dimension ref="A1:{}{rows}"/>"#, letters(columns.unsigned_abs() % 20_000)).unwrap();
    }
    if let Some((first, last)) = sheet.hidden_columns {
        write!(text, r#"<cols><col min="{first}" max="{last}" hidden="1"/></cols>"#).unwrap();
    }
    text += "<sheetData>";
    if sheet.header {
        let header = HEADERS[usize::from(sheet.table) % HEADERS.len()];
        let cells = header.iter().map(|name| format!(r#"<c t="inlineStr"><is><t>{name}</t></is></c>"#));
        write!(text, r#"<row r="1">{}</row>"#, cells.collect::<String>()).unwrap();
    }
    for row in &sheet.rows {
        let number = row.number.map(|number| format!(r#" r="{number}""#)).unwrap_or_default();
        let hidden = if row.hidden { r#" hidden="1""# } else { "" };
        write!(text, "<row{number}{hidden}>{}</row>", row.cells.iter().map(cell).collect::<String>()).unwrap();
    }
    text += "</sheetData>";
    if !sheet.merged.is_empty() {
        let ranges = sheet.merged.iter().map(|[a, b, c, d]| {
            let (from, to) = (letters(u32::from(*a)), letters(u32::from(*c)));
            format!(r#"<mergeCell ref="{from}{b}:{to}{d}"/>"#)
        });
        write!(text, "<mergeCells>{}</mergeCells>", ranges.collect::<String>()).unwrap();
    }
    text + "</worksheet>"
}

fn cell(cell: &Cell) -> String {
    let place = cell.place.map(|(column, row)| format!(r#" r="{}{row}""#, letters(u32::from(column)))).unwrap_or_default();
    let style = cell.style.map(|style| format!(r#" s="{style}""#)).unwrap_or_default();
    let (kind, inside) = match &cell.value {
        Value::Shared(index) => ("s", format!("<v>{index}</v>")),
        Value::Number(number) => ("n", format!("<v>{number}</v>")),
        Value::Written(text) => ("n", format!("<v>{}</v>", escaped(text))),
        Value::Inline(text) => ("inlineStr", format!("<is><t>{}</t></is>", escaped(text))),
        Value::Bool(value) => ("b", format!("<v>{value}</v>")),
        Value::Day(text) => ("d", format!("<v>{}</v>", escaped(text))),
        Value::Failed(known) => ("e", format!("<v>{}</v>", if *known { "#N/A" } else { "#WHAT" })),
        Value::Formula(formula, value) => {
            let value = value.map(|value| format!("<v>{value}</v>")).unwrap_or_default();
            ("str", format!("<f>{}</f>{value}", escaped(formula)))
        }
        Value::Nothing => ("n", String::new()),
    };
    format!(r#"<c{place}{style} t="{kind}">{inside}</c>"#)
}

/// The letters of a column, the first of which is 0.
fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (column % 26) as u8);
        match column / 26 {
            0 => break,
            rest => column = rest - 1,
        }
    }
    letters.reverse();
    String::from_utf8(letters).unwrap()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

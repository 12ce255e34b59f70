use super::*;
use rust_xlsxwriter::Workbook;

fn place(data: &Path, claim: &str) -> Option<String> {
    let scratch = tempfile::tempdir().unwrap();
    let places = DataFolder::at(Some(data)).unwrap().places_of_claims(scratch.path()).unwrap();
    places.get(&("m".to_owned(), claim.to_owned())).map(ToString::to_string)
}

#[test]
fn a_claim_stands_where_its_row_begins() {
    let folder = tempfile::tempdir().unwrap();
    let claims = b"sep=;\nclaim_id;locator;mission_id\n\na;\"two\nlines\";m\n b ;;m\nspoilt\xff;;m\nc\nd;;m";
    std::fs::write(folder.path().join("claims.csv"), claims).unwrap();
    let expected = [Some("claims.csv:4:1"), Some("claims.csv:6:1"), None, Some("claims.csv:9:1")];
    for (claim, expected) in ["a", "b", "c", "d"].into_iter().zip(expected) {
        assert_eq!(place(folder.path(), claim).as_deref(), expected, "{claim}");
    }

    let workbook = folder.path().join("data.xlsx");
    let mut sheets = Workbook::new();
    let sheet = sheets.add_worksheet().set_name("claims").unwrap();
    for (row, texts) in [(0, ["mission_id", "claim_id"]), (2, ["m", "a"])] {
        sheet.write_row(row, 0, texts).unwrap();
    }
    sheets.save(&workbook).unwrap();
    assert_eq!(place(&workbook, "a").as_deref(), Some("claims!A3"));
}

#[test]
fn where_there_are_no_claims_none_has_a_place() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(place(folder.path(), "a"), None);
    std::fs::write(folder.path().join("claims.csv"), "").unwrap();
    assert_eq!(place(folder.path(), "a"), None);
}

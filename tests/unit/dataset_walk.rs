use super::*;

#[test]
fn lines_are_those_of_an_editor_whatever_ends_them_and_wherever_the_bytes_are_cut() {
    let long = "x".repeat(usize::try_from(BLOCK).unwrap() - 3);
    for end in ["\n", "\r", "\r\n"] {
        let text = format!("\u{feff}a,b{end}{end}{long},\"1{end}2\",é,4{end}last,row{end}");
        let byte = |part: &str| RowStart(text.find(part).unwrap() as u64);
        let mut walk = Walk::new(text.as_bytes(), b',');
        walk.skip_byte_order_mark().unwrap();
        assert_eq!(walk.to(RowStart(0), 1).unwrap(), (1, 3), "{end:?}");
        assert_eq!(walk.to(byte("xxx"), 0).unwrap(), (3, 1), "{end:?}");
        assert_eq!(walk.to(byte("xxx"), 3).unwrap(), (4, 6), "{end:?}");
        assert_eq!(walk.excerpt().unwrap(), Excerpt { text: "2\",é,4".to_owned(), cell: 6..7 });
        assert_eq!(walk.to(byte("last"), 1).unwrap(), (5, 6), "{end:?}");

        let mut walk = Walk::new(text.as_bytes(), b',');
        assert_eq!(walk.to(byte("last"), 0).unwrap(), (5, 1), "{end:?}");
    }
}

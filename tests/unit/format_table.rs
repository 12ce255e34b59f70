use super::*;
use crate::result_set::Caption;

fn at_width(width: u16) -> String {
    let result = ResultSet {
        columns: ["claim", "people", "day"].map(str::to_owned).to_vec(),
        rows: vec![
            vec![Value::from("people-of-a-source"), Value::from("~500 / >500"), Value::from("2025-10-04")],
            vec![Value::Null, Value::Integer(12_000), Value::Null],
        ],
        caption: Caption { notes: vec!["2 claims of 1 source.".to_owned()], ..Caption::default() },
    };
    let mut out = Vec::new();
    write(result, &mut out, Look { width: Some(width), ..Look::default() }, true).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_table_that_does_not_fit_breaks_between_words_and_then_stands_upright() {
    let wide = "\
╭────────────────────┬─────────────┬────────────╮
│ claim              │      people │ day        │
├────────────────────┼─────────────┼────────────┤
│ people-of-a-source │ ~500 / >500 │ 2025-10-04 │
│                    │       12000 │            │
╰────────────────────┴─────────────┴────────────╯
2 claims of 1 source.
";
    let narrow = "\
╭─────────┬────────┬────────────╮
│ claim   │ people │ day        │
├─────────┼────────┼────────────┤
│ people- │ ~500 / │ 2025-10-04 │
│ of-a-   │   >500 │            │
│ source  │        │            │
│         │  12000 │            │
╰─────────┴────────┴────────────╯
2 claims of 1 source.
";
    let upright = "\
╭────────┬──────────────╮
│ claim  │ people-of-a- │
│        │ source       │
│ people │ ~500 / >500  │
│ day    │ 2025-10-04   │
╰────────┴──────────────╯
╭────────┬───────╮
│ claim  │       │
│ people │ 12000 │
│ day    │       │
╰────────┴───────╯
2 claims of 1 source.
";
    for (width, expected) in [(49, wide), (37, narrow), (25, upright)] {
        assert_eq!(at_width(width), expected, "{width}");
    }
}

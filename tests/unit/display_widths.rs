use super::*;
use proptest::prelude::*;

#[test]
fn a_key_is_broken_between_its_parts_and_a_day_or_a_number_never() {
    assert_eq!(wrap("companies-wallonia-aktus", 12), "companies-\nwallonia-\naktus");
    assert_eq!(wrap("events_per_day", 12), "events_per_\nday");
    assert_eq!(wrap("2025-10-04 10-15 1.234,5", 5), "2025-10-04\n10-15\n1.234,5");
    assert_eq!(wrap("~500 / 500 / >500", 8), "~500 /\n500 /\n>500");
    assert_eq!(wrap("one\ntwo three", 5), "one\ntwo\nthree");
    assert_eq!(longest_part("participants_by_category of 2025-10-04"), 13);
}

#[test]
fn what_is_short_keeps_its_width_and_what_is_long_shares_the_rest() {
    let table = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    let (columns, rows) = (table(["a", "b", "c"]), vec![table(["12", "one two three four", "five six seven eight"])]);
    assert_eq!(fit(&columns, &rows, 80), Some(vec![2, 18, 20]));
    assert_eq!(fit(&columns, &rows, 32), Some(vec![2, 10, 10]));
    assert_eq!(fit(&columns, &rows, 22), Some(vec![2, 5, 5]));
    assert_eq!(fit(&columns, &rows, 21), None);
}

proptest! {
    #[test]
    fn a_table_that_fits_is_no_wider_than_asked_and_loses_nothing(
        cells in prop::collection::vec(prop::collection::vec("[a-zé0-9 _-]{0,20}", 3), 1..5),
        width in 0_usize..80,
    ) {
        let rows = &cells[1..];
        if let Some(widths) = fit(&cells[0], rows, width) {
            prop_assert!(widths.iter().sum::<usize>() + 3 * FRAME < width);
            for row in &cells {
                for (cell, width) in row.iter().zip(&widths) {
                    let wrapped = wrap(cell, *width);
                    prop_assert!(wrapped.lines().all(|line| display_width(line) <= *width));
                    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                    prop_assert_eq!(solid(&wrapped), solid(cell));
                }
            }
        }
    }
}

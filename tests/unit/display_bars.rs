use super::*;

fn drawn(bars: &[Bar], plain: bool, width: Option<u16>, taken: usize) -> Vec<String> {
    draw(bars, Look { width, plain, ..Look::default() }, taken)
}

#[test]
fn bars_share_one_scale_and_no_number_vanishes() {
    assert_eq!(drawn(&[(4, 4), (1, 0), (0, 1), (0, 0)], false, Some(30), 19), ["████░░░░", "█", "░", ""]);
    assert_eq!(drawn(&[(1, 999), (1000, 0)], true, Some(80), 69), ["#.......", "########"]);
    assert_eq!(drawn(&[(999, 1)], true, Some(80), 69), ["#######."], "also a small rest is seen");
}

#[test]
fn bars_fill_what_the_table_leaves_of_the_width() {
    assert_eq!(drawn(&[(1, 0)], true, Some(60), 30)[0].len(), 27);
    assert_eq!(drawn(&[(1, 0)], true, Some(20), 30)[0].len(), WIDTHS.0);
    assert_eq!(drawn(&[(1, 0)], true, None, 30)[0].len(), WIDTHS.1);
}

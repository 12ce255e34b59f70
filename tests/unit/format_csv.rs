use super::{looks_like_a_day, would_run};

#[test]
fn formulas_are_guarded_and_numbers_are_not() {
    for formula in ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "-inf", "+", "＝1", "-1 2"] {
        assert!(would_run(formula), "{formula}");
    }
    for text in ["", "1", "-1", "+1", "-37,77", "-37.77", "~500", ">30", "30+", "a=b", " =1"] {
        assert!(!would_run(text), "{text}");
    }
}

#[test]
fn a_range_that_excel_takes_for_a_date_is_known() {
    for date in ["10-12", "31-1", "1-99", "12-2500", "3/4"] {
        assert!(looks_like_a_day(date), "{date}");
    }
    for text in ["10-", "130-150", "0-5", "13-32", ">10", "2025-10-04", "10–12", "218 / 221", "10-+5", "+1/2"] {
        assert!(!looks_like_a_day(text), "{text}");
    }
}

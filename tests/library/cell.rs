//! What a cell may hold.

use mission::cell::{Cell, CellError, CellKind, Country, Currency, Day, Degrees, Slug};

#[test]
fn days_are_days_of_the_real_calendar_in_one_notation() {
    for good in ["2025-10-04", "2024-02-29", "0001-01-01", "9999-12-31"] {
        assert!(Day::parse(good).is_ok(), "{good}");
    }
    for bad in ["2025-02-30", "2025-13-01", "2025-1-1", "20251004", "04/10/2025", "+025-10-04", "2025-10-04T00"] {
        assert_eq!(Day::parse(bad), Err(CellError::NotA(CellKind::Day)), "{bad}");
    }
}

#[test]
fn degrees_are_plain_decimal_numbers_within_their_limit() {
    assert_eq!(format!("{:?}", Degrees::<90>::parse("-37.77")), "Ok(Degrees(-37.77))");
    assert_eq!(Degrees::<90>::parse("-37,77"), Degrees::<90>::parse("-37.77"), "a decimal comma");
    for bad in ["90.01", "1e1", "inf", "NaN", "37,7,7", "+5", "0x5"] {
        assert_eq!(Degrees::<90>::parse(bad), Err(CellError::NotA(CellKind::Degrees(90))), "{bad}");
    }
}

#[test]
fn countries_and_currencies_are_those_of_their_standards() {
    assert!(Country::parse("BE").is_ok() && Currency::parse("EUR").is_ok() && Currency::parse("BEF").is_ok());
    for (bad, meant) in [("be", Some("BE")), ("UK", Some("GB")), ("XX", None), ("Belgium", None)] {
        assert_eq!(Country::parse(bad), Err(CellError::NotA(CellKind::Country)), "{bad}");
        assert_eq!(CellKind::Country.nearest(bad).as_deref(), meant, "{bad}");
    }
    for (bad, meant) in [("eur", Some("EUR")), ("EURO", None), ("XXY", None)] {
        assert_eq!(Currency::parse(bad), Err(CellError::NotA(CellKind::Currency)), "{bad}");
        assert_eq!(CellKind::Currency.nearest(bad).as_deref(), meant, "{bad}");
    }
}

#[test]
fn an_empty_cell_is_not_known_where_the_column_is_optional_and_an_error_elsewhere() {
    assert_eq!(Option::<Slug>::parse(""), Ok(None));
    assert_eq!(Slug::parse(""), Err(CellError::Empty));
    assert_eq!(Option::<Slug>::parse("A"), Err(CellError::NotA(CellKind::Slug)));
}

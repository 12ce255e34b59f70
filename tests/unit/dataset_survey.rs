use super::*;

fn charset(bytes: &[u8]) -> &'static Encoding {
    Survey::of(bytes, true).unwrap().charset
}

#[test]
fn the_encoding_is_the_one_that_explains_the_bytes() {
    assert_eq!(charset(b""), UTF_8);
    assert_eq!(charset(b"plain"), UTF_8);
    assert_eq!(charset("Liège".as_bytes()), UTF_8);
    assert_eq!(charset(b"\xef\xbb\xbfLi\xe8ge"), UTF_8);
    assert_eq!(charset(b"Li\xe8ge"), WINDOWS_1252);
    assert_eq!(charset(b"Li\xe8"), WINDOWS_1252);
    assert_eq!(charset(b"Li\xc3\xa8ge, Li\xe8ge"), UTF_8);
    assert_eq!(charset(b"\xff\xfea\0"), UTF_16LE);
    assert_eq!(charset(b"\xfe\xff\0a"), UTF_16BE);
}

#[test]
fn what_is_cut_between_two_blocks_is_one_character_and_one_date() {
    for offset in 0..16 {
        let before = "a".repeat(BLOCK - offset);
        let text = before.clone() + "🚀é";
        assert_eq!(charset(text.as_bytes()), UTF_8);
        assert_eq!(Survey::of(text.as_bytes().chain(&b"\xe8"[..]), true).unwrap().charset, UTF_8);
        for has_days in [true, false] {
            let survey = Survey::of(before.as_bytes().chain(&b"13/03/2025"[..]), has_days).unwrap();
            assert!(survey.local_dates == has_days && survey.beginning.starts_with(b"aaa"), "{offset}");
        }
    }
}

#[test]
fn a_local_date_is_seen_wherever_it_stands() {
    for date in ["4/3/2025", "04/10/2025", "4-10-2025", "14.3.2025", "x14.3.20259"] {
        for offset in 0..4 {
            assert!(has_local_date(format!("{},{date}", "a".repeat(offset)).as_bytes()), "{offset} {date}");
        }
        assert!(has_local_date(date.as_bytes()), "{date}");
    }
    for other in ["2025-10-04", "2025-10-04,2025-10-05", "4/10/25", "4/10", "/10/2025", "4-10/2025", "123456", ""] {
        assert!(!has_local_date(other.as_bytes()), "{other}");
    }
}

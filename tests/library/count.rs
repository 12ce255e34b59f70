//! Every notation of a count, and what it stands for.

use mission::count::{Count, CountError, Interval, Softness};
use proptest::prelude::*;

type Bounds = (i64, Option<i64>);

fn of(interval: Interval) -> Bounds {
    (interval.min, interval.max)
}

fn bounds(text: &str) -> Result<Bounds, CountError> {
    text.parse::<Count>().map(|count| of(count.strict()))
}

#[test]
fn every_notation_stands_for_its_intervals() {
    let exactly = |n| (n, Some(n));
    let between = |min, max| (min, Some(max));
    let table = [
        ("112", exactly(112), exactly(112)),
        ("0", exactly(0), exactly(0)),
        ("500=", exactly(500), exactly(500)),
        ("500", exactly(500), between(450, 550)),
        ("350", exactly(350), between(345, 355)),
        ("1.000", exactly(1000), between(900, 1100)),
        ("10", exactly(10), between(9, 11)),
        ("20", exactly(20), between(18, 22)),
        (">30", (31, None), (31, None)),
        (">=30", (30, None), (30, None)),
        ("≥30", (30, None), (30, None)),
        ("30+", (30, None), (30, None)),
        ("<500", between(0, 499), between(0, 499)),
        ("<=500", between(0, 500), between(0, 500)),
        ("≤ 500", between(0, 500), between(0, 500)),
        ("10-15", between(10, 15), between(10, 15)),
        ("10 – 15", between(10, 15), between(10, 15)),
        ("500 à 600", between(500, 600), between(500, 600)),
        ("~500", between(450, 550), between(375, 625)),
        ("≈500", between(450, 550), between(375, 625)),
        ("~<500", between(450, 499), between(375, 499)),
        ("~>500", between(501, 550), between(501, 625)),
        ("~7", between(6, 8), between(5, 9)),
        ("~10", between(9, 11), between(7, 13)),
        ("~25", between(23, 27), between(18, 32)),
        ("~1", between(0, 2), between(0, 3)),
        ("~0", exactly(0), exactly(0)),
        (">1.000.000.000", (1_000_000_001, None), (1_000_000_001, None)),
        ("9223372036854775807", exactly(i64::MAX), exactly(i64::MAX)),
        ("1000000000000000000", exactly(10_i64.pow(18)), between(9 * 10_i64.pow(17), 11 * 10_i64.pow(17))),
        ("9000000000000000000", exactly(9 * 10_i64.pow(18)), between(85 * 10_i64.pow(17), i64::MAX)),
        (
            "~8000000000000000000",
            between(72 * 10_i64.pow(17), 88 * 10_i64.pow(17)),
            between(6 * 10_i64.pow(18), i64::MAX),
        ),
    ];
    for (text, strict, loose) in table {
        let count: Count = text.parse().unwrap();
        assert_eq!((of(count.strict()), of(count.loose())), (strict, loose), "{text}");
    }
    for thousand in ["1000", "1.000", "1,000", "1 000", "1\u{202f}000", "1\u{a0}000", "1\u{2009}000", "1\u{2006}000"] {
        assert_eq!(bounds(thousand), Ok(exactly(1000)), "{thousand}");
    }
}

#[test]
fn one_notation_is_one_however_it_is_written() {
    let same = [
        &["1.000", "1000", "1 000"][..],
        &["30+", ">=30", "≥ 30"],
        &["10-15", "10‑15", "10‒15", "10–15", "10 — 15", "10−15", "10 à 15"],
        &["<=500", "≤500", "≤\u{202f}500"],
        &["500=", "500 ="],
        &["~<500", "≈<500", "~< 500"],
        &["~500", "≈500", "~ 500"],
    ];
    for texts in same {
        let canonical = |text: &&str| text.parse::<Count>().unwrap().canonical();
        assert!(texts.iter().all(|text| canonical(text) == canonical(&texts[0])), "{texts:?}");
    }
    let different = ["500", "500=", ">500", ">=501", "<500", "<=500", "~500", "~<500", "~>500", "450-550", "500-500"];
    let distinct: std::collections::BTreeSet<_> =
        different.iter().map(|text| text.parse::<Count>().unwrap().canonical()).collect();
    assert_eq!(distinct.len(), different.len());
}

#[test]
fn what_is_no_count_is_refused() {
    for text in [
        "",
        "about 30",
        "3.5",
        "-5",
        "1,00",
        "1.000,5",
        "1.0000",
        "1,000.000",
        "10-",
        "++",
        "30++",
        ">",
        "٣",
        "007",
        "00",
        "0.500",
        "0 500",
        "=500",
        "500==",
        "10-15-20",
        "~<",
        "à",
    ] {
        assert_eq!(bounds(text), Err(CountError::Notation), "{text}");
    }
    for text in ["15-10", "<0", "~<0", "~>0"] {
        assert_eq!(bounds(text), Err(CountError::Empty), "{text}");
    }
    for text in ["9223372036854775808", ">9223372036854775807", "~9223372036854775807"] {
        assert_eq!(bounds(text), Err(CountError::TooLarge), "{text}");
    }
}

proptest! {
    #[test]
    fn about_is_ten_per_cent_rounded_inwards_and_loosely_a_quarter_rounded_outwards(n in 10i64..100_000) {
        let count: Count = format!("~{n}").parse().unwrap();
        let (strict, loose) = (count.strict(), count.loose());
        let tenth = |m: i64| 9 * n <= 10 * m && 10 * m <= 11 * n;
        prop_assert!(tenth(strict.min) && tenth(strict.max.unwrap()) && !tenth(strict.min - 1) && !tenth(strict.max.unwrap() + 1));
        let quarter = |m: i64| 3 * n <= 4 * m && 4 * m <= 5 * n;
        prop_assert!(quarter(loose.min + 1) && quarter(loose.max.unwrap() - 1) && (!quarter(loose.min) || n % 4 == 0));
    }

    /// Against the definition: half of what one more of its last digit that is no zero is worth, at most a tenth.
    #[test]
    fn what_ends_in_zeros_may_be_rounded(digits in 1i64..1000, zeros in 0u32..5) {
        let n = digits * 10_i64.pow(zeros);
        let count: Count = n.to_string().parse().unwrap();
        let ending = u32::try_from(n.to_string().bytes().rev().take_while(|digit| *digit == b'0').count()).unwrap();
        let half = if ending == 0 { 0 } else { (10_i64.pow(ending) / 2).min(n / 10).max(1) };
        prop_assert_eq!(of(count.loose()), (n - half, Some(n + half)));
        prop_assert_eq!(count.softness() == Softness::Rounded, ending > 0);
    }

    #[test]
    fn a_canonical_notation_is_the_plainest(sign in prop::sample::select(vec!["", "~<", "~>", ">", "<", ">=", "<="]), n in 1i64..100_000) {
        let count: Count = format!("{sign} {n}").parse().unwrap();
        prop_assert_eq!(count.canonical(), format!("{sign}{n}"));
    }

    /// What is said strictly is never outside of what is said loosely.
    #[test]
    fn a_strict_reading_is_within_the_loose_one(sign in prop::sample::select(vec!["", "~", "~<", "~>", ">", "<", ">=", "<="]), n in prop_oneof![1i64..5, 1i64..100_000]) {
        let count: Count = format!("{sign}{n}").parse().unwrap();
        let (strict, loose) = (count.strict(), count.loose());
        let end = |interval: Interval| interval.max.map_or(i128::MAX, i128::from);
        prop_assert!(loose.min <= strict.min && end(strict) <= end(loose));
        prop_assert_eq!(count.softness() == Softness::Firm, strict == loose);
    }
}

//! Three languages.

use jiff::civil::date;
use mission::count::Interval;
use mission::language::{Language, Phrase};
use strum::VariantArray;

#[test]
fn every_phrase_is_there_in_every_language_with_the_same_gaps() {
    for &phrase in Phrase::VARIANTS {
        for &language in Language::VARIANTS {
            let (text, english) = (language.say(phrase), Language::En.say(phrase));
            assert!(!text.trim().is_empty(), "{phrase:?} in {language:?}");
            assert_eq!(text.matches("{}").count(), english.matches("{}").count(), "{phrase:?} in {language:?}");
        }
    }
}

#[test]
fn each_phrase_has_the_words_of_the_line_that_is_called_like_it() {
    let mut table = csv::Reader::from_path("src/language/phrases.csv").unwrap();
    let mut phrases = Phrase::VARIANTS.iter();
    for line in table.records().map(Result::unwrap) {
        let phrase = *phrases.next().unwrap();
        let words = Language::VARIANTS.iter().map(|language| language.say(phrase));
        let name = format!("{phrase:?}");
        let expected: Vec<&str> = std::iter::once(name.as_str()).chain(words).collect();
        assert_eq!(line.iter().collect::<Vec<_>>(), expected);
    }
    assert_eq!(phrases.next(), None);
}

#[test]
fn intervals_are_shown_the_way_people_write_them() {
    for language in Language::VARIANTS {
        assert_eq!(language.interval(Interval::exactly(112)), "112");
        assert_eq!(language.interval(Interval { min: 31, max: None }), "31+");
        assert_eq!(language.interval(Interval::between(3, 7)), "3–7");
    }
}

#[test]
fn numbers_and_days_are_written_as_each_language_does() {
    assert_eq!(
        Language::VARIANTS.iter().map(|l| l.number(1_234_567)).collect::<Vec<_>>(),
        ["1,234,567", "1.234.567", "1\u{202f}234\u{202f}567"]
    );
    assert_eq!(Language::En.number(-1000), "-1,000");
    assert_eq!(Language::Nl.number(999), "999");
    let (first, last) = (date(2025, 10, 4), date(2025, 10, 11));
    assert_eq!(
        Language::VARIANTS.iter().map(|l| l.period(first, last)).collect::<Vec<_>>(),
        ["4–11 October 2025", "4–11 oktober 2025", "4–11 octobre 2025"]
    );
    assert_eq!(Language::En.period(date(2025, 9, 30), last), "30 September – 11 October 2025");
    assert_eq!(Language::En.period(date(2024, 12, 30), date(2025, 1, 2)), "30 December 2024 – 2 January 2025");
    assert_eq!(Language::Nl.weekday(date(2025, 10, 6)), "ma 6 oktober");
    assert_eq!(Language::Fr.heading(Phrase::Events), "Activités");
}

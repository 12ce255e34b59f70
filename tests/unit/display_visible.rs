//! What a terminal would act upon is shown instead.

use super::*;

#[test]
fn signs_that_a_terminal_acts_upon_are_shown_and_colours_stay() {
    for (text, shown) in [
        ("a\tb\nc", "a\tb\nc"),
        ("\u{1b}[1;31mred\u{1b}[0m", "\u{1b}[1;31mred\u{1b}[0m"),
        ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
        ("\u{1b}[2J", "\\u{1b}[2J"),
        ("\u{1b}[31", "\\u{1b}[31"),
        ("\u{9b}2J\r", "\\u{9b}2J\\u{d}"),
        ("112\u{202e}211", "112\\u{202e}211"),
        ("::error::x\n  ::set-output\na::b", "\\::error::x\n\\  ::set-output\na::b"),
    ] {
        assert_eq!(visible(text, Colours::Kept), shown);
        let mut out = Vec::new();
        let mut writer = Visible::new(&mut out, Colours::Kept);
        // A letter of several bytes may come in two parts.
        text.as_bytes().iter().for_each(|byte| writer.write_all(&[*byte]).unwrap());
        writer.flush().unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), shown);
    }
}

#[test]
fn colours_of_somebody_else_are_shown_too() {
    assert_eq!(visible("\u{1b}[8mhidden\u{200f}", Colours::Shown), "\\u{1b}[8mhidden\\u{200f}");
}

//! What may be in a text that nobody meant to write.

use unicode_normalization::UnicodeNormalization;

/// Whether a character turns the direction of a text (Unicode UAX #9), so that a name looks like another one.
pub fn turns_text(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is not seen, and stands in a text by mistake: zero-width ones, and a byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Whether a text of UTF-8 was once taken for Windows-1252: `BÃªta`, `lâ€™eau`.
pub fn is_mojibake(text: &str) -> bool {
    // The first byte of two or three, and what the second one is in Windows-1252.
    text.chars().zip(text.chars().skip(1)).any(|pair| match pair {
        ('Ã' | 'Â', next) => matches!(next, '\u{80}'..='\u{bf}' | '€' | '™' | 'œ' | 'ž' | 'š' | 'ˆ' | '‰'),
        ('â', next) => matches!(next, '€' | '\u{80}'),
        (_, _) => false,
    })
}

/// Whether accents stand behind their letters, as in the names of files on a Mac (Unicode NFD).
pub fn is_decomposed(text: &str) -> bool {
    !unicode_normalization::is_nfc(text)
}

/// Whether two texts look alike, but are written in two forms of Unicode.
pub fn looks_alike(one: &str, other: &str) -> bool {
    one != other && one.nfc().eq(other.nfc())
}

/// What Excel shows where a formula failed.
pub fn is_failed_formula(text: &str) -> bool {
    ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#N/B", "#WAARDE!", "#NAAM?", "#VERW!"]
        .contains(&text.trim())
}

//! Names of organisations without what two spellings of the same name differ in.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Whether a word in small letters is a legal form of organisations, which one list names and another leaves out.
#[rustfmt::skip]
pub fn is_legal_form(word: &str) -> bool {
    matches!(
        // As bytes, which are compared one by one, and most words not beyond the first.
        word.as_bytes(),
        b"nv" | b"sa" | b"bv" | b"srl" | b"bvba" | b"sprl" | b"vzw" | b"asbl" | b"ivzw" | b"aisbl" | b"cv" | b"sc"
        | b"cvba" | b"scrl" | b"commv" | b"comm" | b"scs" | b"vof" | b"snc" | b"se" | b"eeig" | b"gmbh" | b"ag"
        | b"ltd" | b"limited" | b"llc" | b"inc" | b"corp" | b"plc" | b"sas" | b"sarl" | b"spa" | b"oy"
    )
}

/// A name in small letters without accents, blanks, signs and its legal form; the name as it is where nothing
/// else is left.
pub fn folded(name: &str) -> String {
    let (mut folded, mut word, mut rest) = (String::with_capacity(name.len()), 0, name);
    loop {
        // Plain letters, as nearly all are, are taken together.
        let (letters, behind) = rest.split_at(rest.bytes().take_while(u8::is_ascii_alphanumeric).count());
        let before = folded.len();
        folded.push_str(letters);
        folded[before..].make_ascii_lowercase();
        let mut behind = behind.chars();
        let Some(c) = behind.next() else { break };
        rest = behind.as_str();
        decompose_compatible(c, |c| match c {
            '.' | '\'' | '’' => {}
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
            c if !c.is_ascii() && is_combining_mark(c) => {}
            _ => word = without_legal_form(&mut folded, word),
        });
    }
    without_legal_form(&mut folded, word);
    if folded.is_empty() { name.to_lowercase() } else { folded }
}

/// A text in small letters without accents, blanks and signs: two spellings of one word are one.
pub fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    let mut add = |c: char| {
        if c.is_alphanumeric() {
            squeezed.extend(c.to_lowercase())
        }
    };
    text.chars().for_each(|c| decompose_compatible(c, &mut add));
    squeezed
}

/// Drops the last word, which begins at a byte, if it is a legal form; yields where the next one begins.
fn without_legal_form(folded: &mut String, word: usize) -> usize {
    if is_legal_form(&folded[word..]) {
        folded.truncate(word);
    }
    folded.len()
}

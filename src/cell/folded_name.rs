//! Names of organisations without what two spellings of the same name differ in.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Whether a word in small letters is a legal form of organisations, which one list names and another leaves out.
#[rustfmt::skip]
pub fn is_legal_form(word: &str) -> bool {
    word.len() < 8 && matches!(
        word,
        "nv" | "sa" | "bv" | "srl" | "bvba" | "sprl" | "vzw" | "asbl" | "ivzw" | "aisbl" | "cv" | "sc" | "cvba" | "scrl"
        | "commv" | "comm" | "scs" | "vof" | "snc" | "se" | "eeig" | "gmbh" | "ag" | "ltd" | "limited" | "llc" | "inc"
        | "corp" | "plc" | "sas" | "sarl" | "spa" | "oy"
    )
}

/// A name in small letters without accents, blanks, signs and its legal form; the name as it is where nothing
/// else is left.
pub fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut word = 0;
    let mut add = |c: char| match c {
        '.' | '\'' | '’' => {}
        c if c.is_ascii() && c.is_ascii_alphanumeric() => folded.push(c.to_ascii_lowercase()),
        c if !c.is_ascii() && c.is_alphanumeric() => folded.extend(c.to_lowercase()),
        c if !c.is_ascii() && is_combining_mark(c) => {}
        _ => word = without_legal_form(&mut folded, word),
    };
    for c in name.chars() {
        if c.is_ascii() { add(c) } else { decompose_compatible(c, &mut add) }
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

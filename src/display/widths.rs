//! How a table fits a terminal: a line is broken between words or parts of a key, never within a number or a word.

use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter};

/// What a column takes beside its text: two blanks and a line.
const FRAME: usize = 3;

/// The width of each column in a table no wider than `width`; `None` where a word would have to be broken.
pub(crate) fn fit(columns: &[String], rows: &[Vec<String>], width: usize) -> Option<Vec<usize>> {
    let room = width.checked_sub(columns.len() * FRAME + 1)?;
    let column = |index: usize| std::iter::once(&columns[index]).chain(rows.iter().map(move |row| &row[index]));
    let widest = |measure: fn(&str) -> usize| -> Vec<usize> {
        (0..columns.len()).map(|index| column(index).map(|text| measure(text)).max().unwrap_or(0)).collect()
    };
    let (mut widths, wanted) = (widest(longest_part), widest(longest_line));
    let mut left = room.checked_sub(widths.iter().sum())?;
    // The columns that want the least come first: what they leave goes to the others.
    let mut order: Vec<usize> = (0..widths.len()).collect();
    order.sort_by_key(|index| wanted[*index].saturating_sub(widths[*index]));
    for (done, &index) in order.iter().enumerate() {
        let more = wanted[index].saturating_sub(widths[index]).min(left / (order.len() - done));
        widths[index] += more;
        left -= more;
    }
    Some(widths)
}

/// The text of a cell in lines of at most a width; a part that is longer has a line of its own.
pub(crate) fn wrap(text: &str, width: usize) -> String {
    textwrap::wrap(text, unbroken(width).word_separator(WordSeparator::Custom(parts))).join("\n")
}

/// A sentence in lines of at most a width, broken between words only.
pub(crate) fn wrap_words(text: &str, width: usize) -> String {
    textwrap::wrap(text, unbroken(width)).join("\n")
}

fn unbroken(width: usize) -> Options<'static> {
    let options = Options::new(width).word_separator(WordSeparator::AsciiSpace);
    // A hyphen belongs to a key or a range: `parts` knows between which of them a line may end.
    options.break_words(false).word_splitter(WordSplitter::NoHyphenation)
}

fn longest_line(text: &str) -> usize {
    text.lines().map(display_width).max().unwrap_or(0)
}

fn longest_part(text: &str) -> usize {
    text.lines().flat_map(parts).map(|part| display_width(part.word)).max().unwrap_or(0)
}

/// The parts of a line between which it may be broken.
fn parts(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    Box::new(WordSeparator::AsciiSpace.find_words(line).flat_map(|word| {
        let ends = breaks(word.word).into_iter().chain([word.word.len()]);
        let mut start = 0;
        let mut parts: Vec<Word<'_>> =
            ends.map(|end| Word::from(&word.word[std::mem::replace(&mut start, end)..end])).collect();
        parts.iter_mut().last().into_iter().for_each(|last| last.whitespace = word.whitespace);
        parts
    }))
}

/// Where a word may be broken: behind a hyphen or an underscore between letters, as in a key, but not in a day.
fn breaks(word: &str) -> Vec<usize> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let between = |window: &[(usize, char)]| match *window {
        [(_, before), (_, '-' | '_'), (at, after)] if before.is_alphabetic() && after.is_alphabetic() => Some(at),
        _ => None,
    };
    letters.windows(3).filter_map(between).collect()
}

#[cfg(test)]
#[path = "../../tests/unit/display_widths.rs"]
mod tests;

//! Bars of characters beside the rows of a table: what is certain, and beyond it what is only possible.

use super::Look;
use crate::result_set::{Bar, Bars};

/// Columns of the terminal that a bar has at least, and at most.
const WIDTHS: (usize, usize) = (8, 40);

/// The column of bars: its heading and one bar per row.
pub(crate) struct Column {
    pub(crate) heading: String,
    pub(crate) bars: Vec<String>,
}

/// Draws bars that fit beside a table which is `taken` columns wide.
pub(crate) fn column(bars: &Bars, look: Look, taken: usize) -> Column {
    let (certain, possible) = if look.plain { ('#', '.') } else { ('█', '░') };
    // The border and the blanks of the new column take three.
    let room = look.width.map_or(WIDTHS.1, |width| usize::from(width).saturating_sub(taken + 3));
    let width = room.clamp(WIDTHS.0, WIDTHS.1);
    let longest = bars.rows.iter().map(|bar| bar.certain + bar.possible).max().unwrap_or(0);
    let draw = |bar: &Bar| {
        let end = cells(bar.certain + bar.possible, longest, width);
        let solid = cells(bar.certain, longest, width).min(if bar.possible > 0 { end.saturating_sub(1) } else { end });
        let solid = if bar.certain > 0 { solid.max(1) } else { 0 };
        let light = if bar.possible > 0 { end.saturating_sub(solid).max(1) } else { 0 };
        let repeat = |c: char, n| std::iter::repeat_n(c, n).collect::<String>();
        repeat(certain, solid) + &repeat(possible, light)
    };
    // A narrow heading is broken between the two parts only.
    let in_words = |phrase| look.language.say(phrase);
    let blank = if look.plain { ' ' } else { '\u{a0}' };
    Column {
        heading: format!("{certain}{blank}{}  {possible}{blank}{}", in_words(bars.words.0), in_words(bars.words.1)),
        bars: bars.rows.iter().map(draw).collect(),
    }
}

/// How many of `width` cells a number takes, if the longest takes all: never none for a number above zero.
fn cells(number: u64, longest: u64, width: usize) -> usize {
    if number == 0 {
        return 0;
    }
    let share = number as f64 / longest as f64;
    ((share * width as f64).round() as usize).clamp(1, width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Phrase;

    fn drawn(rows: &[(u64, u64)], plain: bool, width: Option<u16>, taken: usize) -> Vec<String> {
        let rows = rows.iter().map(|&(certain, possible)| Bar { certain, possible }).collect();
        let bars = Bars { words: (Phrase::Certain, Phrase::Possible), rows };
        column(&bars, Look { width, plain, ..Look::default() }, taken).bars
    }

    #[test]
    fn bars_share_one_scale_and_no_number_vanishes() {
        assert_eq!(drawn(&[(4, 4), (1, 0), (0, 1), (0, 0)], false, Some(30), 19), ["████░░░░", "█", "░", ""]);
        assert_eq!(drawn(&[(1, 999), (1000, 0)], true, Some(80), 69), ["#.......", "########"]);
        assert_eq!(drawn(&[(999, 1)], true, Some(80), 69), ["#######."], "also a small rest is seen");
    }

    #[test]
    fn bars_fill_what_the_table_leaves_of_the_width() {
        assert_eq!(drawn(&[(1, 0)], true, Some(60), 30)[0].len(), 27);
        assert_eq!(drawn(&[(1, 0)], true, Some(20), 30)[0].len(), WIDTHS.0);
        assert_eq!(drawn(&[(1, 0)], true, None, 30)[0].len(), WIDTHS.1);
    }
}

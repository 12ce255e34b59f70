//! Bars of characters beside the rows of a table: what is certain, and beyond it what is only possible.

use super::Look;
use crate::language::Phrase;
use crate::result_set::{Bars, ResultSet, Value};

/// Columns of the terminal that a bar has at least, and at most.
const WIDTHS: (usize, usize) = (8, 40);

/// What is certain, and what is possible beyond it.
type Bar = (u64, u64);

/// The heading of a column of bars, and a bar for each row, which fit beside a table that is `taken` columns wide;
/// `None` where the result has nothing to draw.
pub(crate) fn column(result: &ResultSet, look: Look, taken: impl FnOnce() -> usize) -> Option<(String, Vec<String>)> {
    let kind = result.caption.bars.filter(|_| look.chart)?;
    let bars: Vec<Bar> = result.rows.iter().map(|row| bar(result, row, kind)).collect();
    let (certain, possible) = signs(look);
    // A narrow heading is broken between the two parts only.
    let blank = if look.plain { ' ' } else { '\u{a0}' };
    let words = match kind {
        Bars::CertainAndPossible => [Phrase::Certain, Phrase::Possible],
        Bars::ListedAndStated => [Phrase::Listed, Phrase::Stated],
    };
    let [first, second] = words.map(|phrase| look.language.say(phrase));
    Some((format!("{certain}{blank}{first}  {possible}{blank}{second}"), draw(&bars, look, taken())))
}

fn bar(result: &ResultSet, row: &[Value], kind: Bars) -> Bar {
    let at_least_nothing = |n: i64| u64::try_from(n).unwrap_or(0);
    let Some(listed) = result.bounds(row, "listed") else { return (0, 0) };
    let end = match kind {
        Bars::CertainAndPossible => listed.max,
        // Of a count without an upper end, the lower one is what there is to draw.
        Bars::ListedAndStated => result.bounds(row, "stated").map(|stated| stated.max.unwrap_or(stated.min)),
    };
    (at_least_nothing(listed.min), at_least_nothing(end.unwrap_or(0) - listed.min))
}

fn signs(look: Look) -> (&'static str, &'static str) {
    if look.plain { ("#", ".") } else { ("█", "░") }
}

fn draw(bars: &[Bar], look: Look, taken: usize) -> Vec<String> {
    let signs = signs(look);
    // The border and the blanks of the new column take three.
    let room = look.width.map_or(WIDTHS.1, |width| usize::from(width).saturating_sub(taken + 3));
    let width = room.clamp(WIDTHS.0, WIDTHS.1);
    let longest = bars.iter().map(|(certain, possible)| certain + possible).max().unwrap_or(0);
    let draw = |&(certain, possible): &Bar| {
        let end = cells(certain + possible, longest, width);
        let solid = cells(certain, longest, width).min(if possible > 0 { end.saturating_sub(1) } else { end });
        let solid = if certain > 0 { solid.max(1) } else { 0 };
        let light = if possible > 0 { end.saturating_sub(solid).max(1) } else { 0 };
        signs.0.repeat(solid) + &signs.1.repeat(light)
    };
    bars.iter().map(draw).collect()
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
#[path = "../../tests/unit/display_bars.rs"]
mod tests;

//! Bars of a chart, as drawings without any text: solid as far as a count is certain, hatched as far as it is possible.

use crate::count::Interval;
use crate::language::{Language, Phrase};

/// The number that fills the width of a chart: the largest one; where a count has no upper end, room is left to show that.
pub(super) fn scale(counts: impl Iterator<Item = Interval>) -> f64 {
    let (mut largest, mut open) = (1, false);
    for count in counts {
        largest = largest.max(count.max.unwrap_or(count.min));
        open |= count.max.is_none();
    }
    largest as f64 * if open { 1.15 } else { 1.0 }
}

/// The bar of one count, `top` pixels below the upper edge of its drawing: its certain part, then its possible part.
pub(super) fn layer(scale: f64, count: Interval, class: &str, top: u32, height: u32) -> String {
    let percent = |n: i64| n as f64 / scale * 100.0;
    let (min, max) = (percent(count.min), count.max.map_or(100.0, percent));
    let draw = |x: f64, width: f64, class: &str| {
        if width == 0.0 {
            return String::new();
        }
        format!("<rect class=\"{class}\" x=\"{x:.2}%\" y=\"{top}\" width=\"{width:.2}%\" height=\"{height}\"/>")
    };
    draw(0.0, min, class) + &draw(min, max - min, &format!("maybe-{class}"))
}

/// What the bars of each class mean.
pub(super) fn legend(parts: &[(&str, Phrase)], language: Language) -> String {
    let part = |(class, phrase): &(&str, Phrase)| {
        format!(
            "<li><svg width=\"28\" height=\"14\"><rect class=\"{class}\" x=\"1\" y=\"1\" width=\"26\" height=\"12\"/></svg> {}</li>\n",
            language.say(*phrase)
        )
    };
    format!("<ul class=\"legend\" aria-hidden=\"true\">\n{}</ul>\n", parts.iter().map(part).collect::<String>())
}

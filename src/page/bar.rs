//! Bars of a chart, as drawings without any text: solid as far as a count is certain, hatched as far as it is possible.

use crate::count::Interval;

/// What numbers become on the width of a chart.
pub(super) struct Scale(f64);

impl Scale {
    /// The largest number fills the width; where a count has no upper end, room is left to show that.
    pub(super) fn of(counts: impl Iterator<Item = Interval>) -> Self {
        let (mut largest, mut open) = (1, false);
        for count in counts {
            largest = largest.max(count.max.unwrap_or(count.min));
            open |= count.max.is_none();
        }
        Self(largest as f64 * if open { 1.15 } else { 1.0 })
    }

    /// The two parts of a bar, certain and possible, as `x` and `width` in per cent.
    fn parts(&self, count: Interval) -> [(f64, f64); 2] {
        let at = |n: i64| n as f64 / self.0 * 100.0;
        let (min, max) = (at(count.min), count.max.map_or(100.0, at));
        [(0.0, min), (min, max - min)]
    }
}

/// The bar of one count, `top` pixels below the upper edge of its drawing.
pub(super) fn layer(scale: &Scale, count: Interval, class: &str, top: u32, height: u32) -> String {
    let [certain, possible] = scale.parts(count);
    let draw = |(x, width): (f64, f64), class: String| {
        if width == 0.0 {
            return String::new();
        }
        format!("<rect class=\"{class}\" x=\"{x:.2}%\" y=\"{top}\" width=\"{width:.2}%\" height=\"{height}\"/>")
    };
    draw(certain, class.to_owned()) + &draw(possible, format!("maybe-{class}"))
}

pub(super) fn swatch(class: &str) -> String {
    format!(
        "<svg width=\"28\" height=\"14\"><rect class=\"{class}\" x=\"1\" y=\"1\" width=\"26\" height=\"12\"/></svg>"
    )
}

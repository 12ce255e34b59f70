//! The programme on a line of days: an event that takes place on known days is solid, one of several possible days
//! hatched.

use super::markup::{Section, field, legend, markup, text};
use super::{Page, days, when};
use crate::error::Error;
use crate::format::{HtmlCell, escape};
use crate::language::Phrase;
use crate::model::Table;
use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::Row;

struct Axis {
    first: Date,
    days: i32,
}

const MOST_TICKS: i32 = 12;

pub(super) fn section(page: &Page<'_>) -> Result<Section, Error> {
    let of_events: Vec<_> = page.rows(include_str!("sql/programme_days.sql"), days)?;
    let of_events = of_events.first().and_then(|(first, last)| first.zip(*last));
    let axis = page.days.or(of_events).map(Axis::over);
    let rows: Vec<_> = page.rows(include_str!("sql/programme.sql"), |row| event(page, axis.as_ref(), row))?;
    let parts = [("listed", Phrase::TakesPlace), ("maybe-listed", Phrase::OneOfTheseDays)];
    let has_line = axis.is_some() && !rows.is_empty();
    let above = if has_line { legend(&parts, page.language) } else { String::new() };
    let headings = [Phrase::When, Phrase::Event, Phrase::Place, Phrase::Days];
    Ok(Section {
        below_last_heading: axis.as_ref().map(Axis::ticks).unwrap_or_default(),
        ..Section::new("programme", Phrase::Programme, above).table(page.language, &headings, &[], rows)
    })
}

fn event(page: &Page<'_>, axis: Option<&Axis>, row: &Row<'_>) -> rusqlite::Result<Vec<HtmlCell>> {
    let ((first, last), certain) = (days(row)?, row.get("certain")?);
    let (days, key) = when(page.language, first.zip(last), certain);
    let bar = axis.zip(first.zip(last).or(page.days)).map(|(axis, days)| axis.bar(days, certain));
    // Its local times, as far as they are known.
    let times = match (row.get("start_time")?, row.get::<_, Option<String>>("end_time")?) {
        (None::<String>, None) => String::new(),
        (Some(start), None) => start,
        (start, Some(end)) => format!("{}–{end}", start.unwrap_or_default()),
    };
    let shown = if times.is_empty() { days } else { format!("{days}, {times}") };
    let place = [row.get("venue")?, row.get("host")?, page.label(row, Table::City)?];
    let mut place: Vec<String> = place.into_iter().flatten().collect();
    place.dedup();
    let (key, place) = (key + &times, text(&place.join(", ")));
    Ok(vec![markup(escape(&shown), &key), field(row, "title")?, place, markup(bar.unwrap_or_default(), &key)])
}

impl Axis {
    fn over((first, last): (Date, Date)) -> Self {
        Self { first, days: Self::between(first, last) + 1 }
    }

    fn between(first: Date, last: Date) -> i32 {
        (last - first).get_days()
    }

    /// Where a day begins, in per cent of the width.
    fn at(&self, day: i32) -> f64 {
        f64::from(day) / f64::from(self.days) * 100.0
    }

    /// The bar of an event; one that lies before or after all days of the line is an arrow at its end.
    fn bar(&self, (first, last): (Date, Date), certain: bool) -> String {
        let (begin, end) = (Self::between(self.first, first), Self::between(self.first, last) + 1);
        let class = if certain { "listed" } else { "maybe-listed" };
        let (x, width) = (self.at(begin.max(0)), self.at(end.min(self.days) - begin.max(0)));
        let bar = if end <= 0 {
            "<text class=\"beyond\" x=\"0\" y=\"12\">◀</text>".to_owned()
        } else if begin >= self.days {
            "<text class=\"beyond\" x=\"100%\" y=\"12\" text-anchor=\"end\">▶</text>".to_owned()
        } else {
            format!("<rect class=\"{class}\" x=\"{x:.2}%\" y=\"2\" width=\"{width:.2}%\" height=\"12\"/>")
        };
        format!("<svg class=\"bar\" width=\"100%\" height=\"16\" aria-hidden=\"true\">{}{bar}</svg>", self.lines())
    }

    /// A thin line at the beginning of each day that has a name.
    fn lines(&self) -> String {
        let line = |day: i32| {
            let x = self.at(day);
            format!("<line class=\"grid\" x1=\"{x:.2}%\" y1=\"0\" x2=\"{x:.2}%\" y2=\"100%\"/>")
        };
        self.named_days().map(line).collect()
    }

    fn ticks(&self) -> String {
        let mut month = None;
        let name = |day: i32| {
            let (x, date) = (self.at(day), self.first.saturating_add(day.days()));
            // The month stands only where it begins.
            let text = match month.replace(date.month()) {
                Some(before) if before == date.month() => date.day().to_string(),
                Some(_) | None => format!("{}/{}", date.day(), date.month()),
            };
            format!("<text x=\"{x:.2}%\" y=\"12\">{text}</text>")
        };
        let names: String = self.named_days().map(name).collect();
        format!("<svg class=\"bar axis\" width=\"100%\" height=\"16\" aria-hidden=\"true\">{names}</svg>")
    }

    fn named_days(&self) -> impl Iterator<Item = i32> {
        let step = usize::try_from((self.days + MOST_TICKS - 1) / MOST_TICKS).unwrap_or(1).max(1);
        (0..self.days).step_by(step)
    }
}

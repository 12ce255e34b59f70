//! The programme on a line of days: an event that takes place on known days is solid, one of several possible days hatched.

use super::bar::swatch;
use super::markup::{columns, end_section, markup, section, table, text};
use super::{Page, day, when};
use crate::error::Error;
use crate::format::{HtmlCell, Sortable, escape};
use crate::language::{Language, Phrase};
use crate::model::Table;
use jiff::civil::Date;
use rusqlite::{Row, named_params};
use std::io::Write;

struct Event {
    title: String,
    city: Option<String>,
    venue: Option<String>,
    host: Option<String>,
    days: Option<(Date, Date)>,
    certain: bool,
}

struct Axis {
    first: Date,
    days: i64,
}

const MOST_TICKS: i64 = 12;

pub(super) fn write(page: &Page<'_>, days: Option<(Date, Date)>, out: &mut dyn Write) -> Result<(), Error> {
    let language = page.language;
    section(out, language, "programme", Phrase::Programme)?;
    let mut statement = page.conn.prepare(include_str!("sql/programme.sql"))?;
    let events = statement.query_map(named_params! { ":mission": page.mission }, |row| Event::read(page, row))?;
    let events = events.collect::<Result<Vec<_>, _>>()?;
    let axis = days.or_else(|| hull(events.iter().filter_map(|event| event.days))).map(Axis::over);
    let ticks = axis.as_ref().map(Axis::ticks).unwrap_or_default();
    if axis.is_some() && !events.is_empty() {
        let legend = [("listed", Phrase::TakesPlace), ("maybe-listed", Phrase::OneOfTheseDays)]
            .map(|(class, phrase)| format!("<li>{} {}</li>\n", swatch(class), language.say(phrase)));
        writeln!(out, "<ul class=\"legend\" aria-hidden=\"true\">\n{}</ul>", legend.concat()).map_err(Error::Output)?;
    }
    let rows = events.iter().map(|event| event.cells(axis.as_ref(), days, language));
    let headings = [Phrase::When, Phrase::Event, Phrase::Place, Phrase::Days].map(|heading| (heading, false));
    let sortable = Sortable { wide: true, below_last: &ticks };
    table(out, language, Phrase::Programme, columns(language, headings), sortable, rows)?;
    end_section(out)
}

impl Event {
    fn read(page: &Page<'_>, row: &Row<'_>) -> rusqlite::Result<Self> {
        let (first, last) = (day(row.get("first_day")?), day(row.get("last_day")?));
        let city: Option<String> = row.get("city_id")?;
        Ok(Self {
            title: row.get("title")?,
            city: city.map(|city| page.label(Table::City, &city)),
            venue: row.get("venue")?,
            host: row.get("host")?,
            days: first.zip(last),
            certain: row.get("certain")?,
        })
    }

    fn cells(&self, axis: Option<&Axis>, mission: Option<(Date, Date)>, language: Language) -> Vec<HtmlCell> {
        let (shown, key) = when(language, self.days, self.certain);
        let mut place: Vec<&str> =
            [&self.venue, &self.host, &self.city].into_iter().flatten().map(String::as_str).collect();
        place.dedup();
        let bar = axis.zip(self.days.or(mission)).map(|(axis, days)| axis.bar(days, self.certain)).unwrap_or_default();
        vec![markup(escape(&shown), &key), text(&self.title), text(&place.join(", ")), markup(bar, &key)]
    }
}

fn hull(periods: impl Iterator<Item = (Date, Date)>) -> Option<(Date, Date)> {
    periods.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
}

impl Axis {
    fn over((first, last): (Date, Date)) -> Self {
        Self { first, days: Self::between(first, last) + 1 }
    }

    fn between(first: Date, last: Date) -> i64 {
        i64::from((last - first).get_days())
    }

    fn at(&self, days: i64) -> f64 {
        days as f64 / self.days as f64 * 100.0
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
        let line = |day: i64| {
            let x = self.at(day);
            format!("<line class=\"grid\" x1=\"{x:.2}%\" y1=\"0\" x2=\"{x:.2}%\" y2=\"100%\"/>")
        };
        (0..self.days).step_by(self.step()).map(line).collect()
    }

    fn ticks(&self) -> String {
        let step = self.step();
        let date = |day: usize| self.first.saturating_add(jiff::Span::new().days(i64::try_from(day).unwrap_or(0)));
        let name = |day: usize| {
            let (x, this) = (self.at(i64::try_from(day).unwrap_or(0)), date(day));
            // The month stands only where it begins.
            let text = match day.checked_sub(step).map(date).filter(|before| before.month() == this.month()) {
                Some(_) => this.day().to_string(),
                None => format!("{}/{}", this.day(), this.month()),
            };
            format!("<text x=\"{x:.2}%\" y=\"12\">{text}</text>")
        };
        let names: String = (0..usize::try_from(self.days).unwrap_or(0)).step_by(step).map(name).collect();
        format!("<svg class=\"bar axis\" width=\"100%\" height=\"16\" aria-hidden=\"true\">{names}</svg>")
    }

    fn step(&self) -> usize {
        usize::try_from((self.days + MOST_TICKS - 1) / MOST_TICKS).unwrap_or(1).max(1)
    }
}

//! iCalendar (RFC 5545): one whole-day entry per row, tentative where the row is only possible.
//!
//! The columns of the result are `uid`, `stamp`, `title`, `first_day`, `end_day` (the day after the last), `status`,
//! `location`, `latitude`, `longitude`, `category`, `description` and `url`.

use super::Look;
use crate::result_set::{ResultSet, Value};
use icalendar::{Calendar, Component, Event, EventStatus, Property};
use std::io::{self, Write};

pub(super) fn write(result: ResultSet, out: &mut dyn Write, _: Look, _: bool) -> io::Result<()> {
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", concat!("-//mission//", env!("CARGO_PKG_VERSION"), "//EN"))] {
        calendar.append_property(Property::new(name, value));
    }
    // The library writes NAME (RFC 7986) without escaping it; every client knows this one.
    calendar.append_property(Property::new("X-WR-CALNAME", one_line(&result.caption.about)));
    for row in &result.rows {
        calendar.push(entry(&result, row));
    }
    write!(out, "{calendar}")
}

fn entry(result: &ResultSet, row: &[Value]) -> Event {
    let text = |name: &str| Some(result.text(row, name)).filter(|text| !text.is_empty());
    let mut event = Event::new();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            event.add_property(name, value);
        }
    };
    add("UID", text("uid"));
    add("DTSTAMP", text("stamp"));
    add("SUMMARY", text("title").map(|text| one_line(&text)));
    add("LOCATION", text("location").map(|text| one_line(&text)));
    add("DESCRIPTION", text("description").map(|text| text.replace("\r\n", "\n").replace('\r', "\n")));
    add("URL", text("url"));
    add("GEO", text("latitude").zip(text("longitude")).map(|(north, east)| format!("{north};{east}")));
    // A visit or a reception keeps nobody from another entry of the same day.
    add("TRANSP", Some("TRANSPARENT".to_owned()));
    for (name, day) in [("DTSTART", text("first_day")), ("DTEND", text("end_day"))] {
        if let Some(day) = day {
            event.append_property(Property::new(name, day.replace('-', "")).add_parameter("VALUE", "DATE").done());
        }
    }
    if let Some(category) = text("category") {
        event.append_multi_property(Property::new("CATEGORIES", category));
    }
    let tentative = text("status").is_some_and(|status| status == "possible");
    event.status(if tentative { EventStatus::Tentative } else { EventStatus::Confirmed });
    event.done()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

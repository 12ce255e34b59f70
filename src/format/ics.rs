//! iCalendar (RFC 5545): one entry per row, tentative where the row is only possible: of whole days, or in the
//! local time of the place where it begins at a known time (a floating time).
//!
//! The columns of the result are `uid`, `stamp`, `title`, `first_day`, `end_day` (the day after the last),
//! `start_time`, `end_time`, `status`, `location`, `latitude`, `longitude`, `category`, `description` and `url`.

use super::Look;
use crate::cell::{Cell, Time, Url};
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
    // A line break would begin a property of its own; in a description, it is escaped.
    let text = |name: &str| {
        let text = result.text(row, name);
        Some(if name == "description" { several_lines(&text) } else { one_line(&text) }).filter(|text| !text.is_empty())
    };
    let mut event = Event::new();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            event.add_property(name, value);
        }
    };
    add("UID", text("uid"));
    add("DTSTAMP", text("stamp"));
    add("SUMMARY", text("title"));
    add("LOCATION", text("location"));
    add("DESCRIPTION", text("description"));
    add("URL", text("url").filter(|url| Url::parse(url).is_ok()));
    add("GEO", text("latitude").zip(text("longitude")).map(|(north, east)| format!("{north};{east}")));
    // A visit or a reception keeps nobody from another entry of the same day.
    add("TRANSP", Some("TRANSPARENT".to_owned()));
    let (first, start) = (text("first_day"), text("start_time").filter(|time| Time::parse(time).is_ok()));
    let at = |time: &String| Some(format!("{}T{}00", first.as_ref()?.replace('-', ""), time.replace(':', "")));
    if let Some(start) = &start {
        // Without an end of its own, an entry ends when it begins (RFC 5545, 3.6.1).
        let end = text("end_time").filter(|end| end > start && Time::parse(end).is_ok());
        add("DTSTART", at(start));
        add("DTEND", end.as_ref().and_then(at));
    } else {
        for (name, day) in [("DTSTART", first), ("DTEND", text("end_day"))] {
            if let Some(day) = day {
                event.append_property(Property::new(name, day.replace('-', "")).add_parameter("VALUE", "DATE").done());
            }
        }
    }
    if let Some(category) = text("category") {
        event.append_multi_property(Property::new("CATEGORIES", category));
    }
    let tentative = text("status").is_some_and(|status| status == "possible");
    event.status(if tentative { EventStatus::Tentative } else { EventStatus::Confirmed });
    event.done()
}

/// Letters of a text: no calendar shows more, and the library takes a time for each line that grows with all of them.
const LONGEST: usize = 32_767;

fn one_line(text: &str) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        return one_line(&text[..end]) + "…";
    }
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn several_lines(text: &str) -> String {
    text.replace("\r\n", "\n").split(['\n', '\r']).map(one_line).collect::<Vec<_>>().join("\n")
}

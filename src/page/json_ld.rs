//! What a page says to programs: missions, their data and their judged claims in the words of schema.org, as JSON-LD.
//!
//! What is not known is left out, and a count stays the text that was published: an interval is no number.

use super::{Page, claims, lists};
use crate::cell::{Cell, Url, turns_text};
use crate::error::Error;
use crate::language::Phrase;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde_json::{Value, json};

/// The anchor of the mission of a page; it names the mission, and is no place on the page.
pub(super) const MISSION: &str = "#mission";

/// A mission as an event. `id` is its address; `None` = it has no page.
pub(super) fn event(row: &Row<'_>, id: Option<&str>) -> rusqlite::Result<Value> {
    let text = |column| row.get::<_, Option<String>>(column);
    Ok(json!({
        "@type": "Event",
        "@id": id,
        "name": text("name")?,
        "startDate": text("first_day")?,
        "endDate": text("last_day")?,
        "organizer": { "name": text("lead")? },
    }))
}

/// All that the page of a mission shows of it, `mission` being the event that it is: nodes, of which there may be many,
/// each written out at once.
pub(super) fn graph(page: &Page<'_>, mut mission: Value) -> Result<Vec<String>, Error> {
    let places = page.rows(include_str!("sql/places.sql"), node)?;
    let days = page.days.map(|(first, last)| format!("{first}/{last}"));
    let name = page.language.fill(Phrase::DataOfMission, mission["name"].as_str().unwrap_or_default());
    let dataset = json!({
        "@type": "Dataset",
        "name": name,
        "description": page.language.say(Phrase::WhatTheDataIs),
        "inLanguage": page.language.code(),
        "about": { "@id": MISSION },
        "temporalCoverage": days,
        "spatialCoverage": &places,
        "isBasedOn": page.rows(&lists::named_sources(include_str!("sql/sources.sql")), node)?,
    });
    mission["location"] = places.into();
    let mut graph = vec![written(mission), written(dataset)];
    graph.extend(page.rows(include_str!("sql/sub_events.sql"), |row| node(row).map(written))?);
    graph.extend(page.rows(include_str!("sql/claims.sql"), |row| review(page, row).map(written))?);
    Ok(graph)
}

/// A row whose columns have the names that schema.org gives them; a dot leads into a part. In a database of a stranger,
/// an address may be none.
fn node(row: &Row<'_>) -> rusqlite::Result<Value> {
    let mut node = json!({});
    for (index, path) in row.as_ref().column_names().enumerate() {
        *path.split('.').fold(&mut node, |part, name| &mut part[name]) = match row.get_ref(index)? {
            ValueRef::Real(number) => json!(number),
            text => json!(text.as_str_or_null()?.filter(|text| path != "url" || Url::parse(text).is_ok())),
        };
    }
    Ok(node)
}

/// The verdict on a claim: a word, as there is no scale from wrong to right.
fn review(page: &Page<'_>, row: &Row<'_>) -> rusqlite::Result<Value> {
    let language = page.language;
    let address = format!("#claim-{}", row.get::<_, String>("claim_id")?);
    let (what, note) = claims::what(page, row)?;
    let text = [what].into_iter().chain(note).collect::<Vec<_>>().join(" ");
    let text = language.labelled(&text, &row.get::<_, String>("count")?);
    Ok(json!({
        "@type": "ClaimReview",
        "url": &address,
        "inLanguage": language.code(),
        "claimReviewed": &text,
        "reviewBody": row.get::<_, String>(format!("findings_{}", language.code()).as_str())?,
        "reviewRating": { "@type": "Rating", "alternateName": language.word(&row.get::<_, String>("verdict")?) },
        "itemReviewed": {
            "@type": "Claim",
            "@id": &address,
            "text": text,
            "about": { "@id": MISSION },
            "author": { "identifier": row.get::<_, Option<String>>("origin")? },
            "appearance": { "@id": format!("#source-{}", row.get::<_, String>("source_id")?) },
        },
    }))
}

/// The element that holds a graph, each node on a line.
pub(super) fn script(graph: &[String]) -> String {
    let context = "{\"@context\":{\"@vocab\":\"https://schema.org/\"},\"@graph\":[";
    format!("<script type=\"application/ld+json\">\n{context}\n{}\n]}}\n</script>", graph.join(",\n"))
}

/// A node as JSON in an element of a page: no text within can end it, turn how it is read, or look like markup.
pub(super) fn written(mut node: Value) -> String {
    keep_known(&mut node);
    node.sort_all_objects();
    // An escaped backslash first, so that the quote behind it is known for the end of its string.
    let node = node.to_string().replace(r"\\", r"\u005c").replace("\\\"", r"\u0022");
    let mut written = String::with_capacity(node.len());
    for c in node.chars() {
        match c {
            c if c == '<' || c.is_control() || turns_text(c) => written.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => written.push(c),
        }
    }
    written
}

/// Drops what is not known; whether more than a type is left.
fn keep_known(value: &mut Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
        Value::Array(values) => {
            values.retain_mut(keep_known);
            !values.is_empty()
        }
        Value::Object(fields) => {
            fields.retain(|_, value| keep_known(value));
            fields.keys().any(|name| name != "@type")
        }
    }
}

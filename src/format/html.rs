//! A page of HTML with one table: the title as its caption, the notes below it.

use super::Look;
use crate::result_set::ResultSet;
use std::io::{self, Write};

const STYLE: &str = "\
body { font: 1rem/1.4 system-ui, sans-serif; margin: 1rem }
table { border-collapse: collapse }
caption { font-weight: bold; text-align: left; padding-block: .5rem }
th, td { border: 1px solid #8888; padding: .25rem .5rem; text-align: left; vertical-align: top; white-space: pre-line }
.number { text-align: right; font-variant-numeric: tabular-nums }";

pub(super) fn write(result: ResultSet, out: &mut dyn Write, _: Look) -> io::Result<()> {
    let result = result.for_people();
    let title = escape(if result.caption.title.is_empty() { "Result" } else { &result.caption.title });
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>")?;
    writeln!(out, "<style>\n{STYLE}\n</style>\n</head>\n<body>\n<table>\n<caption>{title}</caption>")?;
    let class = |index| if result.is_numeric(index) { " class=\"number\"" } else { "" };
    write!(out, "<thead>\n<tr>")?;
    for (index, column) in result.columns.iter().enumerate() {
        write!(out, "<th scope=\"col\"{}>{}</th>", class(index), escape(column))?;
    }
    writeln!(out, "</tr>\n</thead>\n<tbody>")?;
    for row in &result.rows {
        write!(out, "<tr>")?;
        for (index, value) in row.iter().enumerate() {
            write!(out, "<td{}>{}</td>", class(index), escape(&value.to_text()))?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>")?;
    if result.rows.is_empty() && !result.caption.title.is_empty() {
        writeln!(out, "<p>none</p>")?;
    }
    result.caption.notes.iter().try_for_each(|note| writeln!(out, "<p>{}</p>", escape(note)))?;
    writeln!(out, "</body>\n</html>")
}

/// Keeps text from being read as markup, in an element or in an attribute; what no HTML may hold becomes visible.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' => escaped.push(c),
            c if c.is_control() => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

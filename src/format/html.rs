//! A page of HTML with tables: the title as the caption, the notes below. The tables of `mission page` are written here
//! as well.

use super::Look;
use crate::cell::turns_text;
use crate::language::Phrase;
use crate::result_set::{ResultSet, Value};
use std::io::{self, Write};

const STYLE: &str = include_str!("html.css");

pub struct HtmlCell {
    pub html: String,
    /// What it is sorted by in a table that can be sorted; empty comes last.
    pub key: String,
}

/// A table, its rows left out.
pub struct HtmlTable<'t> {
    pub caption: &'t str,
    /// The heading of each column, and whether its cells are numbers.
    pub columns: Vec<(String, bool)>,
    /// What stands below the last heading of a table that a script can sort; `None` = it is none. On a narrow screen,
    /// the rows of such a table become a list; roles keep it a table for a screen reader then as well.
    pub sortable: Option<&'t str>,
}

impl HtmlTable<'_> {
    pub fn write(&self, out: &mut dyn Write, rows: impl Iterator<Item = Vec<HtmlCell>>) -> io::Result<()> {
        let role = |role: &str| if self.sortable.is_some() { format!(" role=\"{role}\"") } else { String::new() };
        let class = |number: bool| if number { " class=\"number\"" } else { "" };
        let layout = match self.sortable {
            // Three columns fit on a narrow screen.
            Some(_) if self.columns.len() > 3 => " class=\"sortable wide\"",
            Some(_) => " class=\"sortable\"",
            None => "",
        };
        let group = role("rowgroup");
        write!(out, "<table{layout}{}>\n<caption>{}</caption>\n<thead{group}>\n", role("table"), self.caption)?;
        write!(out, "<tr{}>", role("row"))?;
        for (index, (heading, number)) in self.columns.iter().enumerate() {
            let below = self.sortable.filter(|_| index + 1 == self.columns.len()).unwrap_or_default();
            write!(out, "<th scope=\"col\"{}{}>{heading}{below}</th>", role("columnheader"), class(*number))?;
        }
        write!(out, "</tr>\n</thead>\n<tbody{group}>\n")?;
        for row in rows {
            write!(out, "<tr{}>", role("row"))?;
            for (cell, (heading, number)) in row.iter().zip(&self.columns) {
                write!(out, "<td{}{}", role("cell"), class(*number))?;
                if self.sortable.is_some() {
                    write!(out, " data-label=\"{heading}\" data-key=\"{}\"", escape(&cell.key))?;
                }
                write!(out, ">{}</td>", cell.html)?;
            }
            out.write_all(b"</tr>\n")?;
        }
        out.write_all(b"</tbody>\n</table>\n")
    }
}

/// Several results, one after another, become several tables of one page; the first one brings its head. The tags that
/// would close the page may be left out.
pub(super) fn write(result: ResultSet, out: &mut dyn Write, look: Look, is_first: bool) -> io::Result<()> {
    let language = look.language;
    let result = result.for_people(language);
    let has_title = result.caption.has_title();
    let title = escape(&if has_title { result.caption.title(language) } else { "Result".to_owned() });
    if is_first {
        writeln!(out, "<!DOCTYPE html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">", language.code())?;
        writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>")?;
        writeln!(out, "<style>\n{STYLE}</style>\n")?;
    }
    let columns = (0..result.columns.len()).map(|index| (escape(result.heading(index)), result.is_numeric(index)));
    let table = HtmlTable { caption: &title, columns: columns.collect(), sortable: None };
    let cell = |value: &Value| HtmlCell { html: escape(&value.to_text()), key: String::new() };
    table.write(out, result.rows.iter().map(|row| row.iter().map(cell).collect()))?;
    if result.rows.is_empty() && has_title {
        writeln!(out, "<p>{}</p>", language.say(Phrase::None))?;
    }
    result.caption.notes.iter().try_for_each(|note| writeln!(out, "<p>{}</p>", escape(note)))
}

/// Keeps text from being read as markup, in an element or in an attribute; what no HTML may hold becomes visible.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' => escaped.push(c),
            c if c.is_control() || turns_text(c) => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

//! What the sections of a page are made of: text that cannot be read as markup, badges, tables.

use crate::claim::Verdict;
use crate::error::Error;
use crate::format::escape;
use crate::language::{Language, Phrase};
use std::io::Write;

/// A cell of a table.
pub(super) struct Cell {
    html: String,
    /// What it is sorted by; empty comes last.
    key: String,
    number: bool,
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        Self { html: escape(text), key: text.to_owned(), number: false }
    }

    /// A count as it is shown, sorted by its lower bound.
    pub(super) fn count(text: &str, min: Option<i64>) -> Self {
        Self { html: escape(text), key: min.map(|n| n.to_string()).unwrap_or_default(), number: true }
    }

    /// Markup of the page itself.
    pub(super) fn markup(html: String, key: &str) -> Self {
        Self { html, key: key.to_owned(), number: false }
    }

    pub(super) fn verdict(verdict: Option<Verdict>, language: Language) -> Self {
        let rank = |verdict: Verdict| (verdict as usize).to_string();
        Self {
            html: verdict.map_or_else(|| "–".to_owned(), |verdict| badge(verdict, language)),
            key: verdict.map(rank).unwrap_or_default(),
            number: false,
        }
    }
}

/// A verdict as a sign and a word, so that it needs no colour.
pub(super) fn badge(verdict: Verdict, language: Language) -> String {
    let (sign, phrase) = match verdict {
        Verdict::Supported => ("✓", Phrase::Supported),
        Verdict::Refuted => ("✗", Phrase::Refuted),
        Verdict::Disputed => ("≠", Phrase::Disputed),
        Verdict::Unverified => ("?", Phrase::Unverified),
    };
    let (class, word) = (verdict.word(), language.say(phrase));
    format!("<span class=\"badge {class}\"><span aria-hidden=\"true\">{sign}</span> {word}</span>")
}

/// What the bars of a class look like, for a legend.
pub(super) fn swatch(class: &str) -> String {
    format!(
        "<svg width=\"28\" height=\"14\"><rect class=\"{class}\" x=\"1\" y=\"1\" width=\"26\" height=\"12\"/></svg>"
    )
}

/// What stands above the rows of a table.
pub(super) struct Head<'h> {
    pub(super) caption: Phrase,
    pub(super) headings: &'h [Phrase],
    /// Whether the rows do not fit a narrow screen side by side, and become a list there.
    pub(super) wide: bool,
    /// Markup below the last heading.
    pub(super) below_last: &'h str,
}

/// A table that can be sorted. The roles keep it a table for a screen reader also where its rows become a list.
pub(super) fn table(out: &mut dyn Write, language: Language, head: &Head<'_>, rows: &[Vec<Cell>]) -> Result<(), Error> {
    let holds_numbers = |column| rows.iter().any(|row| row.get(column).is_some_and(|cell: &Cell| cell.number));
    let numbers: Vec<bool> = (0..head.headings.len()).map(holds_numbers).collect();
    let class = |column: usize| if numbers[column] { " class=\"number\"" } else { "" };
    let headings: Vec<String> = head.headings.iter().map(|&heading| language.heading(heading)).collect();
    let layout = if head.wide { " wide" } else { "" };
    let mut html = format!(
        "<table class=\"sortable{layout}\" role=\"table\">\n<caption>{}</caption>\n",
        language.heading(head.caption)
    );
    html.push_str("<thead role=\"rowgroup\">\n<tr role=\"row\">");
    for (column, heading) in headings.iter().enumerate() {
        html.push_str(&format!(
            "<th scope=\"col\" role=\"columnheader\"{}>{heading}{}</th>",
            class(column),
            if column + 1 == headings.len() { head.below_last } else { "" }
        ));
    }
    html.push_str("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
    out.write_all(html.as_bytes()).map_err(Error::Output)?;
    for row in rows {
        let mut html = String::from("<tr role=\"row\">");
        for (column, cell) in row.iter().enumerate() {
            let (class, heading) = (class(column), &headings[column]);
            let key = escape(&cell.key);
            html.push_str(&format!(
                "<td role=\"cell\"{class} data-label=\"{heading}\" data-key=\"{key}\">{}</td>",
                cell.html
            ));
        }
        html.push_str("</tr>\n");
        out.write_all(html.as_bytes()).map_err(Error::Output)?;
    }
    let end = if rows.is_empty() {
        format!("</tbody>\n</table>\n<p>{}</p>\n", language.say(Phrase::None))
    } else {
        "</tbody>\n</table>\n".to_owned()
    };
    out.write_all(end.as_bytes()).map_err(Error::Output)
}

/// The beginning of a section: its title, to which the contents of the page lead.
pub(super) fn section(out: &mut dyn Write, language: Language, id: &str, title: Phrase) -> Result<(), Error> {
    let title = language.heading(title);
    writeln!(out, "\n<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>")
        .map_err(Error::Output)
}

/// The end of a section.
pub(super) fn end_section(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(out, "</section>").map_err(Error::Output)
}

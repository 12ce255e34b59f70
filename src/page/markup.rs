//! What a page is made of: sections with their tables, cells, badges, bars.

use crate::claim::Verdict;
use crate::count::Interval;
use crate::format::{HtmlCell, HtmlTable, escape};
use crate::language::{Language, Phrase};
use rusqlite::Row;
use std::io::{self, Write};

type Rows = Vec<Vec<HtmlCell>>;

/// A section of a page. Everything but its cells is markup already.
pub(super) struct Section {
    /// The contents of the page lead to it.
    pub(super) id: &'static str,
    pub(super) title: Phrase,
    pub(super) above: String,
    /// What its table is, for those who do not see what stands above it.
    pub(super) caption: Phrase,
    /// The headings of its table, and whether they stand above numbers; empty = it has no table.
    pub(super) columns: Vec<(String, bool)>,
    pub(super) below_last_heading: String,
    pub(super) rows: Rows,
    pub(super) below: String,
}

impl Section {
    pub(super) fn new(id: &'static str, title: Phrase, above: String) -> Self {
        let (below_last_heading, below) = (String::new(), String::new());
        Self { id, title, above, caption: title, columns: Vec::new(), below_last_heading, rows: Vec::new(), below }
    }

    /// With a table, of which some columns hold numbers.
    pub(super) fn table(self, language: Language, headings: &[Phrase], numbers: &[Phrase], rows: Rows) -> Self {
        let columns = headings.iter().map(|it| (escape(&language.heading(*it)), numbers.contains(it))).collect();
        Self { columns, rows, ..self }
    }

    pub(super) fn write(self, out: &mut dyn Write, language: Language) -> io::Result<()> {
        let (id, title) = (self.id, language.heading(self.title));
        writeln!(out, "\n<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>")?;
        out.write_all(self.above.as_bytes())?;
        if !self.columns.is_empty() {
            let (caption, is_empty) = (escape(&language.heading(self.caption)), self.rows.is_empty());
            let table =
                HtmlTable { caption: &caption, columns: self.columns, sortable: Some(&self.below_last_heading) };
            table.write(out, self.rows.into_iter())?;
            if is_empty {
                writeln!(out, "<p>{}</p>", language.say(Phrase::None))?;
            }
        }
        writeln!(out, "{}</section>", self.below)
    }
}

pub(super) fn text(text: &str) -> HtmlCell {
    markup(escape(text), text)
}

/// The text in a column of a row; what is not known is empty.
pub(super) fn field(row: &Row<'_>, column: &str) -> rusqlite::Result<HtmlCell> {
    Ok(text(&row.get::<_, Option<String>>(column)?.unwrap_or_default()))
}

/// A count as it is shown, sorted by its lower bound.
pub(super) fn count(text: &str, min: Option<i64>) -> HtmlCell {
    markup(escape(text), &min.map(|n| n.to_string()).unwrap_or_default())
}

/// `None` = nothing is known.
pub(super) fn interval(interval: Option<Interval>, language: Language) -> HtmlCell {
    let shown = interval.map_or_else(|| language.say(Phrase::Nothing).to_owned(), |it| language.interval(it));
    count(&shown, interval.map(|it| it.min))
}

pub(super) fn markup(html: String, key: &str) -> HtmlCell {
    HtmlCell { html, key: key.to_owned() }
}

pub(super) fn verdict(verdict: Option<Verdict>, language: Language) -> HtmlCell {
    match verdict {
        Some(verdict) => markup(badge(verdict, language), &(verdict as usize).to_string()),
        None => markup(escape(language.say(Phrase::Nothing)), ""),
    }
}

/// The key of the source of a row, which leads to the row of that source.
pub(super) fn source(row: &Row<'_>) -> rusqlite::Result<HtmlCell> {
    let id = escape(&row.get::<_, String>("source_id")?);
    Ok(HtmlCell { html: format!("<a href=\"#source-{id}\">{id}</a>"), key: id })
}

/// A verdict as a sign and a word, so that it needs no colour.
pub(super) fn badge(verdict: Verdict, language: Language) -> String {
    let sign = match verdict {
        Verdict::Supported => "✓",
        Verdict::Refuted => "✗",
        Verdict::Inconsistent => "⊥",
        Verdict::Conflicting => "≠",
        Verdict::Conditional => "~",
        Verdict::Unverified => "?",
    };
    let (class, word) = (verdict.word(), language.word(verdict.word()));
    format!("<span class=\"badge {class}\"><span aria-hidden=\"true\">{sign}</span> {word}</span>")
}

/// The number that fills the width of a chart: the largest one; where a count has no upper end, room is left to show
/// that.
pub(super) fn scale(counts: impl Iterator<Item = Interval>) -> f64 {
    let (mut largest, mut open) = (1, false);
    for count in counts {
        largest = largest.max(count.max.unwrap_or(count.min));
        open |= count.max.is_none();
    }
    largest as f64 * if open { 1.15 } else { 1.0 }
}

/// The bar of one count, a drawing without any text, `top` pixels below its upper edge: solid as far as the count is
/// certain, hatched as far as it is possible.
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

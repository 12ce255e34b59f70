//! What the sections of a page are made of: cells, badges, tables.

use crate::claim::Verdict;
use crate::error::Error;
use crate::format::{HtmlCell, HtmlTable, Sortable, escape};
use crate::language::{Language, Phrase};
use std::io::Write;

pub(super) fn text(text: &str) -> HtmlCell {
    HtmlCell { html: escape(text), key: text.to_owned() }
}

/// A count as it is shown, sorted by its lower bound.
pub(super) fn count(text: &str, min: Option<i64>) -> HtmlCell {
    HtmlCell { html: escape(text), key: min.map(|n| n.to_string()).unwrap_or_default() }
}

pub(super) fn markup(html: String, key: &str) -> HtmlCell {
    HtmlCell { html, key: key.to_owned() }
}

pub(super) fn verdict(verdict: Option<Verdict>, language: Language) -> HtmlCell {
    let rank = |verdict: Verdict| (verdict as usize).to_string();
    HtmlCell {
        html: verdict.map_or_else(|| escape(language.say(Phrase::Nothing)), |verdict| badge(verdict, language)),
        key: verdict.map(rank).unwrap_or_default(),
    }
}

/// The key of a source, which leads to its row.
pub(super) fn source(id: &str) -> HtmlCell {
    let id = escape(id);
    HtmlCell { html: format!("<a href=\"#source-{id}\">{id}</a>"), key: id }
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

pub(super) fn columns<const N: usize>(language: Language, columns: [(Phrase, bool); N]) -> Vec<(String, bool)> {
    columns.map(|(heading, number)| (escape(&language.heading(heading)), number)).to_vec()
}

pub(super) fn table(
    out: &mut dyn Write,
    language: Language,
    caption: Phrase,
    columns: Vec<(String, bool)>,
    sortable: Sortable<'_>,
    rows: impl Iterator<Item = Vec<HtmlCell>>,
) -> Result<(), Error> {
    let mut rows = rows.peekable();
    let none = rows.peek().is_none();
    let table = HtmlTable { caption: &escape(&language.heading(caption)), columns, sortable: Some(sortable) };
    table.write(out, rows).map_err(Error::Output)?;
    if none {
        writeln!(out, "<p>{}</p>", language.say(Phrase::None)).map_err(Error::Output)?;
    }
    Ok(())
}

pub(super) const WIDE: Sortable<'static> = Sortable { wide: true, below_last: "" };

pub(super) fn section(out: &mut dyn Write, language: Language, id: &str, title: Phrase) -> Result<(), Error> {
    let title = language.heading(title);
    writeln!(out, "\n<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>")
        .map_err(Error::Output)
}

pub(super) fn end_section(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(out, "</section>").map_err(Error::Output)
}

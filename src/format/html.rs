//! A page of HTML with tables: the title as the caption, the notes below.

use crate::error::Error;
use crate::language::{Language, Phrase};
use crate::result_set::{Caption, ResultSet, Sink, Value};
use std::io::{self, Write};

const STYLE: &str = "\
body { font: 1rem/1.4 system-ui, sans-serif; margin: 1rem }
table { border-collapse: collapse }
caption { font-weight: bold; text-align: left; padding-block: .5rem }
th, td { border: 1px solid #8888; padding: .25rem .5rem; text-align: left; vertical-align: top; white-space: pre-line }
.number { text-align: right; font-variant-numeric: tabular-nums }";

/// Several results, one after another, become several tables of one page. The tags that would close the page may be
/// left out.
pub(super) struct Html<'w> {
    out: &'w mut dyn Write,
    language: Language,
    result: ResultSet,
    begun: bool,
}

impl<'w> Html<'w> {
    pub(super) fn new(out: &'w mut dyn Write, language: Language) -> Self {
        Self { out, language, result: ResultSet::default(), begun: false }
    }

    fn head(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out, "<!DOCTYPE html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">", self.language.code())?;
        writeln!(self.out, "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>")?;
        writeln!(self.out, "<style>\n{STYLE}\n</style>")
    }

    fn table(&mut self) -> io::Result<()> {
        let result = std::mem::take(&mut self.result).for_people(self.language);
        let title = if result.caption.has_title() { result.caption.title(self.language) } else { "Result".to_owned() };
        let title = escape(&title);
        if !std::mem::replace(&mut self.begun, true) {
            self.head(&title)?;
        }
        let out = &mut self.out;
        let class = |index| if result.is_numeric(index) { " class=\"number\"" } else { "" };
        write!(out, "\n<table>\n<caption>{title}</caption>\n<thead>\n<tr>")?;
        for index in 0..result.columns.len() {
            write!(out, "<th scope=\"col\"{}>{}</th>", class(index), escape(result.heading(index)))?;
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
        if result.rows.is_empty() && result.caption.has_title() {
            writeln!(out, "<p>{}</p>", self.language.say(Phrase::None))?;
        }
        result.caption.notes.iter().try_for_each(|note| writeln!(out, "<p>{}</p>", escape(note)))
    }
}

impl Sink for Html<'_> {
    fn begin(&mut self, caption: &Caption, columns: &[String]) -> Result<(), Error> {
        self.result.begin(caption, columns)
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Error> {
        self.result.row(row)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.table().and_then(|()| self.out.flush()).map_err(Error::Output)
    }
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
            c if c.is_control() => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

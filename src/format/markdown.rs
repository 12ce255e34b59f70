//! A table of GitHub Flavored Markdown, with the title above and the notes below.

use super::Look;
use crate::language::Phrase;
use crate::result_set::ResultSet;
use std::io::{self, Write};

pub(super) fn write(result: ResultSet, out: &mut dyn Write, look: Look, _: bool) -> io::Result<()> {
    let result = result.for_people(look.language);
    if result.caption.has_title() {
        writeln!(out, "**{}**\n", escape(&result.caption.title(look.language)))?;
    }
    if result.rows.is_empty() && result.caption.has_title() {
        writeln!(out, "{}", look.language.say(Phrase::None))?;
    } else {
        let rule = |index| if result.is_numeric(index) { "---:" } else { "---" };
        line(out, (0..result.columns.len()).map(|index| escape(result.heading(index))))?;
        line(out, (0..result.columns.len()).map(|index| rule(index).to_owned()))?;
        result.rows.iter().try_for_each(|row| line(out, row.iter().map(|value| escape(&value.to_text()))))?;
    }
    result.caption.notes.iter().try_for_each(|note| writeln!(out, "\n{}", escape(note)))
}

fn line(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    out.write_all(b"|")?;
    for cell in cells {
        write!(out, " {cell} |")?;
    }
    out.write_all(b"\n")
}

/// Keeps text from being read as markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' => {}
            '\n' => escaped.push_str("<br>"),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

//! A table for people: boxes, numbers on the right, the verdicts coloured on a terminal that wants it.

use super::Look;
use crate::cell::turns_text;
use crate::display::{bars, widths};
use crate::language::{Language, Phrase};
use crate::result_set::{ResultSet, Value};
use comfy_table::{Cell, CellAlignment, Color, ContentArrangement, ContentLineStyle, LineStyle, TableStyle};
use std::io::{self, Write};

pub(super) fn write(result: ResultSet, out: &mut dyn Write, look: Look, _: bool) -> io::Result<()> {
    let drawn_from = look.chart.then(|| result.clone());
    let mut result = result.for_people(look.language);
    let taken = || {
        draw(&result, &result.rows, Look { width: None, ..look }).lines().next().map_or(0, |line| line.chars().count())
    };
    if let Some((heading, bars)) = drawn_from.and_then(|raw| bars::column(&raw, look, taken)) {
        result.columns.push(heading.clone());
        result.caption.headings.push(heading);
        result.rows.iter_mut().zip(bars).for_each(|(row, bar)| row.push(Value::Text(bar)));
    }
    if result.caption.has_title() {
        writeln!(out, "{}", in_lines(&result.caption.title(look.language), look))?;
    }
    if result.rows.is_empty() && result.caption.has_title() {
        writeln!(out, "{}", look.language.say(Phrase::None))?;
    } else if result.rows.len() <= PART {
        writeln!(out, "{}", draw(&result, &result.rows, look))?;
    } else {
        result.rows.chunks(PART).try_for_each(|rows| writeln!(out, "{}", draw(&result, rows, look)))?;
    }
    result.caption.notes.iter().try_for_each(|note| writeln!(out, "{}", in_lines(note, look)))
}

fn in_lines(text: &str, look: Look) -> String {
    let text = shown(text, look);
    match look.width.filter(|_| !look.plain) {
        Some(width) => widths::wrap_words(&text, usize::from(width)),
        None => text,
    }
}

/// Rows that are drawn together; more have the header again, and do not fill the memory.
const PART: usize = 1000;

/// One line around it, one below the header, none between the rows.
const STYLE: TableStyle = TableStyle::new()
    .top_border(LineStyle::new('╭', '─', '┬', '╮'))
    .header_lines(ContentLineStyle::new('│', '│', '│'))
    .header_separator(LineStyle::new('├', '─', '┼', '┤'))
    .content_lines(ContentLineStyle::new('│', '│', '│'))
    .bottom_border(LineStyle::new('╰', '─', '┴', '╯'));

fn draw(result: &ResultSet, rows: &[Vec<Value>], look: Look) -> String {
    let texts: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|value| shown(&value.to_text(), look)).collect()).collect();
    let columns: Vec<String> = (0..result.columns.len()).map(|index| shown(result.heading(index), look)).collect();
    // A cell that goes on in the next line would be read in pieces.
    let Some(width) = look.width.map(usize::from).filter(|_| !look.plain) else {
        return drawn(result, &columns, &texts, None, look);
    };
    match widths::fit(&columns, &texts, width) {
        Some(fitted) => drawn(result, &columns, &texts, Some(&fitted), look),
        None => texts.iter().map(|row| upright(&columns, row, width, look)).collect::<Vec<_>>().join("\n"),
    }
}

fn drawn(result: &ResultSet, columns: &[String], rows: &[Vec<String>], fit: Option<&[usize]>, look: Look) -> String {
    let fitted = |index: usize, text: &str| match fit {
        Some(fit) => widths::wrap(text, fit[index]),
        None => text.to_owned(),
    };
    let mut table = table(look);
    table.set_header(columns.iter().enumerate().map(|(index, column)| fitted(index, column)));
    for row in rows {
        table.add_row(row.iter().enumerate().map(|(index, text)| cell(text, fitted(index, text), look)));
    }
    for index in 0..columns.len() {
        if let Some(column) = table.column_mut(index).filter(|_| result.is_numeric(index)) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}

/// A row by itself, its columns below each other, where they have no room beside each other.
fn upright(columns: &[String], row: &[String], width: usize, look: Look) -> String {
    let names = columns.iter().map(|column| textwrap::core::display_width(column)).max().unwrap_or(0);
    // Two columns take seven characters for lines and blanks.
    let room = width.saturating_sub(names + 7).max(1);
    let mut table = table(look);
    for (column, text) in columns.iter().zip(row) {
        table.add_row([Cell::new(column), cell(text, widths::wrap(text, room), look)]);
    }
    table.trim_fmt()
}

fn table(look: Look) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(if look.plain { TableStyle::new() } else { STYLE });
    table.set_content_arrangement(ContentArrangement::Disabled);
    if look.color {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table
}

/// A cell in the colour of its text, in the lines that it is wrapped into.
fn cell(text: &str, wrapped: String, look: Look) -> Cell {
    let colors = [
        (Phrase::Refuted, Color::Red),
        (Phrase::Inconsistent, Color::Red),
        (Phrase::Conflicting, Color::Yellow),
        (Phrase::Conditional, Color::Yellow),
        (Phrase::Supported, Color::Green),
    ];
    match colors.into_iter().find(|(phrase, _)| look.language.say(*phrase) == text) {
        Some((_, color)) => Cell::new(wrapped).fg(color),
        None => Cell::new(wrapped),
    }
}

/// A text as it appears on the terminal.
fn shown(text: &str, look: Look) -> String {
    if look.plain { in_words(&visible(text), look.language) } else { visible(text) }
}

/// Signs that a screen reader skips or spells out, in words; a cell stays in its line.
fn in_words(text: &str, language: Language) -> String {
    if text == language.say(Phrase::Nothing) {
        return language.say(Phrase::None).to_owned();
    }
    let at_least = language.fill(Phrase::AtLeast, "");
    text.replace(" · ", ", ")
        .replace("≥ ", &at_least)
        .replace('–', &format!(" {} ", language.say(Phrase::To)))
        .replace('\n', " ")
}

/// Control characters, which a terminal would obey, as visible signs; line breaks stay.
fn visible(text: &str) -> String {
    let sign = |c: char| match c {
        '\n' => '\n',
        '\u{7f}' => '\u{2421}',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        c if turns_text(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(sign).collect()
}

#[cfg(test)]
#[path = "../../tests/unit/format_table.rs"]
mod tests;

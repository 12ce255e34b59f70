//! A table for people: boxes, numbers on the right, the verdicts coloured on a terminal that wants it.

use super::{Look, chart};
use crate::cell::turns_text;
use crate::language::Phrase;
use crate::result_set::{NOTHING, ResultSet, Value};
use comfy_table::{Cell, CellAlignment, Color, ContentArrangement, ContentLineStyle, LineStyle, TableStyle};
use std::io::{self, Write};

pub(super) fn write(result: ResultSet, out: &mut dyn Write, look: Look) -> io::Result<()> {
    let bars = result.bars().filter(|_| look.chart);
    let mut result = result.for_people(look.language);
    if let Some(bars) = bars {
        let taken = draw(&result, &result.rows, Look { width: None, ..look }).lines().next().map_or(0, width);
        add(&mut result, chart::column(&bars, look, taken));
    }
    if !result.caption.title.is_empty() {
        writeln!(out, "{}", shown(&result.caption.title, look))?;
    }
    if result.rows.is_empty() && !result.caption.title.is_empty() {
        writeln!(out, "{}", look.language.say(Phrase::None))?;
    } else if result.rows.len() <= PART {
        writeln!(out, "{}", draw(&result, &result.rows, look))?;
    } else {
        result.rows.chunks(PART).try_for_each(|rows| writeln!(out, "{}", draw(&result, rows, look)))?;
    }
    result.caption.notes.iter().try_for_each(|note| writeln!(out, "{}", shown(note, look)))
}

fn width(line: &str) -> usize {
    line.chars().count()
}

fn add(result: &mut ResultSet, column: chart::Column) {
    result.columns.push(column.heading);
    for (row, bar) in result.rows.iter_mut().zip(column.bars) {
        row.push(Value::Text(bar));
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

/// Columns below each other, and nothing else.
const PLAIN: TableStyle = TableStyle::new();

fn draw(result: &ResultSet, rows: &[Vec<Value>], look: Look) -> String {
    let mut table = comfy_table::Table::new();
    table.load_style(if look.plain { PLAIN } else { STYLE });
    // A cell that goes on in the next line would be read in pieces.
    match look.width.filter(|_| !look.plain) {
        Some(width) => table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width),
        None => table.set_content_arrangement(ContentArrangement::Disabled),
    };
    if look.color {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(result.columns.iter().map(|column| shown(column, look)));
    for row in rows {
        table.add_row(row.iter().map(|value| cell(value, look)));
    }
    for index in 0..result.columns.len() {
        if let Some(column) = table.column_mut(index).filter(|_| result.is_numeric(index)) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}

fn cell(value: &Value, look: Look) -> Cell {
    let text = shown(&value.to_text(), look);
    let colors = [(Phrase::Refuted, Color::Red), (Phrase::Disputed, Color::Yellow), (Phrase::Supported, Color::Green)];
    let color = colors.into_iter().find(|(phrase, _)| look.language.say(*phrase) == text).map(|(_, color)| color);
    let cell = Cell::new(text);
    match color {
        Some(color) => cell.fg(color),
        None => cell,
    }
}

/// A text as it appears on the terminal.
fn shown(text: &str, look: Look) -> String {
    if look.plain { in_words(&visible(text)) } else { visible(text) }
}

/// Signs that a screen reader skips or spells out, in words; a cell stays in its line.
fn in_words(text: &str) -> String {
    if text == NOTHING {
        return "none".to_owned();
    }
    text.replace(" · ", ", ").replace('–', " to ").replace('\n', " ")
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

//! What goes to a terminal or into the log of a CI: nothing in it moves the cursor, turns the direction of a text, or
//! is taken for a command.

use crate::cell::turns_text;
use std::io::{self, Write};

/// What becomes of the colours in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// They are our own.
    Kept,
    /// Whoever wrote the text put them there.
    Shown,
}

/// A text with every sign visible that a terminal would act upon, but for line breaks, tabs and colours of our own.
pub fn visible(text: &str, colours: Colours) -> String {
    let mut shown = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            shown.push('\n');
        }
        // GitHub Actions takes such a line for a command.
        if line.trim_start().starts_with("::") {
            shown.push('\\');
        }
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let colour = if colours == Colours::Kept { colour(rest) } else { 0 };
            let (sign, behind) = rest.split_at(colour.max(c.len_utf8()));
            if colour == 0 && ((c.is_control() && c != '\t') || turns_text(c)) {
                shown.extend(c.escape_unicode());
            } else {
                shown.push_str(sign);
            }
            rest = behind;
        }
    }
    shown
}

/// The length of the colour that a text begins with (SGR of ECMA-48); 0 = it begins with none.
fn colour(text: &str) -> usize {
    let Some(parameters) = text.strip_prefix("\u{1b}[") else { return 0 };
    let end = parameters.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(parameters.len());
    if parameters[end..].starts_with('m') { 2 + end + 1 } else { 0 }
}

/// Makes what is written visible, line by line.
pub struct Visible<W: Write> {
    out: W,
    colours: Colours,
    line: Vec<u8>,
}

impl<W: Write> Visible<W> {
    pub fn new(out: W, colours: Colours) -> Self {
        Self { out, colours, line: Vec::new() }
    }
}

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if let Some(end) = self.line.iter().rposition(|byte| *byte == b'\n') {
            let rest = self.line.split_off(end + 1);
            let lines = std::mem::replace(&mut self.line, rest);
            self.out.write_all(visible(&String::from_utf8_lossy(&lines), self.colours).as_bytes())?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let rest = std::mem::take(&mut self.line);
        self.out.write_all(visible(&String::from_utf8_lossy(&rest), self.colours).as_bytes())?;
        self.out.flush()
    }
}

#[cfg(test)]
#[path = "../../tests/unit/display_visible.rs"]
mod tests;

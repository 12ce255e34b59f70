//! What a sheet hides, and what its library does not tell of it: hidden rows, and formulas whose result was never
//! stored.

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use zip::ZipArchive;

/// By rows and columns from 0.
#[derive(Debug, Default)]
pub(crate) struct Oddities {
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) without_result: BTreeSet<(u32, u32)>,
}

/// Reads a sheet of an .xlsx file through.
///
/// # Errors
/// The file is damaged.
pub(crate) fn oddities(path: &Path, sheet: &str) -> io::Result<Oddities> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?)).map_err(io::Error::other)?;
    let (mut ids, mut target, mut found) = (Vec::new(), None, Oddities::default());
    each_tag(&mut archive, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet" && attribute(tag, "name").is_some_and(|name| name == sheet) {
            // The prefix of another namespace is whatever the maker of the file calls it.
            let mut attributes = tag.attributes().flatten();
            let id = attributes.find(|pair| pair.key.prefix().is_some() && pair.key.local_name().as_ref() == "id");
            ids.push(id.map(|pair| pair.value.to_string()));
        }
    })?;
    let [id] = ids.as_slice() else {
        return Err(io::Error::other(format!("it has {} sheets called `{sheet}`", ids.len())));
    };
    each_tag(&mut archive, "xl/_rels/workbook.xml.rels", |tag| {
        if id.is_some() && attribute(tag, "Id") == *id {
            target = attribute(tag, "Target");
        }
    })?;
    let Some(target) = target else {
        return Err(io::Error::other(format!("it does not say where its sheet `{sheet}` is")));
    };
    let mut formula: Option<(u32, u32)> = None;
    let mut cell = None;
    // Whether the cell at hand has a text by its number in the table of texts, and its value comes next.
    let (mut is_numbered, mut is_value) = (false, false);
    each_event(&mut archive, &format!("xl/{}", target.trim_start_matches("/xl/")), |event| {
        let tag = match event {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::End(_) => {
                is_value = false;
                return Ok(());
            }
            // A reader that finds no number there would take the first text, or the one of a part of it.
            Event::Text(text) if is_numbered && is_value => {
                let digits = text.trim();
                let is_number = (1..8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
                let refused = || io::Error::other(format!("a cell has the text of number `{digits}`, which is none"));
                return if is_number { Ok(()) } else { Err(refused()) };
            }
            _ if is_numbered && is_value => {
                return Err(io::Error::other("a cell has the text of a number that is written in pieces"));
            }
            _ => return Ok(()),
        };
        is_value = tag.local_name().as_ref() == "v";
        match tag.local_name().as_ref() {
            "row" => {
                let is_hidden = attribute(tag, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true");
                let row = attribute(tag, "r").filter(|_| is_hidden).and_then(|row| row.parse::<u32>().ok());
                found.hidden_rows.extend(row.and_then(|row| row.checked_sub(1)));
            }
            "c" => {
                found.without_result.extend(formula.take());
                cell = attribute(tag, "r").and_then(|name| position(&name));
                is_numbered = attribute(tag, "t").is_some_and(|kind| kind == "s");
            }
            "f" => formula = cell,
            "v" | "is" => formula = None,
            _ => {}
        }
        Ok(())
    })?;
    found.without_result.extend(formula);
    Ok(found)
}

/// The row and the column of `B12`, from 0.
fn position(name: &str) -> Option<(u32, u32)> {
    let (letters, digits) = name.split_at(name.find(|c: char| c.is_ascii_digit())?);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        letter.is_ascii_uppercase().then(|| column.saturating_mul(26).saturating_add(u32::from(letter - b'A') + 1))
    });
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column?.checked_sub(1)?))
}

/// Goes to each tag of a part of XML.
///
/// # Errors
/// The file is damaged, or has no such part.
pub(crate) fn each_tag(
    archive: &mut ZipArchive<BufReader<File>>,
    part: &str,
    mut take: impl FnMut(&BytesStart<'_>),
) -> io::Result<()> {
    each_event(archive, part, |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event {
            take(tag);
        }
        Ok(())
    })
}

fn each_event(
    archive: &mut ZipArchive<BufReader<File>>,
    part: &str,
    mut take: impl FnMut(&Event<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let part = archive.by_name(part).map_err(io::Error::other)?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(io::Error::other)?;
        if event == Event::Eof {
            return Ok(());
        }
        take(&event)?;
    }
}

/// The value of an attribute.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .flatten()
        .find(|pair| pair.key.as_ref() == name)
        .map(|pair| unescape(&pair.value).map_or_else(|_| pair.value.to_string(), |value| value.into_owned()))
}

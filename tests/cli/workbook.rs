//! What a workbook holds, in lines: read from its XML, since no reader shows notes, lists and formats.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use zip::ZipArchive;

/// The sheets of a workbook, with their columns, notes, formats and validations.
pub fn described(path: &Path) -> String {
    let mut archive = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let strings: Vec<String> = elements(&part("xl/sharedStrings.xml"), "si").map(text).collect();
    let styles = Styles::of(&part("xl/styles.xml"));
    let mut lines =
        vec![format!("created {}", text(elements(&part("docProps/core.xml"), "dcterms:created").next().unwrap()))];
    for (number, sheet) in (1..).zip(elements(&part("xl/workbook.xml"), "sheet")) {
        lines.push(format!("\n# {}", attribute(sheet, "name")));
        let sheet = part(&format!("xl/worksheets/sheet{number}.xml"));
        let cells = elements(&sheet, "c").filter(|cell| cell.contains("<v>"));
        let shown = |cell: &str| strings[text(cell).parse::<usize>().unwrap()].clone();
        if number == 1 {
            lines.extend(cells.map(|cell| format!("{}: {}", attribute(cell, "r"), shown(cell))));
            continue;
        }
        let pane = elements(&sheet, "pane").next().unwrap();
        let filter = elements(&sheet, "autoFilter").next().unwrap();
        lines.push(format!(
            "{} above {}, filter {}",
            attribute(pane, "state"),
            attribute(pane, "topLeftCell"),
            attribute(filter, "ref")
        ));
        let notes = part(&format!("xl/comments{}.xml", number - 1));
        for (cell, note) in cells.zip(elements(&notes, "comment")) {
            assert_eq!(attribute(cell, "r"), attribute(note, "ref"));
            let (fill, bold) = styles.header(cell);
            lines.push(format!("{}: {} ({bold}, {fill})", attribute(cell, "r"), shown(cell)));
            lines.extend(text(note).lines().map(|line| format!("    {line}")));
        }
        lines.extend(elements(&sheet, "col").map(|column| styles.column(column)));
        lines.extend(elements(&sheet, "dataValidation").map(validation));
    }
    lines.join("\n") + "\n"
}

fn validation(element: &str) -> String {
    let style = if element.contains("errorStyle") { attribute(element, "errorStyle") } else { "stop" };
    format!(
        "{} {}, {style}: {} | {}",
        attribute(element, "sqref"),
        attribute(element, "type"),
        text(element),
        attribute(element, "error")
    )
}

/// The formats that cells refer to by number.
struct Styles {
    formats: Vec<String>,
    fonts: Vec<String>,
    fills: Vec<String>,
}

impl Styles {
    fn of(xml: &str) -> Self {
        let owned = |list: &str, tag| elements(list, tag).map(str::to_owned).collect();
        let list = |tag| elements(xml, tag).next().unwrap();
        Self {
            formats: owned(list("cellXfs"), "xf"),
            fonts: owned(list("fonts"), "font"),
            fills: owned(list("fills"), "fill"),
        }
    }

    fn format(&self, number: &str) -> &str {
        &self.formats[number.parse::<usize>().unwrap()]
    }

    /// The fill of a cell, and whether its letters are bold.
    fn header(&self, cell: &str) -> (&str, &str) {
        let format = self.format(attribute(cell, "s"));
        let nth = |list: &'static str| attribute(format, list).parse::<usize>().unwrap();
        let bold = if self.fonts[nth("fontId")].contains("<b/>") { "bold" } else { "plain" };
        (attribute(&self.fills[nth("fillId")], "rgb"), bold)
    }

    /// Columns with their width and format.
    fn column(&self, column: &str) -> String {
        let format = match attribute(self.format(attribute(column, "style")), "numFmtId") {
            "49" => "text",
            "164" => "yyyy-mm-dd",
            other => other,
        };
        let of = |name| attribute(column, name);
        format!("columns {}-{}: {format}, {} wide", of("min"), of("max"), of("width"))
    }
}

/// The elements of a name that has no element of that name inside.
fn elements<'x>(xml: &'x str, tag: &str) -> impl Iterator<Item = &'x str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut pieces = xml.split(&open).skip(1).filter(|piece| piece.starts_with([' ', '>', '/'])).collect::<Vec<_>>();
    for piece in &mut pieces {
        let tag_end = piece.find('>').unwrap();
        let end = if piece[..tag_end].ends_with('/') { tag_end } else { piece.find(&close).unwrap() };
        *piece = &piece[..end];
    }
    pieces.into_iter()
}

fn attribute<'x>(element: &'x str, name: &str) -> &'x str {
    let (_, rest) = element.split_once(&format!(" {name}=\"")).unwrap();
    rest.split_once('"').unwrap().0
}

/// The text of an element without its tags.
fn text(element: &str) -> String {
    let inside = element.split_once('>').map_or("", |(_, inside)| inside);
    let bare: String = inside.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    bare.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
